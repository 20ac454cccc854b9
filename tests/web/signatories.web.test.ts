import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { auditor, nameOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { passUntil } from '../actors.ts';
import { admitted, declarationText, declared, PLACES } from '../signatories.ts';
import { visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { arrive, faultsOf, sends } from './visits.ts';

const { site, browser, actors } = await openSite();
const declaration = await declared(site.api);
const UNFOUND = /404|409|412/;

test('the register is public: who has signed, on a map and in a list, each with its page, and how a city signs', async () => {
  const [near, south] = [
    await admitted(site.api, declaration, await actors.city('Matsudo'), PLACES.matsudo),
    await admitted(site.api, declaration, await actors.city('Yokohama'), PLACES.yokohama),
  ];
  await settled(site.api);
  const stranger = await visitor(browser, { viewport: { width: 1280, height: 900 } });
  const { page } = stranger;
  await arrive(stranger, site.home, '/signatories', '');
  await page.getByText('2 cities in one country have signed.').waitFor();
  const pins = page.getByRole('group', { name: /^Map of 2 cities/ }).getByRole('link');
  expect(await pins.count()).toBe(2);
  await pins.first().focus();
  await page.keyboard.press('ArrowRight');
  const focused = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
  expect(focused).toBe(await pins.nth(1).getAttribute('aria-label'));
  expect(await faultsOf(stranger)).toEqual([]);
  await page.getByRole('link', { name: 'Table' }).press('Enter');
  await page
    .getByRole('group', { name: 'Where they are' })
    .getByRole('link', { name: /^Yokohama/ })
    .waitFor();
  expect(await faultsOf(stranger)).toEqual([]);
  await page.getByLabel('Country').selectOption('JP');
  await page.waitForURL(/country=JP/);
  await arrive(stranger, site.home, '/signatories?standing=suspended', '');
  await page.getByText('No city is in this part of the register.').waitFor();

  await arrive(stranger, site.home, `/signatories/${near}`, '');
  await page.getByRole('heading', { name: /^Matsudo/, level: 1 }).waitFor();
  await page.getByText(/^Next: Self-assessment 1 is due on /).waitFor();
  expect(await page.getByText('secretariat/').count()).toBe(0);
  expect(await faultsOf(stranger)).toEqual([]);
  await page.getByRole('link', { name: 'version 1 of the declaration' }).press('Enter');
  await page.getByText('Keep things in use').waitFor();
  await page.getByLabel('Read in').selectOption('ja');
  await page.getByText('物を使い続ける').waitFor();
  expect(await faultsOf(stranger)).toEqual([]);

  await arrive(stranger, site.home, '/sign', '');
  // The decision is of the day in UTC, which may be the day before in Japan.
  await page.getByText(/^Others took (less than a day|one day) from the council’s decision/).waitFor();
  expect(await page.getByRole('main').getByRole('heading', { level: 3 }).count()).toBe(7);
  expect(await faultsOf(stranger)).toEqual([]);
  expect(stranger.complaints).toEqual([]);
  expect(south).not.toBe(near);
});

const DECISION = 'Record the council’s decision';

test('a city’s own officer says by the keyboard that it is interested, and the secretariat answers with an invitation', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const officer = `${await actors.city('Yamakita')}/proposer.officer`;
  const { page } = await at(officer, '/sign');
  await page.getByRole('button', { name: 'Say that the city is interested' }).press('Enter');
  const form = page.getByRole('form', { name: 'Say that the city is interested' });
  await form.getByRole('searchbox').fill('Yokohama');
  await form
    .getByRole('button', { name: /^Yokohama/ })
    .first()
    .press('Enter');
  await sends(page, 'Say that the city is interested');
  await page.getByText('0 of 7 steps done').waitFor();
  const path = new URL(page.url()).pathname;
  await settled(site.api);
  await act(SECRETARIAT.officer, path, 'Invite the city');
  await settled(site.api);
  const again = await at(officer, path);
  await again.page.getByRole('button', { name: DECISION }).waitFor();
  expect(await faultsOf(again)).toEqual([]);
  expect(complaints().filter((complaint) => !UNFOUND.test(complaint))).toEqual([]);
});

test('from an invitation to the register by five persons by the keyboard alone; what is put right is said in place', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const city = await actors.city('Nodi Para');
  const { name } = await site.api.as(secretary).getProposer({ id: city });
  await settled(site.api);
  const [officer, certifier] = [`${city}/proposer.officer`, `${city}/proposer.certifier`];

  const { page: inviting } = await at(SECRETARIAT.officer, '/sign');
  await inviting.getByRole('button', { name: 'Invite the city' }).press('Enter');
  const form = inviting.getByRole('form', { name: 'Invite the city' });
  await form.getByLabel('City').selectOption({ label: name });
  await sends(inviting, 'Invite the city');
  await form.getByText('Choose the place of the city').first().waitFor();
  await form.getByRole('searchbox').fill('Matsudo');
  await form
    .getByRole('button', { name: /^Matsudo/ })
    .first()
    .press('Enter');
  await sends(inviting, 'Invite the city');
  await form.waitFor({ state: 'detached' });
  await settled(site.api);
  const [signatory] = (await site.api.as(secretary).listSignatories({ city })).signatories;
  const path = `/signatories/${signatory?.id}`;

  const today = (await settled(site.api)).now.slice(0, 10);
  const decided = await at(officer, path);
  await decided.page.getByText('0 of 7 steps done').waitFor();
  expect(await faultsOf(decided)).toEqual([]);
  await act(officer, path, DECISION, { 'Decided on': today, 'Number of the decision': '2027-14' });
  await act(officer, path, 'Record the mandate', { Person: 'somebody-else', From: today });

  const refused = await at(certifier, path);
  await refused.page
    .getByText(/^The mandate names another person/)
    .first()
    .waitFor();
  await act(officer, path, 'Record the mandate', { Person: `${city}/proposer.certifier`, From: today });
  const signing = await at(certifier, path);
  await signing.page.getByRole('button', { name: 'Sign the declaration' }).press('Enter');
  const { texts } = (await site.api.as(auditor).getDeclaration({ id: declaration })).versions[0] ?? { texts: [] };
  const english = texts.find(({ language }) => language === 'en')?.hash ?? '';
  await signing.page.getByRole('form', { name: 'Sign the declaration' }).getByText(english).waitFor();
  expect(await faultsOf(signing)).toEqual([]);
  await sends(signing.page, 'Sign the declaration');
  await signing.page.getByText('5 of 7 steps done').waitFor();

  const returning = await at(SECRETARIAT.officer, path);
  await returning.page.getByRole('button', { name: 'Return the signature' }).press('Enter');
  await sends(returning.page, 'Return the signature');
  await returning.page.getByText('Fill in “Reasons”.').first().waitFor();
  await returning.page.getByLabel('The document cannot be read').press('Space');
  await sends(returning.page, 'Return the signature');
  const mending = await at(officer, path);
  await mending.page.getByText('The signature was returned:').waitFor();
  expect(await mending.page.getByText('Put right').count()).toBe(2);
  expect(await faultsOf(mending)).toEqual([]);
  await act(officer, path, DECISION, { 'Decided on': today, 'Number of the decision': '2027-14' });
  await act(officer, path, 'Record the mandate', { Person: `${city}/proposer.certifier`, From: today });
  await act(certifier, path, 'Sign the declaration');

  const checking = await at(SECRETARIAT.officer, path);
  await checking.page.getByRole('button', { name: 'Confirm the checks' }).press('Enter');
  for (const each of [/legible/, /^The decision precedes/, /^The signer is the person/, /^The city is a local government/])
    await checking.page.getByLabel(each).press('Space');
  expect(await faultsOf(checking)).toEqual([]);
  await sends(checking.page, 'Confirm the checks');
  await checking.page.getByText('6 of 7 steps done').waitFor();
  const admitting = await act(SECRETARIAT.approver, path, 'Admit the city');
  await admitting.page.getByText(/^Next: Self-assessment 1/).waitFor();
  // A city that has signed forms a group, too.
  const leading = await at(officer, path);
  await leading.page.locator('summary', { hasText: 'With others' }).first().press('Enter');
  await leading.page.getByRole('button', { name: 'Form a group' }).waitFor();
  expect(await faultsOf(leading)).toEqual([]);
  expect(await site.api.as(auditor).getSignatory({ id: signatory?.id ?? '' })).toMatchObject({ status: 'active', standing: 'good' });
  expect(complaints().filter((complaint) => !UNFOUND.test(complaint))).toEqual([]);
});

/** The least that a plan has to say. */
async function drafted(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Draft the action plan' }).press('Enter');
  await page.getByLabel('Title of action 1').fill('A market for used goods');
  for (const commitment of ['C1 Keep things in use', 'C2 Collect and recover']) await page.getByLabel(commitment).press('Space');
  await page.getByLabel('Decided on').fill((await settled(site.api)).now.slice(0, 10));
  await page.getByLabel('Number of the decision').fill('44');
  await page.getByLabel('Add files').setInputFiles({ name: 'minutes.txt', mimeType: 'text/plain', buffer: Buffer.from('Decided.') });
  await page.getByRole('button', { name: 'Remove minutes.txt' }).waitFor();
  await page.getByLabel('Objective 1').fill('Half of the waste is used again.');
  await sends(page, 'Draft the action plan');
  await page.getByText('Half of the waste is used again.').waitFor();
}

test('what is drafted is read by who may publish it, the first version and the next', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const { id } = await site.api.as(secretary).draftDeclaration({}, { text: declarationText });
  await settled(site.api);
  const path = `/declarations/${id}`;
  const first = await at(SECRETARIAT.approver, path);
  await first.page.getByText('Keep things in use').waitFor();
  expect(await faultsOf(first)).toEqual([]);
  await act(SECRETARIAT.approver, path, 'Publish this version');
  const preamble = [{ language: 'en', text: 'We mean to burn nothing.' }];
  const next = { ...declarationText, title: declarationText.title.slice(0, 1), preamble };
  const commitments = next.commitments.map((each) => ({ ...each, text: each.text.slice(0, 1) }));
  await site.api.as(secretary).draftVersion({ id }, { text: { ...next, commitments } });
  await settled(site.api);
  const second = await at(SECRETARIAT.approver, path);
  await second.page.getByText('We mean to burn nothing.').waitFor();
  await act(SECRETARIAT.approver, path, 'Publish this version');
  await second.page
    .getByText(/SHA-256/)
    .first()
    .waitFor();
  expect(complaints().filter((complaint) => !UNFOUND.test(complaint))).toEqual([]);
});

const NOTICE_DAYS = 60;

test('by the keyboard alone: a plan is overdue, one person prepares a notice and another issues it, the city is suspended, hands in its plan and is in good standing again', async () => {
  const city = await actors.city('Harukawa');
  const id = await admitted(site.api, declaration, city, PLACES.matsudo);
  await settled(site.api);
  const { obligations } = await site.api.as(secretary).getSignatory({ id });
  const due = obligations.find(({ name }) => name === 'plan')?.due ?? '';
  // Past the day on which a notice may be issued.
  const then = daysAfter(due, NOTICE_DAYS + 1);
  await passUntil(site.api, async ({ now }) => now > then);
  const path = `/signatories/${id}`;
  const { at, act, complaints } = people(browser, site.home);
  const looking = await at(SECRETARIAT.officer, path);
  await looking.page.getByRole('heading', { name: /^Action plan: due on / }).waitFor();
  const rungs = looking.page.getByRole('region', { name: /^Action plan/ }).getByRole('listitem');
  expect(await rungs.filter({ hasText: 'Overdue' }).count()).toBe(1);
  await looking.page
    .getByText(/ days of 120$/)
    .first()
    .waitFor();
  expect(await faultsOf(looking)).toEqual([]);
  const plan = '[aria-labelledby="h-plan"]';
  await act(SECRETARIAT.officer, path, 'Prepare a notice of suspension', { Note: 'Your plan is awaited.' }, plan);
  await looking.page.getByText(/^A notice is prepared by .+ \(Secretariat officer\)/).waitFor();
  const issued = await act(SECRETARIAT.approver, path, 'Issue the notice', {}, plan);
  await issued.page.getByText('Notice issued').first().waitFor();
  await issued.page.getByText(/^A suspension from /).waitFor();
  expect(await faultsOf(issued)).toEqual([]);
  await issued.page.setViewportSize({ width: 360, height: 800 });
  expect(await issued.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  const answered = await act(`${city}/proposer.certifier`, path, 'Answer the notice', { Note: 'It comes this month.' }, plan);
  await answered.page.getByText('It comes this month.').first().waitFor();
  const { obligations: now } = await site.api.as(auditor).getSignatory({ id });
  const { notice } = now.find(({ name }) => name === 'plan') ?? {};
  expect(notice).toMatchObject({ status: 'issued', preparedBy: nameOf(secretary) });

  const from = notice?.suspensionFrom ?? '';
  await passUntil(site.api, async ({ now: today }) => today > daysAfter(from, 1));
  const suspended = await act(SECRETARIAT.approver, path, 'Suspend the signatory', {}, plan);
  await suspended.page
    .getByText(/^Suspended since /)
    .first()
    .waitFor();
  expect(await faultsOf(suspended)).toEqual([]);
  const planned = await at(`${city}/proposer.officer`, path);
  await planned.page.getByRole('link', { name: 'Go to: Action plan' }).first().press('Enter');
  await planned.page.getByRole('heading', { name: 'Action plan', level: 1 }).waitFor();
  const handed = new URL(planned.page.url()).pathname;
  await drafted(planned.page);
  await act(`${city}/proposer.certifier`, handed, 'Sign off the action plan');
  await act(SECRETARIAT.verifier, handed, 'Accept the action plan');
  await settled(site.api);
  const reinstated = await act(SECRETARIAT.approver, path, 'Reinstate the signatory');
  await reinstated.page
    .getByText(/^Suspended since /)
    .first()
    .waitFor({ state: 'detached' });
  expect(await faultsOf(reinstated)).toEqual([]);
  // Its next report has opened in the meantime.
  expect(await site.api.as(auditor).getSignatory({ id })).toMatchObject({ status: 'active', standing: 'reporting-due' });
  expect(complaints().filter((complaint) => !UNFOUND.test(complaint))).toEqual([]);
});
