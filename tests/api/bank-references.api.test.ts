import {
  approver,
  auditor,
  certifierOf,
  checker,
  maker,
  type Person,
  secondChecker,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf, ordered } from '@junkan/scripts/main-job/bank.ts';
import { cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { verifiedInParts } from '../payment-files.ts';
import { credit, debit, fileOf, instructed, only } from '../statement-files.ts';

const { system, api, actors } = await openSystem();
const by = (person: Person) => api.as(person);
const USED = { status: 409, type: '/problems/bank-reference-is-used' };

afterAll(async () => {
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});
});

const today = async () => (await settled(api)).now.slice(0, 10);
type Life = Awaited<ReturnType<typeof instructed>>;
const orderOf = ({ agreement: { id }, orders }: Life, at = 1) => ({ id, payment: first(orders.slice(at - 1)).payment });
const byHand = async (bankReference: string) => ({ bankReference, valueDate: await today(), document: await adviceOf(api) });

async function settles(life: Life, reference: string, at = 1): Promise<void> {
  await by(maker).settlePayment(orderOf(life, at), await byHand(reference));
  await by(checker).confirmPayment(orderOf(life, at), { report: 1 });
}
/** A statement of one line, as it is taken. */
async function stated(name: string, line: string, account: string) {
  const { id } = await only(api, fileOf(name, [line], line.includes('CRDT') ? '1100.00' : '900.00', account));
  return { id, ...first((await by(maker).getStatement({ id })).lines) };
}

test('statements of two banks settle by one reference, and nothing of one account is settled by it again', async () => {
  const lives = [await instructed(system, actors, 2, '0003334401'), await instructed(system, actors, 1, '0003334402')] as const;
  for (const [at, { orders }] of lives.entries()) {
    const line = debit('0000000042', await today(), first(orders).instruction);
    const { id, standing } = await stated(`R-${at}`, line, `000333440${at + 1}`);
    expect(standing).toBe('reported');
    expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1 });
  }
  const [one] = lives;
  expect(await refused(by(maker).settlePayment(orderOf(one, 2), await byHand('0000000042')))).toMatchObject(USED);
  await settles(one, 'R-43', 2);
  await settled(api);
  const broken = await breaking(system).changed(
    { in: 'disbursement', type: 'PaymentSettled', where: { stream: one.agreement.id } },
    (data) => {
      data['bankReference'] = 'R-43';
    },
  );
  expect(broken[3]).toEqual([`bank reference R-43 settles ${orderOf(one).payment} and ${orderOf(one, 2).payment}`]);
});

test('by hand two accounts are paid from under one reference, one of them once, and what came back likewise', async () => {
  const [one, other] = [await instructed(system, actors, 2, '0003334403'), await instructed(system, actors, 1, '0003334404')];
  await settles(one, 'H-42');
  await settles(other, 'h 42');
  expect(await refused(by(maker).settlePayment(orderOf(one, 2), await byHand('H-42')))).toMatchObject(USED);
  const line = debit('H-42', await today(), one.orders[1]?.instruction);
  expect(await stated('H-1', line, '0003334403')).toMatchObject({ standing: 'held', because: 'report-refused' });
  for (const life of [one, other]) {
    await by(maker).returnPayment(orderOf(life), { ...(await byHand('BACK-42')), note: 'The account is closed.' });
    await by(secondChecker).confirmPayment(orderOf(life), { report: 2 });
  }
  expect(await refused(by(maker).settlePayment(orderOf(one, 2), await byHand('BACK-42')))).toMatchObject(USED);
});

test('of what is reported at once under one reference, one account settles one', async () => {
  const lives = [await instructed(system, actors, 2, '0003334405'), await instructed(system, actors, 1, '0003334406')] as const;
  const reported = [orderOf(lives[0]), orderOf(lives[0], 2), orderOf(lives[1])].map(async (order) =>
    by(maker).settlePayment(order, await byHand('C-42')),
  );
  const [a, b, c] = await Promise.allSettled(reported);
  expect([a?.status, b?.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(c?.status).toBe('fulfilled');
});

test('an account that is named again is the same account', async () => {
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, lender.sponsor, {}, '0003334407');
  const { id } = await verifiedInParts(api, actors, { lender, city, parts: 2 });
  const order = (tranche: number) => ordered(api, id, { tranche, sponsor: lender.sponsor }, () => ({}));
  const paid = await order(1);
  await by(maker).settlePayment(paid, await byHand('N-42'));
  await by(checker).confirmPayment(paid, { report: 1 });
  await accountOf(api, lender.sponsor, {}, '0003334407');
  await cooled(api);
  const again = await order(2);
  expect(await refused(by(maker).settlePayment(again, await byHand('N-42')))).toMatchObject(USED);
});

test('cities pay back into two accounts under one reference, and into one account once', async () => {
  const [one, other] = [await instructed(system, actors, 2, '0003334408'), await instructed(system, actors, 1, '0003334409')];
  for (const [at, life] of [one, other].entries()) {
    const { id, proposer } = life.agreement;
    const of = { id, number: 1 };
    await settles(life, `F-${at}`);
    await by(secretary).claimRecovery({ id }, { kind: 'clawback', tranche: 1, amount: usd('100.00'), note: 'The site was sold.' });
    await by(certifierOf(proposer)).answerRecovery(of, { note: 'We pay back.' });
    await by(approver).approveRecovery(of);
    const line = credit('REFUND-42', await today(), undefined, '100.00');
    const { id: statement } = await stated(`F-${at}`, line, `000333440${at + 8}`);
    await by(maker).linkEntry({ id: statement, entry: '1' }, { agreement: id, recovery: 1 });
    expect(await by(secondChecker).confirmStatement({ id: statement }, {})).toMatchObject({ confirmed: 1 });
  }
  expect(await refused(by(maker).settlePayment(orderOf(one, 2), await byHand('REFUND-42')))).toMatchObject(USED);
  const { recoveries } = await by(auditor).getAgreement({ id: other.agreement.id });
  expect(recoveries).toMatchObject([{ status: 'resolved' }]);
});

test('what is reported by hand is one line of one statement: another of the same reference is refused, and waits for a person', async () => {
  const life = await instructed(system, actors, 1, '0003334410');
  const line = debit('L-42', await today(), first(life.orders).instruction);
  const on = (day: string) => line.replace('<BookgDt><Dt>2026-08-07', `<BookgDt><Dt>${day}`);
  await settles(life, 'L-42');
  await settled(api);
  const one = await stated('L-1', on('2026-08-06'), '0003334410');
  const other = await stated('L-2', on('2026-08-05'), '0003334410');
  expect([one.because, other.because]).toEqual(['settled-already', 'settled-already']);
  const link = (id: string) => by(maker).linkEntry({ id, entry: '1' }, { agreement: life.agreement.id, settles: orderOf(life).payment });
  await link(one.id);
  await link(other.id);
  expect(await by(secondChecker).confirmStatement({ id: one.id }, {})).toMatchObject({ confirmed: 1 });
  expect(await by(secondChecker).confirmStatement({ id: other.id }, {})).toMatchObject({
    confirmed: 0,
    unconfirmed: [{ entry: 1, payment: orderOf(life).payment, rejection: 'BankReferenceIsUsed' }],
  });
  expect(await refused(link(other.id))).toMatchObject(USED);
  expect(await by(secondChecker).confirmStatement({ id: one.id }, {})).toMatchObject({ confirmed: 0, unconfirmed: [] });

  // Where it was booked by mistake, its line waits for a person again, and either of them is linked with what was paid.
  await by(maker).reversePayment(orderOf(life), { note: 'Another payment.' });
  await by(secondChecker).confirmPayment(orderOf(life), { report: 2 });
  expect(first((await by(maker).getStatement({ id: one.id })).lines)).toMatchObject({ standing: 'held', because: 'objected' });
  await link(other.id);
  expect(await by(secondChecker).confirmStatement({ id: other.id }, {})).toMatchObject({ confirmed: 1 });
});

const NOT_THERE = { note: 'It is not there.' };
const CLOSED = { note: 'The account is closed.' };
/** Payments of two agreements by one account. */
async function ofOneAccount(number: string) {
  const [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
  await accountOf(api, lender.sponsor, {}, number);
  const one = await verifiedInParts(api, actors, { lender, city, parts: 1 });
  const other = await verifiedInParts(api, actors, { lender, city, parts: 1 });
  const order = (id: string) => ordered(api, id, { tranche: 1, sponsor: lender.sponsor }, () => ({}));
  return [await order(one.id), await order(other.id)] as const;
}

test('what was settled and came back by hand before any statement is both of its lines, also once it is paid again', async () => {
  const life = await instructed(system, actors, 2, '0003334418');
  for (const at of [1, 2]) {
    await settles(life, `GB-4${at}`, at);
    await by(maker).returnPayment(orderOf(life, at), { ...(await byHand(`GC-4${at}`)), ...CLOSED });
    await by(secondChecker).confirmPayment(orderOf(life, at), { report: 2 });
  }
  const day = await today();
  const { agreement, orders } = life;
  const { sponsor } = first(agreement.cells);
  // One of the two is paid again by then.
  await ordered(api, agreement.id, { tranche: 2, sponsor }, () => ({}));
  const lines = orders.flatMap(({ instruction }, at) => [
    debit(`GB-4${at + 1}`, day, instruction),
    credit(`GC-4${at + 1}`, day, instruction, at === 0 ? '98.00' : '100.00'),
  ]);
  const other = debit('GB-43', day, orders[0]?.instruction);
  const { id } = await only(api, fileOf('GB', [...lines, other], '898.00', '0003334418'));
  const linesOf = async () => (await by(maker).getStatement({ id })).lines;
  const held = (at: number) => ({ standing: 'held', because: 'earlier-attempt', payment: orders[at]?.payment });
  expect(await linesOf()).toMatchObject([held(0), held(0), held(1), held(1), held(0)]);
  const link = (entry: number, at: number) =>
    by(maker).linkEntry({ id, entry: `${entry}` }, { agreement: agreement.id, settles: orders[at]?.payment ?? '' });
  for (const entry of [1, 2, 3, 4]) await link(entry, entry > 2 ? 1 : 0);
  expect(await refused(link(5, 0))).toMatchObject({ type: '/problems/payment-is-not-instructed' });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 4, unconfirmed: [] });
  await settled(api);
  const { balances } = await by(sponsorOfficerOf(sponsor)).getLedger({});
  const closing = Object.fromEntries(balances.map((each) => [each.kind, each.closing.amount]));
  expect(closing).toMatchObject({ disbursed: '0.00', fees: '2.00', suspense: '100.00' });
  const broken = await breaking(system).changed({ in: 'disbursement', type: 'EntriesRead', where: { stream: id } }, ({ entries }) => {
    entries[0].bankReference = 'GB-49';
  });
  expect(broken[17]).toEqual([
    expect.stringContaining(`entry 1 of ${id} is confirmed as PaymentSettled of ${orders[0]?.payment}, which was otherwise`),
  ]);
});

test('an objection that is repeated frees no reference that its payment has by now, however it is spelt', async () => {
  const [one, other] = await ofOneAccount('0003334411');
  await by(maker).settlePayment(one, await byHand('O-42'));
  await by(checker).objectToPayment(one, { report: 1, ...NOT_THERE });
  await by(maker).settlePayment(one, await byHand('O 42'));
  const isKept = async () => {
    await by(checker).objectToPayment(one, { report: 1, ...NOT_THERE });
    expect(await refused(by(maker).settlePayment(other, await byHand('O-42')))).toMatchObject(USED);
  };
  await isKept();
  await by(secondChecker).confirmPayment(one, { report: 2 });
  await isKept();
  await by(maker).returnPayment(one, { ...(await byHand('OB-42')), ...CLOSED });
  await by(secondChecker).objectToPayment(one, { report: 3, ...NOT_THERE });
  await by(maker).returnPayment(one, { ...(await byHand('OB-42')), ...CLOSED });
  await by(secondChecker).confirmPayment(one, { report: 4 });
  await isKept();
  await by(secondChecker).objectToPayment(one, { report: 3, ...NOT_THERE });
  await by(maker).settlePayment(other, await byHand('O-43'));
  await by(checker).confirmPayment(other, { report: 1 });
  expect(await refused(by(maker).returnPayment(other, { ...(await byHand('OB-42')), ...CLOSED }))).toMatchObject(USED);

  await settled(api);
  const reserved = { in: 'disbursement', type: 'BankReferenceReleased' } as const;
  const freed = await breaking(system).appended({ ...reserved, where: { 'events.data.payment': one.payment } });
  expect(freed[3]).toEqual([expect.stringMatching(new RegExp(`^bank reference OB?42 is free, and (settles|returns) ${one.payment}$`))]);
});

test('a reversal that is confirmed once more leaves the line of a statement by which its payment is settled by now', async () => {
  const life = await instructed(system, actors, 1, '0003334412');
  const order = orderOf(life);
  const { id } = await stated('V-1', debit('V-42', await today(), first(life.orders).instruction), '0003334412');
  const line = async () => first((await by(maker).getStatement({ id })).lines);
  await by(secondChecker).confirmStatement({ id }, {});
  await by(maker).reversePayment(order, { note: 'Another payment.' });
  await by(secondChecker).confirmPayment(order, { report: 2 });
  expect(await line()).toMatchObject({ standing: 'held', because: 'objected' });
  await by(maker).linkEntry({ id, entry: '1' }, { agreement: order.id, settles: order.payment });
  await by(secondChecker).confirmStatement({ id }, {});
  await by(secondChecker).confirmPayment(order, { report: 2 });
  expect(await line()).toMatchObject({ standing: 'confirmed', payment: order.payment });

  await settled(api);
  const reopened = await breaking(system).appended({ in: 'disbursement', type: 'EntriesReopened', where: { stream: id } });
  expect(reopened[17]).toContain(`PaymentSettled of ${order.payment} in ${order.id} names entry 1 of ${id}, which is held`);
});

test('no payment is approved that would go back to the account that it comes from', async () => {
  const city = await actors.city();
  const lender = await actors.sponsor({ total: '100000.00' });
  const number = '0003334498';
  await accountOf(api, lender.sponsor, {}, number);
  const own = await accountOf(api, city, {}, number);
  await cooled(api);
  const { id } = await verifiedInParts(api, actors, { lender, city, parts: 1 });
  const { payment } = await by(maker).requestPayment({ id }, { tranche: 1, sponsor: lender.sponsor });
  expect(await refused(by(checker).approvePayment({ id, payment }))).toMatchObject({
    status: 409,
    type: '/problems/payer-is-payee',
    facts: { payeeAccount: own },
  });
  expect(await verifiedFaults(system)).toEqual({});

  const { agreement, orders } = await instructed(system, actors, 1, '0003334499');
  await settled(api);
  const approved = { in: 'disbursement', type: 'PaymentApproved', where: { stream: agreement.id } } as const;
  const broken = await breaking(system).changed(approved, (data) => {
    data.payeeAccount = data.payerAccount;
  });
  expect(Object.values(broken).flat().join()).toContain(`payment ${first(orders).payment} in ${agreement.id} was approved from`);
});

test('a line whose payment came back before its statement was confirmed is confirmed', async () => {
  const life = await instructed(system, actors, 1, '0003334413');
  const { id } = await stated('W-1', debit('W-42', await today(), first(life.orders).instruction), '0003334413');
  await by(secondChecker).confirmPayment(orderOf(life), { report: 1 });
  await by(maker).returnPayment(orderOf(life), { ...(await byHand('WB-42')), ...CLOSED });
  await by(secondChecker).confirmPayment(orderOf(life), { report: 2 });
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });
});
