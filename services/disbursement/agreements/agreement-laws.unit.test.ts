import { NO_RULES, type Rules } from '@junkan/kit/pure/limits.ts';
import { total } from '@junkan/kit/pure/money.ts';
import { sentOn } from '@junkan/kit/testing/requests.fixture.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { COMMANDS } from '@junkan/proto/junkan/disbursement/v1/commands.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ACCOUNTS,
  AGREEMENT,
  actor,
  allSigned,
  approve,
  approvers,
  BANK,
  confirm,
  draft,
  FUND,
  instruct,
  met,
  mistaken,
  money,
  NOW,
  paymentOf,
  request,
  returned,
  reversed,
  settle,
  terms,
  verdict,
  workflow,
} from './agreement.fixture.ts';
import { decide, evolve } from './agreement.ts';
import type { Command, Event } from './agreement-faces.ts';
import { initial, isInForce, paid, type State } from './agreement-state.ts';
import type { PaymentId } from './ids.ts';
import { accounts, entry, entryOf } from './journal.ts';
import type { TrancheChange } from './modifications/measure.ts';
import { approversOf } from './payments/payment-duties.ts';

/** Few persons with every role, so that the same one often meets a duty of another. */
const person: fc.Arbitrary<Actor> = fc
  .constantFrom('officer', 'ann', 'ben')
  .map((name) => actor(name, 'secretariat', 'finance.maker', 'finance.checker'));
const cell = fc.record({ tranche: fc.constantFrom(1, 1, 2, 2, 3, 4), sponsor: fc.constantFrom(FUND, BANK) });
const payment: fc.Arbitrary<PaymentId> = cell.map((of) => paymentOf(of.tranche, of.sponsor));

const changes = fc.constantFrom<readonly TrancheChange[]>(
  [],
  [{ tranche: 1, dueOn: '2028-01-01', amount: undefined }],
  [{ tranche: 2, dueOn: '', amount: money(30n) }],
);
const verdicts = fc.record({ bps: fc.constantFrom(0, 3_333, 5_000), rest: fc.constantFrom('carried' as const, 'cancelled' as const) });
const unverified = { id: 'mst_1', is: 'unverified', status: 'due' };
const { terms: _terms, ...drafting } = draft();

const command = sentOn<Command>(COMMANDS, 'agreement', {
  persons: fc.oneof({ weight: 3, arbitrary: person }, { weight: 1, arbitrary: fc.constantFrom(...approvers) }),
  system: workflow,
  seldom: ['endAgreement', 'declineSignature', 'applyVerdict', 'proposeMeasure', 'holdPayment'],
  given: {
    agr: AGREEMENT,
    pay: payment,
    spo: fc.constantFrom(FUND, BANK),
    tranche: fc.constantFrom(1, 1, 2, 2, 3, 4),
    changes,
    party: terms.proposer,
    contentHash: drafting.contentHash,
    report: fc.constantFrom(1, 1, 2, 3),
    recovery: fc.constantFrom(1, 2),
    resolution: fc.constantFrom(1, 2, 3),
    hold: fc.constantFrom(1, 2),
    bankReference: fc.constantFrom('A', 'B', 'C', 'D', 'E', ''),
    valueDate: NOW.slice(0, 10),
  },
  facts: {
    now: NOW,
    answerDays: 0,
    releaseDays: 14,
    preparedBy: [],
    rules: fc.constantFrom<Rules>(NO_RULES, { edition: 1, limits: [money(20n)] }),
    hashOf: fc.constant((content: string) => `hash of ${content}`),
  },
  otherwise: {
    draftAgreement: { ...drafting, terms },
    approvePayment: ACCOUNTS,
    instructPayment: ACCOUNTS,
    requestPayment: ({ tranche }) => ({ milestone: fc.constantFrom(met(Number(tranche)), met(Number(tranche)), unverified) }),
    requestPartPayment: ({ tranche, sponsor }) => ({
      milestone: met(Number(tranche)),
      payment: fc.constantFrom(1, 2).map((number) => `pay_part${number}/${tranche}/${sponsor}`),
      amount: fc.bigInt(1n, 20n).map((amount) => money(amount)),
    }),
    holdPayment: ({ tranche }) => ({ milestone: `mst_${tranche}` }),
    applyVerdict: ({ tranche }) => ({
      milestone: verdicts.map((of) => verdict({ tranche: Number(tranche), ...of }).milestone),
      unjudged: [1, 2, 3],
    }),
    completeTermination: { left: { payable: [1], uncut: [], open: [] } },
    settlePayment: { type: 'ReportSettlement', document: 'slip' },
    failPayment: { type: 'ReportFailure' },
    returnPayment: { type: 'ReportReturn', document: 'slip' },
    reversePayment: { type: 'ReportReversal' },
    reverseOutcome: { type: 'ReportMistake', document: 'slip' },
  },
});

/** Now and then a payment goes its whole way, so that there is money in what follows, and some of it comes back. */
const way: fc.Arbitrary<Command[]> = fc
  .record({
    of: cell,
    maker: person,
    checker: person,
    bankReference: fc.uuid(),
    undone: fc.constantFrom('', '', 'returned', 'reversed', 'mistaken'),
  })
  .map(({ of, maker, checker, bankReference, undone }) => {
    const id = paymentOf(of.tranche, of.sponsor);
    return [
      request({ ...of, milestone: met(of.tranche), by: maker }),
      approve(checker, id),
      instruct(maker, id),
      settle({ payment: id, by: maker, bankReference }),
      confirm({ payment: id, by: checker }),
      ...(undone === 'returned' || undone === 'mistaken'
        ? [returned({ payment: id, by: maker, bankReference: `${bankReference} BACK` })]
        : []),
      ...(undone === 'reversed' ? [reversed({ payment: id, by: maker })] : []),
      ...(undone === '' ? [] : [confirm({ payment: id, report: 2, by: checker })]),
      ...(undone === 'mistaken' ? [mistaken({ payment: id, by: maker }), confirm({ payment: id, report: 3, by: checker })] : []),
    ];
  });
const asked = fc
  .array(fc.oneof({ weight: 6, arbitrary: command.map((each) => [each]) }, { weight: 1, arbitrary: way }), {
    minLength: 20,
    maxLength: 100,
    size: 'max',
  })
  .map((parts) => parts.flat());

/** What the bank has paid of each cell and not returned, from the events alone. */
function settledCells(events: readonly Event[]): PaymentId[] {
  const settled: PaymentId[] = [];
  for (const event of events) {
    if (event.type === 'PaymentSettled' || (event.type === 'OutcomeReversed' && event.outcome === 'returned')) settled.push(event.payment);
    if (event.type === 'PaymentReturned' || event.type === 'SettlementReversed') settled.splice(settled.indexOf(event.payment), 1);
  }
  return settled;
}

test('whatever is asked in whatever order: a cell is paid once, paid <= share, every entry balances, every repeat changes nothing', () => {
  let paidInAll = 0;
  fc.assert(
    fc.property(asked, (commands) => {
      let state: State = initial;
      const events: Event[] = [];
      for (const next of [...allSigned, ...commands]) {
        const decision = decide(next, state);
        if (!decision.ok) continue;
        expectHeld(state, decision.events);
        state = decision.events.reduce<State>(evolve, state);
        events.push(...decision.events);
        expect(decide(next, state)).toEqual({ ok: true, events: [] });
      }
      const settled = settledCells(events);
      paidInAll += settled.length;
      expect(new Set(settled).size).toBe(settled.length);
      for (const { id, postings } of events.flatMap((event) => entryOf(event) ?? []))
        expect(entry(id, postings).postings.length).toBeGreaterThan(0);
      expectSharesKept(state, settled);
      expectAccountsToTell(state, events);
      expectFourPersons(state);
    }),
    { numRuns: 150 },
  );
  expect(paidInAll).toBeGreaterThan(20);
});

const GOING_ON: readonly Event['type'][] = ['PaymentRequested', 'PaymentApprovedOnce', 'PaymentApproved', 'PaymentInstructed'];
/** What somebody holds goes no further, and goes on by another person alone. */
function expectHeld(state: State, events: readonly Event[]): void {
  if (state.status === 'absent' || !isInForce(state)) return;
  const held = state.holds.filter(({ status }) => status === 'standing').map(({ tranche, sponsor }) => paymentOf(tranche, sponsor));
  for (const event of events) {
    if ('payment' in event && GOING_ON.includes(event.type)) expect(held).not.toContain(event.payment);
    if (event.type === 'HoldReleased') expect(state.holds[event.hold - 1]?.heldBy).not.toBe(event.by);
  }
}

function expectSharesKept(state: State, settled: readonly PaymentId[]): void {
  if (state.status === 'absent') throw new Error('the agreement was drafted first');
  for (const { sponsor, amount } of terms.shares) {
    expect(
      total(
        state.cells.filter((each) => each.sponsor === sponsor).map((each) => each.amount),
        'USD',
      ).amount,
    ).toBeLessThanOrEqual(amount.amount);
    expect(sumSettled(state, settled, sponsor)).toBeLessThanOrEqual(amount.amount);
  }
  expect(paid(state).amount).toBe(sumSettled(state, settled));
}

const sumSettled = (state: State, settled: readonly PaymentId[], sponsor?: string): bigint =>
  ordersIn(state)
    .filter(([id, order]) => settled.includes(id) && (sponsor === undefined || order.sponsor === sponsor))
    .reduce((sum, [, { amount }]) => sum + amount.amount, 0n);
const ordersIn = (state: State) => (state.status !== 'absent' && isInForce(state) ? [...state.payments] : []);

/** The journal's state of each sponsor's money: still to be disbursed, instructed, or received. */
function expectAccountsToTell(state: State, events: readonly Event[]): void {
  if (state.status === 'absent' || !isInForce(state)) return;
  const balances = new Map<string, bigint>();
  for (const { account, money: posted } of events.flatMap((event) => entryOf(event)?.postings ?? []))
    balances.set(account, (balances.get(account) ?? 0n) + posted.amount);
  for (const { sponsor } of terms.shares) {
    const sumOf = (...statuses: readonly string[]): bigint =>
      [...state.payments.values()]
        .filter((each) => each.sponsor === sponsor && statuses.includes(each.status))
        .reduce((sum, each) => sum + each.amount.amount, 0n);
    const owed = state.cells.reduce((sum, each) => (each.sponsor === sponsor ? sum + each.amount.amount : sum), 0n);
    expect(balances.get(accounts.undisbursed(AGREEMENT, sponsor)) ?? 0n).toBe(owed - sumOf('approved', 'instructed', 'settled'));
    expect(balances.get(accounts.payable(AGREEMENT, sponsor)) ?? 0n).toBe(sumOf('approved', 'instructed'));
  }
  const back = terms.shares.flatMap(({ sponsor }) => [
    accounts.recoverable(AGREEMENT, sponsor),
    accounts.refunded(sponsor),
    accounts.writtenOff(sponsor),
  ]);
  for (const account of back) expect(balances.get(account) ?? 0n).toBeGreaterThanOrEqual(0n);
  const held = [accounts.received(terms.proposer), ...back].reduce((sum, account) => sum + (balances.get(account) ?? 0n), 0n);
  expect(held).toBe(paid(state).amount);
}

function expectFourPersons(state: State): void {
  if (state.status === 'absent' || !isInForce(state)) return;
  for (const order of state.payments.values()) {
    const persons = [order.submittedBy, order.verifiedBy, order.requestedBy, ...approversOf(order)];
    expect(new Set(persons).size).toBe(persons.length);
    if ('confirmedBy' in order) expect([order.submittedBy, order.verifiedBy, order.reported?.by]).not.toContain(order.confirmedBy);
  }
}
