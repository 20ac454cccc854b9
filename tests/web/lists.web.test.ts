import { officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sponsor } from '../actors.ts';
import { type Visitor, visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let city: string;
let fund: Sponsor;
let round: string;
let passport: string;
beforeAll(async () => {
  [city, fund] = [await actors.city(), await actors.sponsor()];
  round = (await actors.funded(await actors.submitted(city), [[fund, '1000.00']])).id;
  passport = (await site.api.as(sponsorOfficerOf(fund.sponsor)).requestDueDiligence({}, { subject: city })).id;
  await settled(site.api);
});

/** A person at an address, on a narrow page. */
async function at(account: string, path: string): Promise<Visitor> {
  const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
  await someone.page.goto(`${site.home}${path}`);
  await signIn(someone, account);
  return someone;
}

async function expectSound(someone: Visitor): Promise<void> {
  expect(await faultsOf(someone)).toEqual([]);
  expect(await someone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(someone.complaints).toEqual([]);
}

describe('approvals', () => {
  test('show what an approval binds to, and take it in their row', async () => {
    const approver = await at(`${fund.sponsor}/sponsor.approver`, '/approvals');
    const { page } = approver;
    await page.getByRole('button', { name: 'Approve an offer' }).press('Enter');
    await page.getByText('commits USD 1,000.00 to the project').waitFor();
    await page.getByText('Grant', { exact: true }).waitFor();
    await page.getByRole('table', { name: 'The budget behind it' }).waitFor();
    await expectSound(approver);
    await page.getByRole('button', { name: 'Approve the offer' }).press('Enter');
    await sends(page, 'Approve the offer');
    await page.getByText('Your approval of the offer is recorded.').waitFor();
    const { offers } = await site.api.as(sponsorOfficerOf(fund.sponsor)).getFunding({ id: round });
    expect(offers.map(({ status }) => status)).toEqual(['approved']);
  });

  test('lead the secretariat from an offer’s approval to the project’s', async () => {
    await settled(site.api);
    const approver = await at('secretariat/secretariat.approver', '/approvals?kind=project-to-approve');
    await approver.page.getByRole('button', { name: 'Approve the project' }).press('Enter');
    await approver.page.getByText('The project goes ahead with a target of USD 1,000.00').waitFor();
    await expectSound(approver);
  });
});

test('due diligence is granted on its own page, which shows its history', async () => {
  const verifier = await at('secretariat/secretariat.verifier', '/passports');
  const { page } = verifier;
  await page.locator('tbody a').first().press('Enter');
  await page.waitForURL(`${site.home}/passports/${passport}`);
  await page.getByRole('button', { name: 'Grant clearance' }).press('Enter');
  const day = new Date(Date.parse((await settled(site.api)).now) + 90 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Valid until').fill(day);
  await sends(page, 'Grant clearance');
  await page.getByText('Clearance is granted.').waitFor();
  await page.getByText(/^Clearance was granted until/).waitFor();
  await expectSound(verifier);
});

test('a clearance is relied on for one project', async () => {
  const approver = await at(`${fund.sponsor}/sponsor.approver`, `/passports/${passport}`);
  const { page } = approver;
  await page.getByRole('button', { name: 'Rely on the clearance' }).press('Enter');
  await page.getByLabel('Project', { exact: true }).waitFor();
  await sends(page, 'Rely on the clearance');
  await page.getByRole('heading', { name: 'Who relies on it' }).waitFor();
  await expectSound(approver);
});

test('a sponsor is registered where sponsors are listed, and found there', async () => {
  const officer = await at('secretariat/secretariat.officer', '/organisations?kind=sponsors');
  const { page } = officer;
  const opens = page.getByRole('button', { name: 'Register the sponsor' });
  await opens.press('Enter');
  await page.locator('input[name="name"]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Name').waitFor({ state: 'detached' });
  await page.locator('button:focus').getByText('Register the sponsor').waitFor();
  await opens.press('Enter');
  await page.getByLabel('Name').fill('Fund of the Rivers');
  await page.getByLabel('Kind').selectOption('fund');
  await sends(page, 'Register the sponsor');
  await page.getByText('The sponsor is registered.').waitFor();
  // What was done is not said any more once something else begins.
  await opens.press('Enter');
  await page.getByText('The sponsor is registered.').waitFor({ state: 'detached' });
  await page.locator('input[name="name"]:focus').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Fund of the Rivers' }).press('Enter');
  await page.getByText('It has published no mandate yet.').waitFor();
  await expectSound(officer);
});

describe('what everybody finds of its own', () => {
  test.each([
    ['/offers?state=held', 'USD 1,000.00'],
    ['/payments', 'No payment fits.'],
  ])('%s', async (path, text) => {
    const officer = await at(`${city}/proposer.officer`, path);
    await officer.page.getByText(text).first().waitFor();
    await expectSound(officer);
  });

  test('a city finds its projects by their state, in the order that the address says', async () => {
    const { id: draft } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: { reference: 'YOK-9' } });
    await settled(site.api);
    const officer = await at(`${city}/proposer.officer`, '/projects');
    const { page } = officer;
    await page.getByRole('link', { name: 'YOK-9' }).waitFor();
    await page.getByRole('combobox', { name: 'State' }).selectOption('draft');
    await page.waitForURL(/status=draft/);
    await page.getByText('One project').waitFor();
    await page.getByRole('link', { name: 'Sort by Due' }).press('Enter');
    await page.waitForURL(/sort=due/);
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe('Due');
    await expectSound(officer);
    await page.getByRole('link', { name: 'YOK-9' }).press('Enter');
    await page.waitForURL(`${site.home}/projects/${draft}`);
    await page.goto(`${site.home}/projects?q=nothing`);
    await page.getByText('No project fits these filters.').waitFor();
  });

  test('milestones are ordered by the day on which they are due, and a search of them is kept', async () => {
    const officer = await at(`${city}/proposer.officer`, '/milestones?sort=-amount');
    const { page } = officer;
    await page.getByText('Milestones begin when an agreement takes effect.').waitFor();
    await page.getByLabel('Due until').fill('2040-01-01');
    await page.getByLabel('Due until').press('Enter');
    await page.waitForURL(/dueTo=2040-01-01/);
    await page.getByText('No milestone fits.').waitFor();
    await page.getByText('Keep this search').press('Enter');
    await page.getByLabel('Name').fill('By 2040');
    await page.getByLabel('Name').press('Enter');
    await page.getByText('The search is kept.').waitFor();
    await expectSound(officer);
    await page.goto(`${site.home}/searches`);
    await page.getByRole('link', { name: 'By 2040' }).press('Enter');
    await page.waitForURL(`${site.home}/milestones?sort=-amount&dueTo=2040-01-01`);
  });

  test('a city and its projects are shown to a sponsor', async () => {
    const officer = await at(`${fund.sponsor}/sponsor.officer`, `/organisations/${city}`);
    await officer.page.getByRole('link', { name: 'Open the passport' }).waitFor();
    await officer.page.getByRole('link', { name: 'Repair cafés in every ward' }).waitFor();
    await expectSound(officer);
  });
});
