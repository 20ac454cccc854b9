import { readFileSync } from 'node:fs';
import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { expertOf, nameOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first as firstOf } from '../actors.ts';
import { passedTo } from '../joined-city.ts';
import { FEE, PARAGRAPHS, published } from '../policy.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, browser, actors, narrow } = await openSite();

const SHOTS = process.env['JUNKAN_SHOTS'];

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless({ page, ...someone }: Visitor, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf({ page, ...someone })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

test('from a request to its adoption, by the keyboard alone', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const template = await published(site.api);
  const [city, partner] = [await actors.city('Nodi Para'), await actors.partner()];
  await site.api.as(expertOf(partner)).muteNotices({}, { kinds: ['match'], projects: [] });
  const [officer, certifier, expert] = [`${city}/proposer.officer`, `${city}/proposer.certifier`, `${partner}/programme.expert`];
  await isFaultless(await narrow('', `/policies/${template}`), 'policy');

  const asked = await at(officer, '/support-requests');
  await asked.page.getByRole('button', { name: 'Ask for support' }).press('Enter');
  const asking = asked.page.getByRole('form', { name: 'Ask for support' });
  const question = { Title: 'Fee by what is thrown away', Question: 'How do we begin?' };
  for (const [label, text] of Object.entries(question)) await asking.getByLabel(label, { exact: true }).fill(text);
  await sends(asked.page, 'Ask for support');
  await asking.getByRole('button', { name: 'Fill in “Type of instrument”.' }).waitFor();
  await asking.getByLabel('Type of instrument').selectOption('payt');
  await asking.getByRole('checkbox', { name: firstOf(FEE.content.texts ?? []).title }).press('Space');
  const place = asking.getByRole('searchbox', { name: 'Place' });
  await place.fill('Tokyo');
  await asking.getByRole('button', { name: 'Tokyo, Japan' }).waitFor();
  await place.press('ArrowDown');
  await asked.page.keyboard.press('Enter');
  await isFaultless(asked, 'asking');
  await sends(asked.page, 'Ask for support');
  await asked.page.getByRole('heading', { name: question.Title, level: 1 }).waitFor();
  const path = new URL(asked.page.url()).pathname;
  await isFaultless(asked, 'request');
  await act(SECRETARIAT.officer, path, 'Accept the request');
  await act(SECRETARIAT.officer, path, 'Name an expert', { Person: nameOf(expertOf(partner)) });
  await act(expert, path, 'Declare your interests');

  const drafting = await at(expert, path);
  const [first, second] = PARAGRAPHS;
  await drafting.page.getByLabel('New paragraph').fill(`${first?.text}\n\n${second?.text}`);
  await isFaultless(drafting, 'drafting');
  await sends(drafting.page, 'Offer a draft');
  await drafting.page.getByRole('heading', { name: /^Draft 1 of/ }).waitFor();
  await act(officer, path, 'Comment within the city', { Note: 'Covers 38 % of running cost.' });
  await act(SECRETARIAT.officer, path, 'Comment on a paragraph', {
    'Who reads it': 'City, expert, secretariat',
    Note: 'Others began low.',
  });
  const read = await at(expert, path);
  expect(await read.page.getByText('Covers 38 %').count()).toBe(0);
  await read.page.getByText('Others began low.').waitFor();
  await act(expert, path, 'Answer the comment', { Answer: 'Not taken up', Note: 'The budget bears it.' });
  await act(officer, path, 'Answer the internal comment', { Answer: 'Not taken up', Note: 'So it does.' });
  await act(expert, path, 'Deliver the draft');

  const decidedOn = dayIn('Asia/Tokyo', (await settled(site.api)).now);
  const decided = await act(certifier, path, 'Record the adoption', { 'Decided on': decidedOn, 'Number of the decision': '7' });
  await decided.page.getByText('Waits for its check').waitFor();
  await isFaultless(decided, 'decided');
  await act(SECRETARIAT.verifier, path, 'Confirm the adoption');
  const anybody = await narrow('', path);
  await anybody.page.getByText('Checked by a second person').waitFor();
  await isFaultless(anybody, 'anybody');
  expect(await site.api.as(secretary).getSupportRequest({ id: path.slice('/support-requests/'.length) as never })).toMatchObject({
    status: 'adopted',
    type: FEE.content.type,
    templates: [{ instrument: template, number: 1 }],
  });

  await passedTo(site.api, `${plusMonths(decidedOn, 12)}T03:00:00.000Z`);
  await settled(site.api);
  const told = await act(officer, path, 'Tell what came of it', {
    'How it goes': 'It works in part',
    Note: 'Half as much is thrown away.',
  });
  await told.page.getByText('After 12 months: It works in part').waitFor();
  await isFaultless(told, 'told');
  expect(complaints()).toEqual([]);
});

test('a policy is entered, published and written anew by the keyboard, in several languages and from several sources', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const entering = await at(SECRETARIAT.officer, '/policies');
  await entering.page.getByRole('link', { name: 'Enter a policy' }).press('Enter');
  const form = entering.page.getByRole('form', { name: 'Enter a policy' });
  await form.getByLabel('Own reference number').fill('PH-QC-2019-bags');
  await sends(entering.page, 'Enter a policy');
  await form.getByRole('button', { name: 'Fill in “What it does”.' }).waitFor();
  await form.getByRole('button', { name: 'Add a language' }).press('Enter');
  await form.getByRole('button', { name: 'Add a source' }).press('Enter');
  const [english, second] = ['Language 1', 'Language 2'].map((name) => form.getByRole('group', { name }));
  await english?.getByLabel('Title').fill('Ban on single-use plastics');
  await english?.getByLabel('What it does').fill('Hotels and restaurants give none.');
  await second?.getByLabel('Language').selectOption('fil');
  await second?.getByLabel('Title').fill('Pagbabawal sa plastik');
  await second?.getByLabel('What it does').fill('Walang ibibigay.');
  for (const [label, code] of [
    ['Type', 'ban'],
    ['Strategy', 'reduce'],
    ['Stage', 'in-force'],
    ['Country', 'PH'],
    ['Level of government', 'city'],
  ] as const)
    await form.getByLabel(label).selectOption(code);
  await form.getByRole('group', { name: 'Themes' }).getByRole('checkbox', { name: 'Plastics' }).press('Space');
  await form.getByLabel('Area').fill('Quezon City');
  await form.getByLabel('Adopted in').fill('2019');
  await form.getByLabel('In force from').fill('2020-02');
  const told = form.getByRole('group', { name: 'Source 1' });
  await told.getByLabel('Address on the web').fill('https://quezoncity.gov.ph/ordinances');
  await told.getByLabel('Who publishes it').fill('government');
  const law = { name: 'ordinance.txt', mimeType: 'text/plain', buffer: Buffer.from('No shop gives bags.') };
  await told.getByLabel('File of source 1').setInputFiles(law);
  await told.getByText('A file is kept for this source.').waitFor();
  await told.getByLabel('Licence of the file').selectOption('public-domain');
  await form.getByRole('group', { name: 'Source 2' }).getByLabel('Address on the web').fill('https://news.example/ban');
  await form.getByLabel('Wording to begin with').fill('No shop gives bags.\n\nFines pay for the advice.');
  await isFaultless(entering, 'entering');
  await sends(entering.page, 'Enter a policy');
  await entering.page.getByRole('heading', { name: 'Ban on single-use plastics', level: 1 }).waitFor();
  const path = new URL(entering.page.url()).pathname;
  const id = path.slice('/policies/'.length) as never;
  await act(SECRETARIAT.officer, path, 'Publish the version');

  const revising = await at(SECRETARIAT.officer, path);
  await revising.page.getByRole('link', { name: 'Write the next version' }).press('Enter');
  const next = revising.page.getByRole('form', { name: 'Write the next version' });
  await next.getByLabel('What it costs').fill('Two inspectors.');
  await isFaultless(revising, 'revising');
  await sends(revising.page, 'Write the next version');
  await revising.page.getByRole('button', { name: 'Publish the version' }).waitFor();
  const { versions, draft } = await site.api.as(secretary).getPolicyInstrument({ id });
  expect(versions).toMatchObject([
    {
      number: 1,
      content: {
        texts: [
          { language: 'en', title: 'Ban on single-use plastics', does: 'Hotels and restaurants give none.' },
          { language: 'fil', title: 'Pagbabawal sa plastik' },
        ],
        ...{ type: 'ban', fiveR: 'reduce', themes: ['plastics'], stage: 'in-force', country: 'PH', area: 'Quezon City', level: 'city' },
        ...{ year: '2019', inForceFrom: '2020-02' },
        sources: [
          { address: 'https://quezoncity.gov.ph/ordinances', publisher: 'government', file: expect.stringMatching(/^[0-9a-f]{64}$/) },
          { address: 'https://news.example/ban' },
        ],
        paragraphs: ['No shop gives bags.', 'Fines pay for the advice.'],
      },
    },
  ]);
  expect(draft).toEqual({ ...versions[0]?.content, costs: 'Two inspectors.' });
  const searching = await narrow('', '/policies');
  await searching.page.getByRole('searchbox', { name: 'Search', exact: true }).last().fill('pagbabawal');
  await searching.page.getByRole('button', { name: 'Apply' }).press('Enter');
  await expect.poll(() => searching.page.getByRole('table').getByRole('link').allInnerTexts()).toEqual(['Ban on single-use plastics']);
  await isFaultless(searching, 'found');
  const entered = await narrow('', path);
  await isFaultless(entered, 'entered');
  const downloading = entered.page.waitForEvent('download');
  await entered.page.getByRole('link', { name: 'File', exact: true }).press('Enter');
  expect(readFileSync(await (await downloading).path(), 'utf8')).toBe('No shop gives bags.');
  expect(complaints()).toEqual([]);
});

test('a city enters what is its own, and nobody writes what another has entered', async () => {
  const { at, complaints } = people(browser, site.home);
  const template = await published(site.api, { ...FEE, reference: 'TW-TP-2000-fee' });
  const city = await actors.city('Nodi Kul');
  const entering = await at(`${city}/proposer.officer`, '/policies/new');
  const level = entering.page.getByLabel('Level of government');
  expect(await level.getByRole('option').allInnerTexts()).toEqual(['Choose', 'City']);
  const other = await at(`${city}/proposer.officer`, `/policies/${template}`);
  expect(await other.page.getByRole('link', { name: 'Write the next version' }).count()).toBe(0);
  const refused = await at(`${city}/proposer.officer`, `/policies/${template}/edit`);
  await refused.page.getByText('Only an officer of who has entered this policy').waitFor();
  const stranger = await narrow('', '/policies');
  expect(await stranger.page.getByRole('link', { name: 'Enter a policy' }).count()).toBe(0);
  expect(complaints()).toEqual([]);
});
