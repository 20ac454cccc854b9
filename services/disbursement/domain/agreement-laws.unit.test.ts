import type { Actor } from '@junkan/kit/pure/actor.ts';
import { total } from '@junkan/kit/pure/money.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  actor,
  allSigned,
  approve,
  approveMeasure,
  approvers,
  BANK,
  complete,
  confirm,
  end,
  FUND,
  fail,
  instruct,
  met,
  money,
  object,
  paymentOf,
  propose,
  refuseMeasure,
  request,
  settle,
  terms,
  turnDown,
  verdict,
} from './agreement.fixture.ts';
import type { Command } from './agreement-commands.ts';
import { decide } from './agreement-decide.ts';
import { type Event, entryOf } from './agreement-events.ts';
import { evolve } from './agreement-evolve.ts';
import { initial, isInForce, type PaymentId, paid, type State } from './agreement-state.ts';
import { accounts, entry } from './journal.ts';

/** Few persons with every role, so that the same one often meets a duty of another. */
const person: fc.Arbitrary<Actor> = fc
  .constantFrom('officer', 'ann', 'ben')
  .map((name) => actor(name, 'secretariat', 'finance.maker', 'finance.checker'));
const cell = fc.record({ tranche: fc.constantFrom(1, 1, 2, 2, 3, 4), sponsor: fc.constantFrom(FUND, BANK) });
const payment: fc.Arbitrary<PaymentId> = cell.map((of) => paymentOf(of.tranche, of.sponsor));

const second = fc.record({ by: person, payment, report: fc.constantFrom(1, 1, 2, 3) });

const rest = fc.constantFrom('carried' as const, 'cancelled' as const);
const measures: readonly Command[] = [
  propose('suspension'),
  propose('resumption'),
  propose('termination'),
  propose('amendment', [{ tranche: 1, dueOn: '2028-01-01', amount: undefined }]),
  propose('amendment', [{ tranche: 2, dueOn: '', amount: money(30n) }]),
  ...[1, 2, 3, 4].flatMap((number) => approvers.map((by) => approveMeasure(number, by))),
  refuseMeasure(1),
  refuseMeasure(2),
  complete({ payable: [1] }),
];

const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ of: cell, by: person }).map(({ of, by }) => request({ ...of, milestone: met(of.tranche), by })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ of: cell, by: person })
      .map(({ of, by }) => request({ ...of, milestone: { id: 'mst_1', is: 'unverified', status: 'due' }, by })),
  },
  { weight: 3, arbitrary: fc.record({ by: person, payment }).map((each) => approve(each.by, each.payment)) },
  { weight: 1, arbitrary: fc.record({ by: person, payment }).map((each) => turnDown(each.by, each.payment)) },
  { weight: 4, arbitrary: fc.record({ by: person, payment }).map((each) => instruct(each.by, each.payment)) },
  { weight: 3, arbitrary: fc.record({ by: person, payment, bankReference: fc.constantFrom('A', 'B', 'C', 'D', 'E', '') }).map(settle) },
  { weight: 1, arbitrary: fc.constantFrom<Command>(end, ...allSigned) },
  { weight: 2, arbitrary: fc.constantFrom<Command>(...measures) },
  { weight: 2, arbitrary: fc.record({ tranche: fc.constantFrom(1, 2, 3), bps: fc.constantFrom(0, 3_333, 5_000), rest }).map(verdict) },
  { weight: 1, arbitrary: fc.record({ by: person, payment }).map((each) => fail(each.payment, each.by)) },
  { weight: 4, arbitrary: second.map(confirm) },
  { weight: 1, arbitrary: second.map(object) },
);

/** Now and then a payment goes its whole way, so that there is money in what follows. */
const way: fc.Arbitrary<Command[]> = fc
  .record({ of: cell, maker: person, checker: person, bankReference: fc.uuid() })
  .map(({ of, maker, checker, bankReference }) => {
    const id = paymentOf(of.tranche, of.sponsor);
    return [
      request({ ...of, milestone: met(of.tranche), by: maker }),
      approve(checker, id),
      instruct(maker, id),
      settle({ payment: id, by: maker, bankReference }),
      confirm({ payment: id, by: checker }),
    ];
  });
const asked = fc
  .array(fc.oneof({ weight: 6, arbitrary: command.map((each) => [each]) }, { weight: 1, arbitrary: way }), {
    minLength: 20,
    maxLength: 100,
    size: 'max',
  })
  .map((parts) => parts.flat());

/** What the bank has paid of each cell, from the events alone. */
function settledCells(events: readonly Event[]): PaymentId[] {
  return events.flatMap((event) => (event.type === 'PaymentSettled' ? [event.payment] : []));
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

function expectSharesKept(state: State, settled: readonly PaymentId[]): void {
  if (state.status === 'absent') throw new Error('the agreement was drafted first');
  for (const { sponsor, amount } of terms.shares) {
    expect(
      total(
        state.cells.filter((each) => each.sponsor === sponsor).map((each) => each.amount),
        'USD',
      ).amount,
    ).toBeLessThanOrEqual(amount.amount);
    const cells = state.cells.filter((each) => each.sponsor === sponsor && settled.includes(each.payment));
    expect(cells.reduce((sum, each) => sum + each.amount.amount, 0n) <= amount.amount).toBe(true);
  }
  const paidCells = state.cells.filter((each) => settled.includes(each.payment));
  expect(paid(state).amount).toBe(paidCells.reduce((sum, each) => sum + each.amount.amount, 0n));
}

/** The journal says where each sponsor's money stands: still to be disbursed, told to the bank, or received. */
function expectAccountsToTell(state: State, events: readonly Event[]): void {
  if (state.status === 'absent' || !isInForce(state)) return;
  const balances = new Map<string, bigint>();
  for (const { account, money: posted } of events.flatMap((event) => entryOf(event)?.postings ?? []))
    balances.set(account, (balances.get(account) ?? 0n) + posted.amount);
  for (const { sponsor } of terms.shares) {
    const sumOf = (...statuses: readonly (string | undefined)[]): bigint =>
      state.cells
        .filter((each) => each.sponsor === sponsor && statuses.includes(state.payments.get(each.payment)?.status))
        .reduce((sum, each) => sum + each.amount.amount, 0n);
    expect(balances.get(accounts.undisbursed(AGREEMENT, sponsor)) ?? 0n).toBe(sumOf(undefined, 'requested', 'refused', 'failed'));
    expect(balances.get(accounts.payable(AGREEMENT, sponsor)) ?? 0n).toBe(sumOf('approved', 'instructed'));
  }
  expect(balances.get(accounts.received(terms.proposer)) ?? 0n).toBe(paid(state).amount);
}

function expectFourPersons(state: State): void {
  if (state.status === 'absent' || !isInForce(state)) return;
  for (const order of state.payments.values()) {
    const persons = [order.submittedBy, order.verifiedBy, order.requestedBy, ...('approvedBy' in order ? [order.approvedBy] : [])];
    expect(new Set(persons).size).toBe(persons.length);
    if ('confirmedBy' in order) expect([order.submittedBy, order.verifiedBy, order.reported?.by]).not.toContain(order.confirmedBy);
  }
}
