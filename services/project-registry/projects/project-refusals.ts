import { type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import type { Event, Existing, Rejection, Status } from './project.ts';

/** Why somebody who must be another than those who prepared a thing may not decide on it, or nothing. */
export function notAsAnother(by: Actor, roles: readonly Role[], prepared: readonly ReadonlySet<string>[]): Rejection | undefined {
  return (
    notAllowed(by, roles) ??
    (prepared.some((persons) => persons.has(by.person)) ? { type: 'PreparedByTheSamePerson', person: by.person } : undefined)
  );
}

export const wrongStatus = (state: Existing, ...needed: readonly Status[]): Decision<Event, Rejection> =>
  refuse({ type: 'ProjectIsInAnotherStatus', needed, actual: state.status });
