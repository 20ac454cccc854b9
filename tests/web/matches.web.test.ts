import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sponsor } from '../actors.ts';
import { type Visitor, visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();
let city: string;
let sponsor: Sponsor;
/** Three that fit the sponsor's mandate, and one that is too small for it. */
let projects: readonly string[];
let small: string;
beforeAll(async () => {
  city = await actors.city();
  sponsor = await actors.sponsor();
  const seeking = async (target: string): Promise<string> => {
    const project = await actors.submitted(city, { target, milestones: [target] });
    await actors.opened(project);
    return project;
  };
  projects = [await seeking('1000.00'), await seeking('900.00'), await seeking('800.00')];
  small = await seeking('50.00');
  await settled(site.api);
});

/** Somebody signed in, at a page. */
async function at(account: string, path: string, width = 1280): Promise<Visitor> {
  const someone = await visitor(browser, { viewport: { width, height: 900 } });
  await arrive(someone, site.home, path, account);
  return someone;
}

const officer = (): string => `${sponsor.sponsor}/sponsor.officer`;
const openIn = ({ page }: Visitor): string | null => new URL(page.url()).searchParams.get('open');

describe('a sponsor’s matches', () => {
  test('are shown with the best first, and each explains itself by the keyboard alone', async () => {
    const someone = await at(officer(), '/matches');
    const { page } = someone;
    await page.getByText('3 of 4 projects that seek sponsors fit your mandate.').waitFor();
    await page.keyboard.press('j');
    await page.getByText('Conditions met: 9 of 9').waitFor();
    const first = openIn(someone);
    await page.keyboard.press('j');
    await expect.poll(() => openIn(someone)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => openIn(someone)).toBe(first);
    expect(await faultsOf(someone)).toEqual([]);
    await page.getByRole('link', { name: 'Make an offer' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Match explained').waitFor({ state: 'detached' });
    expect(someone.complaints).toEqual([]);
  });

  test('name the one condition that a near miss misses', async () => {
    const someone = await at(officer(), '/matches');
    const { page } = someone;
    await page.getByRole('link', { name: 'One project nearly fits' }).click();
    await page.getByText('The target is USD 50.00; the smallest ticket is USD 100.00.').waitFor();
    await page.locator(`#match-${small}`).press('Enter');
    await page.getByText('Not met: Smallest ticket.').waitFor();
    expect(await faultsOf(someone)).toEqual([]);
  });

  test('say why there are none, and lead back to those without the filter', async () => {
    const someone = await at(officer(), '/matches?country=VN');
    const { page } = someone;
    await page.getByText('No project fits under these filters.').waitFor();
    await page.getByRole('link', { name: 'Without the filter “Country: Vietnam”' }).press('Enter');
    await page.locator('.matches > li').first().waitFor();
    expect(await page.locator('.matches > li').count()).toBe(3);
  });

  test('are a page of their own where there is no room next to the list', async () => {
    const someone = await at(officer(), '/matches', 320);
    const { page } = someone;
    await page.locator(`#match-${projects[0]}`).click();
    await page.getByText('Conditions met: 9 of 9').waitFor();
    expect(await page.locator('.matches').isVisible()).toBe(false);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.getByRole('link', { name: 'Back to the list' }).press('Enter');
    await page.locator(`#match-${projects[0]}`).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  test('are chosen to be compared, of which the address is the choice', async () => {
    const someone = await at(officer(), '/matches');
    const { page } = someone;
    for (const at of [0, 1]) await page.locator('.matches input[type="checkbox"]').nth(at).press('Space');
    await page.getByRole('link', { name: 'Compare (2)' }).press('Enter');
    await page.getByRole('heading', { name: 'Compare projects' }).waitFor();
    await page.getByRole('row', { name: /^Sought/ }).waitFor();
    expect(await faultsOf(someone)).toEqual([]);
    await page.getByRole('link', { name: 'Only differences' }).press('Enter');
    await page.getByRole('row', { name: /^Proposed by/ }).waitFor({ state: 'detached' });
    await page
      .getByRole('link', { name: /^Remove from the comparison/ })
      .first()
      .press('Enter');
    await page.getByText('Choose two to four projects among the matches.').waitFor();
    expect(someone.complaints).toEqual([]);
  });
});

test('a search of matches is kept with the wish to be notified of new ones, which can be taken back', async () => {
  const someone = await at(officer(), '/matches?country=JP');
  const { page } = someone;
  await page.getByText('Keep this search').press('Enter');
  await page.getByLabel('Name').fill('In Japan');
  await page.getByLabel('Name').press('Enter');
  await page.getByText('The search is kept.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await page.goto(`${site.home}/searches`);
  const notifies = page.getByRole('checkbox', { name: /Tell me of new ones/ });
  expect(await notifies.isChecked()).toBe(true);
  await notifies.press('Space');
  await page.locator('input[type="checkbox"]:not(:checked):not(:disabled)').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});

test('a city sees which mandates its project fits, and of which it misses one condition', async () => {
  const someone = await at(`${city}/proposer.officer`, `/projects/${small}/matches`);
  const { page } = someone;
  await page.getByText('No mandate fits this project at the moment.').waitFor();
  await page.getByRole('link', { name: 'Circular cities' }).press('Enter');
  await page.getByText('Not met: Smallest ticket.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});

describe('a mandate', () => {
  test('is written, looked at once more, published, and matched', async () => {
    const someone = await at(officer(), '/mandates/new');
    const { page } = someone;
    await page.getByRole('button', { name: 'Review before publishing' }).press('Enter');
    await page.getByText('There is a problem').waitFor();
    expect(await faultsOf(someone)).toEqual([]);
    await page.getByLabel('Title').fill('Repair in Japan');
    await page.getByLabel('Countries', { exact: true }).selectOption('JP');
    await page.getByRole('button', { name: 'Add' }).press('Enter');
    await page.getByLabel('Smallest ticket').fill('40');
    await page.getByLabel('Largest ticket').fill('2,000.00');
    await page.getByText('4 projects would fit.').waitFor();
    await page.getByRole('heading', { name: 'Gained: 1' }).waitFor();
    await page.getByRole('button', { name: 'Review before publishing' }).press('Enter');
    await page.getByRole('button', { name: 'Publish the mandate' }).press('Enter');
    await page.getByRole('heading', { name: 'Repair in Japan' }).waitFor();
    expect(await page.locator('data[data-of$="/ticketMaximum"]').getAttribute('value')).toBe('2000.00');
    await settled(site.api);
    await page.getByRole('link', { name: 'Show the matches' }).press('Enter');
    await page.getByText('4 of 4 projects that seek sponsors').waitFor();
    await page.goto(`${site.home}/mandates`);
    await page.getByRole('link', { name: 'Repair in Japan' }).waitFor();
    expect(await faultsOf(someone)).toEqual([]);
    expect(someone.complaints).toEqual([]);
  });
});

test('a sponsor sees its budgets, opens one, and sees what it funds', async () => {
  const someone = await at(`${sponsor.sponsor}/sponsor.approver`, '/envelopes', 360);
  const { page } = someone;
  await page.locator('data[data-of$="/left"][value="5000.00"]').waitFor();
  await page.getByRole('button', { name: 'Open the budget envelope' }).press('Enter');
  await page.getByLabel('Total budget', { exact: true }).fill('700');
  await page.getByLabel('Total budget: currency').selectOption('USD');
  expect(await faultsOf(someone)).toEqual([]);
  await page.locator('form button[type="submit"]').press('Enter');
  await page.getByText('The budget envelope is open.').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await page.goto(`${site.home}/portfolio`);
  await page.getByText('Your organisation funds no project yet.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});
