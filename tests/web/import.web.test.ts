import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileOf } from '../../web/src/exports/files.ts';
import { usd } from '../actors.ts';
import { type Visitor, visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { arrive, faultsOf } from './visits.ts';

const { site, browser } = await openSite();
let kobe: string;
beforeAll(async () => {
  kobe = await cityNamed('City of Kobe');
});

const cityNamed = async (name: string): Promise<string> =>
  (await site.api.as(secretary).registerProposer({}, { name, kind: 'city', countries: ['JP', 'VN'] })).id;

async function at(city: string, options: Parameters<typeof visitor>[1] = {}): Promise<Visitor> {
  const someone = await visitor(browser, options);
  await arrive(someone, site.home, '/projects/import', `${city}/proposer.officer`);
  return someone;
}

const choose = (page: Page, buffer: Buffer | string, name = 'projects.csv'): Promise<void> =>
  page.getByLabel('File with projects').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(buffer) });

async function projectsOf(city: string) {
  await settled(site.api);
  return Array.fromAsync(site.api.as(officerOf(city)).each('listProjects', { proposer: city }));
}

const HEADS = 'reference,title,countries,themes,currency,target,milestone.title,milestone.monthsAfterEffective,milestone.amount';
const GOOD = [
  HEADS,
  'IMP-1,Compost from markets,JP,composting,USD,1000.00,First,12,400.00',
  'IMP-1,,,,,,Second,24,600.00',
  'IMP-2,Glass comes back,VN JP,reuse,USD,500.00,All of it,6,500.00',
  '',
].join('\n');

describe('projects of a file', () => {
  test('are checked with every fault by row and column, mended, imported, and not made twice', async () => {
    const city = kobe;
    const someone = await at(city);
    const { page } = someone;
    expect(await faultsOf(someone)).toEqual([]);
    const bad = GOOD.replace('composting', 'compostin')
      .replace('VN JP', 'VN TH')
      .replace('400.00', '"400,00"')
      .replace('1000.00', '1000.001')
      .replace('Second,24,600.00', 'Second,,600.00')
      .replace('title,', 'title,tonnage,')
      .replace('Compost from markets,', 'Compost from markets,,');
    await choose(page, bad.replace('IMP-1,,,,,,', 'IMP-1,,,,,,,').replace('Glass comes back,', 'Glass comes back,,'));
    await page.getByText('0 new, 0 with changes to a draft that is there, 0 there already as they are, 2 with faults.').waitFor();
    for (const words of [
      'Row 2, milestone.amount Write a sum as 1250000.00, with a point and without groups.',
      'Row 3, milestone.monthsAfterEffective This cell must be filled in.',
      'Row 4, countries Your organisation is not registered for Thailand.',
    ])
      await page.getByText(words).waitFor();
    await page.getByText('The column “tonnage” is not known, and is not read.').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).evaluate('document.activeElement.tagName')).toBe('H2');
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
    expect(await faultsOf(someone)).toEqual([]);

    // What the browser cannot know the API reports, once everything else is right.
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, GOOD.replace('composting', 'compostin').replace('1000.00', '1000.001'));
    await page.getByText('Row 2, target A rule is not kept: must have no more decimal places than USD has').waitFor();
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, GOOD.replace('composting', 'compostin').replace('USD,1000.00', 'USD,'));
    await page.getByText(/Row 2, themes “compostin” is not in the list of the installation. Nearest: composting/).waitFor();
    expect(await projectsOf(city)).toEqual([]);

    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, GOOD);
    await page.getByText('2 new, 0 with changes').waitFor();
    expect(await page.getByText('It can be submitted.').count()).toBe(2);
    await page.getByRole('button', { name: 'Import 2 projects' }).press('Enter');
    await page.getByText('2 drafted, 0 changed, 0 there already, 0 refused, 0 not done.').waitFor();
    expect(await faultsOf(someone)).toEqual([]);
    const made = await projectsOf(city);
    expect(made.map(({ status, proposal: { reference, countries } }) => [reference, status, countries])).toEqual([
      ['IMP-1', 'draft', ['JP']],
      ['IMP-2', 'draft', ['VN', 'JP']],
    ]);
    expect(made[0]?.proposal.milestones).toEqual([
      { number: 1, title: 'First', monthsAfterEffective: 12, amount: usd('400.00') },
      { number: 2, title: 'Second', monthsAfterEffective: 24, amount: usd('600.00') },
    ]);

    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, GOOD);
    await page.getByText('0 new, 0 with changes to a draft that is there, 2 there already as they are, 0 with faults.').waitFor();
    // Nor by another tab that saw them as new before.
    const other = await at(city);
    await other.page.route('**/v1/projects?*', (route) =>
      route.fulfill({ json: { projects: [], total: { count: 0, more: false }, counts: {} } }),
    );
    await choose(other.page, GOOD);
    await other.page.getByRole('button', { name: 'Import 2 projects' }).press('Enter');
    await other.page.getByText('2 drafted').waitFor();
    expect((await projectsOf(city)).map(({ id, version }) => [id, version])).toEqual(made.map(({ id, version }) => [id, version]));
    expect([...someone.complaints, ...other.complaints].filter((said) => !said.includes('status of 400'))).toEqual([]);
  });

  test('change drafts that are there where that is wanted, and none that somebody has changed meanwhile', async () => {
    const city = await cityNamed('City of Nagoya');
    const someone = await at(city);
    const { page } = someone;
    await choose(page, GOOD);
    await page.getByRole('button', { name: 'Import 2 projects' }).press('Enter');
    await page.getByText('2 drafted').waitFor();
    const [one] = await projectsOf(city);
    const { id = '', version = 0, proposal } = one ?? {};
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    const changed = GOOD.replace('from markets', 'from every market').replace('comes back', 'comes home');
    await choose(page, changed);
    await page.getByText('0 new, 2 with changes to a draft that is there').waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
    await page.getByLabel('Also change the 2 drafts that are there already').press('Space');
    const theirs = { ...proposal, description: 'Written by a colleague.' };
    await site.api.as(officerOf(city)).reviseProposal({ id }, theirs as never, { version });
    await page.getByRole('button', { name: 'Import 2 projects' }).press('Enter');
    await page.getByText('0 drafted, 1 changed, 0 there already, 1 refused, 0 not done.').waitFor();
    expect((await projectsOf(city)).map(({ proposal: { title, description = '' } }) => [title, description])).toEqual([
      ['Compost from markets', 'Written by a colleague.'],
      ['Glass comes home', ''],
    ]);
    // What the file has no column for stays.
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, changed);
    await page.getByLabel('Also change the draft that is there already').press('Space');
    await page.getByRole('button', { name: 'Import one project' }).press('Enter');
    await page.getByText('0 drafted, 1 changed, 1 there already').waitFor();
    expect((await projectsOf(city)).map(({ proposal: { title, description = '' } }) => [title, description])).toContainEqual([
      'Compost from every market',
      'Written by a colleague.',
    ]);
  });

  test('are stopped and gone on with, each made once', async () => {
    const city = await cityNamed('City of Sendai');
    const someone = await at(city);
    const { page } = someone;
    const many = Array.from({ length: 100 }, (_, index) => `MANY-${index},Project ${index}`);
    await choose(page, ['reference,title', ...many].join('\n'));
    let sent = 0;
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    await page.route('**/v1/projects', async (route) => {
      sent += 1;
      if (sent === 6) await stopped;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Import 100 projects' }).press('Enter');
    await page.getByText('5 of 100 done').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('5');
    await page.getByRole('button', { name: 'Stop' }).press('Enter');
    resolve();
    await page.getByText('6 drafted, 0 changed, 0 there already, 0 refused, 94 not done.').waitFor();
    expect((await projectsOf(city)).length).toBe(6);
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
    await choose(page, ['reference,title', ...many].join('\n'));
    await page.getByRole('button', { name: 'Import 94 projects' }).press('Enter');
    await page.getByText('94 drafted, 0 changed, 6 there already, 0 refused, 0 not done.').waitFor();
    const references = (await projectsOf(city)).map(({ proposal }) => proposal.reference);
    expect([references.length, new Set(references).size]).toEqual([100, 100]);
    await page.locator('summary', { hasText: 'Export' }).press('Enter');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).press('Enter')]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect([download.suggestedFilename(), lines.length]).toEqual(['import-results.csv', 101]);
    expect(lines.filter((line) => /,Drafted,prj_/.test(line)).length).toBe(94);
  });
});

test.each([
  ['no UTF-8', Buffer.from([0x72, 0x2c, 0x74, 0x0a, 0x8a, 0xae]), 'The file is not in UTF-8.'],
  ['another separator', 'reference:title\nA:B', 'The columns cannot be told apart.'],
  ['no title', 'reference,tittle\nA,B', 'The file lacks the column title.'],
  ['nothing', '', 'The file has no rows.'],
  ['a formula', 'reference,title\nA,=1+1', 'There are formulas in B2.'],
  ['10,000 rows', `reference,title\n${'A,B\n'.repeat(10_000)}`, 'The file has 10,000 rows; at most 5,000 are read at once.'],
])('a file with %s is refused with the reason', async (_, file, words) => {
  const someone = await at(kobe, { viewport: { width: 320, height: 800 } });
  await choose(someone.page, file);
  await someone.page.getByRole('alert').getByText(words).waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(await someone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  expect(someone.complaints).toEqual([]);
  await someone.context.close();
});

test('drafts that one city saves in any kind of file another city imports as they were', async () => {
  const [from, to] = [await cityNamed('City of Yokohama'), await cityNamed('City of Da Nang')];
  const full = {
    reference: 'YOK-1',
    title: '=Compost <b>for</b> all',
    description: 'One line,\n"two" lines',
    language: 'en',
    readiness: 3,
    countries: ['JP'],
    themes: ['composting', 'food-waste'],
    instruments: ['grant', 'loan'],
    preferredInstrument: 'Blue loan',
    indicators: ['jobs-created'],
    beneficiaries: 310_000,
    operator: '@Bureau',
    place: { id: '1848354' },
    wasteStreams: [{ stream: 'food', tonnesPerYear: '31500.5' }, { stream: 'textiles' }, { stream: 'electronic' }],
    capacity: { quantity: '120', unit: 't/d' },
    target: usd('1000.10'),
    minimumCloseBasisPoints: 7_500,
    cost: usd('1250.10'),
    ownContribution: usd('150.00'),
    otherSources: [{ name: '-Prefecture', amount: usd('100.00') }],
    plannedIndicators: [
      { code: 'tonnes-composted', unit: 't', baseline: '-5', target: '31500', method: 'Scales, twice', milestones: [1, 2] },
      { code: 'households-served', unit: 'households', target: '120000' },
    ],
    milestones: [
      { number: 1, title: 'First', monthsAfterEffective: 12, amount: usd('400.10') },
      { number: 2, title: 'Second', monthsAfterEffective: 24, amount: usd('600.00') },
    ],
  };
  const officer = site.api.as(officerOf(from));
  await officer.draftProject({}, { proposer: from, proposal: full as never });
  await officer.draftProject({}, { proposer: from, proposal: { reference: 'YOK-2', title: 'Begun' } as never });
  const yen = { reference: 'YOK-3', title: 'Yen', target: { amount: '5000', currency: 'JPY' }, cost: usd('9.00') };
  await officer.draftProject({}, { proposer: from, proposal: yen as never });
  await settled(site.api);
  const saidBy = async (city: string) => (await projectsOf(city)).map(({ proposal }) => proposal);
  const original = await saidBy(from);

  const exporter = await visitor(browser);
  await arrive(exporter, site.home, '/projects', `${from}/proposer.officer`);
  await exporter.page.locator('main summary', { hasText: 'Export' }).press('Enter');
  const importer = await at(to);
  for (const [kind, is] of [
    ['CSV', '3 new'],
    ['Excel workbook', '3 there already as they are'],
    ['JSON', '3 there already as they are'],
  ] as const) {
    const button = exporter.page.getByRole('button', { name: kind });
    const [download] = await Promise.all([exporter.page.waitForEvent('download'), button.press('Enter')]);
    await choose(importer.page, readFileSync(await download.path()), download.suggestedFilename());
    await importer.page.getByText(is).waitFor();
    if (kind === 'CSV') {
      await importer.page.getByRole('button', { name: 'Import 3 projects' }).press('Enter');
      await importer.page.getByText('3 drafted').waitFor();
      expect(new Map((await saidBy(to)).map((each) => [each.reference, each]))).toEqual(
        new Map(original.map((each) => [each.reference, each])),
      );
    }
    await importer.page.getByRole('button', { name: 'Choose another file' }).press('Enter');
  }
  expect([...exporter.complaints, ...importer.complaints]).toEqual([]);
});

test('only officers of cities import, and find the way from where drafts are begun', async () => {
  const certifier = await visitor(browser);
  await arrive(certifier, site.home, '/projects/import', `${kobe}/proposer.certifier`);
  await certifier.page.getByText('Only the role “Proposer’s officer” can do this.').waitFor();
  const officer = await visitor(browser);
  for (const path of ['/projects', '/projects/new']) {
    await arrive(officer, site.home, path, `${kobe}/proposer.officer`);
    await officer.page.getByRole('link', { name: 'Import from a file' }).press('Enter');
    await officer.page.getByRole('heading', { name: 'Import projects from a file' }).waitFor();
  }
  const [download] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.page.getByRole('button', { name: 'Empty file with all columns' }).press('Enter'),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFFreference,title,/);
});

test('a large workbook is read under the content security policy of the site', async () => {
  const someone = await at(kobe);
  // Words that hardly pack: above half a megabyte.
  const rows = Array.from({ length: 300 }, (_, row) => ({
    reference: `BIG-${row}`,
    title: 'Compost',
    description: randomBytes(2_000).toString('hex').slice(0, 4_000),
  }));
  const columns = (['reference', 'title', 'description'] as const).map((key) => ({ key, value: (row: (typeof rows)[number]) => row[key] }));
  const file = await fileOf('xlsx', { columns, rows, names: {} });
  expect(file.size).toBeGreaterThan(600_000);
  await choose(someone.page, Buffer.from(await file.arrayBuffer()), 'projects.xlsx');
  await someone.page.getByText('300 new, 0 with changes').waitFor();
  expect(someone.complaints).toEqual([]);
});
