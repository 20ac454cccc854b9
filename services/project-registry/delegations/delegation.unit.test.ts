import { actingBy, decideAs } from '@junkan/kit/pure/acting.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { type Command, type Event, evolve, initial, type State } from './delegation.ts';
import { decide } from './delegation-decide.ts';

const now = '2026-11-26T12:00:00.000Z';
const actor = (person: string, ...roles: readonly Role[]): Actor => ({ person, organisation: 'spo_a', roles });
const [ann, ben, dee] = [actor('ann', 'sponsor.approver'), actor('ben', 'sponsor.approver'), actor('dee', 'sponsor.approver')];

const terms = { role: 'sponsor.approver', takenBy: 'dee', firstDay: '2026-11-26', lastDay: '2026-12-10' } as const;
const unseen = { organisation: '', roles: [] };
const delegate = { type: 'DelegateRole', ...terms, note: 'txt_why', taker: unseen, maximumDays: 60, now, by: ann } satisfies Command;
const confirm = { type: 'ConfirmDelegation', delegation: 1, taker: unseen, now, by: ben } satisfies Command;
const end = { type: 'EndDelegation', delegation: 1, note: 'txt_back', now, by: ann } satisfies Command;

const delegated = {
  type: 'RoleDelegated',
  organisation: 'spo_a',
  delegation: 1,
  ...terms,
  note: 'txt_why',
  at: now,
  by: 'ann',
} satisfies Event;
const confirmed = { type: 'DelegationConfirmed', delegation: 1, at: now, by: 'ben' } satisfies Event;
const ended = { type: 'DelegationEnded', delegation: 1, note: 'txt_back', at: now, by: 'ann' } satisfies Event;
const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = { ok: true, events: [] };
const refused = (type: string, facts: object = {}) => ({ ok: false, rejection: { type, ...facts } });

describe('a role', () => {
  test('is given by a holder of the role, for days that are named, with a reason', () => {
    expect(decide(delegate, given())).toEqual(accepted(delegated));
    expect(decide({ ...delegate, by: actor('olu', 'sponsor.officer') }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...delegate, note: '' }, given())).toEqual(refused('NoteIsMissing'));
    // Also in another spelling, by which one person would be two.
    for (const takenBy of ['ann', 'Ann', ' ANN', '\uff41nn'])
      expect(decide({ ...delegate, takenBy }, given())).toEqual(refused('DelegateIsTheGiver', { person: takenBy }));
    expect(decide({ ...confirm, by: { ...ben, person: 'Ann' } }, given(delegated))).toEqual(
      refused('PreparedByTheSamePerson', { person: 'Ann' }),
    );
  });

  test('is given from today or later, for so many days at most', () => {
    const past = { ...delegate, firstDay: '2026-11-25' };
    expect(decide(past, given())).toEqual(refused('DelegationBeginsInThePast', { today: '2026-11-26' }));
    expect(decide({ ...delegate, lastDay: '2026-11-25' }, given())).toEqual(refused('DelegationEndsBeforeItBegins'));
    expect(decide({ ...delegate, lastDay: '2027-01-25' }, given())).toEqual(refused('DelegationIsTooLong', { maximumDays: 60 }));
    expect(decide({ ...delegate, lastDay: '2027-01-24' }, given())).toMatchObject({ ok: true });
  });

  test('is not given to who holds another duty, or acts for another organisation', () => {
    const officer = { organisation: 'spo_a', roles: ['sponsor.officer'] as const };
    const another = refused('DelegateHasAnotherDuty', { person: 'dee', role: 'sponsor.officer' });
    expect(decide({ ...delegate, taker: officer }, given())).toEqual(another);
    expect(decide({ ...confirm, taker: officer }, given(delegated))).toEqual(another);
    const elsewhere = { organisation: 'spo_b', roles: ['sponsor.approver'] as const };
    expect(decide({ ...delegate, taker: elsewhere }, given())).toEqual(refused('DelegateActsForAnother', { person: 'dee' }));
  });

  test('is given by one person to one other for a day', () => {
    expect(decide(delegate, given(delegated))).toEqual(nothing);
    expect(decide({ ...delegate, takenBy: 'eve' }, given(delegated))).toEqual(refused('RoleIsDelegatedAlready', { delegation: 1 }));
    const later = { ...delegate, takenBy: 'eve', firstDay: '2026-12-11', lastDay: '2026-12-12' };
    expect(decide(later, given(delegated))).toMatchObject({ ok: true, events: [{ delegation: 2 }] });
    expect(decide(delegate, given(delegated, ended))).toMatchObject({ ok: true, events: [{ delegation: 2 }] });
  });

  test('is given again to whom it was given before, with whom the giver counts as one person', () => {
    const delegations = [{ number: 1, ...terms, status: 'ended', givenBy: 'ann', confirmedBy: 'ben' }];
    const by = actingBy(ann, { id: 'dlg_a', delegations }, '2026-11-26');
    const { decision } = decideAs(by, (as) => decide({ ...delegate, by: as }, given(delegated, confirmed, ended)));
    expect(decision).toMatchObject({ ok: true, events: [{ delegation: 2, takenBy: 'dee', by: 'ann' }] });
  });

  test('that is held for another is not given on, and confirms nothing', () => {
    const held = { ...ben, for: 'ann' };
    expect(decide({ ...delegate, by: held }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...confirm, by: held }, given(delegated))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...end, by: held }, given(delegated))).toMatchObject({ ok: true });
  });
});

describe('a delegation', () => {
  test('is confirmed by a third person of the organisation, who approves there too', () => {
    expect(decide(confirm, given(delegated))).toEqual(accepted(confirmed));
    expect(decide(confirm, given(delegated, confirmed))).toEqual(nothing);
    for (const by of [ann, dee]) {
      const same = refused('PreparedByTheSamePerson', { person: by.person });
      expect(decide({ ...confirm, by }, given(delegated))).toEqual(same);
    }
    const stranger = { ...ben, organisation: 'spo_b' };
    expect(decide({ ...confirm, by: stranger }, given(delegated))).toEqual(refused('DelegationsAreUnknown'));
    expect(decide({ ...confirm, delegation: 2 }, given(delegated))).toEqual(refused('DelegationIsUnknown', { delegation: 2 }));
  });

  test('is not confirmed after its last day, or once it has ended', () => {
    const late = { ...confirm, now: '2026-12-11T00:00:00.000Z' };
    expect(decide(late, given(delegated))).toEqual(refused('DelegationIsOver', { lastDay: '2026-12-10' }));
    expect(decide(confirm, given(delegated, ended))).toEqual(refused('DelegationInStatus', { delegation: 1, status: 'ended' }));
  });

  test('is ended at once by its giver, its taker or another approver, confirmed or not', () => {
    for (const before of [given(delegated), given(delegated, confirmed)])
      for (const by of [ann, ben, dee]) expect(decide({ ...end, by }, before)).toEqual(accepted({ ...ended, by: by.person }));
    expect(decide(end, given(delegated, ended))).toEqual(nothing);
    expect(decide({ ...end, note: '' }, given(delegated))).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...end, by: ben }, given(delegated, ended))).toMatchObject(refused('DelegationInStatus'));
  });
});
