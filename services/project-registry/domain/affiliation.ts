import { type Actor, kindOf, type NotAllowed, notAllowed } from '@junkan/kit/pure/actor.ts';
import { accept, alreadySo, type Decision, refuse } from '@junkan/kit/pure/decision.ts';

/**
 * For which organisation a person acts. The first act binds a person to one, so that nobody acts for two sides; who goes
 * over to another is moved by the secretariat, and has left the first one then.
 */
export type PersonStream = `per_${string}`;

export type State =
  | { readonly status: 'absent' }
  | { readonly status: 'affiliated'; readonly person: string; readonly organisation: string };
export type Command =
  | { type: 'Affiliate'; by: Actor }
  /** `isRegistered`: whether the organisation is known to the installation. */
  | { type: 'MovePerson'; person: string; organisation: string; isRegistered: boolean; by: Actor };
export type Event =
  | { type: 'PersonAffiliated'; person: string; organisation: string }
  | { type: 'PersonMoved'; person: string; organisation: string; by: string };
export type Rejection =
  | NotAllowed
  | { type: 'PersonActsForAnother'; person: string }
  | { type: 'PersonIsUnknown'; person: string }
  | { type: 'OrganisationIsUnknown'; organisation: string }
  | { type: 'PreparedByTheSamePerson'; person: string };

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  switch (command.type) {
    case 'Affiliate':
      return affiliate(command.by, state);
    case 'MovePerson':
      return move(command, state);
  }
}

function affiliate({ person, organisation }: Actor, state: State): Decision<Event, Rejection> {
  if (kindOf(organisation) === undefined) return refuse({ type: 'OrganisationIsUnknown', organisation });
  if (state.status === 'absent') return accept({ type: 'PersonAffiliated', person, organisation });
  return state.organisation === organisation ? alreadySo : refuse({ type: 'PersonActsForAnother', person });
}

function move(
  { person, organisation, isRegistered, by }: Extract<Command, { type: 'MovePerson' }>,
  state: State,
): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ['secretariat.approver']);
  if (refusal) return refuse(refusal);
  if (by.person === person) return refuse({ type: 'PreparedByTheSamePerson', person });
  if (state.status === 'absent') return refuse({ type: 'PersonIsUnknown', person });
  if (state.organisation === organisation) return alreadySo;
  if (!isRegistered) return refuse({ type: 'OrganisationIsUnknown', organisation });
  return accept({ type: 'PersonMoved', person, organisation, by: by.person });
}

export const evolve = (_state: State, { person, organisation }: Event): State => ({ status: 'affiliated', person, organisation });
