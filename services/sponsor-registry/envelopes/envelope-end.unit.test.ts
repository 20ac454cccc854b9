import { money } from '@junkan/kit/pure/money.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { type Command, decide, type Event, evolve, initial, type State } from './envelope.ts';

const now = '2026-11-24T12:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('sia', 'spo_a', 'sponsor.officer');
const approver = actor('ann', 'spo_a', 'sponsor.approver');
const both = actor('sia', 'spo_a', 'sponsor.officer', 'sponsor.approver');
const stranger = actor('eve', 'spo_b', 'sponsor.officer', 'sponsor.approver');
const workflow = actor('system', 'junkan', 'system.workflow');
const usd = (amount: bigint) => money(amount, 'USD');

const opened = (periodEnd: string): Event => ({
  type: 'EnvelopeOpened',
  sponsor: 'spo_a',
  total: usd(100n),
  periodStart: '2026-01-01',
  periodEnd,
  by: 'ana',
});
const held = (offer: 'off_a' | 'off_b', funding: 'fnd_a' | 'fnd_b'): Event => ({
  type: 'BudgetReserved',
  offer,
  amount: usd(40n),
  funding,
});
const propose = { type: 'ProposeEnvelopeEnd', periodEnd: '2027-06-30', note: 'txt_late', now, by: officer } satisfies Command;
const confirm = { type: 'ConfirmEnvelopeEnd', proposal: 1, now, by: approver } satisfies Command;
const reject = { type: 'RefuseEnvelopeEnd', proposal: 1, note: 'txt_why', now, by: approver } satisfies Command;
const proposed = {
  type: 'EnvelopeEndProposed',
  proposal: 1,
  before: '2026-12-31',
  periodEnd: '2027-06-30',
  note: 'txt_late',
  at: now,
  by: 'sia',
} as const satisfies Event;
const moved = {
  type: 'EnvelopeEndMoved',
  proposal: 1,
  before: '2026-12-31',
  periodEnd: '2027-06-30',
  fundings: [],
  at: now,
  by: 'ann',
} as const satisfies Event;
const turnedDown = { type: 'EnvelopeEndRefused', proposal: 1, note: 'txt_why', at: now, by: 'ann' } as const satisfies Event;

const given = (...events: readonly Event[]): State => [opened('2026-12-31'), ...events].reduce(evolve, initial);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = accepted();

describe('the last day of a period', () => {
  test('is proposed by an officer of the sponsor, with a reason', () => {
    expect(decide(propose, given())).toEqual(accepted(proposed));
    expect(decide({ ...propose, by: approver }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...propose, by: stranger }, given())).toEqual(refused('EnvelopeIsNotOpen'));
    expect(decide(propose, initial)).toEqual(refused('EnvelopeIsNotOpen'));
    expect(decide({ ...propose, note: '' }, given())).toEqual(refused('NoteIsMissing'));
    expect(decide(propose, given(proposed))).toEqual(nothing);
    expect(decide({ ...propose, periodEnd: '2027-07-31' }, given(proposed))).toEqual(refused('EndIsPending', { proposal: 1 }));
  });

  test('is moved once another person confirms it', () => {
    expect(given(proposed)).toMatchObject({ periodEnd: '2026-12-31' });
    expect(decide({ ...confirm, by: both }, given(proposed))).toEqual(refused('PreparedByTheSamePerson', { person: 'sia' }));
    expect(decide({ ...confirm, by: officer }, given(proposed))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...confirm, by: stranger }, given(proposed))).toEqual(refused('EnvelopeIsNotOpen'));
    expect(decide({ ...confirm, proposal: 2 }, given(proposed))).toEqual(refused('EnvelopeEndIsUnknown', { proposal: 2 }));
    expect(decide(confirm, given(proposed))).toEqual(accepted(moved));
    expect(given(proposed, moved)).toMatchObject({ periodEnd: '2027-06-30', ends: [{ status: 'moved', decidedBy: 'ann' }] });
    expect(decide(confirm, given(proposed, moved))).toEqual(nothing);
    expect(decide(reject, given(proposed, moved))).toEqual(refused('EnvelopeEndInStatus', { proposal: 1, status: 'moved' }));
  });

  test('stays as it is where the proposal is refused, or taken back, with a reason', () => {
    expect(decide({ ...reject, note: '' }, given(proposed))).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...reject, by: both }, given(proposed))).toMatchObject({ ok: true });
    expect(decide(reject, given(proposed))).toEqual(accepted(turnedDown));
    expect(given(proposed, turnedDown)).toMatchObject({ periodEnd: '2026-12-31', ends: [{ status: 'refused', endNote: 'txt_why' }] });
    expect(decide(reject, given(proposed, turnedDown))).toEqual(nothing);
    expect(decide(propose, given(proposed, turnedDown))).toEqual(accepted({ ...proposed, proposal: 2 }));
  });

  test('is neither over, nor before the period begins, nor the present one', () => {
    const late = { now: '2028-01-01T00:00:00.000Z' };
    expect(decide({ ...propose, periodEnd: '2026-11-23' }, given())).toEqual(
      refused('EndIsPast', { periodEnd: '2026-11-23', today: '2026-11-24' }),
    );
    expect(decide({ ...propose, periodEnd: '2025-12-31' }, given())).toMatchObject(refused('PeriodIsReversed'));
    expect(decide({ ...propose, periodEnd: '2026-12-31' }, given())).toEqual(refused('EndStands', { periodEnd: '2026-12-31' }));
    expect(decide({ ...confirm, ...late }, given(proposed))).toMatchObject(refused('EndIsPast', { today: '2028-01-01' }));
  });

  test('is not earlier than it was while anything is held of the budget', () => {
    const earlier = { ...propose, periodEnd: '2026-11-30' };
    const claimed = refused('EnvelopeIsClaimed', { periodEnd: '2026-11-30', before: '2026-12-31' });
    expect(decide(earlier, given())).toMatchObject({ ok: true });
    expect(decide(earlier, given(held('off_a', 'fnd_a')))).toEqual(claimed);
    // What is claimed before it is confirmed counts as well.
    const asked: Event = { ...proposed, periodEnd: '2026-11-30' };
    expect(decide(confirm, given(asked, held('off_a', 'fnd_a')))).toEqual(claimed);
    const openEnded = [opened(''), held('off_a', 'fnd_a')].reduce(evolve, initial as State);
    expect(decide(propose, openEnded)).toEqual(refused('EnvelopeIsClaimed', { periodEnd: '2027-06-30', before: '' }));
  });

  test('is notified to those whose offers hold something of the budget', () => {
    const released: Event = { type: 'OfferReleased', offer: 'off_b', amount: usd(40n), because: 'declined' };
    const state = given(held('off_a', 'fnd_a'), held('off_b', 'fnd_b'), released, proposed);
    expect(decide(confirm, state)).toEqual(accepted({ ...moved, fundings: ['fnd_a'] }));
    const reserve: Command = {
      type: 'ReserveForOffer',
      offer: 'off_a',
      sponsor: 'spo_a',
      amount: usd(40n),
      funding: 'fnd_a',
      by: workflow,
    };
    expect(decide(reserve, given())).toEqual(accepted(held('off_a', 'fnd_a')));
  });

  test('is decided once', () => {
    expect(() => given(turnedDown)).toThrow('met proposal 1, which was never made');
    expect(() => given(proposed, moved, turnedDown)).toThrow('met proposal 1, which was moved');
  });
});
