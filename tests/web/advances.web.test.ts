import { printed } from '@junkan/kit/files/made.fixture.ts';
import { plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { auditor, checker, officerOf } from '@junkan/scripts/main-job/api.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { GRANT } from '../actors.ts';
import { http, type Someone } from '../http.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();

test('an advance is asked for, paid, and liquidated by a statement of expenditure, each step by whose it is', async () => {
  const [city, lender] = [await actors.city('Sasebo'), await actors.sponsor()];
  const agreement = await actors.agreed(city, [[lender, '1000.00', { ...GRANT, advances: true }]]);
  await actors.signed(agreement);
  const { now } = await cooled(site.api);
  const day = now.slice(0, 10);
  const { act, at, complaints } = people(browser, site.home);
  const page = `/agreements/${agreement.id}`;
  const plan = { Note: 'Forty containers for two wards.' };
  await act(`${city}/proposer.officer`, page, 'Ask for an advance', { ...plan, Amount: '250.00' });
  const asked = await act(SECRETARIAT.maker, page, 'Request the payment');
  await asked.page.getByRole('article').getByText('Requested', { exact: true }).first().waitFor();
  expect(await asked.page.getByText('Being paid', { exact: true }).count()).toBe(0);
  for (const path of ['/payments', '/desk']) {
    const listed = await at(SECRETARIAT.checker, path);
    await listed.page
      .getByRole('row', { name: /Advance: Milestone 1/ })
      .first()
      .waitFor();
  }
  await act(SECRETARIAT.checker, page, 'Approve the payment');
  await act(SECRETARIAT.maker, page, 'Instruct the bank');
  await act(SECRETARIAT.maker, page, 'Report the bank’s payment', { 'Bank reference': 'ADVANCE-1', 'Value date': day });
  await act(SECRETARIAT.checker, page, 'Confirm the bank’s answer');
  const owes = await at(`${city}/proposer.officer`, page);
  await owes.page.getByText('To be accounted for by').waitFor();
  const due = (await site.api.as(officerOf(city)).listWork({ kind: 'expenditure-to-submit' })).work;
  expect(due).toMatchObject([{ dueOn: plusCalendarDays(day, 90) }]);
  await owes.page.getByRole('button', { name: 'State what was spent' }).press('Enter');
  const form = owes.page.getByRole('form', { name: 'State what was spent' });
  await form.getByLabel('Add files').setInputFiles({ name: 'invoices.pdf', mimeType: 'application/pdf', buffer: printed('17 to 19') });
  await form.getByRole('button', { name: 'Remove invoices.pdf' }).waitFor();
  const spent = { Amount: '200.00', 'First day': day, 'Last day': day, Note: 'Invoices 17 to 19.' };
  for (const [label, text] of Object.entries(spent)) await form.getByLabel(label).fill(text);
  await form.getByRole('button', { name: 'State what was spent' }).press('Enter');
  await form.waitFor({ state: 'detached' });
  await settled(site.api);
  const { advances: stated } = await site.api.as(auditor).getAgreement({ id: agreement.id });
  const [hash = ''] = stated.flatMap(({ expenditures }) => expenditures.flatMap(({ evidence }) => evidence));
  const ofSponsor = (organisation: string): Someone => ({ person: 'reader', organisation, roles: ['sponsor.officer'] });
  const readers = [ofSponsor(lender.sponsor), ofSponsor((await actors.sponsor()).sponsor)];
  const read = readers.map(async (reader) => (await http(site.home).ask(reader, 'downloadEvidence', { hash })).status);
  expect(await Promise.all(read)).toEqual([200, 404]);
  const seen = await act('secretariat/secretariat.verifier', page, 'Accept what was spent', { Amount: '200.00' });
  await seen.page.getByText('Paid, not liquidated').waitFor();
  await seen.page.getByRole('link', { name: hash }).waitFor();
  expect(await faultsOf(seen)).toEqual([]);
  expect(await site.api.as(auditor).getAgreement({ id: agreement.id })).toMatchObject({
    advances: [{ status: 'paid', liquidated: { amount: '200.00' }, open: { amount: '50.00' } }],
  });
  // The money of the milestone shows the advance as a separate payment, and any hold at the part that is on hold.
  await site.api
    .as(checker)
    .holdPayment({ id: agreement.id }, { tranche: 1, sponsor: lender.sponsor, reason: 'documents-missing', note: 'A permit is missing.' });
  await settled(site.api);
  const { milestone = '' } = (await site.api.as(auditor).getAgreement({ id: agreement.id })).payments[0] ?? {};
  const money = await at(`${city}/proposer.officer`, `/milestones/${milestone}/money`);
  await money.page.getByRole('heading', { name: /^Advance: / }).waitFor();
  await money.page.getByRole('rowheader', { name: /^Advance: Milestone 1: / }).waitFor();
  await money.page.getByText(/^On hold since .*: Documents missing$/).waitFor();
  await money.page
    .getByText(/^On hold, /)
    .first()
    .waitFor({ state: 'attached' });
  await money.page
    .getByText(/, advance 1: USD 250\.00$/)
    .first()
    .waitFor({ state: 'attached' });
  await money.page.getByText('Still to be paid').waitFor();
  expect(await money.page.getByText('Payable now').count()).toBe(0);
  expect(await faultsOf(money)).toEqual([]);
  const shown = await site.api.as(auditor).getMoneyOfMilestone({ id: milestone });
  const { cells } = await site.api.as(auditor).getAgreement({ id: agreement.id });
  const [payable, paid, kept, left] = [shown.payable, shown.paid, shown.kept, shown.left].map((sum) => Number(sum?.amount));
  expect([paid, kept, left]).toEqual([250, 0, (payable ?? 0) - 250]);
  expect(shown.steps.find(({ step }) => step === 'held')).toMatchObject({ sponsor: lender.sponsor, payment: cells[0]?.payment });
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});
