import { formerNames } from '@junkan/kit/pure/proposals.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { officer, screener } from '../projects/actors.fixture.ts';
import { type Command, decide, type Event, evolve, initial, renamedTo, type State } from './proposer.ts';
import { changesFor } from './readers.ts';

const now = '2026-11-24T12:00:00.000Z';
const approver: Actor = { person: 'aki', organisation: 'secretariat', roles: ['secretariat.approver'] };
const both: Actor = { ...screener, roles: ['secretariat.officer', 'secretariat.approver'] };

const registered: Event = { type: 'ProposerRegistered', name: 'Yokohma', kind: 'city', countries: ['JP'], by: screener.person };
const asked = { name: 'Yokohama', countries: ['ID', 'JP'] } as const;
const of = { proposer: 'org_a', now } as const;
const propose = { type: 'ProposeProposerChange', ...of, ...asked, note: 'txt_typo', by: screener } satisfies Command;
const confirm = { type: 'ConfirmProposerChange', ...of, proposal: 1, by: approver } satisfies Command;
const reject = { type: 'RefuseProposerChange', ...of, proposal: 1, note: 'txt_why', by: approver } satisfies Command;
const details = { proposal: 1, before: 'Yokohma', countriesBefore: ['JP'], ...asked, at: now } as const;
const proposed: Event = { type: 'ProposerChangeProposed', ...details, note: 'txt_typo', by: screener.person };
const changed: Event = { type: 'ProposerChanged', ...details, by: 'aki' };
const turnedDown: Event = { type: 'ProposerChangeRefused', proposal: 1, note: 'txt_why', at: now, by: 'aki' };

const given = (...events: readonly Event[]): State => [registered, ...events].reduce(evolve, initial);
const refused = (type: string, data: object = {}) => ({ ok: false, rejection: { type, ...data } });
const accepted = (...events: readonly Event[]) => ({ ok: true, events });
const nothing = accepted();

describe('the name and the countries of a city or agency', () => {
  test('are proposed by an officer of the secretariat, with a reason, and stay until then', () => {
    expect(decide(propose, given())).toEqual(accepted(proposed));
    expect(given(proposed)).toMatchObject({ name: 'Yokohma', countries: ['JP'] });
    expect(decide({ ...propose, by: officer }, given())).toMatchObject(refused('RoleIsMissing'));
    expect(decide(propose, initial)).toEqual(refused('ProposerIsUnknown', { proposer: 'org_a' }));
    expect(decide({ ...propose, note: '' }, given())).toEqual(refused('NoteIsMissing'));
    expect(decide({ ...propose, name: ' ' }, given())).toEqual(refused('NameIsMissing'));
    expect(decide({ ...propose, countries: ['Japan'] }, given())).toEqual(refused('CountryIsMalformed', { country: 'Japan' }));
    expect(decide({ ...propose, name: 'Yokohma', countries: ['JP'] }, given())).toEqual(refused('DetailsStand', { name: 'Yokohma' }));
    expect(decide({ ...propose, name: 'Yokohma' }, given())).toMatchObject({ ok: true });
  });

  test('are proposed once at a time; the same again by the same person changes nothing', () => {
    expect(decide(propose, given(proposed))).toEqual(nothing);
    expect(decide({ ...propose, countries: ['JP'] }, given(proposed))).toEqual(refused('ChangeIsPending', { proposal: 1 }));
    expect(decide(propose, given(proposed, changed))).toEqual(nothing);
  });

  test('are changed once another person confirms them, both together', () => {
    expect(decide({ ...confirm, by: both }, given(proposed))).toEqual(refused('PreparedByTheSamePerson', { person: screener.person }));
    expect(decide({ ...confirm, by: screener }, given(proposed))).toMatchObject(refused('RoleIsMissing'));
    expect(decide({ ...confirm, proposal: 2 }, given(proposed))).toEqual(refused('ChangeIsUnknown', { proposal: 2 }));
    expect(decide(confirm, given(proposed))).toEqual(accepted(changed));
    expect(given(proposed, changed)).toMatchObject({ ...asked, kind: 'city', changes: [{ status: 'made', decidedBy: 'aki' }] });
    expect(decide(confirm, given(proposed, changed))).toEqual(nothing);
    expect(decide(reject, given(proposed, changed))).toEqual(refused('ChangeInStatus', { proposal: 1, status: 'made' }));
  });

  test('stay where the proposal is refused, with a reason', () => {
    expect(decide({ ...reject, note: '' }, given(proposed))).toEqual(refused('NoteIsMissing'));
    expect(decide(reject, given(proposed))).toEqual(accepted(turnedDown));
    expect(given(proposed, turnedDown)).toMatchObject({ name: 'Yokohma', countries: ['JP'], changes: [{ status: 'refused' }] });
    expect(decide(reject, given(proposed, turnedDown))).toEqual(nothing);
    expect(decide(propose, given(proposed, turnedDown))).toMatchObject({ ok: true, events: [{ proposal: 2 }] });
  });

  test('are what the registration said where that is repeated', () => {
    const register: Command = { type: 'RegisterProposer', name: 'Yokohma', kind: 'city', countries: ['JP'], by: screener };
    expect(decide(register, given(proposed, changed))).toEqual(nothing);
    expect(decide({ ...register, ...asked }, given(proposed, changed))).toEqual(refused('ProposerIsRegistered', { name: 'Yokohama' }));
  });

  test('are decided once', () => {
    expect(() => given(changed)).toThrow('met change 1, which was never proposed');
    expect(() => given(proposed, changed, turnedDown)).toThrow('met change 1, which was made');
    expect(() => [proposed].reduce(evolve, initial as State)).toThrow('never registered');
  });
});

test('proposals, reasons and persons are for itself and for overseers; its former names are for everybody', () => {
  const back = { ...changed, proposal: 2, before: 'Yokohama', name: 'Yokohma' };
  const state = given(proposed, changed);
  if (state.status === 'absent') throw new Error('it is registered');
  expect(formerNames(state)).toEqual(['Yokohma']);
  expect([renamedTo(given()), renamedTo(state)]).toEqual(['', 'Yokohama']);
  // Of a name that it has again, no clearance under the other is left either.
  expect(renamedTo(given(proposed, changed, { ...proposed, ...back, type: 'ProposerChangeProposed', note: 'txt_a' }, back))).toBe(
    'Yokohma',
  );
  expect(changesFor({ ...officer, organisation: 'org_b' }, 'org_a', state.changes)).toEqual([]);
  expect(changesFor({ ...officer, organisation: 'org_a' }, 'org_a', state.changes)).toEqual(state.changes);
});
