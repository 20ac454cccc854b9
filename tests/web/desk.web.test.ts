import { checker, maker, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, type Sponsor } from '../actors.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends, signIn } from './visits.ts';

const { site, actors, browser } = await openSite();
let agreement: string;
let project: string;
let sponsors: readonly Sponsor[];
beforeAll(async () => {
  const city = await actors.city();
  sponsors = [await actors.sponsor(), await actors.sponsor(), await actors.sponsor()];
  project = await actors.submitted(city);
  const [one, two, three] = sponsors as readonly [Sponsor, Sponsor, Sponsor];
  const signed = await actors.approved(
    project,
    await actors.funded(project, [
      [one, '400.00'],
      [two, '300.00'],
      [three, '300.00'],
    ]),
  );
  const milestone = first(await actors.signed(signed));
  await actors.verified(await site.api.as(officerOf(city)).getMilestone({ id: milestone.id }));
  await settled(site.api);
  agreement = signed.id;
  await actors.submitted(city);
});

async function at(account: string, path: string) {
  const someone = await visitor(browser);
  await someone.page.goto(`${site.home}${path}`);
  await signIn(someone, account);
  return someone;
}
const statuses = async (): Promise<string[]> =>
  (await site.api.as(maker).getAgreement({ id: agreement })).payments.map(({ status }) => status).sort();

test('payments that follow from a verdict are requested together by the keyboard alone, each with an answer of its own', async () => {
  const someone = await at('secretariat/finance.maker', '/desk');
  const { page } = someone;
  await page.getByText('3 tasks').waitFor();
  // They differ only in who pays.
  const about = await page
    .getByRole('row')
    .getByText(/^Milestone 1 · Fund /)
    .allTextContents();
  expect(new Set(about).size).toBe(3);
  const together = page.getByText('do what is chosen together');
  expect(await together.isVisible()).toBe(false);
  await page.keyboard.press('?');
  await together.waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await page.keyboard.press('?');
  await together.waitFor({ state: 'hidden' });
  for (const key of ['j', 'x', 'j', 'j', 'Shift+X', 'b']) await page.keyboard.press(key);
  await page.getByText('3 of 3 are ready.').waitFor();
  // Somebody else requests one of them meanwhile.
  const [, , last] = sponsors;
  await site.api.as(maker).requestPayment({ id: agreement }, { tranche: 1, sponsor: last?.sponsor ?? '' });
  expect(await faultsOf(someone)).toEqual([]);
  await page.getByRole('button', { name: /^Do the/ }).press('Enter');
  await page.getByText('All were sent; each has its own answer above.').waitFor();
  await settled(site.api);
  expect(await statuses()).toEqual(['requested', 'requested', 'requested']);
  expect(await faultsOf(someone)).toEqual([]);
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  expect(someone.complaints).toEqual([]);
});

test('what is to be decided is opened first, row by row', async () => {
  const someone = await at('secretariat/finance.checker', '/desk');
  const { page } = someone;
  await page.getByText('3 tasks').waitFor();
  for (const each of await page.getByRole('checkbox').all()) await each.press('Space');
  await page.getByRole('button', { name: 'Do 3 together' }).press('Enter');
  await page.getByText('0 of 3 are ready.').waitFor();
  await page.locator('.bulk summary').first().press('Enter');
  await page.getByText('1 of 3 are ready.').waitFor();
  await page.getByText('To the account').first().waitFor();
  await page.getByRole('button', { name: 'Do the one that is ready' }).press('Enter');
  await page.getByText('All were sent').waitFor();
  expect(await statuses()).toEqual(['approved', 'requested', 'requested']);
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});

test('what waits has a heading for each day with what is due then, and the most urgent alone has the dark way to it', async () => {
  const someone = await at('secretariat/secretariat.officer', '/desk');
  const { page } = someone;
  const { work } = await site.api.as(secretary).listWork({});
  const headings = page
    .getByRole('table', { name: 'Waits for you' })
    .getByRole('rowheader')
    .filter({ has: page.getByRole('heading') });
  await headings.first().waitFor();
  const counts = await headings.locator('small').allTextContents();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(work.length);
  expect(work.length).toBeGreaterThan(0);
  expect(await page.locator('.waits .btn').count()).toBe(work.length);
  expect(await page.locator('.waits .btn.first').count()).toBe(1);
  await page.locator('.waits .btn.first').press('Enter');
  // A proposal is screened on a page of its own.
  await page.waitForURL(`**${work[0]?.href.replace('/v1', '')}${work[0]?.kind === 'screening' ? '/screening' : ''}`);
  expect(someone.complaints).toEqual([]);
});

test('who approves a payment reads to which account it goes, that it is new, and which was used before', async () => {
  const { proposer } = await site.api.as(checker).getAgreement({ id: agreement });
  await accountOf(site.api, proposer, { holder: 'New holder' }, '7654321');
  await cooled(site.api);
  const someone = await at('secretariat/finance.checker', `/agreements/${agreement}`);
  const { page } = someone;
  await page.getByText('Due diligence is missing').first().waitFor();
  expect(await page.getByRole('button', { name: 'Request due diligence' }).count()).toBe(2);
  await page.getByRole('button', { name: 'Approve the payment' }).first().press('Enter');
  const form = page.getByRole('form', { name: 'Approve the payment' });
  await form.getByRole('link', { name: 'New holder · Bank · ending in 4321' }).waitFor();
  await form.getByText('The account of who is paid is new: it is in use only since').waitFor();
  await form.getByText('Before it was').waitFor();
  await form.getByText('From the account').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  await sends(page, 'Approve the payment');
  await form.waitFor({ state: 'hidden' });
  await settled(site.api);
  expect(await statuses()).toEqual(['approved', 'approved', 'requested']);
  expect(someone.complaints).toEqual([]);
});

test('a kind of which nothing waits says so, and Esc closes what was begun', async () => {
  const someone = await at('secretariat/finance.checker', '/desk?kind=screening');
  const { page } = someone;
  await page.getByText('Nothing of this kind waits.').waitFor();
  await page.getByRole('combobox', { name: 'What' }).selectOption('');
  await page.getByRole('checkbox').first().press('Space');
  const open = page.getByRole('button', { name: 'Do the chosen one' });
  await open.press('Enter');
  await page.getByRole('heading', { name: 'Do the chosen one' }).press('Escape');
  await page.locator('.bulk').waitFor({ state: 'detached' });
  expect(await site.api.as(checker).listWork({})).toMatchObject({ total: { count: 1 } });
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Do the chosen one');
});

test('a day on which something is due, and each figure of how long work has waited, lead to those rows', async () => {
  const someone = await at('secretariat/secretariat.officer', '/desk');
  const { page } = someone;
  const { queue, days } = await site.api.as(secretary).getOverview({});
  await page.evaluate('window.scrollTo(0, document.documentElement.scrollHeight)');
  await page.getByRole('heading', { name: 'The next 30 days' }).waitFor();
  expect(await page.locator('.cal > li').count()).toBe(30);
  expect(await page.locator('.cal a').count()).toBe(days.length);
  const [first] = queue;
  const { count = 0 } = first?.since.find((each) => each.count > 0) ?? {};
  await page.getByRole('group', { name: 'How long it has waited' }).locator('.age').first().press('Enter');
  await page.getByText('A part of the list.').waitFor();
  await page.getByRole('status').getByText(`${count} task`).waitFor();
  expect(await page.locator('.waits th[scope="row"]').count()).toBe(count);
  await page.getByRole('link', { name: 'Show all' }).press('Enter');
  await page.waitForURL('**/desk?waits=ours');
  expect(await faultsOf(someone)).toEqual([]);
  expect(someone.complaints).toEqual([]);
});
