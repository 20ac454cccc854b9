import { formerNames } from '@junkan/kit/pure/proposals.ts';
import type { Actor, Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { changesFor } from './readers.ts';
import { type Command, decide, type Event, evolve, initial, type State } from './sponsor.ts';

const now = '2026-11-24T12:00:00.000Z';
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });
const officer = actor('mika', 'secretariat', 'secretariat.officer');
const approver = actor('aki', 'secretariat', 'secretariat.approver');
const both = actor('mika', 'secretariat', 'secretariat.officer', 'secretariat.approver');
const own = actor('olu', 'spo_a', 'sponsor.officer');
const stranger = actor('eve', 'spo_b', 'sponsor.officer');

const registered: Event = { type: 'SponsorRegistered', name: 'Gren Fund', kind: 'fund', by: 'mika' };
const propose = {
  type: 'ProposeSponsorChange',
  sponsor: 'spo_a',
  name: 'Green Fund',
  note: 'txt_typo',
  now,
  by: officer,
} satisfies Command;
const confirm = { type: 'ConfirmSponsorChange', sponsor: 'spo_a', proposal: 1, now, by: approver } satisfies Command;
const reject = { type: 'RefuseSponsorChange', sponsor: 'spo_a', proposal: 1, note: 'txt_why', now, by: approver } satisfies Command;
const names = { proposal: 1, before: 'Gren Fund', name: 'Green Fund', at: now } as const;
const proposed: Event = { type: 'SponsorChangeProposed', ...names, note: 'txt_typo', by: 'mika' };
const changed: Event = { type: 'SponsorChanged', ...names, by: 'aki' };
const turnedDown: Event = { type: 'SponsorChangeRefused', proposal: 1, note: 'txt_why', at: now, by: 'aki' };

const given = (...events: readonly Event[]): State => [registered, ...events].reduce(evolve, initial);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = accepted();

describe('the name of a sponsor', () => {
  test('is proposed by an officer of the secretariat, with a reason, and stays until then', () => {
    expect(decide(propose, given())).toEqual(accepted(proposed));
    expect(given(proposed)).toMatchObject({ name: 'Gren Fund' });
    expect(decide({ ...propose, by: own }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...propose, by: approver }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide(propose, initial)).toEqual(refused('SponsorIsUnknown', { sponsor: 'spo_a' }));
    expect(decide({ ...propose, note: '' }, given())).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...propose, name: ' ' }, given())).toEqual(refused('NameIsMissing'));
    expect(decide({ ...propose, name: 'Gren Fund' }, given())).toEqual(refused('DetailsStand', { name: 'Gren Fund' }));
  });

  test('is proposed once at a time; the same again by the same person changes nothing', () => {
    expect(decide(propose, given(proposed))).toEqual(nothing);
    expect(decide({ ...propose, name: 'Blue Fund' }, given(proposed))).toEqual(refused('ChangeIsPending', { proposal: 1 }));
    expect(decide({ ...propose, by: { ...officer, person: 'noa' } }, given(proposed))).toEqual(refused('ChangeIsPending', { proposal: 1 }));
    expect(decide(propose, given(proposed, changed))).toEqual(nothing);
    expect(decide({ ...propose, name: 'Blue Fund' }, given(proposed, changed))).toMatchObject({ ok: true, events: [{ proposal: 2 }] });
  });

  test('is changed once another person confirms it', () => {
    expect(decide({ ...confirm, by: both }, given(proposed))).toEqual(refused('PreparedByTheSamePerson', { person: 'mika' }));
    expect(decide({ ...confirm, by: { ...officer, person: 'noa' } }, given(proposed))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...confirm, proposal: 2 }, given(proposed))).toEqual(refused('ChangeIsUnknown', { proposal: 2 }));
    expect(decide(confirm, given(proposed))).toEqual(accepted(changed));
    expect(given(proposed, changed)).toMatchObject({ name: 'Green Fund', kind: 'fund', changes: [{ status: 'made', decidedBy: 'aki' }] });
    expect(decide(confirm, given(proposed, changed))).toEqual(nothing);
    expect(decide(reject, given(proposed, changed))).toEqual(refused('ChangeInStatus', { proposal: 1, status: 'made' }));
  });

  test('stays where the proposal is refused, or taken back, with a reason', () => {
    expect(decide({ ...reject, note: '' }, given(proposed))).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...reject, by: both }, given(proposed))).toMatchObject({ ok: true });
    expect(decide(reject, given(proposed))).toEqual(accepted(turnedDown));
    expect(given(proposed, turnedDown)).toMatchObject({ name: 'Gren Fund', changes: [{ status: 'refused', endNote: 'txt_why' }] });
    expect(decide(reject, given(proposed, turnedDown))).toEqual(nothing);
    expect(decide(propose, given(proposed, turnedDown))).toMatchObject({ ok: true, events: [{ proposal: 2 }] });
  });

  test('is what its registration said where that is repeated', () => {
    const register: Command = { type: 'RegisterSponsor', name: 'Gren Fund', kind: 'fund', by: officer };
    expect(decide(register, given(proposed, changed))).toEqual(nothing);
    expect(decide({ ...register, name: 'Green Fund' }, given(proposed, changed))).toEqual(
      refused('SponsorIsRegistered', { name: 'Green Fund' }),
    );
  });

  test('is decided once', () => {
    expect(() => given(changed)).toThrow('met change 1, which was never proposed');
    expect(() => given(proposed, changed, turnedDown)).toThrow('met change 1, which was made');
    expect(() => [proposed].reduce(evolve, initial as State)).toThrow('never registered');
  });
});

test('proposals, reasons and persons are for the sponsor itself and for overseers; its former names are for everybody', () => {
  const state = given(
    proposed,
    changed,
    { ...proposed, proposal: 2, before: 'Green Fund', name: 'Blue Fund' },
    { ...turnedDown, proposal: 2 },
  );
  if (state.status === 'absent') throw new Error('it is registered');
  expect(formerNames(state)).toEqual(['Gren Fund']);
  expect(changesFor(stranger, 'spo_a', state.changes)).toEqual([]);
  for (const reader of [own, officer]) expect(changesFor(reader, 'spo_a', state.changes)).toEqual(state.changes);
});
