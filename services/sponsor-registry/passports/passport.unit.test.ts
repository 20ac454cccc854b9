import { describe, expect, test } from 'vitest';
import {
  approver,
  cleared,
  everyRole,
  expired,
  given,
  last,
  now,
  officer,
  over,
  red,
  reliedOn,
  requested,
  requestedAgain,
  revoked,
  subject,
  validUntil,
  verifier,
  workflow,
  yellow,
} from './passport.fixture.ts';
import { type Command, type CommandOf, clearanceOf, type Event } from './passport.ts';
import { decide } from './passport-decide.ts';

const ask: Command = { type: 'RequestDueDiligence', subject, sponsorIsRegistered: true, by: officer };
const clear: CommandOf<'ClearSubject'> = {
  type: 'ClearSubject',
  validUntil,
  note: 'txt_sound',
  clearedAs: '',
  longestMonths: 36,
  now,
  by: verifier,
};
const flag: CommandOf<'FlagSubject'> = { type: 'FlagSubject', level: 'red', note: 'txt_audit', by: verifier };
const revoke: CommandOf<'RevokeClearance'> = { type: 'RevokeClearance', note: 'txt_changed', by: verifier };
const expire: CommandOf<'ExpireClearance'> = { type: 'ExpireClearance', clearance: 1, now: over, by: workflow };
const rely: CommandOf<'RelyOnClearance'> = {
  type: 'RelyOnClearance',
  project: 'prj_a',
  proposer: subject,
  renamedTo: '',
  now,
  by: approver,
};
const events = (...all: readonly Event[]) => ({ ok: true, events: all });
const refused = (rejection: object) => ({ ok: false, rejection });

describe('a review', () => {
  test('is asked for once at a time, and again when its verdict has fallen', () => {
    expect(decide(ask, given())).toEqual(events(requested));
    expect(decide(ask, given(requested))).toEqual(events());
    for (const end of [[cleared], [cleared, expired], [cleared, revoked], [red]])
      expect(decide(ask, given(requested, ...end))).toEqual(events(requestedAgain));
  });

  test('is asked for by the secretariat, and by sponsors that are registered', () => {
    const refusal = refused({ type: 'SponsorIsUnknown', sponsor: officer.organisation });
    for (const state of [given(), given(requested)]) expect(decide({ ...ask, sponsorIsRegistered: false }, state)).toEqual(refusal);
    const secretary = { ...everyRole('sela'), roles: ['secretariat.officer'] as const };
    expect(decide({ ...ask, sponsorIsRegistered: undefined, by: secretary }, given())).toMatchObject({ ok: true });
  });

  test('takes nothing from a valid clearance, and is what is left when that ends', () => {
    const renewing = given(requested, cleared, requestedAgain);
    expect(renewing).toMatchObject({ status: 'cleared', underReview: true, validUntil });
    expect(decide(rely, renewing)).toEqual(events(reliedOn));
    expect(given(requested, cleared, requestedAgain, expired)).toMatchObject({ status: 'requested' });
    expect(given(requested, cleared, requestedAgain, { ...cleared, clearance: 2 })).toMatchObject({ status: 'cleared', clearance: 2 });
  });

  test('is ended by a grave flag and by a revocation, so that both must be followed by another', () => {
    for (const end of [red, revoked]) {
      const state = given(requested, cleared, requestedAgain, end);
      expect(state).toMatchObject({ underReview: false });
      expect(decide(clear, state)).toMatchObject(refused({ type: 'NoReviewIsAskedFor' }));
      expect(decide(ask, state)).toMatchObject({ ok: true });
    }
  });

  test('is not asked for by the city itself, nor by who verifies', () => {
    for (const by of [verifier, workflow, { ...officer, roles: ['proposer.officer'] as const }])
      expect(decide({ ...ask, by }, given())).toMatchObject(refused({ type: 'RoleIsMissing' }));
  });
});

describe('a subject is cleared', () => {
  test('until a day that is not over, by another than who asked; the same again changes nothing', () => {
    expect(decide(clear, given(requested))).toEqual(events(cleared));
    expect(decide(clear, given(requested, cleared))).toEqual(events());
    expect(decide({ ...clear, now: over }, given(requested))).toEqual(refused({ type: 'ValidUntilIsPast', validUntil }));
    expect(decide({ ...clear, now: last }, given(requested))).toEqual(events(cleared));
    expect(decide({ ...clear, by: everyRole(officer.person) }, given(requested))).toEqual(
      refused({ type: 'PreparedByTheSamePerson', person: officer.person }),
    );
    expect(decide({ ...clear, by: officer }, given(requested))).toMatchObject(refused({ type: 'RoleIsMissing' }));
    expect(decide({ ...clear, longestMonths: 12 }, given(requested))).toEqual(
      refused({ type: 'ClearanceIsTooLong', validUntil, latest: '2027-11-24' }),
    );
  });

  test('only where a review waits for its verdict', () => {
    expect(decide(clear, given())).toEqual(refused({ type: 'PassportIsUnknown' }));
    expect(decide({ ...clear, validUntil: '2030-01-01' }, given(requested, cleared))).toEqual(
      refused({ type: 'NoReviewIsAskedFor', status: 'cleared' }),
    );
    expect(decide(clear, given(requested, cleared, expired))).toEqual(refused({ type: 'NoReviewIsAskedFor', status: 'expired' }));
  });

  test('and with it every flag is lifted', () => {
    expect(given(requested, red, requestedAgain, cleared)).toMatchObject({ status: 'cleared', level: '' });
  });
});

describe('a flag', () => {
  test('that is grave ends a clearance, a mild one leaves it', () => {
    expect(decide(flag, given(requested, cleared))).toEqual(events(red));
    expect(decide(flag, given(requested, cleared, red))).toEqual(events());
    expect(given(requested, cleared, red)).toMatchObject({ status: 'flagged', level: 'red' });
    expect(given(requested, cleared, yellow)).toMatchObject({ status: 'cleared', level: 'yellow', note: 'txt_late' });
    expect(decide(rely, given(requested, cleared, yellow))).toEqual(events(reliedOn));
    expect(given(requested, yellow)).toMatchObject({ status: 'requested', level: 'yellow', underReview: true });
  });

  test('is followed by a graver one, never by a milder', () => {
    const graver = { ...flag, level: 'escalated', note: 'txt_fraud' } as const;
    expect(decide(graver, given(requested, red))).toEqual(events({ ...red, level: 'escalated', note: 'txt_fraud' }));
    expect(decide({ ...flag, level: 'yellow' }, given(requested, red))).toEqual(refused({ type: 'FlagIsGraver', level: 'red' }));
    expect(decide({ ...flag, level: 'observation' }, given(requested, cleared, yellow))).toEqual(
      refused({ type: 'FlagIsGraver', level: 'yellow' }),
    );
    expect(decide({ ...flag, note: 'txt_more' }, given(requested, red))).toEqual(events({ ...red, note: 'txt_more' }));
  });

  test('needs its words, and another person than who asked', () => {
    expect(decide({ ...flag, note: '' }, given(requested))).toEqual(refused({ type: 'NoteIsMissing' }));
    expect(decide({ ...flag, by: everyRole(officer.person) }, given(requested))).toMatchObject(
      refused({ type: 'PreparedByTheSamePerson' }),
    );
  });
});

describe('a clearance ends', () => {
  test('by its revocation, with the reason, once', () => {
    expect(decide(revoke, given(requested, cleared))).toEqual(events(revoked));
    expect(decide(revoke, given(requested, cleared, revoked))).toEqual(events());
    expect(decide(revoke, given(requested))).toEqual(refused({ type: 'NothingIsCleared', status: 'requested' }));
    expect(decide({ ...revoke, note: '' }, given(requested, cleared))).toEqual(refused({ type: 'NoteIsMissing' }));
    expect(decide({ ...revoke, by: everyRole(officer.person) }, given(requested, cleared))).toMatchObject(
      refused({ type: 'PreparedByTheSamePerson' }),
    );
  });

  test('when its last day is over, not a moment before, and by the workflow alone', () => {
    expect(decide({ ...expire, now: last }, given(requested, cleared))).toEqual(refused({ type: 'ClearanceHasNotExpired', validUntil }));
    expect(decide(expire, given(requested, cleared))).toEqual(events(expired));
    expect(decide(expire, given(requested, cleared, expired))).toEqual(events());
    expect(decide(expire, given(requested, cleared, requestedAgain, expired))).toEqual(events());
    expect(decide({ ...expire, by: everyRole('mika') }, given(requested, cleared))).toMatchObject(refused({ type: 'RoleIsMissing' }));
  });

  test('and its expiry touches no other clearance, nor one that ended otherwise', () => {
    const renewed = given(requested, cleared, requestedAgain, { ...cleared, clearance: 2 });
    expect(decide(expire, renewed)).toEqual(refused({ type: 'ClearanceIsAnother', asked: 1, actual: 2 }));
    expect(decide(expire, given(requested, cleared, red))).toEqual(refused({ type: 'NothingIsCleared', status: 'flagged' }));
  });
});

describe('a clearance is relied on', () => {
  test('by an approver, once for a project and an organisation', () => {
    expect(decide(rely, given(requested, cleared))).toEqual(events(reliedOn));
    expect(decide(rely, given(requested, cleared, reliedOn))).toEqual(events());
    const other = { ...approver, organisation: 'spo_b', person: 'bo' };
    expect(decide({ ...rely, by: other }, given(requested, cleared, reliedOn))).toEqual(
      events({ ...reliedOn, organisation: 'spo_b', by: 'bo' }),
    );
    expect(decide({ ...rely, by: officer }, given(requested, cleared))).toMatchObject(refused({ type: 'RoleIsMissing' }));
  });

  test('only while it is valid, and only for a project of its subject', () => {
    const unclear = (passport: string, level = '', until = validUntil) =>
      refused({ type: 'SubjectIsNotClear', subject, passport, level, validUntil: until });
    expect(decide(rely, given(requested))).toEqual(unclear('requested', '', ''));
    expect(decide({ ...rely, now: over }, given(requested, cleared))).toEqual(unclear('expired'));
    expect(decide(rely, given(requested, cleared, red))).toEqual(unclear('flagged', 'red'));
    expect(decide(rely, given(requested, cleared, revoked))).toEqual(unclear('revoked'));
    expect(decide({ ...rely, proposer: 'org_other' }, given(requested, cleared))).toEqual(
      refused({ type: 'ProjectIsOfAnother', project: 'prj_a', proposer: 'org_other' }),
    );
  });

  test('again when it was cleared again', () => {
    const state = given(requested, cleared, reliedOn, requestedAgain, { ...cleared, clearance: 2 });
    expect(decide(rely, state)).toEqual(events({ ...reliedOn, clearance: 2 }));
  });
});

test('a reminder is recorded once for a party and an occurrence of its matter', () => {
  const matter = { matter: 'clearance', role: 'secretariat.officer' as const, organisation: 'secretariat', occurrence: '1/2027-11-30' };
  const sent: Event = { type: 'ReminderSent', ...matter };
  expect(decide({ type: 'RemindOf', ...matter, by: workflow }, given(requested, cleared))).toEqual(events(sent));
  expect(decide({ type: 'RemindOf', ...matter, by: workflow }, given(requested, cleared, sent))).toEqual(events());
});

describe('approvals', () => {
  const stops = (...history: readonly Event[]): boolean => clearanceOf(given(...history), now, 'when-requested', '').stops;

  test('go on with a valid clearance, also one with a mild flag, and stop without', () => {
    expect(stops(requested, cleared)).toBe(false);
    expect(stops(requested, cleared, yellow)).toBe(false);
    expect(stops(requested, yellow)).toBe(true);
    expect(stops(requested, cleared, red)).toBe(true);
    expect(stops(requested, cleared, red, requestedAgain)).toBe(true);
    expect(stops(requested, cleared, revoked)).toBe(true);
    expect(stops(requested, cleared, expired)).toBe(true);
  });

  test('are not stopped by a first request alone, from any sender, unless the policy requires a clearance', () => {
    expect(stops(requested)).toBe(false);
    expect(clearanceOf(given(requested), now, 'when-requested', '')).toMatchObject({ status: 'requested', stops: false });
    expect(clearanceOf(given(requested), now, 'required', '')).toMatchObject({ status: 'requested', stops: true });
    expect(stops(requested, cleared, expired, requestedAgain)).toBe(true);
  });

  test('stop from the moment at which the date has come, though nothing is recorded yet', () => {
    const state = given(requested, cleared);
    expect(clearanceOf(state, last, 'when-requested', '')).toEqual({ status: 'cleared', level: '', validUntil, stops: false });
    expect(clearanceOf(state, over, 'when-requested', '')).toEqual({ status: 'expired', level: '', validUntil, stops: true });
  });

  test('stop where the subject is called otherwise than when it was cleared, until it is cleared again', () => {
    const standing = (renamedTo: string, ...history: readonly Event[]) =>
      clearanceOf(given(requested, ...history), now, 'when-requested', renamedTo);
    const renamed = { status: 'renamed', level: '', validUntil, stops: true };
    expect(standing('Kochi Works', cleared)).toEqual(renamed);
    const again: Event = { ...cleared, clearance: 2, clearedAs: 'Kochi Works' };
    expect(standing('Kochi Works', cleared, requestedAgain, again)).toMatchObject({ status: 'cleared', stops: false });
    expect(standing('Kochi', cleared, requestedAgain, again)).toEqual(renamed);
    expect(decide({ ...rely, renamedTo: 'Kochi Works' }, given(requested, cleared))).toEqual(
      refused({ type: 'SubjectIsNotClear', subject, passport: 'renamed', level: '', validUntil }),
    );
    expect(decide({ ...clear, clearedAs: 'Kochi Works' }, given(requested))).toEqual(events({ ...cleared, clearedAs: 'Kochi Works' }));
    expect(decide({ ...clear, clearedAs: '' }, given(requested))).toEqual(events(cleared));
  });

  test('where nobody ever asked, go by the policy', () => {
    expect(clearanceOf(given(), now, 'when-requested', '')).toMatchObject({ status: 'absent', stops: false });
    expect(clearanceOf(given(), now, 'required', '')).toMatchObject({ status: 'absent', stops: true });
  });
});
