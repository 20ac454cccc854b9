import { detailText, entryText, statementText } from '@junkan/disbursement/banking/iso20022/statement.fixture.ts';
import {
  approver,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  type Person,
  secondChecker,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, cooled, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { accountOf } from '../accounts.ts';
import { first, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { recordedRates } from '../exchange.ts';
import { openSystem } from '../open-system.ts';
import { approvedPayments, fileMade } from '../payment-files.ts';

const { system, actors } = await openSystem();
const { api } = system;
const by = (person: Person) => api.as(person);
const jpy = (amount: string | number) => ({ amount: `${amount}`, currency: 'JPY' });
const today = async () => (await settled(api)).now.slice(0, 10);
const NUMBER = '0077700';

type Line = { readonly moved: number; readonly reference: string; readonly ours?: string | undefined; readonly instructed?: string };
const lineOf = (day: string, { moved, reference, ours, instructed }: Line) =>
  entryText({
    amount: `${Math.abs(moved)}`,
    currency: 'JPY',
    direction: moved < 0 ? 'DBIT' : 'CRDT',
    reference,
    valueDate: day,
    details: detailText({
      ...(ours === undefined ? {} : { endToEndId: ours }),
      rest: instructed === undefined ? '' : `<AmtDtls><InstdAmt><Amt Ccy="USD">${instructed}</Amt></InstdAmt></AmtDtls>`,
    }),
  });

test('a sponsor pays from its account in yen: what the bank takes of it is what a payment costs, and what it pays in again is what came back', async () => {
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' });
  const [city, yen] = [await actors.city(), await actors.sponsor({ budget: jpy(500_000) })];
  await accountOf(api, yen.sponsor, { currency: 'JPY' }, NUMBER);
  await cooled(api);
  const { agreement, payments } = await approvedPayments(api, actors, { lender: yen, city, parts: 4 });
  const [one = '', two = '', three = '', four = ''] = payments;
  const { id } = agreement;
  const seen = (as: Person = auditor) => by(as).getAgreement({ id });
  const paymentIn = async (payment: string) => first((await seen()).payments.filter((each) => each.id === payment));

  // The bank converts: the message is in dollars, from an account in yen.
  const file = await fileMade(api, yen.sponsor, [one, two]);
  expect(file).toMatchObject({ transfers: 2, sum: usd('200.00'), leftOut: [] });
  for (const person of [checker, secondChecker]) await by(person).approvePaymentFile({ id: file.id });
  await by(maker).downloadPaymentFile({ id: file.id });
  await by(maker).sendPaymentFile({ id: file.id });
  for (const payment of [three, four]) await by(maker).instructPayment({ id, payment });
  await settled(api);
  for (const payment of payments) expect(await paymentIn(payment)).toMatchObject({ status: 'instructed', debitCurrency: 'JPY' });

  let balance = 1_000_000;
  let count = 0;
  const imported = async (lines: readonly Line[]) => {
    const day = await today();
    const [opening, closing] = [balance, balance + lines.reduce((sum, { moved }) => sum + moved, 0)];
    count += 1;
    const text = statementText({
      id: `JPY-${count}`,
      currency: 'JPY',
      account: NUMBER,
      opening: `${opening}`,
      closing: `${closing}`,
      entries: lines.map((line) => lineOf(day, line)),
    });
    balance = closing;
    return first((await by(maker).uploadStatements(new TextEncoder().encode(text))).statements).id;
  };
  const linesOf = async (statement: string) => (await by(maker).getStatement({ id: statement })).lines;
  const balances = async () => {
    await settled(api);
    const { balances: all } = await by(sponsorOfficerOf(yen.sponsor)).getLedger({});
    return Object.fromEntries(
      all.filter(({ closing }) => closing.currency === 'JPY').map(({ kind, closing }) => [kind, Number(closing.amount)]),
    );
  };
  const ours = async (payment: string) => (await paymentIn(payment)).instruction;

  const out = await imported([
    { moved: -15_234, reference: 'J-1', ours: await ours(one), instructed: '100.00' },
    { moved: -15_300, reference: 'J-2', ours: await ours(two) },
  ]);
  expect(await linesOf(out)).toMatchObject([
    { standing: 'reported', payment: one, instructed: usd('100.00') },
    { standing: 'held', because: 'other-currency', payment: two },
  ]);
  expect((await paymentIn(one)).reported).toMatchObject({ debited: jpy(15_234) });
  const parts = [
    { as: 'payment' as const, amount: jpy(15_250), direction: 'debit' as const, agreement: id, payment: two },
    { as: 'fee' as const, amount: jpy(50), direction: 'debit' as const },
  ];
  await by(maker).explainEntry({ id: out, entry: '2' }, { parts, note: 'The bank names its rate and its fee in its advice.' });
  expect(await by(secondChecker).confirmStatement({ id: out }, {})).toMatchObject({ confirmed: 2, unconfirmed: [], left: 0 });
  expect(await paymentIn(two)).toMatchObject({ status: 'settled', debited: jpy(15_250) });
  expect(await balances()).toMatchObject({
    bank: balance,
    disbursed: 15_234 + 15_250,
    fees: 50,
    spent: -(15_234 + 15_250),
    converted: 30_000,
    'exchange-differences': 484,
  });

  // By hand, with what the bank took.
  const booked = { bankReference: 'J-3', valueDate: await today(), document: await adviceOf(api) };
  const settling = (debited?: ReturnType<typeof jpy>) =>
    by(maker).settlePayment({ id, payment: three }, { ...booked, ...(debited ? { debited } : {}) });
  expect(await refused(settling())).toMatchObject({ type: '/problems/debit-is-missing', facts: { currency: 'JPY' } });
  expect(await refused(settling(usd('100.00')))).toMatchObject({ type: '/problems/debit-does-not-fit', pointers: ['/debited'] });
  await settling(jpy(15_100));
  await by(checker).confirmPayment({ id, payment: three }, { report: 1 });
  expect((await seen()).exchanges).toMatchObject([
    { payment: one, status: 'booked', parts: [{ amount: usd('100.00'), cost: { amount: jpy(15_234), byBank: true, toRate: '152.34' } }] },
    { payment: two, status: 'booked', parts: [{ cost: { amount: jpy(15_250), byBank: true } }] },
    { payment: three, status: 'booked', parts: [{ cost: { amount: jpy(15_100), byBank: true } }] },
  ]);

  // A line of another account is none of these payments.
  const other = await actors.sponsor({ budget: jpy(1) });
  const elsewhere = await accountOf(api, other.sponsor, { currency: 'JPY' }, '0088800');
  const foreign = statementText({
    id: 'OTHER',
    currency: 'JPY',
    account: '0088800',
    opening: '15000',
    closing: '0',
    entries: [lineOf(await today(), { moved: -15_000, reference: 'O-1', ours: await ours(four), instructed: '100.00' })],
  });
  const { id: strange } = first((await by(maker).uploadStatements(new TextEncoder().encode(foreign))).statements);
  expect(await linesOf(strange)).toMatchObject([{ standing: 'held', because: 'other-account' }]);
  expect(await refused(by(maker).linkEntry({ id: strange, entry: '1' }, { agreement: id, settles: four }))).toMatchObject({
    type: '/problems/entry-is-of-another-account',
  });

  // Days later the bank pays back what it has for a hundred dollars then.
  const { now } = await settled(api);
  await advance(api, `${new Date(Date.parse(now) + 3 * 86_400_000).toISOString().slice(0, 10)}T12:00:00.000Z`);
  const back = await imported([{ moved: 15_000, reference: 'J-4', ours: await ours(one), instructed: '100.00' }]);
  expect(await linesOf(back)).toMatchObject([{ standing: 'returns', payment: one }]);
  await by(maker).linkEntry({ id: back, entry: '1' }, { agreement: id, settles: one });
  expect(await by(secondChecker).confirmStatement({ id: back }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });
  expect((await seen()).returnExchanges).toMatchObject([
    { status: 'booked', parts: [{ paid: { amount: jpy(15_234) }, cost: { amount: jpy(15_000), byBank: true } }] },
  ]);
  const end = await balances();
  // Of another that has come back the advice of the bank says what it paid in.
  const day = await today();
  const returned = { bankReference: 'J-5', valueDate: day, document: await adviceOf(api), note: 'The account is closed.' };
  const giveBack = (payment: string, credited: ReturnType<typeof jpy>) =>
    by(maker).returnPayment({ id, payment }, { ...returned, credited });
  expect(await refused(giveBack(three, usd('100.00')))).toMatchObject({
    type: '/problems/credit-does-not-fit',
    facts: { currency: 'JPY' },
    pointers: ['/credited'],
  });
  await giveBack(three, jpy(14_950));
  await by(secondChecker).confirmPayment({ id, payment: three }, { report: 2 });
  expect((await seen()).returnExchanges).toMatchObject([
    {},
    { status: 'booked', parts: [{ paid: { amount: jpy(15_100) }, cost: { amount: jpy(14_950), byBank: true } }] },
  ]);
  expect(end).toMatchObject({
    bank: balance,
    disbursed: 15_234 + 15_250 - 15_000,
    spent: -(15_250 + 15_100 + 234),
    converted: 30_000,
    'exchange-differences': 250 + 100 + 234,
  });

  // No rates of the day correct what the bank itself took, and nobody else learns in which currency the sponsor keeps its money.
  await recordedRates(api, await today(), { USD: '1.00', JPY: '149' }, 'AAA');
  await settled(api);
  expect((await by(maker).listWork({ kind: 'exchange-to-book' })).work).toEqual([]);
  const all = async (as: Person) =>
    JSON.stringify([await seen(as), await by(as).listPayments({ id }), await by(as).getTimeline({ id: agreement.project, limit: 500 })]);
  expect(await all(officerOf(city))).not.toMatch(/\b(JPY|15234)\b|[Dd]ebit|[Cc]redited/);
  expect(await all(sponsorOfficerOf(yen.sponsor))).toMatch(/"debited":\{"amount":"15250","currency":"JPY"\}/);
  expect(await verifiedFaults(system)).toEqual({});

  const changed = breaking(system);
  const cost = await changed.changed({ in: 'disbursement', type: 'ExchangeBooked' }, ({ parts: [part] }) => {
    part.cost.amount.amount = '15233';
  });
  expect(cost[7]?.join()).toContain('comes to 15233, and the bank moved 15234 JPY');
  const credit = await changed.changed({ in: 'disbursement', type: 'PaymentReturnReported' }, (data) => {
    data['credited'] = jpy(14_951);
  });
  expect(credit[7]?.join()).toContain('was reported');
  const took = await changed.changed({ in: 'disbursement', type: 'PaymentSettled' }, ({ debited }) => {
    debited.amount = '15235';
  });
  expect(took[17]?.join()).toContain('which says something else');
  const otherwise = await changed.changed({ in: 'disbursement', type: 'PaymentInstructed' }, (data) => {
    data['payerAccount'] = elsewhere;
  });
  expect(otherwise[3]?.join()).toContain(`is paid from ${elsewhere}, and settled by a statement of`);
});

test('an account in the currency of the agreement comes first: what was approved for the one in yen is paid from no other, and a budget in dollars is not paid from yen', async () => {
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' }, 'BBB');
  const [city, yen, mixed] = [await actors.city(), await actors.sponsor({ budget: jpy(500_000) }), await actors.sponsor()];
  const account = await accountOf(api, yen.sponsor, { currency: 'JPY' }, '0077711');
  await accountOf(api, mixed.sponsor, { currency: 'JPY' }, '0077722');
  await cooled(api);
  const { agreement, payments } = await approvedPayments(api, actors, { lender: yen, city, parts: 1 });
  const [payment = ''] = payments;
  const { id } = agreement;
  const usedBy = async () => first((await by(checker).accountsOfPayments({ id })).payments).payer;
  expect(await usedBy()).toMatchObject({ account: { id: account }, hasChanged: false });
  const dollars = await accountOf(api, yen.sponsor, {}, '0077733');
  await cooled(api);
  expect(await usedBy()).toMatchObject({ account: { id: dollars }, hasChanged: true });
  expect(await refused(by(maker).instructPayment({ id, payment }))).toMatchObject({ type: '/problems/account-has-changed' });
  // Its budget is in dollars: from an account in yen it pays nothing.
  const own = await actors.payable(city, [[mixed, '100.00']], { target: '100.00', milestones: ['100.00'] });
  await settled(api);
  const asked = await by(maker).requestPayment({ id: own.id }, { tranche: 1, sponsor: mixed.sponsor });
  expect(await refused(by(checker).approvePayment({ id: own.id, payment: asked.payment }))).toMatchObject({
    type: '/problems/payer-has-no-usable-account',
    facts: { payer: mixed.sponsor, currency: 'USD' },
  });
  expect(await verifiedFaults(system)).toEqual({});
});

test('a refund that arrives in yen is linked with what it is of its recovery: the bank’s own rate is what came back', async () => {
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' }, 'EEE');
  const [city, yen] = [await actors.city(), await actors.sponsor({ budget: jpy(500_000) })];
  await accountOf(api, yen.sponsor, { currency: 'JPY' }, '0077744');
  await cooled(api);
  const { agreement, payments } = await approvedPayments(api, actors, { lender: yen, city, parts: 1 });
  const of = { id: agreement.id, payment: first(payments) };
  await by(maker).instructPayment(of);
  const day = await today();
  await by(maker).settlePayment(of, { bankReference: 'Y-1', valueDate: day, document: await adviceOf(api), debited: jpy(15_200) });
  await by(checker).confirmPayment(of, { report: 1 });
  const recovery = { id: agreement.id, number: 1 };
  await by(secretary).claimRecovery(
    { id: agreement.id },
    { kind: 'clawback', tranche: 1, amount: usd('60.00'), note: 'The site was sold.' },
  );
  await by(certifierOf(city)).answerRecovery(recovery, { note: 'We pay back.' });
  await by(approver).approveRecovery(recovery);
  const stated = { id: 'REFUND-JPY', currency: 'JPY', account: '0077744', opening: '0', closing: '8950' };
  const text = statementText({ ...stated, entries: [lineOf(day, { moved: 8950, reference: 'Y-2' })] });
  const { id } = first((await by(maker).uploadStatements(new TextEncoder().encode(text))).statements);
  const link = (refunded?: ReturnType<typeof usd>) =>
    by(maker).linkEntry({ id, entry: '1' }, { agreement: agreement.id, recovery: 1, ...(refunded ? { refunded } : {}) });
  expect(await refused(link())).toMatchObject({ type: '/problems/wrong-currency' });
  expect(await refused(link(usd('60.01')))).toMatchObject({ type: '/problems/amount-exceeds-what-is-open' });
  await link(usd('60.00'));
  expect(await by(secondChecker).confirmStatement({ id }, {})).toMatchObject({ confirmed: 1, unconfirmed: [] });
  await settled(api);
  const seen = await by(auditor).getAgreement({ id: agreement.id });
  expect(seen.recoveries).toMatchObject([{ status: 'resolved', resolutions: [{ amount: usd('60.00'), credited: jpy(8950) }] }]);
  expect(seen.refundExchanges).toMatchObject([{ parts: [{ amount: usd('60.00'), cost: { amount: jpy(8950), byBank: true } }] }]);
  expect(JSON.stringify(await by(officerOf(city)).getAgreement({ id: agreement.id }))).not.toMatch(/\bJPY\b|[Cc]redited/);
  expect(await verifiedFaults(system)).toEqual({});
  const broken = await breaking(system).changed(
    { in: 'disbursement', type: 'ResolutionProposed', where: { stream: agreement.id } },
    ({ credited }) => {
      credited.amount = '8951';
    },
  );
  expect(broken[7]?.join()).toContain('comes to 8950, and the bank moved 8951 JPY');
  expect(broken[17]?.join()).toContain('which says something else');
});

test('an amount that differs much from the recorded rates of its day settles nothing, and refunds nothing', async () => {
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' }, 'FFF');
  const [city, yen] = [await actors.city(), await actors.sponsor({ budget: jpy(500_000) })];
  await accountOf(api, yen.sponsor, { currency: 'JPY' }, '0077755');
  await cooled(api);
  const { agreement, payments } = await approvedPayments(api, actors, { lender: yen, city, parts: 2 });
  const { id } = agreement;
  for (const payment of payments) await by(maker).instructPayment({ id, payment });
  const day = await today();
  await recordedRates(api, day, { USD: '1.00', JPY: '150' }, 'GGG');
  const upload = async (name: string, ...moved: readonly number[]) => {
    const closing = `${4_000_000 + moved.reduce((sum, each) => sum + each, 0)}`;
    const stated = { id: name, currency: 'JPY', account: '0077755', opening: '4000000', closing };
    const text = statementText({ ...stated, entries: moved.map((each, at) => lineOf(day, { moved: each, reference: `${name}-${at}` })) });
    return first((await by(maker).uploadStatements(new TextEncoder().encode(text))).statements).id;
  };
  const out = await upload('FAR', -1, -3_000_000, -15_100);
  const link = (entry: string, settles = '') => by(maker).linkEntry({ id: out, entry }, { agreement: id, settles });
  for (const entry of ['1', '2'])
    expect(await refused(link(entry, payments[0]))).toMatchObject({
      type: '/problems/bank-amount-deviates',
      facts: { expected: jpy(15_000), presentOf: day, source: 'GGG' },
    });
  expect(
    await refused(
      by(maker).settlePayment(
        { id, payment: payments[0] ?? '' },
        { bankReference: 'HAND', valueDate: day, document: await adviceOf(api), debited: jpy(1) },
      ),
    ),
  ).toMatchObject({ type: '/problems/bank-amount-deviates' });
  await link('3', payments[0]);
  // What the second person confirms is measured again, by the rates that stand then.
  const { payments: read } = await by(checker).getAgreement({ id });
  expect(read.find((each) => each.id === payments[0])?.reported).toMatchObject({ debited: jpy(15_100), rate: '151' });
  expect(await by(secondChecker).confirmStatement({ id: out }, {})).toMatchObject({ confirmed: 1 });

  await by(secretary).claimRecovery({ id }, { kind: 'unspent', amount: usd('60.00'), note: 'Less was needed.' });
  const recovery = { id, number: 1 };
  await by(certifierOf(city)).answerRecovery(recovery, { note: 'We pay back.' });
  await by(approver).approveRecovery(recovery);
  const back = await upload('BACK', 1, 9_000);
  const refund = (entry: string) => by(maker).linkEntry({ id: back, entry }, { agreement: id, recovery: 1, refunded: usd('60.00') });
  expect(await refused(refund('1'))).toMatchObject({ type: '/problems/bank-amount-deviates', facts: { expected: jpy(9_000) } });
  await refund('2');
  expect((await by(checker).getAgreement({ id })).recoveries?.[0]?.resolutions).toMatchObject([{ credited: jpy(9_000), rate: '150' }]);
  await by(secondChecker).confirmStatement({ id: back }, {});
  await settled(api);
  expect(await verifiedFaults(system)).toEqual({});

  const faultsAt = async (type: string, number: number, amount: string) => {
    const found = await breaking(system).changed({ in: 'disbursement', type, where: { stream: id } }, (data) => {
      (data['debited'] ?? data['credited']).amount = amount;
    });
    return found[number]?.join();
  };
  expect(await faultsAt('PaymentSettled', 17, '1')).toContain('differs by more than 25 %');
  expect(await faultsAt('ResolutionProposed', 19, '1')).toContain('differs by more than 25 %');
});
