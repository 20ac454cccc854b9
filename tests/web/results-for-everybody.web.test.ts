import { verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { first } from '../actors.ts';
import { type Joined, joinedCity } from '../joined-city.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';
import { overBudget } from './weighed.ts';

const { site, browser, actors } = await openSite();
const COMPOSTED = 'tonnes-composted';
const planned = { code: COMPOSTED, unit: 't', baseline: '0', target: '500', method: 'Weighbridge', milestones: [1] };

let joined: Joined;
let project: string;
let ids: Readonly<Record<'assessment' | 'plan' | 'report', string>>;

/** Its plan, self-assessment and first report are published. */
async function handedIn({ officer, certifier, id, document, day }: Joined) {
  const { id: assessment } = await officer.beginAssessment({ id });
  const { entries } = await officer.getList({ list: 'dimensions' });
  const answer = {
    edition: 1,
    known: 'level',
    level: 2,
    reason: '',
    evidence: [document],
    addresses: [],
    target: 3,
    targetYear: 2031,
  } as const;
  for (const { code: dimension } of entries) await officer.answerDimension({ id: assessment }, { ...answer, dimension });
  await certifier.signOffAssessment({ id: assessment }, { edition: 1 });
  const { id: plan } = await officer.openPlan({ id });
  const actions = [{ title: 'A market', commitments: ['C1', 'C2'], seeksMoney: true }];
  const drafted = { edition: 1, decidedOn: day(0, '01-15'), decisionNumber: '44', document, objectives: ['Half is used again.'], actions };
  await officer.draftPlan({ id: plan }, { ...drafted, left: [] });
  await certifier.signOffPlan({ id: plan }, { edition: 1 });
  await site.api.as(verifier).acceptPlan({ id: plan }, { edition: 1 });
  const { id: report } = await officer.openReport({ id }, { number: 1 });
  for (const section of ['actions', 'results', 'learning', 'governance', 'evidence', 'commitments'] as const)
    await officer.writeSection({ id: report }, { edition: 1, section, note: 'We were busy.' });
  await certifier.signOffProgressReport({ id: report }, { edition: 1 });
  await site.api.as({ ...verifier, second: true }).acceptProgressReport({ id: report }, { edition: 1 });
  return { assessment, plan, report };
}

beforeAll(async () => {
  const [city, one, two] = [await actors.city('Sasebo'), await actors.sponsor(), await actors.sponsor()];
  const agreement = await actors.agreed(
    city,
    [
      [one, '600.00'],
      [two, '400.00'],
    ],
    { plannedIndicators: [planned] },
  );
  project = agreement.project;
  const milestone = first(await actors.signed(agreement));
  joined = await joinedCity(site.api, city);
  await actors.verified(milestone, [{ code: COMPOSTED, value: '420', unit: 't' }]);
  const { officer } = joined;
  const { id } = await officer.planAction({}, { place: '1859642', content: { title: 'Compost' } });
  await officer.startAction({ id });
  await officer.recordResult({ id }, { indicator: COMPOSTED, from: '2025-01-01', to: '2025-12-31', value: '80.5' });
  const rate = { indicator: 'cdw-recovery-rate', from: '2025-01-01', to: '2025-12-31', numerator: '8', denominator: '35' };
  await officer.recordResult({ id }, rate);
  ids = await handedIn(joined);
  await settled(site.api);
}, 120_000);

async function stranger(path: string) {
  const someone = await visitor(browser, { viewport: { width: 320, height: 800 } });
  await arrive(someone, site.home, path, '');
  return someone;
}
const cellsOf = async (page: Awaited<ReturnType<typeof stranger>>['page'], name: string): Promise<string[]> =>
  (await page.getByRole('row').filter({ hasText: name }).first().getByRole('cell').allTextContents()).map((text) => text.trim());

test('everybody reads what results come to, verified apart from reported, with their cost, and what they are made of', async () => {
  const { page, complaints } = await stranger('/results?as=table');
  expect(await cellsOf(page, 'Waste composted')).toEqual([
    '420 tonnes',
    '80.5 tonnes',
    '500.5 tonnes',
    'USD 1,000.00',
    'USD 2.381',
    '2 results',
  ]);
  // Of what is not defined it is said so: it is never zero.
  expect((await cellsOf(page, 'Recovery rate of construction')).slice(0, 5)).toEqual([
    'none',
    '22.9% (8 of 35)',
    '22.9% (8 of 35)',
    'not defined',
    'not defined',
  ]);
  expect(await faultsOf({ page })).toEqual([]);
  await page.getByRole('row').filter({ hasText: 'Waste composted' }).getByRole('link', { name: '2 results' }).press('Enter');
  await page.getByRole('heading', { name: 'What it is made of' }).waitFor();
  await page.getByText('420 tonnes').last().waitFor();
  expect(await page.locator(`main a[href$="/projects/${project}"]`).count()).toBe(1);
  expect(await page.locator(`main a[href$="/organisations/${joined.city}"]`).count()).toBeGreaterThan(0);
  expect(await faultsOf({ page })).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the parts of a split add up to the whole, each to its rows, and each is said by the picture too', async () => {
  const { page, complaints } = await stranger('/results?by=payer');
  for (const part of [252, 168]) await page.getByText(`${part} tonnes`, { exact: true }).waitFor();
  await page.getByRole('img', { name: /252 tonnes verified, none reported only/ }).waitFor();
  expect(await faultsOf({ page })).toEqual([]);
  const anybody = site.api.as({ organisation: joined.city, role: 'proposer.officer' });
  const { totals } = await anybody.getPublicResults({ indicator: COMPOSTED, by: 'country' });
  for (const { name = '', sum } of totals) {
    const { atoms } = await anybody.listPublicResultRows({ indicator: COMPOSTED, country: name });
    expect(atoms.reduce((all, { amount = '' }) => all + Number(amount.split('/')[0]) / Number(amount.split('/')[1] ?? 1), 0)).toBe(
      Number(sum?.split('/')[0]) / Number(sum?.split('/')[1] ?? 1),
    );
  }
  expect(complaints).toEqual([]);
});

test('from the map of all cities to one proven result, by the keyboard alone', async () => {
  const someone = await visitor(browser, { viewport: { width: 1280, height: 900 } });
  const { page } = someone;
  await arrive(someone, site.home, '/signatories', '');
  await page
    .getByRole('group', { name: /^Map of/ })
    .getByRole('link', { name: /^Sasebo/ })
    .press('Enter');
  await page.getByRole('heading', { name: /^Sasebo/, level: 1 }).waitFor();
  await page.getByText('Results, and what it has published').press('Enter');
  await page.getByRole('row').filter({ hasText: 'Waste composted' }).getByRole('link', { name: '2 results' }).press('Enter');
  await page.getByRole('heading', { name: 'What it is made of' }).waitFor();
  await page.getByText('420 tonnes').first().waitFor();
  await page.locator(`main a[href$="/projects/${project}"]`).press('Enter');
  await page.getByRole('heading', { name: 'Milestones and their money' }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/projects/${project}`);
  await page.getByText('What came of it').press('Enter');
  const came = page.getByRole('row', { name: /^Waste composted 420 tonnes/ });
  await came.waitFor();
  expect((await came.getByRole('cell').allTextContents()).map((text) => text.trim())).toEqual([
    '420 tonnes',
    'none',
    '420 tonnes',
    'USD 1,000.00',
    'USD 2.381',
    'One result',
  ]);
  await someone.idle();
  expect(await faultsOf(someone)).toEqual([]);
  await came.getByRole('link', { name: 'One result' }).press('Enter');
  await page.getByText('Only of: Waste composted and Repair cafés in every ward').waitFor();
  expect(someone.complaints).toEqual([]);
});

test('a stranger reads the plan, the self-assessment and the report of a city from its pages, without a person in them', async () => {
  for (const path of [`/signatories/${joined.id}`, `/organisations/${joined.city}`]) {
    const { page, complaints } = await stranger(path);
    await page.getByText('Results, and what it has published').press('Enter');
    await page.getByRole('heading', { name: 'What came of it' }).waitFor();
    expect((await cellsOf(page, 'Waste composted')).slice(0, 3)).toEqual(['420 tonnes', '80.5 tonnes', '500.5 tonnes']);
    for (const id of Object.values(ids)) await page.locator(`main a[href$="/${id}"]`).waitFor();
    expect(await faultsOf({ page })).toEqual([]);
    expect(complaints).toEqual([]);
  }
  for (const [path, says] of [
    [`/action-plans/${ids.plan}`, 'Half is used again.'],
    [`/assessments/${ids.assessment}`, 'Self-assessment'],
    [`/progress-reports/${ids.report}`, 'We were busy.'],
  ] as const) {
    const { page, complaints } = await stranger(path);
    await page.getByText(says).first().waitFor();
    expect(await page.locator('main a[href^="/v1/evidence"]').count()).toBe(0);
    expect(await page.getByText('proposer').count()).toBe(0);
    expect(await faultsOf({ page })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  }
});

test('what a published report says of a project leads to the project, and it says what the values come to', async () => {
  const { page, complaints } = await stranger(`/progress-reports/${ids.report}`);
  const results = page.locator('#results');
  await results.getByText('Waste composted, one value:').waitFor();
  await page.locator('#actions').getByText('Paid out, one value:').waitFor();
  await results.locator('details.more > summary').first().press('Enter');
  await results.locator(`a[href$="/projects/${project}"]`).waitFor();
  await results.getByText('Waste composted', { exact: true }).waitFor();
  expect(await faultsOf({ page })).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(complaints).toEqual([]);
});

test('one report is read by several: its sections by who asks, and its values by the questions of another framework', async () => {
  const { page, complaints } = await stranger(`/progress-reports/${ids.report}`);
  const readFor = page.getByRole('navigation', { name: 'Read it as' });
  await readFor.getByRole('link', { name: 'Sponsors' }).press('Enter');
  await page.getByText('3 sections of one report').waitFor();
  expect(await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()).toEqual(
    expect.arrayContaining(['2. Actions', '3. Results', '8. Evidence']),
  );
  expect(await page.getByRole('heading', { name: '5. Governance' }).count()).toBe(0);
  await page.getByText('We were busy.').first().waitFor();
  expect(await faultsOf({ page })).toEqual([]);
  await readFor.getByRole('link', { name: 'Global Goals (SDG)' }).press('Enter');
  await page.getByRole('heading', { name: 'SDG 12.5.1' }).waitFor();
  await page.locator('main details.more > summary').first().press('Enter');
  await page.getByText('Waste composted', { exact: true }).waitFor();
  await page.getByText('Waste composted, from Jan 1, 2025').waitFor();
  expect(await faultsOf({ page })).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(complaints).toEqual([]);
});

test('first views of these pages are within their budgets', async () => {
  const someone = await visitor(browser);
  const paths = {
    results: '/results',
    table: '/results?as=table',
    payers: '/results?by=payer&as=table',
    rows: `/results?indicator=${COMPOSTED}`,
    signatory: `/signatories/${joined.id}`,
    city: `/organisations/${joined.city}`,
    plan: `/action-plans/${ids.plan}`,
    assessment: `/assessments/${ids.assessment}`,
    report: `/progress-reports/${ids.report}`,
  };
  const over: string[] = [];
  for (const [name, path] of Object.entries(paths)) over.push(...(await overBudget(someone, site.home, { name, path })));
  expect(over).toEqual([]);
});
