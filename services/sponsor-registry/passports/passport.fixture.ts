import type { Actor, Role } from '@junkan/proto/actor.ts';
import { type Event, evolve, initial, type State } from './passport.ts';

/** Who takes part in the due diligence on one city, and what happens to its passport. */
const actor = (person: string, organisation: string, ...roles: readonly Role[]): Actor => ({ person, organisation, roles });

export const officer = actor('olu', 'spo_a', 'sponsor.officer');
export const approver = actor('ana', 'spo_a', 'sponsor.approver');
export const verifier = actor('vera', 'secretariat', 'secretariat.verifier');
export const workflow = actor('system:workflows', 'junkan', 'system.workflow');
/** May do everything that a person may: only the rule that asking and judging are apart binds it. */
export const everyRole = (person: string): Actor =>
  actor(
    person,
    'secretariat',
    'sponsor.officer',
    'sponsor.approver',
    'secretariat.officer',
    'secretariat.verifier',
    'secretariat.approver',
  );

export const subject = 'org_minato';
export const now = '2026-11-24T12:00:00.000Z';
export const validUntil = '2027-11-30';
/** The last moment of a clearance, and the first after it. */
export const last = '2027-11-30T23:59:59.998Z';
export const over = '2027-11-30T23:59:59.999Z';

export const requested = { type: 'DueDiligenceRequested', subject, request: 1, by: officer.person } satisfies Event;
export const requestedAgain = { ...requested, request: 2 };
export const cleared = { type: 'SubjectCleared', clearance: 1, validUntil, note: 'txt_sound', by: verifier.person } satisfies Event;
export const red = { type: 'SubjectFlagged', level: 'red', note: 'txt_audit', by: verifier.person } satisfies Event;
export const yellow = { type: 'SubjectFlagged', level: 'yellow', note: 'txt_late', by: verifier.person } satisfies Event;
export const revoked = { type: 'ClearanceRevoked', clearance: 1, note: 'txt_changed', by: verifier.person } satisfies Event;
export const expired = { type: 'ClearanceExpired', clearance: 1 } satisfies Event;
export const reliedOn = {
  type: 'ClearanceReliedOn',
  clearance: 1,
  project: 'prj_a',
  organisation: 'spo_a',
  by: approver.person,
} satisfies Event;

export const given = (...events: readonly Event[]): State => events.reduce(evolve, initial);
