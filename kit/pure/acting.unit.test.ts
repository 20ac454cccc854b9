import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { actingBy, type DelegationList, decideAs, ownRoles, personsOf } from './acting.ts';
import { accept, alreadyApplied, type Decision, refuse } from './decision.ts';

const TODAY = '2026-11-26';
const actor = (person: string, ...roles: readonly Role[]): Actor => ({ person, organisation: 'secretariat', roles });
const one = {
  number: 1,
  status: 'confirmed',
  role: 'finance.checker',
  givenBy: 'gil',
  takenBy: 'tia',
  firstDay: TODAY,
  lastDay: TODAY,
  confirmedBy: 'con',
};
const list = (...delegations: DelegationList['delegations']): DelegationList => ({ id: 'dlg_a', delegations });
const held = { delegation: 'dlg_a/1', role: 'finance.checker', for: 'gil' };

describe('a role that is held for another', () => {
  test('is there from the first day to the last, once it is confirmed and until it is ended', () => {
    const acting = { given: [held], joined: ['gil'] };
    expect(actingBy(actor('tia'), list(one), TODAY)).toEqual({ ...actor('tia', 'finance.checker'), acting });
    for (const today of ['2026-11-25', '2026-11-27']) expect(actingBy(actor('tia'), list(one), today).roles).toEqual([]);
    for (const other of [{ status: 'ended' }, { status: 'proposed', confirmedBy: '' }])
      expect(actingBy(actor('tia'), list({ ...one, ...other }), TODAY).roles).toEqual([]);
    expect(actingBy(actor('ted'), list(one), TODAY)).toEqual(actor('ted'));
  });

  test('does not exist for a person who has another duty, or has the role anyway', () => {
    for (const role of ['finance.maker', 'secretariat.officer', 'secretariat.verifier', 'auditor'] as const)
      expect(actingBy(actor('tia', role), list(one), TODAY).roles).toEqual([role]);
    expect(actingBy(actor('tia', 'finance.checker'), list(one), TODAY).acting?.given).toEqual([]);
    const both = actingBy(actor('tia', 'secretariat.approver'), list(one), TODAY);
    expect([both.roles, ownRoles(both)]).toEqual([['secretariat.approver', 'finance.checker'], ['secretariat.approver']]);
  });

  test('joins giver and taker for good, and nobody else', () => {
    const joined = (person: string, at: DelegationList) => actingBy(actor(person), at, '2027-01-01').acting?.joined;
    for (const at of [list(one), list({ ...one, status: 'ended' })])
      expect([joined('gil', at), joined('tia', at), joined('con', at)]).toEqual([['tia'], ['gil'], undefined]);
    expect(joined('gil', list({ ...one, status: 'ended', confirmedBy: '' }))).toBeUndefined();
  });
});

describe('two deputies of one giver', () => {
  const yesterday = { ...one, number: 1, status: 'ended', takenBy: 'yan', firstDay: '2026-11-24', lastDay: '2026-11-25' };
  const [tomorrow, theirs] = [
    { ...one, number: 3, takenBy: 'zoe', firstDay: '2026-11-27', lastDay: '2026-11-27' },
    { ...one, number: 4, givenBy: 'ada', takenBy: 'gil', status: 'ended' },
  ];
  const all = list(yesterday, { ...one, number: 2 }, tomorrow, theirs);
  const joined = (person: string, today = TODAY) => actingBy(actor(person), all, today).acting?.joined;

  test('are one person for each of them who holds the role, with all others of the giver, and with those for whom the giver has acted', () => {
    expect(joined('tia')).toEqual(['gil', 'yan', 'zoe', 'ada']);
    expect(joined('zoe', '2026-11-27')).toEqual(['gil', 'yan', 'tia', 'ada']);
  });

  test('are joined with the giver alone where the role is held no more', () => {
    expect([joined('yan'), joined('zoe')]).toEqual([['gil'], ['gil']]);
  });

  test('never give two approvals of one thing in the place of the giver', () => {
    const tia = actingBy(actor('tia'), all, TODAY);
    const decision = decideAs(tia, approve('mia', ['yan'])).decision;
    expect(decision).toEqual(refuse({ type: 'JoinedPersonHasActed', person: 'yan' }));
    expect(decideAs(tia, approve('mia', ['con'])).decision).toEqual(accept('tia'));
  });
});

type Refusal = { type: string; person?: string };
/** Approves what others than these have prepared, twice by different persons. */
const approve =
  (prepared: string, approved: readonly string[]) =>
  (by: Actor): Decision<string, Refusal> => {
    const refusal = notAllowed(by, ['finance.checker']);
    if (refusal) return refuse(refusal);
    if (by.person === prepared) return refuse({ type: 'PersonHasAnotherDuty', person: by.person });
    return approved.includes(by.person) ? alreadyApplied : accept(by.person);
  };

describe('what is decided in the place of another', () => {
  const tia = actingBy(actor('tia', 'secretariat.approver'), list(one), TODAY);
  const gil = actingBy(actor('gil', 'finance.checker'), list(one), TODAY);

  test('names the person who acts, and the delegation by which it does', () => {
    expect(decideAs(tia, approve('mia', []))).toMatchObject({
      as: { actor: { person: 'tia', for: 'gil' }, given: held },
      decision: accept('tia'),
    });
    expect(decideAs(gil, approve('mia', []))).toMatchObject({ as: { actor: { person: 'gil' } }, decision: accept('gil') });
    expect(decideAs(gil, approve('mia', [])).as.given).toBeUndefined();
  });

  test('is nothing that giver or taker have prepared, whichever of them decides', () => {
    for (const by of [tia, gil])
      for (const prepared of ['tia', 'gil'])
        expect(decideAs(by, approve(prepared, [])).decision).toEqual(refuse({ type: 'PersonHasAnotherDuty', person: prepared }));
  });

  test('is never decided by both, and a repeat changes nothing', () => {
    expect(decideAs(gil, approve('mia', ['tia'])).decision).toEqual(refuse({ type: 'JoinedPersonHasActed', person: 'tia' }));
    expect(decideAs(tia, approve('mia', ['gil'])).decision).toEqual(refuse({ type: 'JoinedPersonHasActed', person: 'gil' }));
    expect(decideAs(tia, approve('mia', ['tia'])).decision).toEqual(alreadyApplied);
  });

  test('takes the role: an own one is used first, and without any the refusal is the own', () => {
    const other = (by: Actor): Decision<string, Refusal> => {
      const refusal = notAllowed(by, ['secretariat.approver']);
      return refusal ? refuse(refusal) : accept(by.roles.join());
    };
    expect(decideAs(tia, other)).toMatchObject({ decision: accept('secretariat.approver') });
    expect(decideAs(gil, other).decision).toMatchObject({ rejection: { type: 'RoleIsMissing' } });
  });

  test('comes to the same in both names, whoever it names: one decision is not enough for who was enough alone before', () => {
    const alone =
      (before: string) =>
      (by: Actor): Decision<{ done: string; by: string; sum: bigint }, Refusal> =>
        accept({ done: before === by.person ? 'once' : 'all', by: by.person, sum: 1n });
    for (const [by, other] of [
      [tia, 'gil'],
      [gil, 'tia'],
    ] as const) {
      expect(decideAs(by, alone(other)).decision).toEqual(refuse({ type: 'JoinedPersonHasActed', person: other }));
      expect(decideAs(by, alone('mia')).decision).toEqual(accept({ done: 'all', by: by.person, sum: 1n }));
    }
  });

  test('is decided with everybody who counts as one in view, from whichever of them', () => {
    const decided = (by: Actor): Decision<string, Refusal> => accept(personsOf(by).toSorted().join(' '));
    for (const by of [tia, gil]) expect(decideAs(by, decided).decision).toEqual(accept('gil tia'));
  });
});
