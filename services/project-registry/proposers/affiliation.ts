import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, kindOf } from '@junkan/proto/actor.ts';
import type { PersonFact } from '@junkan/proto/junkan/project/v1/facts.ts';

/**
 * The organisation for which a person acts. The first act binds a person to one for good, so that nobody acts for two sides: a person who
 * moves to another organisation gets another id there.
 */
export type State =
  | { readonly status: 'absent' }
  | { readonly status: 'affiliated'; readonly person: string; readonly organisation: string };
export type Command = { type: 'Affiliate'; by: Actor };
export type Event = PersonFact;
export type Rejection = { type: 'PersonActsForAnother'; person: string } | { type: 'OrganisationIsUnknown'; organisation: string };

export const initial: State = { status: 'absent' };

export function decide({ by: { person, organisation } }: Command, state: State): Decision<Event, Rejection> {
  if (kindOf(organisation) === undefined) return refuse({ type: 'OrganisationIsUnknown', organisation });
  if (state.status === 'absent') return accept({ type: 'PersonAffiliated', person, organisation });
  return state.organisation === organisation ? alreadyApplied : refuse({ type: 'PersonActsForAnother', person });
}

export const evolve = (_state: State, { person, organisation }: Event): State => ({ status: 'affiliated', person, organisation });
