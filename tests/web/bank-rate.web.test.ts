import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import { approver, certifierOf, checker, maker, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, usd } from '../actors.ts';
import { recordedRates } from '../exchange.ts';
import { approvedPayments } from '../payment-files.ts';
import { openSite } from './opened.ts';
import { people, SECRETARIAT } from './people.ts';
import { faultsOf } from './visits.ts';

const { site, actors, browser } = await openSite();
const { api } = site;
const today = async () => (await settled(api)).now.slice(0, 10);

test('what the bank took of an account in yen is asked for, shown with the payment, and compared with what was committed at the bank’s own rate', async () => {
  const { act, at, complaints } = people(browser, site.home);
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' });
  const budget = { amount: '500000', currency: 'JPY' };
  const [city, yen] = [await actors.city('Niigata'), await actors.sponsor({ budget })];
  await accountOf(api, yen.sponsor, { currency: 'JPY' }, '0077700');
  await cooled(api);
  const { agreement } = await approvedPayments(api, actors, { lender: yen, city, parts: 1 });
  const page = `/agreements/${agreement.id}`;
  await settled(api);
  expect(await faultsOf(await act(SECRETARIAT.maker, page, 'Instruct the bank'))).toEqual([]);
  await settled(api);
  const booked = { 'Bank reference': 'J-3', 'Value date': await today(), 'Taken of the account': '15234' };
  expect(await faultsOf(await act(SECRETARIAT.maker, page, 'Report the bank’s payment', booked))).toEqual([]);
  await settled(api);
  const [order] = (await api.as(checker).getAgreement({ id: agreement.id })).payments;
  expect(order?.reported).toMatchObject({ debited: { amount: '15234', currency: 'JPY' } });
  // The second person reads the bank's own rate before deciding.
  const deciding = await at(SECRETARIAT.checker, page);
  await deciding.page.getByRole('button', { name: 'Confirm the bank’s answer' }).click();
  await deciding.page.getByText('JPY 15,234 · the bank’s own rate of 152.34 JPY for one USD').waitFor();
  await act(SECRETARIAT.checker, page, 'Confirm the bank’s answer');
  await settled(api);
  const money = `/milestones/${order?.milestone}/money`;
  for (const account of [`${yen.sponsor}/sponsor.officer`, SECRETARIAT.checker]) {
    const seen = await at(account, page);
    await seen.page.getByText('JPY 15,234 spent for JPY 15,000 committed: a loss of JPY 234').waitFor();
    await seen.page.getByText('the bank’s own rate of 152.34 JPY for one USD').waitFor();
    expect(await faultsOf(seen)).toEqual([]);
    const paid = await at(account, money);
    await paid.page.getByText('Taken of the account').filter({ hasText: '15,234' }).waitFor();
    expect(await faultsOf(paid)).toEqual([]);
  }
  const back = { 'Bank reference': 'J-4', 'Value date': await today(), Note: 'The account is closed.', 'Paid into the account': '15000' };
  expect(await faultsOf(await act(SECRETARIAT.maker, money, 'Report a returned payment', back))).toEqual([]);
  await settled(api);
  expect((await api.as(checker).getAgreement({ id: agreement.id })).payments).toMatchObject([
    { undoing: { outcome: 'returned', credited: { amount: '15000', currency: 'JPY' } } },
  ]);
  const other = await at(`${city}/proposer.officer`, page);
  await other.page.locator('main h1').waitFor();
  expect(await other.page.locator('main').textContent()).not.toMatch(/JPY/);
  expect(complaints()).toEqual([]);
  expect((await site.verify()).invariants.flatMap(({ broken }) => broken)).toEqual([]);
});

test('a refund that arrives in yen is linked with the sum that it is of its recovery', async () => {
  const { at, complaints } = people(browser, site.home);
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' }, 'BBB');
  const [city, yen] = [await actors.city('Nagaoka'), await actors.sponsor({ budget: { amount: '500000', currency: 'JPY' } })];
  await accountOf(api, yen.sponsor, { currency: 'JPY' }, '0077701');
  await cooled(api);
  const { agreement, payments } = await approvedPayments(api, actors, { lender: yen, city, parts: 1 });
  const of = { id: agreement.id, payment: first(payments) };
  await api.as(maker).instructPayment(of);
  const day = await today();
  const debited = { amount: '15200', currency: 'JPY' };
  await api.as(maker).settlePayment(of, { bankReference: 'Y-1', valueDate: day, document: await adviceOf(api), debited });
  await api.as(checker).confirmPayment(of, { report: 1 });
  const recovery = { id: agreement.id, number: 1 };
  await api
    .as(secretary)
    .claimRecovery({ id: agreement.id }, { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' });
  await api.as(certifierOf(city)).answerRecovery(recovery, { note: 'We pay back.' });
  await api.as(approver).approveRecovery(recovery);
  const line = { amount: '8950', currency: 'JPY', direction: 'CRDT', reference: 'Y-2', valueDate: day, details: detailText({}) } as const;
  const text = statementText({ id: 'Y', currency: 'JPY', account: '0077701', closing: '8950', entries: [entryText(line)] });
  const { id } = first((await api.as(maker).uploadStatements(new TextEncoder().encode(text))).statements);
  await settled(api);
  const finance = await at(SECRETARIAT.maker, `/statements/${id}`);
  const entry = finance.page.getByRole('article', { name: 'Entry 1' });
  const link = 'Link it to a payment or a refund';
  await entry.getByRole('button', { name: link }).press('Enter');
  await entry.getByLabel('Payment or refund', { exact: true }).selectOption(`${agreement.id}/1`);
  const form = finance.page.getByRole('form', { name: link });
  await form.getByRole('button', { name: link }).last().press('Enter');
  await form.getByText('Fill in “Refunded of the recovery”.').first().waitFor();
  await entry.getByLabel('Refunded of the recovery').fill('60.00');
  expect(await faultsOf(finance)).toEqual([]);
  await form.getByRole('button', { name: link }).last().press('Enter');
  await entry.getByText('Reported, to be confirmed').waitFor();
  await settled(api);
  const second = await at(SECRETARIAT.checker, `/agreements/${agreement.id}`);
  await second.page.getByText('Paid into the account').first().waitFor();
  await second.page.getByText('JPY 8,950').first().waitFor();
  expect(await faultsOf(second)).toEqual([]);
  expect(complaints()).toEqual([]);
});
