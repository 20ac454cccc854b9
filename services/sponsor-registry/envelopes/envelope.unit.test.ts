import { money } from '@junkan/kit/pure/money.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, decide, type Event, evolve, initial, left, type OfferId, type State } from './envelope.ts';

const workflow: Actor = { person: 'system', organisation: 'junkan', roles: ['system.workflow'] };
const approver: Actor = { person: 'ana', organisation: 'spo_a', roles: ['sponsor.approver'] };
const NOW = '2026-11-24T12:00:00.000Z';
const usd = (amount: bigint) => money(amount, 'USD');
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const refused = (rejection: object) => ({ ok: false, rejection });

const opened: Event = { type: 'EnvelopeOpened', sponsor: 'spo_a', total: usd(100n), periodStart: '', periodEnd: '', by: 'ana' };
const held: Event = { type: 'BudgetReserved', offer: 'off_a', amount: usd(70n) };
const reserve = (offer: OfferId, amount: bigint): Command => ({
  type: 'ReserveForOffer',
  offer,
  sponsor: 'spo_a',
  amount: usd(amount),
  by: workflow,
});
const release = (offer: OfferId): Command => ({ type: 'ReleaseOffer', offer, because: 'declined', by: workflow });
const commit = (offer: OfferId): Command => ({ type: 'CommitOffer', offer, now: NOW, by: workflow });
const open = {
  type: 'OpenEnvelope',
  sponsor: 'spo_a',
  sponsorIsRegistered: true,
  total: usd(100n),
  periodStart: '',
  periodEnd: '',
  now: NOW,
  by: approver,
} satisfies Command;

describe('an envelope is opened by its own sponsor', () => {
  test('with a positive total, once', () => {
    expect(decide(open, initial)).toEqual({ ok: true, events: [opened] });
    expect(decide({ ...open, total: usd(0n) }, initial)).toEqual(refused({ type: 'AmountIsNotPositive', amount: 0n, currency: 'USD' }));
    expect(decide(open, given(opened))).toEqual(refused({ type: 'EnvelopeIsOpen' }));
  });

  test('not by an officer, not by another sponsor, not for one that nobody registered', () => {
    expect(decide({ ...open, by: { ...approver, roles: ['sponsor.officer'] } }, initial)).toEqual(
      refused({ type: 'RoleIsMissing', needed: ['sponsor.approver'] }),
    );
    expect(decide({ ...open, by: { ...approver, organisation: 'spo_b' } }, initial)).toEqual(
      refused({ type: 'WrongOrganisation', kind: 'sponsor', actual: 'spo_b' }),
    );
    expect(decide({ ...open, sponsorIsRegistered: false }, initial)).toEqual(refused({ type: 'SponsorIsUnknown', sponsor: 'spo_a' }));
  });
});

describe('an envelope has a period', () => {
  test('whose end is not before its start, and not over when it is opened', () => {
    expect(decide({ ...open, periodStart: '2041-01-01', periodEnd: '2040-01-01' }, initial)).toEqual(
      refused({ type: 'PeriodIsReversed', periodStart: '2041-01-01', periodEnd: '2040-01-01' }),
    );
    expect(decide({ ...open, periodStart: '2026-01-01', periodEnd: '2026-11-23' }, initial)).toEqual(
      refused({ type: 'PeriodIsOver', periodEnd: '2026-11-23' }),
    );
    for (const periodEnd of ['2026-11-24', '2027-12-31', ''])
      expect(decide({ ...open, periodStart: '2026-11-24', periodEnd }, initial)).toMatchObject({ ok: true });
  });

  test('and commits nothing once it is over; what is committed stays so', () => {
    const state = given({ ...opened, periodEnd: '2026-11-23' } as Event, held);
    expect(decide(commit('off_a'), state)).toEqual(refused({ type: 'PeriodIsOver', periodEnd: '2026-11-23' }));
    expect(decide(commit('off_a'), given({ ...opened, periodEnd: '2026-11-24' } as Event, held))).toMatchObject({ ok: true });
    const committed: Event = { type: 'OfferCommitted', offer: 'off_a', amount: usd(70n) };
    expect(decide(commit('off_a'), given({ ...opened, periodEnd: '2026-11-23' } as Event, held, committed))).toEqual({
      ok: true,
      events: [],
    });
  });
});

describe('a sponsor never offers more than the envelope holds', () => {
  test('an offer beyond what is left is refused with the amount that is left', () => {
    expect(decide(reserve('off_b', 31n), given(opened, held))).toEqual(
      refused({ type: 'BudgetIsNotEnough', asked: 31n, left: 30n, currency: 'USD' }),
    );
    expect(decide(reserve('off_b', 30n), given(opened, held))).toMatchObject({ ok: true });
  });

  test('what is committed stays out of reach; what is released can be offered again', () => {
    const committed: Event = { type: 'OfferCommitted', offer: 'off_a', amount: usd(70n) };
    const released: Event = { type: 'OfferReleased', offer: 'off_a', amount: usd(70n), because: 'declined' };
    expect(decide(reserve('off_b', 31n), given(opened, held, committed))).toMatchObject({ rejection: { type: 'BudgetIsNotEnough' } });
    expect(decide(reserve('off_b', 100n), given(opened, held, released))).toMatchObject({ ok: true });
  });

  test('a reservation names the sponsor, the currency and a positive amount', () => {
    const state = given(opened);
    const asked: Command = { type: 'ReserveForOffer', offer: 'off_b', sponsor: 'spo_a', amount: usd(1n), by: workflow };
    expect(decide({ ...asked, sponsor: 'spo_b' }, state)).toEqual(refused({ type: 'EnvelopeIsOfAnotherSponsor', sponsor: 'spo_a' }));
    expect(decide({ ...asked, amount: money(1n, 'JPY') }, state)).toEqual(
      refused({ type: 'EnvelopeIsInAnotherCurrency', currency: 'USD' }),
    );
    expect(decide({ ...asked, amount: usd(0n) }, state)).toEqual(refused({ type: 'AmountIsNotPositive', amount: 0n, currency: 'USD' }));
  });
});

describe('commands of the saga may come twice, late and in the wrong order', () => {
  test('an offer holds one amount', () => {
    expect(decide(reserve('off_a', 70n), given(opened, held))).toEqual({ ok: true, events: [] });
    expect(decide(reserve('off_a', 60n), given(opened, held))).toEqual(
      refused({ type: 'OfferHoldsAnotherAmount', offer: 'off_a', amount: 70n, currency: 'USD' }),
    );
  });

  test('a release that overtakes its reservation bars it', () => {
    const barred: Event = { type: 'OfferReleased', offer: 'off_a', amount: usd(0n), because: 'declined' };
    expect(decide(release('off_a'), given(opened))).toEqual({ ok: true, events: [barred] });
    expect(decide(reserve('off_a', 70n), given(opened, barred))).toEqual(refused({ type: 'OfferIsReleased', offer: 'off_a' }));
  });

  test('what is committed is not released, and only what is reserved is committed', () => {
    const committed: Event = { type: 'OfferCommitted', offer: 'off_a', amount: usd(70n) };
    expect(decide(release('off_a'), given(opened, held, committed))).toEqual(
      refused({ type: 'OfferIsCommitted', offer: 'off_a', amount: 70n, currency: 'USD' }),
    );
    expect(decide(commit('off_b'), given(opened, held))).toEqual(refused({ type: 'OfferHoldsNothing', offer: 'off_b' }));
    expect(decide(commit('off_a'), given(opened, held))).toEqual({ ok: true, events: [committed] });
  });

  test('nobody but the workflow claims, and never on what is not open', () => {
    expect(decide({ ...reserve('off_b', 1n), by: approver }, given(opened))).toEqual(
      refused({ type: 'RoleIsMissing', needed: ['system.workflow'] }),
    );
    expect(decide(reserve('off_b', 1n), initial)).toEqual(refused({ type: 'EnvelopeIsNotOpen' }));
    expect(() => evolve(initial, held)).toThrow('a claim met an envelope that is absent');
  });
});

const offers = fc.constantFrom<OfferId>('off_a', 'off_b', 'off_c');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(offers, fc.bigInt(-5n, 120n)).map(([offer, amount]) => reserve(offer, amount)),
  offers.map(release),
  offers.map(commit),
);

test('no sequence of commands claims more than the total, and every repeat changes nothing', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      let state = given(opened);
      for (const next of commands) {
        const first = decide(next, state);
        if (!first.ok) continue;
        state = first.events.reduce(evolve, state);
        expect(decide(next, state)).toEqual({ ok: true, events: [] });
        if (state.status !== 'open') throw new Error('closed');
        const claims = [...state.claims.values()].reduce((sum, claim) => sum + (claim.is === 'released' ? 0n : claim.amount), 0n);
        expect(left(state)).toBe(100n - claims);
        expect(left(state)).toBeGreaterThanOrEqual(0n);
      }
    }),
  );
});

describe('an offer with new terms', () => {
  const change = (amount: bigint): Command => ({ type: 'ChangeReservation', offer: 'off_a', amount: usd(amount), by: workflow });
  const changed = (amount: bigint): Event => ({ type: 'ReservationChanged', offer: 'off_a', amount: usd(amount) });

  test('holds what they say: less gives back, more takes from what is left', () => {
    for (const amount of [50n, 100n]) {
      expect(decide(change(amount), given(opened, held))).toEqual({ ok: true, events: [changed(amount)] });
      expect(decide(change(amount), given(opened, held, changed(amount)))).toEqual({ ok: true, events: [] });
    }
    expect(given(opened, held, changed(50n))).toMatchObject({ reserved: 50n });
    expect(decide(change(101n), given(opened, held))).toEqual(
      refused({ type: 'BudgetIsNotEnough', asked: 101n, left: 100n, currency: 'USD' }),
    );
  });

  test('must hold a reservation', () => {
    expect(decide(change(50n), given(opened))).toEqual(refused({ type: 'OfferHoldsNothing', offer: 'off_a' }));
    const committed: Event = { type: 'OfferCommitted', offer: 'off_a', amount: usd(70n) };
    expect(decide(change(50n), given(opened, held, committed))).toEqual(
      refused({ type: 'OfferIsCommitted', offer: 'off_a', amount: 70n, currency: 'USD' }),
    );
  });
});

describe('what was committed and not spent', () => {
  const committed: Event = { type: 'OfferCommitted', offer: 'off_a', amount: usd(70n) };
  const giveBack = (keep: bigint): Command => ({
    type: 'ReturnCommitment',
    offer: 'off_a',
    keep: usd(keep),
    because: 'agreement-ended',
    by: workflow,
  });
  const returned = (kept: bigint): Event => ({
    type: 'CommitmentReturned',
    offer: 'off_a',
    amount: usd(70n - kept),
    kept: usd(kept),
    because: 'agreement-ended',
  });

  test('is budget again; what was paid stays committed', () => {
    for (const kept of [0n, 30n]) {
      expect(decide(giveBack(kept), given(opened, held, committed))).toEqual({ ok: true, events: [returned(kept)] });
      const state = given(opened, held, committed, returned(kept));
      expect(state).toMatchObject({ committed: kept, reserved: 0n });
      expect(decide(giveBack(kept), state)).toEqual({ ok: true, events: [] });
    }
    expect(decide(giveBack(70n), given(opened, held, committed))).toEqual({ ok: true, events: [] });
  });

  test('is never more than was committed, and of nothing else', () => {
    expect(decide(giveBack(71n), given(opened, held, committed))).toEqual(
      refused({ type: 'KeptExceedsCommitment', offer: 'off_a', kept: 71n, committed: 70n, currency: 'USD' }),
    );
    expect(decide(giveBack(0n), given(opened, held))).toEqual(refused({ type: 'OfferIsNotCommitted', offer: 'off_a' }));
    expect(decide({ ...giveBack(0n), by: approver }, given(opened, held, committed))).toMatchObject(refused({ type: 'RoleIsMissing' }));
  });
});
