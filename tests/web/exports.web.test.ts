import { openAsBlob, readFileSync } from 'node:fs';
import { officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readTable } from '../../web/src/imports/table.ts';
import { type Scene, scene } from '../scene.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, browser } = await openSite();
let shown: Scene;
beforeAll(async () => {
  shown = await scene(site.api);
  await site.api.as(sponsorOfficerOf(shown.bank.sponsor)).requestDueDiligence({}, { subject: shown.city });
  const officer = site.api.as(officerOf(shown.city));
  await officer.openPlan({ id: shown.signatory });
  await officer.beginAssessment({ id: shown.signatory });
});

/** What a button of the export saves, by the keyboard. */
async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly path: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).press('Enter')]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
const opens = (page: Page): Promise<void> => page.locator('main summary', { hasText: 'Export' }).press('Enter');
const rowsOf = async (path: string) => (await readTable(await openAsBlob(path))).rows.map(({ cells }) => cells);

/** Each list with whom it has rows for, its file, and what one of its rows says. */
const lists = (): readonly (readonly [path: string, account: string, file: string, says: object])[] => {
  const { city, bank, projects, agreement, milestones, declaration, signatory, group, partner } = shown;
  const [officer, sponsor] = [`${city}/proposer.officer`, `${bank.sponsor}/sponsor.officer`];
  const project = { project: projects.running, title: 'Compost for the fields of Kanagawa' };
  return [
    ['/', '', 'projects.csv', { reference: 'YOK-2026-01', target: '42000000.00', 'milestone.title': 'First site composts' }],
    [`/projects/${projects.running}`, '', 'milestones.csv', { id: milestones[0], settled: '18000000.00', paid: 'in-full' }],
    ['/flow', '', 'money.csv', { countries: 'JP', projectStatus: 'in-implementation', stage: 'settled', amount: '18000000.00' }],
    [`/organisations/${city}`, officer, 'projects.csv', { reference: 'YOK-2027-04', status: 'draft', currency: 'USD' }],
    [`/projects/${projects.running}`, officer, 'milestones.csv', { id: milestones[0], number: '1', status: 'verified' }],
    [`/agreements/${agreement}`, officer, 'agreement.csv', { sponsor: 'Fund for Cities without Waste', status: 'settled' }],
    [`/milestones/${milestones[0]}/money`, officer, 'money.csv', { step: 'settled', currency: 'USD' }],
    ['/payments', officer, 'payments.csv', { ...project, status: 'settled', proposer: 'City of Yokohama' }],
    ['/ledger', officer, 'ledger.csv', { event: 'PaymentSettled', kind: 'received', party: 'City of Yokohama', amount: '12000000.00' }],
    ['/offers', sponsor, 'offers.csv', { title: 'Batteries come back', amount: '24000000.00' }],
    ['/portfolio', sponsor, 'funded.csv', { ...project, agreement, agreementStatus: 'effective' }],
    ['/envelopes', sponsor, 'envelopes.csv', { id: bank.envelope, total: '400000000.00', currency: 'USD' }],
    ['/mandates', sponsor, 'mandates.csv', { id: bank.mandate, countries: 'JP ID VN' }],
    ['/matches', sponsor, 'matches.csv', { title: 'Batteries come back', others: '0' }],
    [`/projects/${projects.open}/matches`, officer, 'fitting.csv', { sponsor: 'Asia Circular Development Bank' }],
    ['/passports', sponsor, 'passports.csv', { subject: 'City of Yokohama', status: 'requested', requests: '1' }],
    ['/organisations', 'secretariat/secretariat.officer', 'proposers.csv', { id: city, kind: 'city', countries: 'JP' }],
    ['/signatories', '', 'signatories.csv', { id: signatory, city: 'City of Yokohama', status: 'active', country: 'JP' }],
    ['/declarations', '', 'declarations.csv', { id: declaration, status: 'published', inForce: '1' }],
    ['/partners', '', 'partners.csv', { id: partner, kind: 'network', country: 'JP', themes: 'repair composting' }],
    ['/signatory-groups', officer, 'signatory-groups.csv', { id: group, title: 'Around the bay', lead: 'City of Yokohama' }],
    ['/action-plans', officer, 'action-plans.csv', { signatory, city: 'City of Yokohama', status: 'draft', edition: '0' }],
    ['/assessments', officer, 'assessments.csv', { signatory, city: 'City of Yokohama', status: 'draft' }],
    [
      '/actions',
      officer,
      'actions.csv',
      { project: projects.running, city: 'City of Yokohama', title: 'Compost for the fields of Kanagawa' },
    ],
    ['/organisations?kind=sponsors', 'secretariat/secretariat.officer', 'sponsors.csv', { id: bank.sponsor, kind: 'development-bank' }],
  ];
};

test('every list is saved as its reader sees it', async () => {
  for (const [account, of] of Map.groupBy(lists(), ([, whose]) => whose)) {
    const someone = await visitor(browser);
    for (const [path, , file, says] of of) {
      await arrive(someone, site.home, path, account);
      await opens(someone.page);
      const { name, path: at } = await saved(someone.page, 'CSV');
      expect(name).toBe(file);
      expect(await rowsOf(at), path).toContainEqual(expect.objectContaining(says));
    }
    expect(await faultsOf(someone)).toEqual([]);
    expect(someone.complaints).toEqual([]);
    await someone.context.close();
  }
});

test('open data of the programme: the results add up to what everybody is shown, and the explanation says under which licence', async () => {
  const officer = site.api.as(officerOf(shown.city));
  const { id } = await officer.planAction({}, { place: '1848354', content: { title: 'Markets that compost' } });
  await officer.startAction({ id });
  const year = { indicator: 'tonnes-composted', from: '2025-01-01', to: '2025-12-31' };
  await officer.recordResult({ id }, { ...year, value: '900.5' });
  await officer.recordResult({ id }, { ...year, from: '2024-01-01', to: '2024-12-31', value: '100500', unit: 'kg' });
  await settled(site.api);
  const someone = await visitor(browser);
  await arrive(someone, site.home, '/data', '');
  const { page } = someone;
  const savedOf = async (file: string, button: string) => {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: file, exact: true }) });
    await row.locator('summary').press('Enter');
    const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: button }).press('Enter')]);
    await row.locator('summary').press('Enter');
    return download.path();
  };
  const results = await rowsOf(await savedOf('results', 'CSV'));
  const { totals } = await officer.getPublicResults({ indicator: year.indicator });
  const amounts = results.filter(({ indicator }) => indicator === year.indicator).map(({ amount = '' }) => Number(amount));
  expect([totals.map(({ sum }) => sum), amounts.reduce((sum, each) => sum + each, 0)]).toEqual([['15291'], 15_291]);
  expect(await rowsOf(await savedOf('actions', 'CSV'))).toContainEqual(expect.objectContaining({ id, results: '2' }));
  expect(await rowsOf(await savedOf('signatories', 'CSV'))).toContainEqual(expect.objectContaining({ id: shown.signatory }));
  const readme = readFileSync(await savedOf('results', 'Explanation of the columns'), 'utf8');
  expect(readme).toContain('https://creativecommons.org/licenses/by/4.0/');
  expect(readme).toContain('amount: What the source adds to the total of its indicator');
  expect(someone.complaints).toEqual([]);
});

test('what somebody wrote is text in every kind of file, and the file explains its columns', async () => {
  const evil = '<img src=x onerror=alert(1)>';
  const proposal = { reference: '=1+1', title: `@SUM(A1) ${evil}`, description: '-1+1', operator: `'=cmd|' /C calc'!A0` };
  await site.api.as(officerOf(shown.city)).draftProject({}, { proposer: shown.city, proposal });
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/organisations/${shown.city}`, `${shown.city}/proposer.officer`);
  const { page } = someone;
  await opens(page);
  const csv = await saved(page, 'CSV');
  const text = readFileSync(csv.path, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  for (const written of [`,"'=1+1","'@SUM(A1) ${evil}","'-1+1",`, `,"''=cmd|' /C calc'!A0",`]) expect(text).toContain(written);
  for (const kind of ['CSV', 'Excel workbook', 'JSON']) {
    const file = kind === 'CSV' ? csv : await saved(page, kind);
    expect(await rowsOf(file.path), kind).toContainEqual(expect.objectContaining(proposal));
  }
  const readme = await saved(page, 'Explanation of the columns');
  expect(readme.name).toBe('projects-README.txt');
  expect(readFileSync(readme.path, 'utf8')).toContain('milestone.amount: Milestones: Amount');
  expect(someone.complaints).toEqual([]);
});

test('a workbook is written however long it is, under the content security policy of the site', async () => {
  const officer = site.api.as(officerOf(shown.city));
  const description = (index: number): string =>
    Array.from({ length: 3_000 }, (_, word) => (word * index).toString(36))
      .join(' ')
      .slice(0, 3_900);
  for (let index = 1; index <= 60; index += 1)
    await officer.draftProject({}, { proposer: shown.city, proposal: { reference: `LONG-${index}`, description: description(index) } });
  await settled(site.api);
  const someone = await visitor(browser);
  await arrive(someone, site.home, '/projects?q=LONG', `${shown.city}/proposer.officer`);
  await opens(someone.page);
  const { name, path } = await saved(someone.page, 'Excel workbook');
  expect(name).toBe('projects.xlsx');
  expect((await rowsOf(path)).length).toBeGreaterThanOrEqual(60);
  expect(someone.complaints).toEqual([]);
});

test('a list of many pages is read to its end, and stopped where that takes too long', async () => {
  const someone = await visitor(browser);
  const { page } = someone;
  await arrive(someone, site.home, '/payments', `${shown.city}/proposer.officer`);
  const one = (await site.api.as(officerOf(shown.city)).findPayments({ limit: 1, with: 'names' })).payments[0];
  let [asked, last] = [0, 3];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/v1/payments?*limit=500*', async (route) => {
    asked += 1;
    // The last page of a list without an end comes when it is let.
    if (asked > last) await released;
    const json = { payments: Array.from({ length: 500 }, () => one), total: { count: 1_500, more: false }, counts: {} };
    await route.fulfill({ json: asked === 3 && last === 3 ? json : { ...json, nextCursor: String(asked) } }).catch(() => undefined);
  });
  await opens(page);
  const whole = await saved(page, 'CSV');
  expect((await rowsOf(whole.path)).length).toBe(1_500);
  [asked, last] = [0, 2];
  const downloads: string[] = [];
  page.on('download', (download) => void downloads.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'CSV' }).press('Enter');
  await page.getByText('1,000 rows read').waitFor();
  expect(await page.getByRole('progressbar').getAttribute('value')).toBe('1000');
  await page.getByRole('button', { name: 'Stop' }).press('Enter');
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  release();
  await someone.idle();
  expect([asked, downloads]).toEqual([3, []]);
});
