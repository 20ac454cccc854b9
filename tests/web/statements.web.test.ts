import { entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import {
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  secondChecker,
  secretary,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf, ordered } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { actorsOf, first, GRANT, GUARANTEE, usd } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf, sends } from './visits.ts';

const { site, narrow: at } = await openSite();
let agreement: string;
let today: string;
beforeAll(async () => {
  [agreement, today] = await instructed();
});

/** A payment of 100.00 that the bank was instructed with. */
async function instructed(account = '0001234567'): Promise<[agreement: string, today: string]> {
  const { api } = site;
  const actors = actorsOf(api);
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, lender.sponsor, {}, account);
  const made = await actors.payable(city, [[lender, '100.00']], { target: '100.00', milestones: ['100.00'] });
  await settled(api);
  await ordered(api, made.id, { tranche: 1, sponsor: lender.sponsor }, () => ({}));
  return [made.id, (await settled(api)).now.slice(0, 10)];
}

const statement = (closing: string, rest = ''): string => {
  const entry = (amount: string, reference: string) => entryText({ amount, currency: 'USD', reference, valueDate: today });
  const entries = [entry('100.00', 'B-1'), entry('7.00', 'B-2')];
  return statementText({ id: 'S-1', currency: 'USD', opening: '1000.00', closing, entries }).replace('<CdtDbtInd>DBIT</CdtDbtInd>', rest);
};
const DEBIT = '<CdtDbtInd>DBIT</CdtDbtInd>';

async function imports(page: Page, text: string): Promise<void> {
  const file = { name: 'day.xml', mimeType: 'application/xml', buffer: Buffer.from(text) };
  await page.getByLabel('Import bank statements').setInputFiles(file);
}

test('one person imports a statement and decides on its entries, and another confirms what it settles', async () => {
  const maker = await at('secretariat/finance.maker', '/statements');
  const { page } = maker;
  await imports(page, statement('893.00'));
  await page.getByText('it does not keep to its schema').waitFor();
  expect(await page.getByText(/line \d+/).count()).toBe(1);
  await imports(page, statement('893.00', DEBIT));
  await page.getByText('Imported, with 2 entries.').waitFor();
  await imports(page, statement('893.00', DEBIT));
  await page.getByText('Nothing is new').waitFor();
  await page.getByRole('link', { name: 'Open the statement' }).press('Enter');

  await page.getByText('0 of 2 entries').waitFor();
  await page
    .getByRole('definition')
    .getByText(/^Fund /)
    .waitFor();
  const entry = (number: number) => page.getByRole('article', { name: `Entry ${number}` });
  await entry(1).getByText('It may be of:').waitFor();
  await entry(1).getByRole('button', { name: 'Link it to a payment' }).press('Enter');
  await sends(page, 'Link it to a payment');
  await entry(1).getByText('Fill in “Payment or refund”.').first().waitFor();
  await entry(1).getByLabel('Payment or refund', { exact: true }).selectOption({ index: 1 });
  expect(await faultsOf(maker)).toEqual([]);
  await sends(page, 'Link it to a payment');
  await entry(1).getByText('Reported, to be confirmed').waitFor();
  await entry(2).getByRole('button', { name: 'It concerns no payment' }).press('Enter');
  await entry(2).getByLabel('Note').fill('A charge of the bank.');
  await sends(page, 'It concerns no payment');
  await entry(2).getByText('Concerns no payment, to be confirmed').waitFor();
  await page.getByText('1 of 2 entries (50%)').waitFor();
  await page.getByText('Matched with payments, charges within them included').waitFor();
  await page.getByRole('link', { name: 'Concerns no payment, to be confirmed 1' }).press('Enter');
  await entry(1).waitFor({ state: 'detached' });
  await entry(2).waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  const path = new URL(page.url()).pathname;

  await settled(site.api);
  const checker = await at('secretariat/finance.checker/2', '/desk');
  const waiting = checker.page.getByRole('table', { name: 'Waits for you' });
  await waiting
    .getByRole('row', { name: /Confirm a bank statement/ })
    .getByText(/^0001234567 · Statement S-1, page 1 · Fund .* · [A-Z][a-z]{2} \d/)
    .waitFor();
  await waiting.getByRole('link', { name: 'Confirm a bank statement' }).press('Enter');
  await checker.page.waitForURL(`${site.home}${path}`);
  await checker.page.getByText(/^One payment · Money out: USD/).waitFor();
  await checker.page.getByRole('button', { name: 'Confirm all that is reported' }).press('Enter');
  const asking = checker.page.getByRole('form', { name: 'Confirm all that is reported' });
  await asking.getByText(/^One entry that concerns no payment · Money out: USD/).waitFor();
  await sends(checker.page, 'Confirm all that is reported');
  await checker.page.getByText('2 entries are confirmed.').waitFor();
  expect(await faultsOf(checker)).toEqual([]);
  await settled(site.api);
  const { payments } = await site.api.as(auditor).getAgreement({ id: agreement });
  expect(payments).toMatchObject([{ status: 'settled', bankReference: 'B-1' }]);

  await checker.page.goto(`${site.home}/milestones/${first(payments).milestone}/money`);
  await checker.page.getByRole('link', { name: 'in a bank statement' }).press('Enter');
  await checker.page.waitForURL(`${site.home}${path}`);
  // A sponsor has a place for the statements of its own accounts, and none for bringing others.
  const reader = await at(`${first(payments).sponsor}/sponsor.officer`, '/statements');
  await reader.page.getByRole('heading', { level: 1 }).waitFor();
  expect(await reader.page.getByLabel('Import bank statements').count()).toBe(0);
  expect(await faultsOf(reader)).toEqual([]);
  expect([...maker.complaints, ...checker.complaints, ...reader.complaints].filter((complaint) => !complaint.includes('422'))).toEqual([]);
});

test('what the bank gives back is linked to its payment and confirmed, and its part may be requested again', async () => {
  const maker = await at('secretariat/finance.maker', '/statements');
  const { page } = maker;
  const { payments: before } = await site.api.as(auditor).getAgreement({ id: agreement });
  const { instruction = '', milestone } = first(before);
  const back = entryText({
    // The bank has kept two dollars.
    amount: '98.00',
    currency: 'USD',
    direction: 'CRDT',
    reference: 'B-9',
    valueDate: today,
    details: `<TxDtls><Refs><EndToEndId>${instruction}</EndToEndId></Refs></TxDtls>`,
  });
  await imports(page, statementText({ id: 'S-2', currency: 'USD', opening: '893.00', closing: '991.00', entries: [back] }));
  await page.getByText('Imported, with one entry.').waitFor();
  await page.getByRole('link', { name: 'Open the statement' }).press('Enter');
  const entry = page.getByRole('article', { name: 'Entry 1' });
  await entry.getByText('Money back').waitFor();
  await entry.getByRole('button', { name: 'Link it to a payment' }).press('Enter');
  await entry.getByLabel('Payment or refund', { exact: true }).waitFor();
  expect(await entry.getByLabel('Payment or refund', { exact: true }).inputValue()).toBe(first(before).id);
  await sends(page, 'Link it to a payment');
  await entry.getByText('Reported, to be confirmed').waitFor();
  await entry.getByText('Kept by the bank as a charge').waitFor();
  await entry.getByText(/\b2\.00$/).waitFor();
  expect(await faultsOf(maker)).toEqual([]);
  await settled(site.api);

  const checker = await at('secretariat/finance.checker/2', `/milestones/${milestone}/money`);
  await checker.page.getByText('Return by the bank reported').first().waitFor();
  await checker.page.getByRole('button', { name: 'Confirm the bank’s answer' }).press('Enter');
  await checker.page.getByText(/The bank kept USD 2\.00 of it as a charge\./).waitFor();
  expect(await faultsOf(checker)).toEqual([]);
  await sends(checker.page, 'Confirm the bank’s answer');
  await checker.page.getByText('Returned by the bank').first().waitFor();
  expect(await checker.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await settled(site.api);
  const { payments } = await site.api.as(auditor).getAgreement({ id: agreement });
  expect(payments).toMatchObject([
    { status: 'returned', attempts: [{ status: 'returned', bankReference: 'B-1', returnReference: 'B-9' }] },
  ]);
  expect([...maker.complaints, ...checker.complaints]).toEqual([]);
});

test('what a city pays back is linked with the recovery that waits for it', async () => {
  const { api } = site;
  const [id, day] = await instructed();
  const { proposer, payments } = await api.as(auditor).getAgreement({ id });
  const order = { id, payment: first(payments).id };
  await api.as(maker).settlePayment(order, { bankReference: 'B-8', valueDate: day, document: await adviceOf(api) });
  await api.as(checker).confirmPayment(order, { report: 1 });
  const of = { id, number: 1 };
  await api.as(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await api.as(certifierOf(proposer)).answerRecovery(of, { note: 'We pay back.' });
  await api.as(approver).approveRecovery(of);
  await settled(api);
  const entries = [entryText({ amount: '40.00', currency: 'USD', direction: 'CRDT', reference: 'C-9', valueDate: day })];
  const text = statementText({ id: 'S-9', currency: 'USD', opening: '893.00', closing: '933.00', entries });
  const finance = await at('secretariat/finance.maker', '/statements');
  const { page } = finance;
  await imports(page, text);
  await page.getByText('Imported, with one entry.').waitFor();
  await page.getByRole('link', { name: 'Open the statement' }).press('Enter');
  const entry = page.getByRole('article', { name: 'Entry 1' });
  await entry.getByRole('button', { name: 'Link it to a payment or a refund' }).press('Enter');
  await entry.getByText('and the money that has to be paid back').waitFor();
  await entry.getByLabel('Payment or refund', { exact: true }).selectOption({ index: 1 });
  expect(await entry.getByText('recovery (optional)').count()).toBe(0);
  expect(await faultsOf(finance)).toEqual([]);
  await sends(page, 'Link it to a payment or a refund');

  await entry.getByText('Reported, to be confirmed').waitFor();
  const path = new URL(page.url()).pathname;
  await settled(api);
  const other = await at('secretariat/finance.checker/2', path);
  await other.page.getByRole('button', { name: 'Confirm all that is reported' }).press('Enter');
  await sends(other.page, 'Confirm all that is reported');
  await other.page.getByText('One entry is confirmed.').waitFor();
  await other.page.getByRole('link', { name: 'Refund of recovery 1' }).press('Enter');
  await other.page.waitForURL(`${site.home}/agreements/${id}`);
  await other.page.getByText('Refunded').first().waitFor();
  const { recoveries } = await api.as(auditor).getAgreement({ id });
  expect(recoveries).toMatchObject([{ refunded: usd('40.00'), pending: usd('20.00') }]);
  expect([...finance.complaints, ...other.complaints]).toEqual([]);
});

test('whose a statement is that two sponsors may have, one person says and another confirms', async () => {
  const { api } = site;
  const number = '0004443332';
  const actors = actorsOf(api);
  for (const each of [await actors.sponsor(), await actors.sponsor()]) await accountOf(api, each.sponsor, {}, number);
  await settled(api);
  const finance = await at('secretariat/finance.maker', '/statements');
  const { page } = finance;
  const entries = [entryText({ amount: '5.00', currency: 'USD', reference: 'O-1', valueDate: today })];
  const servicer = '<BICFI>DEMOJPJT</BICFI>';
  await imports(page, statementText({ id: 'S-10', account: number, servicer, currency: 'USD', opening: '5.00', entries }));
  await page.getByText('Imported, with one entry.').waitFor();
  await page.getByRole('link', { name: 'Open the statement' }).press('Enter');
  await page.getByText('No sponsor has named it, or several have').waitFor();
  await page.getByText('DEMOJPJT').first().waitFor();
  await page.getByRole('button', { name: 'Say whose account it is' }).press('Enter');
  const asking = page.getByRole('form', { name: 'Say whose account it is' });
  await asking.getByLabel('Account', { exact: true }).selectOption({ index: 1 });
  await asking.getByText('Finance and auditors can read it, nobody else.').waitFor();
  await asking.getByLabel('Note').fill('The bank says so.');
  expect(await faultsOf(finance)).toEqual([]);
  await sends(page, 'Say whose account it is');
  await page.getByText('The bank says so.').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);

  await settled(api);
  const path = new URL(page.url()).pathname;
  const checking = await at('secretariat/finance.checker/2', '/desk');
  const task = checking.page
    .getByRole('table', { name: 'Waits for you' })
    .getByRole('row', { name: /Confirm whose account a statement is of/ });
  await task.getByText('0004443332 · Statement S-10, page 1 · ').waitFor();
  await task.getByRole('link', { name: 'Confirm whose account a statement is of' }).press('Enter');
  await checking.page.waitForURL(`${site.home}${path}`);
  await checking.page.getByRole('button', { name: 'It is this sponsor’s account' }).press('Enter');
  expect(await faultsOf(checking)).toEqual([]);
  await sends(checking.page, 'It is this sponsor’s account');
  await checking.page.getByText('It is known whose account it is').waitFor();
  await settled(api);
  const listing = await at('secretariat/auditor', '/statements');
  const listed = listing.page.getByRole('row', { name: /S-10/ });
  await listed.getByText('DEMOJPJT').waitFor();
  await listed.getByRole('link', { name: /^Fund / }).waitFor();
  expect(await faultsOf(listing)).toEqual([]);
  const statement = await api.as(auditor).getStatement({ id: path.split('/').at(-1) ?? '' });
  expect(statement).toMatchObject({ owner: statement.naming?.sponsor, naming: { status: 'confirmed' } });
  expect([...finance.complaints, ...checking.complaints]).toEqual([]);
});

test('what was settled and returned by hand is offered to both of its lines', async () => {
  const { api } = site;
  const account = '0001234569';
  const [id, day] = await instructed(account);
  const { payments } = await api.as(auditor).getAgreement({ id });
  const { id: payment, instruction = '' } = first(payments);
  const of = { id, payment };
  await api.as(maker).settlePayment(of, { bankReference: 'H-1', valueDate: day, document: await adviceOf(api) });
  await api.as(checker).confirmPayment(of, { report: 1 });
  const back = { bankReference: 'H-2', valueDate: day, document: await adviceOf(api), note: 'The account is closed.' };
  await api.as(maker).returnPayment(of, back);
  await api.as(secondChecker).confirmPayment(of, { report: 2 });
  await settled(api);
  const details = `<TxDtls><Refs><EndToEndId>${instruction}</EndToEndId></Refs></TxDtls>`;
  const line = { amount: '100.00', currency: 'USD', valueDate: day, details };
  const entries = [entryText({ ...line, reference: 'H-1' }), entryText({ ...line, reference: 'H-2', direction: 'CRDT' })];
  const text = statementText({ id: 'S-H', account, currency: 'USD', opening: '500.00', closing: '500.00', entries });
  const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(text));
  await settled(api);
  const finance = await at('secretariat/finance.maker', `/statements/${first(statements).id}`);
  const { page } = finance;
  for (const number of [1, 2]) {
    const entry = page.getByRole('article', { name: `Entry ${number}` });
    await entry
      .getByText('It has the reference of an order that was refused, failed, came back or was in a file that was refused.')
      .waitFor();
    await entry.getByRole('button', { name: 'Link it to a payment or a refund' }).press('Enter');
    await entry.getByLabel('Payment or refund', { exact: true }).waitFor();
    expect(await entry.getByLabel('Payment or refund', { exact: true }).inputValue()).toBe(payment);
    await sends(page, 'Link it to a payment or a refund');
    await entry.getByText('Reported, to be confirmed').waitFor();
    await settled(api);
  }
  expect(await faultsOf(finance)).toEqual([]);
  expect(finance.complaints).toEqual([]);
});

/** A call of 100.00 that its guarantor has paid, as two persons have said by hand. */
async function paidCall(account: string, bankReference: string): Promise<string> {
  const { api } = site;
  const actors = actorsOf(api);
  const [city, donor, guarantor] = [await actors.city(), await actors.sponsor(), await actors.sponsor()];
  await accountOf(api, guarantor.sponsor, {}, account);
  const { id, shares } = await actors.agreed(city, [
    [guarantor, '900.00', GUARANTEE],
    [donor, '1000.00', GRANT],
  ]);
  await actors.signed(await api.as(auditor).getAgreement({ id }));
  const { hash } = await api.as(officerOf(city)).upload(new TextEncoder().encode('A letter of the lender'), 'text/plain');
  const { offer = '' } = shares.find(({ sponsor }) => sponsor === guarantor.sponsor)?.parts?.[0] ?? {};
  const call = { offer, amount: usd('100.00'), evidence: [hash], note: 'It was not repaid.' };
  await api.as(certifierOf(city)).callGuarantee({ id }, call);
  await api.as(approverOf(guarantor.sponsor)).acceptDrawing({ id, number: 1 });
  const valueDate = (await settled(api)).now.slice(0, 10);
  await api.as(maker).reportClaimPaid({ id, number: 1 }, { bankReference, valueDate, document: await adviceOf(api) });
  await api.as(checker).confirmClaimPaid({ id, number: 1 });
  return id;
}

/** A recovery of 60.00 that was refunded whole, likewise. */
async function refundedByHand(account: string, bankReference: string): Promise<string> {
  const { api } = site;
  const [id, valueDate] = await instructed(account);
  const { proposer, payments } = await api.as(auditor).getAgreement({ id });
  const order = { id, payment: first(payments).id };
  await api.as(maker).settlePayment(order, { bankReference: `${bankReference}-P`, valueDate, document: await adviceOf(api) });
  await api.as(checker).confirmPayment(order, { report: 1 });
  const of = { id, number: 1 };
  await api.as(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await api.as(certifierOf(proposer)).answerRecovery(of, { note: 'We pay back.' });
  await api.as(approver).approveRecovery(of);
  await api.as(maker).reportRefund(of, { amount: usd('60.00'), bankReference, valueDate, document: await adviceOf(api) });
  await api.as(checker).confirmResolution({ ...of, resolution: '1' });
  return id;
}

test.each([
  {
    what: 'a guarantor has paid',
    account: '0001234571',
    make: paidCall,
    amount: '100.00',
    direction: 'DBIT',
    said: /call 1 of a guarantee · HAND-71\b/,
  },
  {
    what: 'a city has paid back',
    account: '0001234572',
    make: refundedByHand,
    amount: '60.00',
    direction: 'CRDT',
    said: /refund of recovery 1, .* · HAND-72\b/,
  },
] as const)(
  'what $what, as two persons have said by hand, is offered to its line, whole and as a part',
  async ({ account, make, amount, direction, said }) => {
    const { api } = site;
    const reference = `HAND-${account.slice(-2)}`;
    const id = await make(account, reference);
    const day = (await settled(api)).now.slice(0, 10);
    const entries = [entryText({ amount, currency: 'USD', direction, reference, valueDate: day })];
    const closing = (500 + (direction === 'DBIT' ? -1 : 1) * Number(amount)).toFixed(2);
    const text = statementText({ id: `S-${reference}`, account, currency: 'USD', opening: '500.00', closing, entries });
    const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(text));
    await settled(api);
    const path = `/statements/${first(statements).id}`;
    const { page, complaints } = await at('secretariat/finance.maker', path);
    const entry = page.getByRole('article', { name: 'Entry 1' });
    await entry.getByRole('button', { name: 'Say of what it consists' }).press('Enter');
    await entry.getByLabel('What it is').selectOption({ label: direction === 'DBIT' ? 'Payment of a guarantor' : 'Refund of a recovery' });
    await entry.getByRole('option', { name: said }).waitFor({ state: 'attached' });
    await page.reload();
    await entry.getByRole('button', { name: 'Link it to a payment or a refund' }).press('Enter');
    const choice = entry.getByLabel('Payment or refund', { exact: true });
    const option = choice.getByRole('option', { name: said });
    await option.waitFor({ state: 'attached' });
    expect(await option.count()).toBe(1);
    await choice.selectOption((await option.getAttribute('value')) ?? '');
    expect(await faultsOf({ page })).toEqual([]);
    await sends(page, 'Link it to a payment or a refund');
    await entry.getByText('Reported, to be confirmed').waitFor();
    await api.as(secondChecker).confirmStatement({ id: first(statements).id }, {});
    expect((await api.as(maker).getStatement({ id: first(statements).id })).lines).toMatchObject([
      { standing: 'confirmed', agreement: id },
    ]);
    expect(complaints).toEqual([]);
  },
);

test('who confirms a statement reads how many explained entries that is about, and what they come to', async () => {
  const { api } = site;
  const account = '0001234570';
  const [, day] = await instructed(account);
  const entries = [entryText({ amount: '7.00', currency: 'USD', reference: 'F-1', valueDate: day })];
  const text = statementText({ id: 'S-F', account, currency: 'USD', opening: '500.00', closing: '493.00', entries });
  const id = first((await api.as(maker).uploadStatements(new TextEncoder().encode(text))).statements).id;
  const parts = [
    { as: 'fee', amount: usd('5.00'), direction: 'debit' },
    { as: 'interest', amount: usd('2.00'), direction: 'debit' },
  ] as const;
  await api.as(maker).explainEntry({ id, entry: '1' }, { parts: [...parts], note: 'Fees and interest of the month.' });
  await settled(api);
  const { page, complaints } = await at('secretariat/finance.checker/2', `/statements/${id}`);
  await page.getByText(/^One explained entry · Money out: USD.7\.00/).waitFor();
  await page.getByRole('button', { name: 'Confirm all that is reported' }).press('Enter');
  await sends(page, 'Confirm all that is reported');
  await page.getByText('One entry is confirmed.').waitFor();
  expect(complaints).toEqual([]);
});
