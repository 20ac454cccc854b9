import { ApiProblem } from '@junkan/client/problem.ts';
import { detailText, entryText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import {
  approver,
  auditor,
  checker,
  maker,
  officerOf,
  type Person,
  secondChecker,
  secretary,
  sponsorOfficerOf,
  thirdChecker,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { ibanOf } from '@junkan/scripts/main-job/demonstrations/accounts.ts';
import { describe, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { http, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, actors } = await openSystem();
const { api } = system;
const by = api.as;
const NOTE = { note: 'As the bank says.' };

type Order = { readonly id: string; readonly payment: string };
const partOf = ({ id, payment }: Order, amount: string, direction: 'credit' | 'debit' = 'debit') =>
  ({ as: 'payment', agreement: id, payment, amount: usd(amount), direction }) as const;

let accounts = 0;
/** Payments of 100.00 each that the bank was instructed with, and a line of the account from which they are paid. */
async function scene(parts: number, amount = '100.00') {
  accounts += 1;
  const account = `00012346${String(accounts).padStart(2, '0')}`;
  const { agreement, today, orders } = await instructed(system, actors, parts, account);
  const closing = (1000 - Number(amount)).toFixed(2);
  const { id } = await only(api, fileOf(`R-${accounts}`, [debit(`R-${accounts}`, today, undefined, amount)], closing, account));
  const all = orders.map(({ payment }): Order => ({ id: agreement.id, payment }));
  return { id, agreement: agreement.id, account, today, orders: all, line: { id, entry: '1' } };
}

const paymentsOf = async (id: string) => (await by(auditor).getAgreement({ id })).payments;
const reportsOf = async (id: string) =>
  (await paymentsOf(id)).map(({ status, reported }) => (reported ? `${status} ${reported.outcome}` : status));
const lineOf = async (id: string) => first((await by(auditor).getStatement({ id })).lines);
const askedOf = async (item: string) => {
  await settled(api);
  return (await by(thirdChecker).listWork({ waits: 'all' })).work.filter((row) => row.item === item).map(({ kind }) => kind);
};
const tried = async <Answer>(act: Promise<Answer>): Promise<Answer | string> => {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return error.problem.type;
  }
};

test('a refused explanation takes back what it reported of payments: nobody is asked to confirm it, and one debit settles once', async () => {
  const { id, agreement, orders, line } = await scene(3, '200.00');
  const [one, two, three] = orders as [Order, Order, Order];
  const parts = [partOf(one, '100.00'), partOf(two, '100.00')];
  await by(maker).explainEntry(line, { ...NOTE, parts });
  expect(await reportsOf(agreement)).toEqual(['instructed settled', 'instructed settled', 'instructed']);
  await by(secondChecker).refuseExplanation(line, { note: 'It is one of them, and a charge.' });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'instructed', 'instructed']);
  expect(await askedOf(agreement)).not.toContain('payment-to-confirm');
  expect(await refused(by(thirdChecker).confirmPayment(one, { report: 1 }))).toMatchObject({ type: '/problems/payment-is-not-reported' });
  expect(first(await paymentsOf(agreement)).objections).toMatchObject([{ report: 1, note: 'It is one of them, and a charge.' }]);
  // Again, as after an answer that was lost.
  await by(secondChecker).refuseExplanation(line, { note: 'It is one of them, and a charge.' });
  const said = [partOf(three, '100.00'), { as: 'receivable-from-bank', amount: usd('100.00'), direction: 'debit' } as const];
  await by(maker).explainEntry(line, { ...NOTE, parts: said });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'instructed', 'settled settled']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what is said of a line after an objection takes back what else was reported by it', async () => {
  const { id, agreement, orders, line } = await scene(3, '200.00');
  const [one, two, three] = orders as [Order, Order, Order];
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), partOf(two, '100.00')] });
  await by(checker).objectToPayment(one, { report: 1, note: 'Not this one.' });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 0, unconfirmed: [{ entry: 1 }] });
  expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'objected' });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'instructed', 'instructed']);
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(two, '100.00'), partOf(three, '100.00')] });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'settled settled', 'settled settled']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what a line has settled it is said to be, until the settlement is taken back', async () => {
  const { agreement, account, today, orders, line, id } = await scene(3, '200.00');
  const [one, two, three] = orders as [Order, Order, Order];
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), partOf(two, '100.00')] });
  await by(thirdChecker).confirmPayment(one, { report: 1 });
  const stands = { type: '/problems/entry-has-moved-money', facts: { entry: 1, payment: one.payment } };
  expect(await refused(by(secondChecker).refuseExplanation(line, { note: 'No.' }))).toMatchObject(stands);
  expect(await reportsOf(agreement)).toEqual(['settled settled', 'instructed settled', 'instructed']);
  await by(checker).objectToPayment(two, { report: 1, note: 'Not this one.' });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 0 });
  const other = { ...NOTE, parts: [partOf(three, '100.00'), { as: 'unrelated', amount: usd('100.00'), direction: 'debit' } as const] };
  expect(await refused(by(maker).explainEntry(line, other))).toMatchObject(stands);
  expect(await refused(by(maker).ignoreEntry(line, NOTE))).toMatchObject(stands);
  expect(await refused(by(maker).recordFee(line, NOTE))).toMatchObject(stands);
  const back = await only(api, fileOf('R-REVERSAL', [credit('R-REVERSAL', today, undefined, '200.00')], '1200.00', account));
  const reversal = { as: 'reversal', statement: id, entry: 1, amount: usd('200.00'), direction: 'credit' } as const;
  await by(maker).explainEntry({ id: back.id, entry: '1' }, { ...NOTE, parts: [reversal] });
  expect(await by(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({
    confirmed: 0,
    unconfirmed: [{ entry: 1, rejection: 'EntryHasMovedMoney' }],
  });
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), partOf(three, '100.00')] });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await reportsOf(agreement)).toEqual(['settled settled', 'instructed', 'settled settled']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('the bank takes back one payment of a booking of several: that one is returned, and the others stay settled', async () => {
  const { agreement, account, today, orders, line, id } = await scene(2, '200.00');
  const [one, two] = orders as [Order, Order];
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), partOf(two, '100.00')] });
  await by(secondChecker).confirmStatement({ id }, {});
  const reversed = entryText({
    amount: '100.00',
    currency: 'USD',
    direction: 'CRDT',
    reference: 'R-ONE',
    valueDate: today,
    reversal: true,
  });
  const back = await only(api, fileOf('R-ONE', [reversed], '1100.00', account));
  const came = { id: back.id, entry: '1' };
  const part = (of: Order, amount: string) => ({ ...partOf(of, amount, 'credit'), statement: id, entry: 1 });
  const half = [part(one, '60.00'), { as: 'other-income', amount: usd('40.00'), direction: 'credit' } as const];
  expect(await refused(by(maker).explainEntry(came, { ...NOTE, parts: half }))).toMatchObject({ facts: { lacks: 'whole' } });
  await by(maker).explainEntry(came, { ...NOTE, parts: [part(one, '100.00')] });
  expect(await by(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({ confirmed: 1 });
  const [first, second] = await paymentsOf(agreement);
  expect([first?.status, second?.status]).toEqual(['returned', 'settled']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('the bank paid from another account of the same sponsor: two persons say so, with a reason, and nobody says it of another sponsor’s', async () => {
  const { agreement, today, orders } = await scene(2);
  const [one, two] = orders as [Order, Order];
  const [{ sponsor = '' } = {}] = (await by(auditor).getAgreement({ id: agreement })).shares;
  const [other, foreign] = ['0001234690', '0001234691'];
  await accountOf(api, sponsor, {}, other);
  await accountOf(api, (await actors.sponsor({ total: '100000.00' })).sponsor, {}, foreign);
  await settled(api);
  const statementOf = async (account: string) => {
    const { id } = await only(api, fileOf(`R-${account}`, [debit(`R-${account}`, today)], '900.00', account));
    return { id, entry: '1' };
  };
  const [line, strange] = [await statementOf(other), await statementOf(foreign)];
  const elsewhere = { type: '/problems/entry-is-of-another-account' };
  const said = (order: Order) => ({ ...NOTE, parts: [partOf(order, '100.00')] });
  expect(await refused(by(maker).linkEntry(line, { agreement, settles: one.payment }))).toMatchObject(elsewhere);
  expect(await refused(by(maker).explainEntry(strange, said(two)))).toMatchObject(elsewhere);
  await by(maker).explainEntry(line, said(one));
  expect(await by(secondChecker).confirmStatement({ id: line.id }, {})).toMatchObject({ confirmed: 1 });
  expect(await reportsOf(agreement)).toEqual(['settled settled', 'instructed']);
  await settled(api);
  // The line of the first account waits still.
  const { balances } = await by(sponsorOfficerOf(sponsor)).getLedger({});
  expect(balances.filter(({ kind }) => kind === 'suspense').map(({ closing }) => closing.amount)).toEqual(['100.00']);
  expect(await verifiedFaults(system)).toEqual({});
  const faults = await breaking(system).changed({ in: 'disbursement', type: 'EntryExplained', where: { stream: line.id } }, (data) => {
    data['parts'] = [{ ...(data['parts'] as object[])[0], payment: two.payment }];
  });
  expect(faults[3]?.join()).toContain('settled by a statement of');
});

test('a refused explanation takes back a return, so that the part is not paid again for it', async () => {
  const { id, agreement, account, today, orders, line } = await scene(1);
  const order = first(orders);
  await by(maker).linkEntry(line, { agreement, settles: order.payment });
  await by(secondChecker).confirmStatement({ id }, {});
  const back = await only(api, fileOf('R-BACK', [credit('R-BACK', today)], '1100.00', account));
  const came = { id: back.id, entry: '1' };
  await by(maker).explainEntry(came, { ...NOTE, parts: [partOf(order, '100.00', 'credit')] });
  expect(first(await paymentsOf(agreement)).undoing).toMatchObject({ outcome: 'returned' });
  await by(secondChecker).refuseExplanation(came, { note: 'It is interest.' });
  expect(first(await paymentsOf(agreement)).undoing).toBeUndefined();
  expect(await askedOf(agreement)).not.toContain('payment-to-confirm');
  await by(maker).explainEntry(came, { ...NOTE, parts: [{ as: 'interest', amount: usd('100.00'), direction: 'credit' }] });
  expect(await by(secondChecker).confirmStatement({ id: back.id }, {})).toMatchObject({ confirmed: 1 });
  expect(await refused(by(thirdChecker).confirmPayment(order, { report: 2 }))).toMatchObject({ type: '/problems/payment-is-not-reported' });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a refused explanation takes back a refund', async () => {
  const city = await actors.city();
  const sponsor = await actors.sponsor({ total: '100000.00', maximum: '10000.00' });
  const agreement = await actors.payable(city, [[sponsor, '1000.00']]);
  await actors.paid(agreement, 1, undefined, secondChecker);
  const { id } = agreement;
  await by(secretary).claimRecovery({ id }, { kind: 'unspent', amount: usd('400.00'), note: 'Unspent.' });
  await by(officerOf(city)).answerRecovery({ id, number: 1 }, { note: 'So it is.' });
  await by(approver).approveRecovery({ id, number: 1 });
  const { now } = await settled(api);
  const file = fileOf('R-REFUND', [credit('R-REFUND', now.slice(0, 10), undefined, '400.00')], '1400.00', ibanOf(sponsor.sponsor));
  const came = await only(api, file);
  const line = { id: came.id, entry: '1' };
  const refund = { as: 'refund', agreement: id, recovery: 1, amount: usd('400.00'), direction: 'credit' } as const;
  await by(maker).explainEntry(line, { ...NOTE, parts: [refund] });
  await by(secondChecker).refuseExplanation(line, { note: 'It is interest of the bank.' });
  expect(await askedOf(id)).not.toContain('resolution-to-decide');
  await by(maker).explainEntry(line, { ...NOTE, parts: [{ as: 'interest', amount: usd('400.00'), direction: 'credit' }] });
  expect(await by(secondChecker).confirmStatement({ id: came.id }, {})).toMatchObject({ confirmed: 1 });
  expect(await refused(by(thirdChecker).confirmResolution({ id, number: 1, resolution: '1' }))).toMatchObject({
    type: '/problems/resolution-in-status',
  });
  expect((await by(auditor).getAgreement({ id })).recoveries).toMatchObject([{ status: 'pending', refunded: usd('0.00') }]);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what was said of a line, and not reported yet, is reported by a repeat of anybody, or waits for a person again', async () => {
  const { id, agreement, orders, line } = await scene(1);
  const { payment } = first(orders);
  const link = { agreement, settles: payment };
  const other: Someone = { person: 'other-maker', organisation: 'secretariat', roles: ['finance.maker'] };
  const object = (report: number) => by(checker).objectToPayment({ id: agreement, payment }, { report, note: 'Not yet.' });
  await by(maker).linkEntry(line, link);
  await object(1);
  // As after a crash between the two: the line says it, and nothing is reported.
  expect(await lineOf(id)).toMatchObject({ standing: 'reported' });
  expect(await http(system.address).ask(other, 'linkEntry', line, link)).toMatchObject({ status: 200 });
  expect(await reportsOf(agreement)).toEqual(['instructed settled']);
  await object(2);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 0 });
  await by(maker).linkEntry(line, link);
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  expect(await verifiedFaults(system)).toEqual({});
});

test('an explanation whose reports are taken back already is refused all the same', async () => {
  const { id, agreement, orders, line } = await scene(2, '200.00');
  const [one, two] = orders as [Order, Order];
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), partOf(two, '100.00')] });
  for (const each of [one, two]) await by(checker).objectToPayment(each, { report: 1, note: 'No.' });
  await by(secondChecker).refuseExplanation(line, { note: 'No.' });
  expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'explanation-refused' });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'instructed']);
  expect(await verifiedFaults(system)).toEqual({});
});

test('of two things that are said of one line at the same time one counts, and the other has reported nothing', async () => {
  const { agreement, orders, line } = await scene(3);
  const [one, two, three] = orders as [Order, Order, Order];
  const said = [
    by(maker).linkEntry(line, { agreement, settles: one.payment }),
    by(maker).explainEntry(line, { ...NOTE, parts: [partOf(two, '100.00')] }),
    by(maker).linkEntry(line, { agreement, settles: three.payment }),
    by(maker).recordFee(line, NOTE),
  ];
  const answers = await Promise.all(said.map((each) => tried<unknown>(each)));
  // It has been decided, or has reported another payment under its reference.
  const late = ['/problems/entry-is-decided', '/problems/bank-reference-is-used'];
  expect(answers.filter((answer) => late.includes(String(answer))).length).toBeGreaterThanOrEqual(2);
  const { payment = '', standing } = await lineOf(line.id);
  const reported = (await paymentsOf(agreement)).filter((each) => each.reported !== undefined).map((each) => each.id);
  expect(reported).toEqual(standing === 'reported' ? [payment] : []);
  expect(await verifiedFaults(system)).toEqual({});
});

test('what one line has reported of a payment no other says of it: the second line waits, with the reason', async () => {
  const { agreement, account, today, orders, line } = await scene(1);
  const order = first(orders);
  const other = await only(api, fileOf('R-OTHER', [debit('R-OTHER', today)], '900.00', account));
  const link = (of: string) => tried<unknown>(by(maker).linkEntry({ id: of, entry: '1' }, { agreement, settles: order.payment }));
  const answers = await Promise.all([link(line.id), link(other.id)]);
  expect(answers.filter((answer) => answer === '/problems/payment-is-reported')).toHaveLength(1);
  const { reported } = first(await paymentsOf(agreement));
  const lost = reported?.statement === line.id ? other.id : line.id;
  expect((await lineOf(reported?.statement ?? '')).standing).toBe('reported');
  expect(['suggested', 'held']).toContain((await lineOf(lost)).standing);
  expect(await verifiedFaults(system)).toEqual({});
});

test('a statement that is confirmed while its explanation is refused settles the payment, or holds the line', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id, agreement, orders, line } = await scene(1, '105.00');
    const parts = [partOf(first(orders), '100.00'), { as: 'fee', amount: usd('5.00'), direction: 'debit' } as const];
    await by(maker).explainEntry(line, { ...NOTE, parts });
    const [confirmed, refusal] = await Promise.all([
      tried(by(secondChecker).confirmStatement({ id }, {})),
      tried(by(thirdChecker).refuseExplanation(line, { note: 'No.' })),
    ]);
    const isSettled = (await reportsOf(agreement))[0] === 'settled settled';
    if (isSettled) {
      expect(confirmed).toMatchObject({ confirmed: 1 });
      expect(typeof refusal).toBe('string');
      expect((await lineOf(id)).standing).toBe('confirmed');
    } else {
      expect(await reportsOf(agreement)).toEqual(['instructed']);
      expect((await lineOf(id)).standing).toBe('held');
    }
    expect(await verifiedFaults(system)).toEqual({});
  }
});

test('who may confirm no line of a statement, for their part in its payments, is not asked to, and is told why', async () => {
  const { account, today, orders } = await scene(2);
  const { payments } = await by(auditor).getAgreement({ id: first(orders).id });
  const lines = payments.map(({ instruction }, at) => debit(`OWN-${at}`, today, instruction));
  const { id } = await only(api, fileOf('R-OWN', lines, '800.00', account));
  await settled(api);
  const rows = async (person: Person) =>
    (await by(person).listWork({ kind: 'statement-to-confirm' })).work.filter(({ item, excluded }) => item === id && !excluded);
  const answerOf = async (person: Person) =>
    (await by(person).getStatement({ id })).may?.find(({ operation }) => operation === 'confirmStatement')?.answer;
  // Who requested the payments brought the statement, so that who approved them may not confirm it.
  expect(await rows(checker)).toEqual([]);
  expect(await answerOf(checker)).toBe('refused');
  expect(await refused(by(checker).confirmStatement({ id }, {}))).toMatchObject({
    status: 403,
    type: '/problems/person-has-another-duty',
  });
  expect(await rows(thirdChecker)).toHaveLength(1);
  expect(await answerOf(thirdChecker)).toBe('allowed');
  expect(await by(thirdChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 2 });
  expect(await verifiedFaults(system)).toEqual({});
});

test('what a person says of a line names those who may not confirm it', async () => {
  const { id, agreement, orders, line } = await scene(2, '200.00');
  await by(maker).explainEntry(line, { ...NOTE, parts: orders.map((order) => partOf(order, '100.00')) });
  expect(await refused(by(checker).confirmStatement({ id }, {}))).toMatchObject({ type: '/problems/person-has-another-duty' });
  expect(await reportsOf(agreement)).toEqual(['instructed settled', 'instructed settled']);
  const other = await scene(1);
  await by(maker).linkEntry(other.line, { agreement: other.agreement, settles: first(other.orders).payment });
  expect(await refused(by(checker).confirmStatement({ id: other.id }, {}))).toMatchObject({ type: '/problems/person-has-another-duty' });
  // With what they may confirm, they are asked.
  const { account, today, agreement: of } = await scene(1);
  const { instruction } = first(await paymentsOf(of));
  const { id: both } = await only(
    api,
    fileOf('R-BOTH', [debit('B-1', today, instruction), debit('B-2', today, undefined, '5.00')], '895.00', account),
  );
  await by(maker).recordFee({ id: both, entry: '2' }, NOTE);
  expect(await by(checker).confirmStatement({ id: both }, {})).toMatchObject({ confirmed: 1, unconfirmed: [{ entry: 1 }] });
  expect(await verifiedFaults(system)).toEqual({});
});

test('who says that a line is a payment that two others have settled by hand does not confirm the line', async () => {
  const { id, orders, line, today } = await scene(1);
  const of = first(orders);
  const bankReference = (await lineOf(id)).bankReference ?? '';
  await by(maker).settlePayment(of, { bankReference, valueDate: today, document: await adviceOf(api) });
  await by(secondChecker).confirmPayment(of, { report: 1 });
  const web = http(system.address);
  const both: Someone = { person: 'both', organisation: 'secretariat', roles: ['finance.maker', 'finance.checker'] };
  const linking = { agreement: of.id, settles: of.payment };
  expect((await web.ask(both, 'linkEntry', line, linking)).status).toBe(200);
  expect(await refusal(web.ask(both, 'confirmStatement', { id }))).toEqual([403, '/problems/person-has-another-duty']);
  expect(await by(thirdChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

describe('a line that bears the reference of the bank under which a payment was reported by hand', () => {
  const byHand = { type: '/problems/entry-is-reported-by-hand', facts: { entry: 1 } };
  const unrelated = [{ as: 'unrelated', amount: usd('100.00'), direction: 'debit' } as const];

  test('is that payment, and nothing else, until its report is taken back', async () => {
    const { orders, today, account } = await scene(1);
    const of = first(orders);
    const reported = { bankReference: 'by hand 1', valueDate: today, document: await adviceOf(api) };
    await by(maker).settlePayment(of, reported);
    await settled(api);
    const { id } = await only(api, fileOf('BY-HAND-1', [debit('BY-HAND-1', today)], '900.00', account));
    expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'reported-by-hand', payment: of.payment });
    const line = { id, entry: '1' };
    const facts = { facts: { agreement: of.id, payment: of.payment } };
    for (const act of [
      () => by(maker).ignoreEntry(line, NOTE),
      () => by(maker).recordFee(line, NOTE),
      () => by(maker).explainEntry(line, { ...NOTE, parts: unrelated }),
    ])
      expect(await refused(act())).toMatchObject({ ...byHand, ...facts });
    // Nor is it taken back by another line.
    const back = await only(api, fileOf('BY-HAND-2', [credit('BY-HAND-2', today)], '1100.00', account));
    const reversal = { as: 'reversal', statement: id, entry: 1, amount: usd('100.00'), direction: 'credit' } as const;
    expect(await refused(by(maker).explainEntry({ id: back.id, entry: '1' }, { ...NOTE, parts: [reversal] }))).toMatchObject(byHand);
    expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'reported-by-hand' });
    await by(secondChecker).objectToPayment(of, { report: 1, note: 'It did not.' });
    await by(maker).ignoreEntry(line, NOTE);
    expect(await lineOf(id)).toMatchObject({ standing: 'dismissed' });
    // Taken up again, it is what it bears the reference of.
    await by(maker).settlePayment(of, reported);
    await by(thirdChecker).confirmPayment(of, { report: 2 });
    await by(maker).linkEntry(line, { agreement: of.id, settles: of.payment });
    expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
    expect(await verifiedFaults(system)).toEqual({});
  });

  test('waits again where it was said to be something else before', async () => {
    const { id, orders, line, today } = await scene(1);
    const of = first(orders);
    const bankReference = (await lineOf(id)).bankReference ?? '';
    await by(maker).explainEntry(line, { ...NOTE, parts: unrelated });
    await by(maker).settlePayment(of, { bankReference, valueDate: today, document: await adviceOf(api) });
    const { confirmed, unconfirmed } = await by(thirdChecker).confirmStatement({ id }, {});
    expect({ confirmed, unconfirmed }).toMatchObject({ confirmed: 0, unconfirmed: [{ entry: 1, rejection: 'EntryIsReportedByHand' }] });
    expect(await lineOf(id)).toMatchObject({ standing: 'held', because: 'objected' });
    expect(await verifiedFaults(system)).toEqual({});
  });
});

describe('a payment that a line names', () => {
  const named = async (name: string, written: (instruction: string) => string) => {
    const { agreement, today, orders } = await instructed(system, actors, 1, name);
    const { payment, instruction } = first(orders);
    await settled(api);
    const entry = entryText({ amount: '100.00', currency: 'USD', reference: name, valueDate: today, details: written(instruction) });
    const { id } = await only(api, fileOf(name, [entry], '900.00', name));
    return { of: { id: agreement.id, payment }, id, line: { id, entry: '1' }, read: await lineOf(id) };
  };

  test('in small letters and without its hyphen is settled by it, as by its reference', async () => {
    const { of, id, read } = await named('0001234770', (reference) =>
      detailText({ endToEndId: reference.toLowerCase().replace('-', ' ') }),
    );
    expect(read).toMatchObject({ standing: 'reported', payment: of.payment });
    expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  });

  test.each([
    ['in its words alone', '0001234771', (reference: string) => detailText({ rest: `<RmtInf><Ustrd>Re ${reference} T1</Ustrd></RmtInf>` })],
    [
      'without its hyphen, over two lines',
      '0001234773',
      (reference: string) =>
        detailText({
          rest: `<RmtInf><Ustrd>${reference.slice(0, 20).replace('-', ' ')}</Ustrd><Ustrd>${reference.slice(20)}</Ustrd></RmtInf>`,
        }),
    ],
    [
      'in a batch without details',
      '0001234772',
      (reference: string) => `<Btch><MsgId>${reference.toLowerCase()}</MsgId><NbOfTxs>3</NbOfTxs></Btch>`,
    ],
  ])('%s waits for a person, and is set aside by nobody who had a part in the payment', async (_, name, written) => {
    const { of, id, line, read } = await named(name, written);
    expect(read).toMatchObject({ standing: 'held', payment: of.payment });
    expect(await refused(by(maker).recordFee(line, NOTE))).toMatchObject({ type: '/problems/entry-bears-a-reference' });
    await by(maker).ignoreEntry(line, NOTE);
    // Who requested it, and who approved what that person requested.
    expect(await refused(by(checker).confirmStatement({ id }, {}))).toMatchObject({ type: '/problems/person-has-another-duty' });
    expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
    expect(await verifiedFaults(system)).toEqual({});
  });
});

test('a line whose part was settled by mistake is said to be another payment, and nothing of that is wrong', async () => {
  const { id, agreement, orders, line } = await scene(2, '150.00');
  const [one, two] = orders as [Order, Order];
  const fee = { as: 'fee', amount: usd('50.00'), direction: 'debit' } as const;
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(one, '100.00'), fee] });
  await by(secondChecker).confirmStatement({ id }, {});
  await by(maker).reversePayment(one, { note: 'It was the second.' });
  await by(thirdChecker).confirmPayment(one, { report: 2 });
  await by(maker).explainEntry(line, { ...NOTE, parts: [partOf(two, '100.00'), { ...fee, as: 'unrelated' }] });
  expect(await reportsOf(agreement)).toEqual(['instructed', 'instructed settled']);
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
  await by(secondChecker).confirmStatement({ id }, {});
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});
