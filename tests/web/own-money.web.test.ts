import { officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Scene, scene } from '../scene.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, browser, narrow } = await openSite();
const { api } = site;
let shown: Scene;
beforeAll(async () => {
  shown = await scene(api);
  await settled(api);
});

/** Where the page ends once what it shows at first is there: before that it has no end to go to. */
const toTheEnd = 'window.scrollTo(0, document.documentElement.scrollHeight)';

test('the money of a sponsor by country, theme and month is what the answers say, and leads to its projects and payments', async () => {
  const { sponsor } = shown.bank;
  const own = api.as(sponsorOfficerOf(sponsor));
  const { money, months } = await own.getOverview({});
  const someone = await visitor(browser);
  await arrive(someone, site.home, '/desk', `${sponsor}/sponsor.officer`);
  const { page } = someone;
  await page.evaluate(toTheEnd);
  await page.getByRole('heading', { name: 'Your money by country and theme' }).waitFor();
  for (const twin of await page.getByText('The same as a table').all()) await twin.press('Enter');
  for (const { by, code, stages } of money)
    for (const { stage, amount } of stages.filter((each) =>
      ['sought', 'accepted', 'committed', 'in-payment', 'settled'].includes(each.stage),
    ))
      expect(await page.locator(`data[data-of="overview/${by}/${code}/${stage}"]`).getAttribute('value')).toBe(amount.amount);
  expect(await faultsOf(someone)).toEqual([]);

  const paid = months.find(({ stage }) => stage === 'settled');
  const trend = page.getByRole('figure', { name: `Committed and settled over time, in ${paid?.amount.currency}` });
  await trend.getByRole('link').first().press('Enter');
  await page.getByText(/^Only what was settled from /).waitFor();
  const newest = months.filter(({ stage }) => stage === 'settled').toSorted((a, b) => (a.month < b.month ? 1 : -1))[0];
  await page.getByRole('group', { name: 'Payments' }).getByRole('rowheader').first().waitFor();
  expect(await page.getByRole('group', { name: 'Payments' }).getByRole('rowheader').count()).toBe(newest?.count);
  await page.getByRole('link', { name: 'Show all payments' }).press('Enter');
  await page.waitForURL(/payments(\?status=settled)?$/);

  await arrive(someone, site.home, '/desk', `${sponsor}/sponsor.officer`);
  await page.evaluate(toTheEnd);
  const bars = page.locator('.bars').first().getByRole('link');
  await bars.first().press('Enter');
  await page.waitForURL(/projects\?/);
  const address = new URL(page.url()).searchParams;
  const asked = { sponsor: address.get('sponsor') ?? '', country: address.get('country') ?? '' };
  expect(asked.sponsor).toBe(sponsor);
  const { total } = await own.listProjects(asked);
  await page.getByText('Only those that').waitFor();
  expect(await page.getByRole('group', { name: 'Projects' }).getByRole('rowheader').count()).toBe(total.count);
  expect(total.count).toBeGreaterThan(0);
  expect(someone.complaints).toEqual([]);
});

test('a city reads on its desk what came in since it last read, and after it has read everything that nothing is new', async () => {
  const someone = await narrow(`${shown.city}/proposer.officer`, '/desk');
  const { page } = someone;
  const { notices } = await api.as(officerOf(shown.city)).listNotices({ unread: 'true', limit: 5, with: 'names' });
  await page.evaluate(toTheEnd);
  await page.getByRole('heading', { name: 'What came in since you last read' }).waitFor();
  const rows = page.locator('.came > li');
  expect(await rows.getByRole('link').allTextContents()).toEqual(notices.map(({ summary }) => summary));
  expect(notices.length).toBe(5);
  await page.getByRole('heading', { name: 'Your money by country and theme' }).waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.getByRole('link', { name: 'All notifications' }).press('Enter');
  await page.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  await page.getByRole('status').getByText('You have read everything.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await arrive(someone, site.home, '/desk', `${shown.city}/proposer.officer`);
  await page.evaluate(toTheEnd);
  await page.getByText('Nothing is new.').waitFor();
  expect(someone.complaints).toEqual([]);
});
