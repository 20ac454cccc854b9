import type { Actor } from '@junkan/kit/pure/actor.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actor,
  allSigned,
  approve,
  BANK,
  end,
  FUND,
  instruct,
  met,
  paymentOf,
  request,
  settle,
  terms,
  turnDown,
} from './agreement.fixture.ts';
import type { Command } from './agreement-commands.ts';
import { decide } from './agreement-decide.ts';
import { type Event, entryOf } from './agreement-events.ts';
import { evolve } from './agreement-evolve.ts';
import { initial, type PaymentId, paid, type State } from './agreement-state.ts';
import { entry } from './journal.ts';

/** Few persons with every role, so that the same one often meets a duty of another. */
const person: fc.Arbitrary<Actor> = fc
  .constantFrom('officer', 'ann', 'ben')
  .map((name) => actor(name, 'secretariat', 'finance.maker', 'finance.checker'));
const cell = fc.record({ tranche: fc.constantFrom(1, 1, 2, 2, 3, 4), sponsor: fc.constantFrom(FUND, BANK) });
const payment: fc.Arbitrary<PaymentId> = cell.map((of) => paymentOf(of.tranche, of.sponsor));

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
      expectFourPersons(state);
    }),
    { numRuns: 150 },
  );
  expect(paidInAll).toBeGreaterThan(20);
});

function expectSharesKept(state: State, settled: readonly PaymentId[]): void {
  if (state.status === 'absent') throw new Error('the agreement was drafted first');
  for (const { sponsor, amount } of terms.shares) {
    const cells = state.cells.filter((each) => each.sponsor === sponsor && settled.includes(each.payment));
    expect(cells.reduce((sum, each) => sum + each.amount.amount, 0n) <= amount.amount).toBe(true);
  }
  const paidCells = state.cells.filter((each) => settled.includes(each.payment));
  expect(paid(state).amount).toBe(paidCells.reduce((sum, each) => sum + each.amount.amount, 0n));
}

function expectFourPersons(state: State): void {
  if (state.status !== 'effective' && state.status !== 'ended') return;
  for (const order of state.payments.values()) {
    const persons = [order.submittedBy, order.verifiedBy, order.requestedBy, ...('approvedBy' in order ? [order.approvedBy] : [])];
    expect(new Set(persons).size).toBe(persons.length);
  }
}
