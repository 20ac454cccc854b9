import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from './commands.ts';
import { decide } from './decide-funding.ts';
import {
  accept,
  approver,
  city,
  close,
  deadline,
  dueDiligence,
  facts,
  given,
  now,
  officer,
  opened,
  propose,
  usd,
  workflow,
} from './funding.fixture.ts';
import { evolve, isAccepted, isUndecided, type OfferId } from './funding.ts';

const offer = fc.constantFrom<OfferId>('off_a', 'off_b', 'off_c', 'off_d');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(offer, fc.bigInt(-5n, 110n)).map(([id, amount]) => propose(id, amount)),
  offer.map((id): Command => ({ type: 'BackOffer', offer: id, terms: 1, by: workflow })),
  offer.map((id): Command => ({ type: 'RefuseBacking', offer: id, terms: 1, left: usd(0n), by: workflow })),
  offer.map(accept),
  offer.map((id): Command => ({ type: 'DeclineOffer', offer: id, note: '', by: city })),
  offer.map((id): Command => ({ type: 'RetractOffer', offer: id, note: '', by: officer })),
  offer.map((id): Command => ({ type: 'ApproveOffer', offer: id, dueDiligence, by: approver })),
  fc.constantFrom('2026-11-24T12:00:00.000Z', deadline).map(close),
  fc.record({ id: offer, terms: fc.constantFrom(1, 2, 3), amount: fc.constantFrom(20n, 30n), by: fc.constantFrom(city, officer) }).map(
    ({ id, terms, amount, by }): Command => ({
      type: 'CounterOffer',
      offer: id,
      terms,
      amount: usd(amount),
      note: '',
      ticket: facts,
      now,
      by,
    }),
  ),
  fc
    .record({ id: offer, terms: fc.constantFrom(2, 3) })
    .map(({ id, terms }): Command => ({ type: 'BackOffer', offer: id, terms, by: workflow })),
  fc.record({ id: offer, terms: fc.constantFrom(2, 3) }).map(({ id, terms }): Command => ({ ...accept(id), terms, by: officer })),
  offer.map((id): Command => ({ type: 'ExpireOffer', offer: id, now: deadline, by: workflow })),
  offer.map((id): Command => ({ type: 'WithdrawOffer', offer: id, note: '', reopenedDays: 30, now, by: officer })),
  fc.constant<Command>({ type: 'SealFunding', by: workflow }),
  fc.constant<Command>({ type: 'CancelFunding', because: 'project-withdrawn', by: workflow }),
);

test('accepted never exceeds the target, no offer is undecided after the close, and every repeat changes nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60, size: 'max' }), (commands) => {
      let state = given(opened);
      for (const next of commands) {
        const decision = decide(next, state);
        if (!decision.ok) continue;
        state = decision.events.reduce(evolve, state);
        const again = decide(next, state);
        // New terms are answered by the other side, so the side that made them may not even try again.
        if (next.type === 'CounterOffer') expect(again.ok).toBe(false);
        else expect(again).toEqual({ ok: true, events: [] });
        if (state.status === 'absent') throw new Error('gone');
        const offers = [...state.offers.values()];
        const sum = offers.filter(isAccepted).reduce((all, { amount }) => all + amount.amount, 0n);
        if (state.status !== 'fell-short' && state.status !== 'cancelled') expect(state.accepted).toBe(sum);
        expect(state.accepted).toBeLessThanOrEqual(100n);
        if (state.status !== 'open' && state.status !== 'target-reached') expect(offers.some(isUndecided)).toBe(false);
      }
    }),
    { numRuns: 400 },
  );
});
