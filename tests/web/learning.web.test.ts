import { nameOf, secretary, trainerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first } from '../actors.ts';
import { passedTo } from '../joined-city.ts';
import { sessionOf, TRAINING } from '../learning.ts';
import type { Visitor } from './chromium.ts';
import { openSite } from './opened.ts';
import { people } from './people.ts';
import { faultsOf, sends } from './visits.ts';

const { site, browser, actors, narrow } = await openSite();
const SHOTS = process.env['JUNKAN_SHOTS'];
const OFFICER = 'secretariat/secretariat.officer';

/** What a screen shows has no fault, and on a narrow telephone nothing is wider than the page. */
async function isFaultless({ page, ...someone }: Visitor, name: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    expect(await faultsOf({ page, ...someone })).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }
}

test('from the waiting list to a certificate and its page, by the keyboard alone', async () => {
  const { at, act, complaints } = people(browser, site.home);
  const { id, plan, partner } = await sessionOf(site.api, actors, { seats: 1 });
  const city = await actors.city('Nodi Para');
  const path = `/training-sessions/${id}`;
  const [one, two, trainer] = [`${city}/proposer.officer`, `${city}/proposer.certifier`, `${partner}/programme.trainer`];
  const stranger = await narrow('', path);
  await stranger.page.getByText('1 of 1 seats are free').waitFor();
  expect(await stranger.page.getByRole('button', { name: 'Ask for a seat' }).count()).toBe(0);
  await isFaultless(stranger, 'session-public');

  await (await act(one, path, 'Ask for a seat')).page.getByText('Seat confirmed').first().waitFor();
  const waiting = await act(two, path, 'Ask for a seat');
  await waiting.page.getByText('You are number 1 on the waiting list.').waitFor();
  await isFaultless(waiting, 'session-waiting');
  await act(one, path, 'Give up the seat');
  await settled(site.api);
  const offered = await at(two, '/desk');
  await offered.page.getByText('Seat to take').first().waitFor();
  const taken = await act(two, path, 'Take the seat');
  await taken.page.getByText('Seat confirmed').first().waitFor();

  await passedTo(site.api, new Date(Date.parse(first(plan.meetings).to) + 3_600_000).toISOString());
  await settled(site.api);
  const desk = await at(trainer, path);
  const form = desk.page.getByRole('form', { name: 'Record the attendance' });
  await form.getByRole('textbox').first().fill('9');
  await sends(desk.page, 'Record the attendance');
  await form.getByText('Whole hours, at most 6.').first().waitFor();
  await form.getByRole('textbox').first().fill('5');
  await isFaultless(desk, 'session-attendance');
  await sends(desk.page, 'Record the attendance');
  await desk.page.getByText('Attended').first().waitFor();
  await settled(site.api);
  await (await at(two, '/desk')).page.getByText('Feedback to give').first().waitFor();
  const answering = await at(two, path);
  const feedback = answering.page.getByRole('form', { name: 'Give feedback' });
  await answering.page.getByRole('button', { name: 'Give feedback' }).first().press('Enter');
  for (const label of ['reached its aims', 'of use', 'taught well', 'materials', 'recommend'])
    await feedback.getByLabel(label).selectOption('largely');
  await isFaultless(answering, 'session-feedback');
  await sends(answering.page, 'Give feedback');
  await answering.page.getByText('Thank you. Your answers are in.').waitFor();
  const proposing = await act(trainer, path, 'Propose certificates');
  await proposing.page.getByText('Closed').first().waitFor();
  await settled(site.api);

  const listed = await at(OFFICER, '/certificates?status=proposed');
  await isFaultless(listed, 'certificates');
  const { id: certificate } = first((await site.api.as(secretary).listCertificates({ session: id })).certificates);
  const issued = await act(OFFICER, `/certificates/${certificate}`, 'Issue the certificate');
  await settled(site.api);
  const { page: beside } = await at(OFFICER, `/certificates/${certificate}`);
  await beside.getByText('The training', { exact: true }).first().press('Enter');
  const training = beside.getByRole('table').filter({ hasText: 'Number' });
  await training.getByRole('row', { name: /^Certificates 1$/ }).waitFor();
  expect(await training.getByRole('rowheader').allTextContents()).toEqual([
    'Seats',
    'Seat confirmed',
    'On the waiting list',
    'Attended',
    'Certificates',
  ]);
  expect(await training.getByRole('cell').allTextContents()).toEqual(['1', '1', '0', '1', '1']);
  await isFaultless(issued, 'certificate');

  const own = await at(two, '/learning');
  await isFaultless(own, 'learning');
  await own.page.getByRole('link', { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/ }).press('Enter');
  await own.page.getByText('It stands as it was issued.').waitFor();
  const code = new URL(own.page.url()).pathname.slice('/c/'.length);
  const named = await act(two, `/certificates/${certificate}`, 'Show a name', { 'Whom to ask': 'Hana Ito' });
  await named.page.getByText('The training', { exact: true }).first().press('Enter');
  // The holder reads what everybody may, and not how many others came to what.
  const toHolder = named.page.getByRole('table').filter({ hasText: 'Number' });
  await toHolder.getByRole('row', { name: /^Seats 1$/ }).waitFor();
  expect(await toHolder.getByRole('rowheader').allTextContents()).toEqual(['Seats', 'Seat confirmed', 'On the waiting list']);
  await isFaultless(named, 'own-certificate');

  const anybody = await narrow('', '/c');
  await anybody.page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
  await anybody.page.getByRole('textbox', { name: 'Code' }).press('Enter');
  const { page } = anybody;
  await page.getByRole('heading', { name: `Certificate ${code}` }).waitFor();
  for (const said of ['Hana Ito', '6 hours, 5 attended (83.33%, 80 % needed)', 'from level 1 to 3', 'Open Badges 3.0', TRAINING.title])
    await page.getByText(said).first().waitFor();
  await page.getByRole('img', { name: `QR code of the address ${site.home}/c/${code}` }).waitFor();
  await isFaultless(anybody, 'check');
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Compare all of it with the paper').waitFor({ state: 'hidden' });
  await page.getByText('The holder of this paper attended 5 of 6 hours').waitFor();
  await page.emulateMedia({ media: 'screen' });
  const wrong = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
  for (const [typed, answer] of [
    [wrong, 'the register was not asked'],
    ['7K3M-9QX2-TVBS', 'no certificate has this code'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Code' }).fill(typed);
    await page.getByRole('textbox', { name: 'Code' }).press('Enter');
    await page.getByText(answer).waitFor();
    await isFaultless(anybody, 'check-wrong');
  }
  expect(complaints().filter((each) => !each.includes('404') && !each.includes('422'))).toEqual([]);
});

test('the secretariat drafts a training, offers it, schedules a session and changes it', async () => {
  const partner = await actors.partner();
  await site.api.as(trainerOf(partner)).muteNotices({}, { kinds: ['match'], projects: [] });
  const officer = await narrow(OFFICER, '/trainings');
  const { page } = officer;
  await page.getByRole('link', { name: 'Draft a training' }).press('Enter');
  const form = page.getByRole('form', { name: 'Draft a training' });
  await sends(page, 'Draft a training');
  await form.getByText('Title is missing, or cannot be read.').first().waitFor();
  const filled = { 'Number in the catalogue': 'TR-05', 'What is taught': 'Weighing.', 'From level': '0', 'To level': '2', Hours: '24' };
  for (const [label, text] of Object.entries(filled)) await form.getByLabel(label, { exact: true }).fill(text);
  await form.getByLabel('Title', { exact: true }).first().fill('Weighing and composition surveys');
  await form.getByRole('checkbox').first().press('Space');
  await isFaultless(officer, 'training-drafting');
  await sends(page, 'Draft a training');
  await page.getByRole('heading', { name: 'Weighing and composition surveys', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Offer the training' }).press('Enter');
  await sends(page, 'Offer the training');
  await page.getByRole('link', { name: 'Schedule a session' }).press('Enter');
  const plan = page.getByRole('form', { name: 'Schedule a session' });
  const year = new Date((await settled(site.api)).now).getUTCFullYear() + 1;
  await plan.getByLabel('From', { exact: true }).fill(`${year}-03-29T09:00`);
  await plan.getByLabel('Until', { exact: true }).fill(`${year}-03-29T15:00`);
  await plan.getByLabel('Seats', { exact: true }).fill('20');
  await plan.getByLabel('Enrolment opens').fill(`${year}-01-20T00:00`);
  await plan.getByLabel('Trainer').fill(nameOf(trainerOf(partner)));
  await isFaultless(officer, 'session-scheduling');
  await sends(page, 'Schedule a session');
  await page.getByText('20 of 20 seats are free').waitFor();
  await page.getByText(/^10 until /).waitFor();
  await page.getByRole('link', { name: 'Change the session' }).press('Enter');
  await page.getByRole('form', { name: 'Change the session' }).getByLabel('Seats', { exact: true }).fill('24');
  await sends(page, 'Change the session');
  await page.getByText('24 of 24 seats are free').waitFor();
  await settled(site.api);
  const other = await narrow(`${await actors.city()}/proposer.officer`, '/training-sessions');
  await other.page.getByRole('link', { name: 'Weighing and composition surveys' }).first().waitFor();
  await isFaultless(other, 'sessions');
});

test.each([
  ['7K3M-9QX2-TVB0', 'Mistyped: such a code is never given'],
  ['7K3M-9QX2-TVBS', 'Not known'],
])('of a code that no certificate has, everybody reads why: %s', async (code, said) => {
  const stranger = await narrow('', `/c/${code}`);
  await stranger.page.locator('main').getByText(said).first().waitFor();
  await isFaultless(stranger, `certificate-${code}`);
});
