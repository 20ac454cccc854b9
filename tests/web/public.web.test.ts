import { openAsBlob, readFileSync } from 'node:fs';
import { secretary } from '@junkan/scripts/main-job/api.ts';
import { readMatter } from '@junkan/words/matters.ts';
import { STATES, translationsIn } from '@junkan/words/state.ts';
import { handedIn } from '@junkan/words/xliff.ts';
import { expect, test } from 'vitest';
import { readTable } from '../../web/src/imports/table.ts';
import { visitor } from './chromium.ts';
import { openShown } from './opened.ts';
import { arrive } from './visits.ts';

const { site, browser, scene: shown } = await openShown();

async function anybodyAt(path: string) {
  const someone = await visitor(browser);
  await arrive(someone, site.home, path, '');
  return someone;
}
const focused = 'document.activeElement.getAttribute("aria-label")';

test('everybody sees of a project which milestone is paid, and nothing that leads to what is for its parties', async () => {
  const { page, complaints } = await anybodyAt(`/projects/${shown.projects.running}`);
  const [one, two] = shown.milestones;
  await page.getByText('1 of 2 milestones paid').waitFor();
  expect(await page.locator(`data[data-of="${one}/paid"]`).getAttribute('value')).toBe('18000000.00');
  expect(await page.locator(`data[data-of="${two}/paid"]`).getAttribute('value')).toBe('0.00');
  expect(await page.getByText('paid in full').count()).toBe(1);
  expect(await page.locator('.ms a').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('from a project everybody comes to its city, with all that it has published, and a sponsor says what it looks for', async () => {
  const { page, complaints } = await anybodyAt(`/projects/${shown.projects.running}`);
  await page.getByText(/It has a date of its own: here it is /).waitFor();
  await page.getByRole('link', { name: 'City of Yokohama' }).press('Enter');
  await page.getByRole('heading', { name: 'City of Yokohama', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Repair cafés in every ward' }).waitFor();
  expect(await page.locator(`data[data-of="${shown.city}/totals/USD/settled"]`).getAttribute('value')).toBe('18000000.00');
  await page.goto(`${site.home}/organisations/${shown.bank.sponsor}`);
  await page.getByText('Repair before recycling').waitFor();
  expect(await page.getByRole('main').getByRole('link').allTextContents()).toEqual(['Portfolio']);
  expect(complaints).toEqual([]);
});

test('a party sees which sponsor pays which milestone, one after the other by the keyboard', async () => {
  const someone = await visitor(browser);
  await arrive(someone, site.home, `/projects/${shown.projects.running}`, `${shown.city}/proposer.officer`);
  const { page, complaints } = someone;
  // The picture comes once it is nearly seen.
  await page.locator('#h-who-pays').scrollIntoViewIfNeeded();
  await page.locator('.flow [tabindex="0"]').focus();
  expect(await page.evaluate(focused)).toBe('Asia Circular Development Bank to 1. First site composts: USD 12,000,000.00, Settled');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(focused)).toMatch(/^Fund for Cities without Waste to 1\. First site composts: USD 6,000,000\.00, Settled$/);
  expect(complaints).toEqual([]);
});

test('a place of the map leads to its projects by the keyboard, and back', async () => {
  const { page, complaints } = await anybodyAt('/');
  const place = page.getByRole('link', { name: 'Yokohama, Japan: 4 projects' });
  await place.press('Enter');
  await page.waitForURL(`${site.home}/?cell=n34e138`);
  await page.getByText('Only projects around Yokohama are shown.').waitFor();
  await page.getByRole('link', { name: 'Show all places' }).press('Enter');
  await page.waitForURL(`${site.home}/`);
  await page.getByRole('heading', { name: 'By country' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the flow of money is one stop of the keyboard, whose arrows lead from part to part, each by its name', async () => {
  const { page, complaints } = await anybodyAt('/flow');
  expect(await page.locator('.flow [tabindex="0"]').count()).toBe(1);
  await page.locator('.flow [tabindex="0"]').focus();
  expect(await page.evaluate(focused)).toBe('Japan to In implementation: USD 18,000,000.00, Settled');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(focused)).toBe('Japan to In implementation: USD 24,000,000.00, Committed, not yet due');
  await page.keyboard.press('End');
  expect(await page.evaluate(focused)).toBe('Submitted to Still sought: USD 42,005,000.00, Still sought');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(focused)).toBe('Japan to In implementation: USD 18,000,000.00, Settled');
  expect(complaints).toEqual([]);
});

test('each public list is a file, with its columns explained on the page', async () => {
  const { page, complaints } = await anybodyAt('/data');
  for (const [name, says] of [
    ['projects', { reference: 'YOK-2026-01', countries: 'JP' }],
    ['milestones', { number: '1', settled: '18000000.00', paid: 'in-full' }],
    ['money', { countries: 'JP', stage: 'committed', amount: '24000000.00' }],
    ['places', { cell: 'n34e138', placeName: 'Yokohama', projectCount: '4' }],
  ] as const) {
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await row.locator('summary').press('Enter');
    const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: 'CSV' }).press('Enter')]);
    expect(download.suggestedFilename()).toBe(`${name}.csv`);
    const { rows } = await readTable(await openAsBlob(await download.path()));
    expect(rows.map(({ cells }) => cells)).toContainEqual(expect.objectContaining(says));
  }
  await page.getByText('Columns of milestones').press('Enter');
  await page.getByText('What is paid, by all sponsors together').waitFor();
  expect(complaints).toEqual([]);
});

test('translators see how far a language has come, each message with its English, and take the language along', async () => {
  const { page, complaints } = await anybodyAt('/');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Translations' }).press('Enter');
  await page.getByRole('link', { name: 'ไทย' }).press('Enter');
  const messages = translationsIn('holds', readMatter('holds')).filter(({ language }) => language === 'th');
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'holds', exact: true }) });
  await row.waitFor();
  const counted = STATES.map((state) => `${messages.filter((each) => each.state === state).length}`);
  expect(await row.getByRole('cell').allTextContents()).toEqual(counted);
  await row.getByRole('link').press('Enter');
  await page.getByRole('heading', { name: 'Messages: holds' }).waitFor();
  await expect.poll(() => page.locator('td [lang=th]').allTextContents()).toEqual(messages.map(({ text }) => text));
  expect(await page.locator('td [lang=en]').allTextContents()).toEqual(messages.map(({ source }) => source));
  const reviewed = messages.filter(({ state }) => state === 'reviewed').length;
  await page.getByRole('link', { name: `Reviewed ${reviewed}` }).press('Enter');
  await expect.poll(() => page.locator('td [lang=th]').count()).toBe(reviewed);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download XLIFF: ไทย' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('th.xlf');
  const handed = handedIn(readFileSync(await download.path(), 'utf8')).get('holds');
  expect(handed?.map(({ text }) => text)).toEqual(messages.map(({ text }) => text));
  expect(complaints).toEqual([]);
});

/** What an installation of a newer version answers: each status of the item, and of its parts, is one that this page does not know. */
const ofNewerVersion = (item: unknown): unknown =>
  JSON.parse(JSON.stringify(item), (name, value: unknown) => (name === 'status' && typeof value === 'string' ? 'brand-new' : value));

test('a status that the page does not know is shown as unknown, and as neither good nor bad', async () => {
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  for (const item of ['projects', 'agreements'])
    await page.route(new RegExp(`/v1/${item}/\\w+(\\?|$)`), async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: ofNewerVersion(await response.json()) });
    });
  const unknown = page.locator('.tag', { hasText: 'Unrecognised: brand-new' });
  const tones = () =>
    unknown.evaluateAll((all: readonly { readonly className: string }[]) => [...new Set(all.map((each) => each.className.trim()))]);
  await arrive(someone, site.home, `/projects/${shown.projects.running}`, `${shown.city}/proposer.officer`);
  await expect.poll(tones).toEqual(['tag']);
  await arrive(someone, site.home, `/agreements/${shown.agreement}`, `${shown.city}/proposer.officer`);
  await expect.poll(tones).toEqual(['tag']);
  expect(await page.locator('.tag', { hasText: /^(Settled|Paid|Ended|Closed)$/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a search finds a country by its name in any language, and where nothing is found it says how to go on', async () => {
  const { page, complaints } = await anybodyAt(`/?q=${encodeURIComponent('インドネシア')}`);
  await page.getByText('No project is found for “インドネシア”.').waitFor();
  expect(await page.locator('.map').count()).toBe(0);
  await page.goto(`${site.home}/?q=${encodeURIComponent('जापान')}`);
  await page.getByRole('link', { name: 'Repair cafés in every ward' }).first().waitFor();
  await page.goto(`${site.home}/?q=yokohma&country=JP`);
  await page.getByRole('link', { name: 'Search for “yokohama”' }).waitFor();
  await page.getByRole('link', { name: '“yokohma” in all projects' }).waitFor();
  await page.getByRole('link', { name: 'All projects under these filters' }).press('Enter');
  await page.getByRole('link', { name: 'Repair cafés in every ward' }).first().waitFor();
  expect(complaints).toEqual([]);
});

test('a sponsor finds what is its own by its name from every page, and nobody else does', async () => {
  const { name } = await site.api.as(secretary).getSponsor({ id: shown.bank.sponsor });
  const someone = await visitor(browser);
  const { page, complaints } = someone;
  await arrive(someone, site.home, '/desk', `${shown.bank.sponsor}/sponsor.officer`);
  await page.locator('#find').press('Enter');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('dialog').getByRole('combobox').press('Enter');
  await page.getByRole('heading', { name: 'Best match' }).waitFor();
  await page.getByRole('link', { name, exact: true }).first().waitFor();
  await page.goto(`${site.home}/?q=${encodeURIComponent(name)}`);
  await page.locator(`a[href="/projects/${shown.projects.running}"]`).first().waitFor();
  await page.locator(`data[data-of="${shown.projects.running}/paid"]`).first().waitFor();
  expect(complaints).toEqual([]);
  const stranger = await anybodyAt(`/?q=${encodeURIComponent(name)}`);
  await stranger.page.getByText(`No project is found for “${name}”.`).waitFor();
});

test('a person of a trial is called by the name with the role in the language of the reader, anybody else by the own name', async () => {
  const someone = await visitor(browser, { locale: 'hi' });
  const { page } = someone;
  const person = `${shown.bank.sponsor}/sponsor.approver`;
  let called = 'Anong Srisai, Bank of the Coast';
  await page.route(/\/v1\/agreements\/\w+(\?|$)/, async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as { names: object };
    await route.fulfill({ response, json: { ...json, names: { ...json.names, [person]: { text: called } } } });
  });
  await arrive(someone, site.home, `/agreements/${shown.agreement}`, `${shown.city}/proposer.officer`);
  await page.getByText('Anong Srisai (प्रायोजक का अनुमोदक), Bank of the Coast').first().waitFor();
  called = 'Rina Wijaya';
  await page.reload();
  await page.getByText('Rina Wijaya').first().waitFor();
});
