import { approver, certifierOf, jurorOf, nameOf, officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { proposal, usd } from '../actors.ts';
import { dayFrom, marks } from '../awarding.ts';
import { ANSWERS, calling, ofSecretariat } from '../calling.ts';
import { passedTo } from '../joined-city.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, browser, narrow, actors } = await openSite();
const SHOTS = process.env['JUNKAN_SHOTS'];
const WIDTHS = [320, 1280] as const;

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless({ page, ...someone }: Visitor, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf({ page, ...someone })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

const after = (day: string): string => `${dayFrom(`${day}T00:00:00Z`, 1)}T03:00:00.000Z`;
/** The chosen answer of a group, as a keyboard chooses it. */
async function chooses(page: Page, group: string, answer: string): Promise<void> {
  const radio = page.getByRole('group', { name: group }).getByRole('radio', { name: answer, exact: true });
  await radio.focus();
  await radio.press('Space');
}

/** A project of the city that is handed in. */
async function handedIn(city: string, title: string): Promise<string> {
  const { id } = await site.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: { ...proposal(), title } });
  await site.api.as(officerOf(city)).submitProject({ id });
  return id;
}

test('a call is drafted by its form, staffed, and opened by another person', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const partner = await actors.partner();
  const { name } = await site.api.as(secretary).getPartner({ id: partner });
  const drafting = await at(SECRETARIAT.officer, '/calls');
  const { page } = drafting;
  await page.getByRole('link', { name: 'Draft a call' }).press('Enter');
  const form = page.getByRole('form', { name: 'Draft a call' });
  await form.waitFor();
  await sends(page, 'Draft a call');
  await form.getByText('Countries').first().waitFor();
  await isFaultless(drafting, 'call-faults');
  const { now } = await settled(site.api);
  const [closesOn, judgingUntil] = [dayFrom(now, 10), dayFrom(now, 40)];
  await form.getByLabel('Title', { exact: true }).fill('Repair in every ward');
  await form.getByLabel('What is sought').fill('We look for places where things are repaired.');
  await form.getByLabel('Countries').selectOption({ label: 'Japan' });
  await form.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await form.getByRole('checkbox', { name: 'Reuse', exact: true }).press('Space');
  await form.getByLabel('Sum available').fill('1500');
  await form.getByLabel('Least sum for a project').fill('200');
  await form.getByLabel('Greatest sum for a project').fill('1000');
  await form.getByLabel('Call open until').fill(closesOn);
  await form.getByLabel('Reviewed until').fill(judgingUntil);
  for (const _ of [1, 2]) await form.getByRole('button', { name: 'Another question' }).press('Enter');
  const [one, two] = [1, 2].map((number) => form.getByRole('group', { name: `Question ${number}` }));
  await one?.getByLabel(/^What is asked/).fill('Who will run it?');
  await one?.getByLabel('Most words').fill('20');
  await one?.getByRole('checkbox').press('Space');
  await two?.getByLabel(/^What is asked/).fill('Is there a site?');
  await two?.getByLabel('Answered with').selectOption({ label: 'Choice' });
  await two?.getByLabel('What can be chosen').fill('yes');
  await form.getByLabel('Weight').first().fill('40');
  await sends(page, 'Draft a call');
  await form.getByText('The weights come to 110%. Make them 100 %.').first().waitFor();
  await form.getByText('Question 2: name two choices at least.').first().waitFor();
  await two?.getByLabel('What can be chosen').fill('yes\nno');
  await form.getByLabel('Weight').first().fill('30');
  await form.getByText('Together: 100%').waitFor();
  await isFaultless(drafting, 'call-draft');
  await sends(page, 'Draft a call');
  await page.getByRole('heading', { name: 'Repair in every ward', level: 1 }).waitFor();
  const path = new URL(page.url()).pathname;
  const id = path.slice('/calls/'.length);
  expect(await site.api.as(secretary).getProjectCall({ id })).toMatchObject({
    status: 'draft',
    countries: ['JP'],
    themes: ['reuse'],
    closesOn,
    judgingUntil,
    available: usd('1500.00'),
    questions: [
      { id: 'q1', text: [{ language: 'en', text: 'Who will run it?' }], kind: 'text', mostWords: 20, required: true },
      { id: 'q2', kind: 'choice', mostWords: 0, choices: ['yes', 'no'], required: false },
    ],
  });

  await page.getByRole('link', { name: 'Revise the call' }).press('Enter');
  const revising = page.getByRole('form', { name: 'Revise the call' });
  expect(await revising.getByLabel('What can be chosen').inputValue()).toBe('yes\nno');
  await revising.getByLabel('Least sum for a project').fill('300');
  await sends(page, 'Revise the call');
  await page.getByRole('heading', { name: 'Repair in every ward', level: 1 }).waitFor();
  await page.getByText('USD 300.00').waitFor();

  // For whom a person acts is chosen by name.
  for (const juror of [jurorOf(partner), { ...jurorOf(partner), second: true as const }])
    await act(SECRETARIAT.officer, path, 'Appoint a reviewer', { Organisation: name, Person: nameOf(juror) });
  await act(SECRETARIAT.officer, path, 'Appoint a reviewer', { Organisation: 'Secretariat', Person: SECRETARIAT.verifier });
  await isFaultless(await at(SECRETARIAT.officer, path), 'call-staffed');
  await act(SECRETARIAT.approver, path, 'Open the call for projects');
  expect(await site.api.as(secretary).getProjectCall({ id })).toMatchObject({ status: 'open', reviewers: [{}, {}, {}] });
  expect(complaints()).toEqual([]);
});

test('from an open call to its decision and what reviewers say, by the keyboard alone', async () => {
  const { at, act, complaints } = people(browser, site.home);
  // Who opens it does not decide: the approver of the browser decides.
  const call = await calling(site.api, { ...ofSecretariat, opens: ofSecretariat.decides, decides: approver });
  const { id, partner, reviewers } = call;
  const path = `/calls/${id}`;
  const cities = [await actors.city(), await actors.city()];
  const [city = '', rival = ''] = cities;
  await handedIn(city, 'A house of repair');
  await handedIn(city, 'Another thing');
  const officer = `${city}/proposer.officer`;

  const reader = await narrow('', path);
  await reader.page.getByText('Officers of a city sign in to answer this call.').waitFor();
  await reader.page.locator('main').getByRole('link', { name: 'Sign in' }).waitFor();
  await isFaultless(reader, 'call-open-for-everybody');

  const answering = await at(officer, path);
  const { page } = answering;
  await page.getByRole('link', { name: 'Answer the call' }).press('Enter');
  const form = page.getByRole('form', { name: 'Answer the call' });
  await form.getByLabel('Project').selectOption({ label: 'A house of repair' });
  // Without a sum nobody says that it fits.
  await form.getByLabel('Project').waitFor();
  expect(await form.getByText('By rule the project may answer').count()).toBe(0);
  await form.getByLabel('Asks for').fill('1200');
  await form.getByText('By rule it would not be eligible.').waitFor();
  await form.getByText('The sum is outside what may be asked for').waitFor();
  await form.getByLabel('Who will run it?').fill('word '.repeat(101));
  await form.getByText('101 of 100 words').waitFor();
  await sends(page, 'Answer the call');
  await form.getByText('Who will run it?: 101 words, at most 100.').first().waitFor();
  await isFaultless(answering, 'answer-faults');
  await form.getByLabel('Who will run it?').fill('A cooperative of repairers.');
  await form.getByLabel('Is there a site?').selectOption({ label: 'yes' });
  await form.getByLabel('How many people does it reach?').fill('1,200');
  await form.getByLabel('Asks for').fill('700');
  await form.getByText('By rule the project may answer').waitFor();
  await isFaultless(answering, 'answer');
  await sends(page, 'Answer the call');
  await page.getByRole('heading', { name: 'A house of repair', level: 1 }).waitFor();
  const own = new URL(page.url()).pathname;
  const answer = own.slice('/answers/'.length);
  await page.getByRole('link', { name: 'Revise the answer' }).press('Enter');
  const revising = page.getByRole('form', { name: 'Revise the answer' });
  expect(await revising.getByLabel('How many people does it reach?').inputValue()).toBe('1200');
  await revising.getByLabel('Asks for').fill('800');
  await sends(page, 'Revise the answer');
  await page.getByText('USD 800.00').waitFor();
  await act(`${city}/proposer.certifier`, own, 'Sign the answer off');
  const other = await handedIn(rival, 'Tools for everybody');
  const { id: second } = await site.api
    .as(officerOf(rival))
    .answerCall({}, { call: id, project: other, amount: usd('900.00'), answers: [...(ANSWERS ?? [])] });
  await site.api.as(certifierOf(rival)).signOffAnswer({ id: second });
  await isFaultless(await at(officer, '/answers'), 'answers');

  await passedTo(site.api, after(call.closesOn));
  await settled(site.api);
  await act(SECRETARIAT.officer, own, 'Screen the answer');
  await site.api.as(secretary).screenAnswer({ id: second }, { reasons: [] });

  // Silence on one of them is no answer.
  const juror = `${partner}/programme.juror`;
  const interests = await at(juror, `${path}/reviews`);
  // Whose each is they read before they answer.
  const cityName = async (of: string) => (await site.api.as(secretary).getProposer({ id: of })).name;
  for (const [title, of] of [
    ['A house of repair', city],
    ['Tools for everybody', rival],
  ] as const)
    await interests.page.getByRole('group', { name: `${title} ${await cityName(of)} · Japan` }).waitFor();
  await chooses(interests.page, 'A house of repair', 'No interest');
  await sends(interests.page, 'Answer about interests in answers');
  await interests.page.getByText('Tools for everybody: say whether you have an interest.').first().waitFor();
  await isFaultless(interests, 'review-interests');
  await chooses(interests.page, 'Tools for everybody', 'No interest');
  await sends(interests.page, 'Answer about interests in answers');
  await interests.page.getByText('You have answered before; a new answer replaces it.').waitFor();
  for (const each of reviewers.slice(1))
    await site.api.as(each).declareReviewInterests({ id }, { answered: [answer, second], interested: [] });
  await settled(site.api);
  await act(SECRETARIAT.officer, path, 'Assign the reviews');

  const marking = await at(juror, `${path}/reviews`);
  await marking.page.getByRole('link', { name: 'A house of repair' }).press('Enter');
  await marking.page.getByRole('heading', { name: 'A house of repair', level: 2 }).waitFor();
  await marking.page
    .locator('article')
    .getByText(`${await cityName(city)} · Japan`)
    .waitFor();
  await marking.page.getByText('A cooperative of repairers.').waitFor();
  await chooses(marking.page, 'Results', '5');
  await marking.page.getByRole('button', { name: 'Keep the review as draft' }).press('Enter');
  await marking.page.getByText('Begun').first().waitFor();
  await marking.page.reload();
  await marking.page.getByRole('heading', { name: 'A house of repair', level: 2 }).waitFor();
  await sends(marking.page, 'Seal this review');
  await marking.page.getByText('Results: a mark of 5 needs a sentence for the city.').first().waitFor();
  await chooses(marking.page, 'Depth', '3');
  await marking.page.getByLabel('A sentence for the city').first().fill('It has hands that know how.');
  await isFaultless(marking, 'review');
  await sends(marking.page, 'Seal this review');
  await marking.page.locator('article').getByText('Sealed', { exact: true }).waitFor();
  await marking.page.getByRole('link', { name: 'Tools for everybody' }).press('Enter');
  await marking.page.getByRole('heading', { name: 'Tools for everybody', level: 2 }).waitFor();
  for (const criterion of ['Results', 'Depth']) await chooses(marking.page, criterion, '3');
  await sends(marking.page, 'Seal this review');
  await marking.page.locator('article').getByText('Sealed', { exact: true }).waitFor();
  for (const each of reviewers.slice(1))
    for (const of of [answer, second])
      await site.api.as(each).sealReview({ id, answer: of }, { marks: [...marks(of === answer ? 4 : 3, 3)] });

  await passedTo(site.api, after(call.judgingUntil));
  await settled(site.api);
  await act(SECRETARIAT.officer, path, 'Open the reviews');
  await isFaultless(await at(SECRETARIAT.officer, path), 'call-order');

  const deciding = await at(SECRETARIAT.approver, path);
  await deciding.page.getByRole('button', { name: 'Decide and announce' }).press('Enter');
  const decision = deciding.page.getByRole('form', { name: 'Decide and announce' });
  await decision.getByText('Nothing is chosen yet; there is USD 1,500.00.').waitFor();
  await decision.getByRole('checkbox', { name: /Tools for everybody/ }).press('Space');
  await decision.getByText('Together USD 900.00 of USD 1,500.00; USD 600.00 is left.').waitFor();
  await sends(deciding.page, 'Decide and announce');
  await decision.getByText('The selection leaves out an answer with a better place').waitFor();
  await decision.getByRole('checkbox', { name: /A house of repair/ }).press('Space');
  await decision.getByText('Together USD 1,700.00: more than the USD 1,500.00').waitFor();
  await isFaultless(deciding, 'call-deciding');
  await decision.getByRole('checkbox', { name: /A house of repair/ }).press('Space');
  await decision.getByLabel('Note').fill('Its ward has nothing yet.');
  await sends(deciding.page, 'Decide and announce');
  await decision.waitFor({ state: 'detached' });
  await settled(site.api);
  await isFaultless(await at(SECRETARIAT.officer, path), 'call-decided-officer');

  const anybody = await narrow('', path);
  await anybody.page.getByText('One project for USD 900.00 of USD 1,500.00').waitFor();
  await anybody.page.getByText('Its ward has nothing yet.').waitFor();
  await isFaultless(anybody, 'call-decided');
  const loser = await at(officer, own);
  await loser.page.getByRole('heading', { name: 'What the reviewers say' }).waitFor();
  await loser.page.getByText('It has hands that know how.').waitFor();
  await isFaultless(loser, 'answer-feedback');
  expect([...complaints(), ...anybody.complaints, ...reader.complaints]).toEqual([]);
});
