import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { joinedCity } from '../joined-city.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';
import { overBudget } from './weighed.ts';

const { site, browser, actors } = await openSite();
const UNFOUND = /404|409|412/;
const city = await actors.city('Nodi Para');
const joined = await joinedCity(site.api, city);
const [officer, certifier] = [`${city}/proposer.officer`, `${city}/proposer.certifier`];
const ofCity = `/signatories/${joined.id}`;
const SHOTS = process.env['JUNKAN_SHOTS'];

/** What a screen shows has no fault, and on a telephone nothing is wider than the page. */
async function isFaultless(someone: Visitor, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await someone.page.setViewportSize({ width, height: 900 });
    if (SHOTS) await someone.page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf(someone)).toEqual([]);
    expect(await someone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

test('a self-assessment is answered by its words and signed off by another person; its change is a picture and a table of the same', async () => {
  const { act } = people(browser, site.home);
  const begun = await act(officer, ofCity, 'Begin a self-assessment');
  await begun.page.getByRole('heading', { name: 'Self-assessment', level: 1 }).waitFor();
  const path = new URL(begun.page.url()).pathname;
  const id = path.split('/').at(-1) ?? '';
  const question = begun.page.getByRole('article', { name: 'Roles and responsibilities' });
  await question.getByRole('button', { name: 'Answer the dimension' }).press('Enter');
  await sends(begun.page, 'Answer the dimension');
  await begun.page.getByText('Choose what holds for the city').first().waitFor();
  await begun.page.getByLabel('1: a person or unit proposed').press('Space');
  await begun.page.getByLabel('Target').fill('3');
  await begun.page.getByLabel('By which year').fill('2031');
  await isFaultless(begun, 'assessment-answering');
  await sends(begun.page, 'Answer the dimension');
  await begun.page.getByText('1 of 12 dimensions answered').waitFor();
  const { draft } = await joined.officer.getAssessment({ id });
  for (const [index, dimension] of (draft?.dimensions ?? []).entries())
    if (dimension !== 'roles')
      await joined.officer.answerDimension(
        { id },
        {
          edition: 1,
          dimension,
          known: 'level',
          level: index % 4,
          reason: '',
          evidence: [],
          addresses: ['https://city.example/minutes'],
          target: 3,
          targetYear: 0,
        },
      );
  const signed = await act(certifier, path, 'Sign off the self-assessment');
  await signed.page.getByRole('img', { name: 'Roles and responsibilities: 1; target 3' }).waitFor();
  await signed.page.getByText('Level 1, to be 3 by 2031').waitFor();
  await isFaultless(signed, 'assessment');
  await signed.page.getByRole('link', { name: 'Table' }).press('Enter');
  await signed.page
    .getByRole('group', { name: 'Change' })
    .getByRole('row', { name: /^Roles and responsibilities 1 3$/ })
    .waitFor();
  expect(await faultsOf(signed)).toEqual([]);
});

test('an action plan is drafted, signed off, returned with a remark, and accepted', async () => {
  const { at, act } = people(browser, site.home);
  const begun = await act(officer, ofCity, 'Begin the action plan');
  await begun.page.getByRole('heading', { name: 'Action plan', level: 1 }).waitFor();
  const path = new URL(begun.page.url()).pathname;
  const { page } = begun;
  await page.getByRole('link', { name: 'Draft the action plan' }).press('Enter');
  await page.getByLabel('Title of action 1').fill('A market for used goods');
  const drafting = page.getByRole('form', { name: 'Draft the action plan' });
  await drafting.getByRole('button', { name: 'Draft the action plan' }).press('Enter');
  await page.getByText('Action 1 serves no commitment: choose one at least').first().waitFor();
  await page.getByLabel('C1 Reuse').press('Space');
  await page.getByLabel('It seeks money').press('Space');
  await page.getByLabel('Decided on').fill(joined.day(0, '01-19'));
  await page.getByLabel('Number of the decision').fill('44');
  await page.getByLabel('Add files').setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('Decided.') });
  await page.getByRole('button', { name: 'Remove minutes.txt' }).waitFor();
  await page.getByLabel('Objective 1').fill('Half of the waste is used again.');
  await page.getByLabel('Why nothing is planned for C2').fill('The province does it.');
  await isFaultless(begun, 'plan-drafting');
  await drafting.getByRole('button', { name: 'Draft the action plan' }).press('Enter');
  await page.getByText('1 of 2 commitments have an action.').waitFor();
  await act(certifier, path, 'Sign off the action plan');
  const returning = await at(SECRETARIAT.verifier, path);
  await returning.page.locator('summary', { hasText: 'Return the action plan' }).press('Enter');
  await sends(returning.page, 'Return the action plan');
  await returning.page.getByText('Write a remark on one section at least').first().waitFor();
  await returning.page.getByRole('form', { name: 'Return the action plan' }).getByLabel('Objectives').fill('Which half?');
  await isFaultless(returning, 'plan-review');
  await sends(returning.page, 'Return the action plan');
  await returning.page.getByText('Returned. To be put right:').waitFor();
  const again = await at(officer, `${path}/draft`);
  await again.page.getByLabel('Objective 1').fill('Half of the food waste is used again.');
  await sends(again.page, 'Draft the action plan');
  await again.page.getByText('Half of the food waste is used again.').waitFor();
  await act(certifier, path, 'Sign off the action plan');
  const accepted = await act(SECRETARIAT.verifier, path, 'Accept the action plan');
  await accepted.page.getByText(/accepted on /).waitFor();
  await isFaultless(accepted, 'plan');
});

test('a progress report that came filled is written, signed off, returned, mended and published by three persons, by the keyboard', async () => {
  const { at, act, complaints } = people(browser, site.home);
  await joined.until(2, '10-03');
  await settled(site.api);
  const opened = await at(officer, ofCity);
  await opened.page
    .getByRole('link', { name: /report 1$/i })
    .first()
    .press('Enter');
  await opened.page.getByRole('heading', { name: 'Progress report 1', level: 1 }).waitFor();
  const path = new URL(opened.page.url()).pathname;
  const id = path.split('/').at(-1) ?? '';
  const { values = 0, filled = 0 } = (await joined.officer.getProgressReport({ id })).current ?? {};
  expect(filled).toBeGreaterThan(20);
  await opened.page.getByText(`${filled} of ${values} values came filled.`).waitFor();
  await isFaultless(opened, 'report-opened');
  for (const section of ['2. Actions', '3. Results', '6. Learning', '8. Evidence'])
    await act(officer, path, 'Write the section', { Note: 'Nothing was funded yet.' }, `section:has(> h2:text("${section}"))`);
  const value = opened.page.getByRole('region', { name: '6. Learning' });
  await value.getByRole('button', { name: 'Give a value' }).press('Enter');
  await opened.page.getByLabel('What the value is of').fill('Courses held');
  await opened.page.getByLabel(/^Value/).fill('3');
  await opened.page.getByLabel('Certainty').selectOption({ label: 'Reported' });
  await sends(opened.page, 'Give a value');
  await opened.page.getByText(`${filled} of ${values + 1} values came filled.`).waitFor();
  await opened.page.getByRole('button', { name: 'Change Actions for commitment C2' }).press('Enter');
  await opened.page.getByRole('button', { name: 'Explain the value' }).press('Enter');
  await opened.page.getByRole('form', { name: 'Explain the value' }).getByLabel('Note').fill('The province does it.');
  await isFaultless(opened, 'report-writing');
  await sends(opened.page, 'Explain the value');
  await opened.page.getByText('The province does it.').first().waitFor();
  await act(certifier, path, 'Sign off the progress report');

  const reviewing = await at(SECRETARIAT.verifier, path);
  await reviewing.page.getByRole('button', { name: 'Review Courses held' }).press('Enter');
  await reviewing.page.getByRole('button', { name: 'Accept or question a value' }).press('Enter');
  const review = reviewing.page.getByRole('form', { name: 'Accept or question a value' });
  await review.getByLabel('Verdict').selectOption({ label: 'Questioned' });
  await review.getByLabel('Note').fill('Whose?');
  await sends(reviewing.page, 'Accept or question a value');
  await review.waitFor({ state: 'detached' });
  await reviewing.page.getByText('Whose?').first().waitFor();
  await reviewing.page.locator('summary', { hasText: 'Return the progress report' }).press('Enter');
  await reviewing.page.getByRole('form', { name: 'Return the progress report' }).getByLabel('Learning').fill('Whose courses?');
  await isFaultless(reviewing, 'report-review');
  await sends(reviewing.page, 'Return the progress report');
  await reviewing.page.getByText('Returned. To be put right:').waitFor();

  await act(officer, path, 'Write the section', { Note: 'Courses of the ministry.' }, 'section:has(> h2:text("6. Learning"))');
  await act(certifier, path, 'Sign off the progress report');
  const accepted = await act(SECRETARIAT.verifier, path, 'Accept the progress report');
  await accepted.page.getByText(/published on /).waitFor();
  expect(await overBudget(accepted, site.home, { name: 'report', path, account: 'who is there' })).toEqual([]);
  await settled(site.api);
  // It is there for others now.
  const other = await at(`${await actors.city('Harukawa')}/proposer.officer`, path);
  await other.page.getByText('Courses of the ministry.').waitFor();
  await isFaultless(other, 'report');
  expect(first((await joined.officer.listProgressReports({ signatory: joined.id })).reports).status).toBe('published');
  expect(complaints().filter((complaint) => !UNFOUND.test(complaint))).toEqual([]);
});

test('an action is planned, revised, and what came of it is told', async () => {
  const { at, act } = people(browser, site.home);
  const planning = await at(officer, '/actions');
  const { page } = planning;
  await page.getByRole('link', { name: 'Plan an action' }).press('Enter');
  const form = page.getByRole('form', { name: 'Plan an action' });
  await form.getByRole('button', { name: 'Plan an action' }).press('Enter');
  await page.getByText('Title is missing').first().waitFor();
  await form.getByRole('searchbox').fill('Matsudo');
  await form
    .getByRole('button', { name: /^Matsudo/ })
    .first()
    .press('Enter');
  await page.getByLabel('Title').fill('A market for used goods');
  await page.getByLabel('Declaration').selectOption({ label: 'A declaration' });
  await page.getByLabel('C1 Reuse').press('Space');
  await isFaultless(planning, 'action-planning');
  await sends(page, 'Plan an action');
  await page.getByRole('heading', { name: 'A market for used goods', level: 1 }).waitFor();
  const path = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Revise the action' }).press('Enter');
  await page.getByLabel('Title').fill('Two markets for used goods');
  await sends(page, 'Revise the action');
  await page.getByRole('heading', { name: 'Two markets for used goods', level: 1 }).waitFor();
  await act(officer, path, 'Say that it is under way');
  const day = joined.day(0, '01-19');
  const told = await act(officer, path, 'Tell a result', {
    Indicator: 'Construction and demolition waste recovered',
    From: day,
    Until: day,
    Value: '12.5',
  });
  await told.page
    .getByText(/^12\.5/)
    .first()
    .waitFor();
  await isFaultless(told, 'action');
  const listed = await at(officer, '/actions');
  await listed.page.getByRole('link', { name: 'Two markets for used goods' }).waitFor();
  await isFaultless(listed, 'actions');
});

test('an officer makes a secret address of the calendar, which is shown once, and withdraws it', async () => {
  const { at, act } = people(browser, site.home);
  const made = await act(officer, ofCity, 'Make a secret address');
  const address = await made.page.getByLabel('Secret address').inputValue();
  await isFaultless(made, 'calendar');
  const status = async (): Promise<number> => (await fetch(address)).status;
  expect([address.startsWith(site.home), await status()]).toEqual([true, 200]);
  await settled(site.api);
  const again = await at(officer, ofCity);
  await again.page.getByText(/There is an address, made on /).waitFor();
  expect(await again.page.getByLabel('Secret address').count()).toBe(0);
  const withdrawn = await act(officer, ofCity, 'Withdraw the address');
  await withdrawn.page.getByText('The address is withdrawn.').waitFor();
  expect(await status()).toBe(404);
  const others = await at(certifier, ofCity);
  await others.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await others.page.getByRole('heading', { name: 'Deadlines in your calendar' }).count()).toBe(0);
});

test('the plan of a city is imported from a table: checked first, then planned, and the same file makes nothing twice', async () => {
  const { at } = people(browser, site.home);
  const { declaration } = await joined.officer.getSignatory({ id: joined.id });
  const heads = 'title,place,themes,declaration,commitments';
  const good = [heads, `Repair in every ward,1859642,reuse,${declaration},C1 C2`, `Bottles come back,1859642,reuse,${declaration},C1`].join(
    '\n',
  );
  const choosing = await at(officer, '/actions/import');
  const { page } = choosing;
  const choose = (text: string) =>
    page.getByLabel('File with actions').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const imported = async () =>
    (await joined.officer.listActions({ city, limit: 500 })).actions.filter(({ content }) => /ward|Bottles/.test(content.title));
  await choose(good.replace('ward,1859642,reuse', 'ward,1859642,reus').replace('C1 C2', 'C1 C9').replace('back,1859642', 'back,1'));
  await page.getByText('0 new, 0 with changes to an action that is there, 0 there already as they are, 2 with faults.').waitFor();
  for (const place of ['Row 2, themes', 'Row 2, commitments', 'Row 3, place']) await page.getByText(place).waitFor();
  await isFaultless(choosing, 'action-import');
  expect(await imported()).toEqual([]);
  await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
  await choose(good);
  await page.getByRole('button', { name: 'Import 2 actions' }).press('Enter');
  await page.getByText('2 planned, 0 changed, 0 there already, 0 refused, 0 not done.').waitFor();
  await settled(site.api);
  expect((await imported()).map(({ commitments }) => commitments).toSorted()).toEqual([['C1'], ['C1', 'C2']]);
  await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
  await choose(good);
  await page.getByText('0 new, 0 with changes to an action that is there, 2 there already as they are, 0 with faults.').waitFor();
  expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Choose another file' }).press('Enter');
  await choose(good.replace('reuse', 'composting'));
  await page.getByLabel('Also change the action that is there already').press('Space');
  await page.getByRole('button', { name: 'Import one action' }).press('Enter');
  await page.getByText('0 planned, 1 changed, 1 there already, 0 refused, 0 not done.').waitFor();
  await settled(site.api);
  expect((await imported()).length).toBe(2);
});
