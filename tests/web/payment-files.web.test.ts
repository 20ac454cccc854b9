import { printed } from '@junkan/kit/files/made.fixture.ts';
import { auditor, checker, maker, secondChecker } from '@junkan/scripts/main-job/api.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { answerText } from '@junkan/scripts/main-job/payment-files.ts';
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, type Sponsor } from '../actors.ts';
import { http, type Someone } from '../http.ts';
import { approvedPayment, fileMade } from '../payment-files.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, actors, narrow: at } = await openSite();
let lender: Sponsor;
let agreement: string;
/** The one that the registry of IBANs prints as an example. */
const IBAN = 'KZ86125KZT5004100100';
const MAKER: Someone = { person: 'secretariat/finance.maker', organisation: 'secretariat', roles: ['finance.maker'] };

beforeAll(async () => {
  const city = await actors.city();
  lender = await actors.sponsor();
  const other = await actors.city('Nara');
  await accountOf(site.api, city, {}, IBAN);
  await accountOf(site.api, lender.sponsor);
  await accountOf(site.api, other, { town: '奈良市' }, '7654321');
  const agreements = [];
  for (const [of, amounts] of [
    [city, ['400.00', '600.00']],
    [other, ['500.00']],
  ] as const) {
    const target = of === city ? '1000.00' : '500.00';
    const signed = await actors.agreed(of, [[lender, target]], { target, milestones: [...amounts] });
    for (const milestone of await actors.signed(signed)) await actors.verified(milestone);
    await settled(site.api);
    for (const at of amounts.keys()) await approvedPayment(site.api, signed.id, at + 1, lender.sponsor);
    agreements.push(signed.id);
  }
  [agreement = ''] = agreements;
  await settled(site.api);
});

test('a file is made, approved by another person, handed to the bank, and its answer brought', async () => {
  const { now } = await settled(site.api);
  const making = await at('secretariat/finance.maker', '/payment-files');
  const { page } = making;
  await page.getByRole('button', { name: 'Make a payment file' }).press('Enter');
  const form = page.getByRole('form', { name: 'Make a payment file' });
  await form.getByLabel('Day of execution').fill(now.slice(0, 10));
  await form.getByText('2 payments chosen: USD 1,000.00').waitFor();
  // Banks cannot write the town of Nara: its payment says so, and keeps nobody else’s from going.
  await form.getByText('payee/town breaks the rule “characters”').waitFor();
  expect(await form.getByRole('checkbox', { name: /^Nara/ }).isDisabled()).toBe(true);
  await form.getByText('Crédit municipal · ending in 0100').first().waitFor();
  await form.getByRole('checkbox', { name: /Milestone 2/ }).press('Space');
  await form.getByText('One payment chosen: USD 400.00').waitFor();
  const remaining = form.getByRole('checkbox', { name: /Milestone 1/, disabled: false });
  await remaining.press('Space');
  await form.getByText('No payment chosen: USD 0.00').waitFor();
  await remaining.press('Space');
  await form.getByText('One payment chosen: USD 400.00').waitFor();
  expect(await faultsOf(making)).toEqual([]);
  await sends(page, 'Make a payment file');
  await page.getByText('The payment file is made.').waitFor();
  // What came of one's own act is shown without being asked for.
  await page.getByRole('link', { name: /^Payment file of/ }).waitFor();
  await page.getByRole('heading', { name: /USD\. Payments: 2/ }).waitFor();
  await settled(site.api);
  const { id, sha256 } = first((await site.api.as(auditor).listPaymentFiles({})).files);

  const checking = await at('secretariat/finance.checker', `/payment-files/${id}`);
  expect(await checking.page.getByRole('link', { name: 'Download the file' }).getAttribute('href')).toBe(
    `/v1/payment-files/${id}/document`,
  );
  await checking.page.getByText(sha256 ?? '-').waitFor();
  const listed = checking.page.getByRole('row', { name: /Milestone 1/ });
  await listed.getByText('In the file').waitFor();
  expect(await checking.page.getByRole('link', { name: 'Crédit municipal · ending in 0100' }).count()).toBe(1);
  await listed.getByRole('link', { name: 'Repair cafés in every ward' }).waitFor();
  await checking.page.getByRole('button', { name: 'Approve the payment file' }).press('Enter');
  const binding = checking.page.getByRole('form', { name: 'Approve the payment file' });
  await binding.getByText('USD 400.00').waitFor();
  await binding.getByRole('link', { name: /ending in/ }).waitFor();
  await sends(checking.page, 'Approve the payment file');
  await checking.page.getByText('Your approval of the payment file is recorded.').waitFor();
  await checking.page.getByText('This person had approved a payment in it alone').waitFor();
  expect(await faultsOf(checking)).toEqual([]);
  await site.api.as(secondChecker).approvePaymentFile({ id });

  const sending = await at('secretariat/finance.maker', `/payment-files/${id}`);
  const download = sending.page.getByRole('link', { name: 'Download the file' });
  await download.waitFor();
  expect(await sending.page.getByRole('button', { name: 'The bank has the file', disabled: false }).count()).toBe(0);
  await download.press('Enter');
  await sending.page.getByRole('button', { name: 'The bank has the file', disabled: false }).press('Enter');
  await sends(sending.page, 'The bank has the file');
  await sending.page.getByText('The payments of the file are instructed.').waitFor();
  await sending.page
    .getByRole('row', { name: /Milestone 1/ })
    .getByText('With the bank')
    .waitFor();
  const { message, lines } = await site.api.as(maker).getPaymentFile({ id });
  const answer = answerText(message, [{ instruction: first(lines).instruction, status: 'RJCT', reason: 'AC04' }]);
  const chosen = sending.page.getByLabel('The bank’s answer (pain.002)');
  await chosen.setInputFiles({ name: 'other.xml', mimeType: 'application/xml', buffer: Buffer.from('<a/>') });
  await sending.page.getByText('The file is not a bank’s answer that can be used').waitFor();
  await chosen.setInputFiles({ name: 'answer.xml', mimeType: 'application/xml', buffer: Buffer.from(answer) });
  await sending.page.getByText('it is about one payment, of which one is rejected').waitFor();
  expect(await sending.page.getByRole('link', { name: 'They are payments of another file.' }).count()).toBe(0);
  await sending.page.getByText('Answered: all rejected').first().waitFor();
  await sending.page.getByText('Rejected by the bank').first().waitFor();
  await sending.page.getByText('The account is closed').waitFor();
  expect(await faultsOf(sending)).toEqual([]);
  expect(await sending.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  const reader = await at(`${lender.sponsor}/sponsor.officer`, `/payment-files/${id}`);
  await reader.page.getByText('A second person approved the payment file.').waitFor();
  expect(await reader.page.getByRole('link', { name: 'Download the file' }).count()).toBe(0);
  const judging = await at('secretariat/finance.checker', `/agreements/${agreement}`);
  await judging.page.getByRole('link', { name: 'account of the payee' }).first().waitFor();
  await judging.page.getByText('Payments of the agreement').press('Enter');
  const all = judging.page.getByRole('group', { name: 'Payments of the agreement' });
  await all.getByRole('row', { name: /Milestone 2.*USD 600\.00/ }).waitFor();
  expect(await all.getByRole('link', { name: 'Milestone 1' }).getAttribute('href')).toContain('/money#pay_');
  expect(await faultsOf(judging)).toEqual([]);
  const complaints = [making, checking, sending, reader, judging].flatMap((each) => each.complaints);
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
});

test('a file that was downloaded says who has it, and that a second person refuses it as well', async () => {
  const { payments } = await site.api.as(maker).paymentsForFile({ id: lender.sponsor, currency: 'USD' });
  const chosen = payments.filter(({ fault }) => !fault).map((each) => each.payment);
  const { id } = await fileMade(site.api, lender.sponsor, chosen);
  await site.api.as(secondChecker).approvePaymentFile({ id });
  await http(site.address).ask(MAKER, 'downloadPaymentFile', { id });
  const refusing = await at('secretariat/finance.checker', `/payment-files/${id}`);
  await refusing.page.getByText('Downloaded by').waitFor();
  const act = 'Refuse the payment file';
  await refusing.page.getByRole('button', { name: act }).press('Enter');
  const form = refusing.page.getByRole('form', { name: act });
  await form.getByText('say how you know that the bank does not have it').waitFor();
  await form.getByRole('textbox').fill('The bank’s portal did not take it.');
  expect(await faultsOf(refusing)).toEqual([]);
  await sends(refusing.page, act);
  await refusing.page.getByText('Your refusal of the payment file is recorded.').waitFor();
  await refusing.page.getByText('First refused by').waitFor();
  await refusing.page.getByText('Its payments stay in it until a second person').waitFor();
  expect(await faultsOf(refusing)).toEqual([]);
  await site.api.as(secondChecker).refusePaymentFile({ id }, { note: 'By telephone.' });
  await settled(site.api);
  expect((await site.api.as(auditor).getPaymentFile({ id })).status).toBe('refused');
  expect(refusing.complaints).toEqual([]);
});

test('a file that cannot go to the bank any more says why, and what to do', async () => {
  const { payments } = await site.api.as(maker).paymentsForFile({ id: lender.sponsor, currency: 'USD' });
  const chosen = payments.filter(({ fault }) => !fault).map((each) => each.payment);
  const { id } = await fileMade(site.api, lender.sponsor, chosen);
  await site.api.as(secondChecker).approvePaymentFile({ id });
  const { now } = await settled(site.api);
  await advance(site.api, new Date(Date.parse(now) + 86_400_000).toISOString());
  const sending = await at('secretariat/finance.maker', `/payment-files/${id}`);
  await sending.page.getByText('This file cannot go to the bank any more.').waitFor();
  await sending.page.getByText('Refuse the file, which lets its payments go').first().waitFor();
  expect(await faultsOf(sending)).toEqual([]);
  const desk = await at('secretariat/finance.checker', '/desk');
  await desk.page.getByRole('link', { name: 'Refuse a payment file whose day is past' }).first().waitFor();
  await site.api.as(checker).refusePaymentFile({ id }, { note: 'Its day is past.' });
  await settled(site.api);
  expect([...sending.complaints, ...desk.complaints]).toEqual([]);
});

test('a file whose payment a statement or a person has settled says that no answer is waited for', async () => {
  const { payments } = await site.api.as(maker).paymentsForFile({ id: lender.sponsor, currency: 'USD' });
  const { id } = await fileMade(
    site.api,
    lender.sponsor,
    payments.filter(({ fault }) => !fault).map((each) => each.payment),
  );
  await site.api.as(secondChecker).approvePaymentFile({ id });
  await site.api.as(maker).downloadPaymentFile({ id });
  await site.api.as(maker).sendPaymentFile({ id });
  const { payment } = first((await site.api.as(maker).getPaymentFile({ id })).lines);
  const valueDate = (await settled(site.api)).now.slice(0, 10);
  const reporting = await at('secretariat/finance.maker', `/agreements/${agreement}`);
  const act = 'Report the bank’s payment';
  await reporting.page.getByRole('button', { name: act }).first().press('Enter');
  const form = reporting.page.getByRole('form', { name: act });
  await form.getByLabel('Bank reference').fill('BY-HAND-1');
  await form.getByLabel('Value date').fill(valueDate);
  await sends(reporting.page, act);
  await reporting.page.getByText('Attach the file that shows it').first().waitFor();
  await form.getByLabel('Add files').setInputFiles({ name: 'advice.pdf', mimeType: 'application/pdf', buffer: printed('paid') });
  await form.getByRole('button', { name: 'Remove advice.pdf' }).waitFor();
  expect(await faultsOf(reporting)).toEqual([]);
  await sends(reporting.page, act);
  await reporting.page.getByRole('link', { name: 'by a document' }).waitFor();
  await site.api.as(checker).confirmPayment({ id: agreement, payment }, { report: 1 });
  await settled(site.api);
  const looking = await at('secretariat/finance.maker', `/payment-files/${id}`);
  await looking.page.getByText('Concluded', { exact: true }).waitFor();
  await looking.page.getByText('An answer that comes later is still taken.').waitFor();
  await looking.page
    .getByRole('row', { name: /Milestone 2/ })
    .getByText('Settled', { exact: true })
    .waitFor();
  await looking.page.getByLabel('The bank’s answer (pain.002)').waitFor();
  expect(await faultsOf(looking)).toEqual([]);
  const listing = await at(`${lender.sponsor}/sponsor.officer`, '/payment-files');
  await listing.page.getByText('Concluded', { exact: true }).waitFor();
  expect([...reporting.complaints, ...looking.complaints, ...listing.complaints]).toEqual([]);
});

test('what a bank rejects that is settled by then is said to be so, and a second person is asked', async () => {
  const { files } = await site.api.as(maker).listPaymentFiles({ status: 'sent' });
  const { id } = first(files);
  const { message, lines } = await site.api.as(maker).getPaymentFile({ id });
  const { instruction } = first(lines);
  await site.api.as(maker).uploadAnswer(new TextEncoder().encode(answerText(message, [{ instruction, status: 'RJCT', reason: 'AC04' }])));
  await settled(site.api);
  const looking = await at('secretariat/finance.maker', `/payment-files/${id}`);
  await looking.page.getByText('Answered: all rejected').waitFor();
  const line = looking.page.getByRole('row', { name: /Milestone 2/ });
  await line.getByText('Settled', { exact: true }).waitFor();
  await line.getByText('Rejected by the bank').waitFor();
  await line.getByText('The payment was settled by then').waitFor();
  expect(await line.getByText('a person has to do that').count()).toBe(0);
  expect(await faultsOf(looking)).toEqual([]);
  await line.getByRole('link', { name: 'To the payment' }).press('Enter');
  await looking.page.getByRole('heading', { level: 1 }).waitFor();
  const deciding = await at('secretariat/finance.checker', new URL(looking.page.url()).pathname);
  await deciding.page.getByRole('button', { name: 'Confirm the bank’s answer' }).first().waitFor();
  const listing = await at(`${lender.sponsor}/sponsor.officer`, '/payment-files');
  await listing.page.getByRole('table').getByText('Answered: all rejected').first().waitFor();
  expect([...looking.complaints, ...deciding.complaints, ...listing.complaints]).toEqual([]);
});

test('who retires an account reads which payments under way use it, and the notice says which account and why', async () => {
  const { payments } = await site.api.as(auditor).findPayments({ sponsor: lender.sponsor, status: 'requested,approved,instructed' });
  const { accounts } = await site.api.as(auditor).listBankAccounts({ organisation: lender.sponsor, status: 'confirmed' });
  expect(payments.length).toBeGreaterThan(0);
  const retiring = await at(`${lender.sponsor}/sponsor.approver`, `/bank-accounts/${first(accounts).id}`);
  const act = 'Retire the account';
  await retiring.page.getByRole('button', { name: act }).press('Enter');
  const form = retiring.page.getByRole('form', { name: act });
  const rows = form.getByRole('group', { name: 'Payments under way' }).getByRole('row', { name: /USD/ });
  await rows.first().waitFor();
  expect(await rows.count()).toBe(payments.length);
  await form.getByRole('textbox').fill('The bank gives it up.');
  expect(await faultsOf(retiring)).toEqual([]);
  await sends(retiring.page, act);
  await retiring.page.getByText('The bank gives it up.').first().waitFor();
  await settled(site.api);
  const told = await at('secretariat/finance.maker', '/notifications');
  const notice = told.page.getByRole('listitem').filter({ hasText: 'The account is used no more.' });
  await notice.getByText('ending in').waitFor();
  await notice.getByText('The bank gives it up.').waitFor();
  expect(await faultsOf(told)).toEqual([]);
  expect([...retiring.complaints, ...told.complaints]).toEqual([]);
});
