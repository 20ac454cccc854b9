import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { SponsorFact } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import { type Change, type ChangeCommand, type ChangeRejection, changesAfter, decideChange } from './sponsor-change.ts';

/** An organisation that gives money: registered once by the secretariat, then it acts for itself. */
export type SponsorId = `spo_${string}`;
export const SPONSOR_KINDS = ['fund', 'company', 'development-bank'] as const;
export type SponsorKind = (typeof SPONSOR_KINDS)[number];

/** `name`: the one in force. */
export type Registered = { status: 'registered'; name: string; kind: SponsorKind; changes: readonly Change[] };
export type State = { status: 'absent' } | Registered;
type RegisterCommand = { type: 'RegisterSponsor'; name: string; kind: SponsorKind; by: Actor };
export type Command = RegisterCommand | ChangeCommand;
export type Event = SponsorFact;
export type Rejection =
  | NotAllowed
  | { type: 'NameIsMissing' }
  | { type: 'SponsorIsRegistered'; name: string }
  | { type: 'SponsorIsUnknown'; sponsor: string }
  | ChangeRejection;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'RegisterSponsor') return register(command, state);
  return state.status === 'absent' ? refuse({ type: 'SponsorIsUnknown', sponsor: command.sponsor }) : decideChange(command, state);
}

function register({ name, kind, by }: RegisterCommand, state: State): Decision<Event, Rejection> {
  if (state.status === 'registered') {
    // As it was registered, whatever it is called by now.
    const first = state.changes.find(({ status }) => status === 'made')?.before ?? state.name;
    return first === name && state.kind === kind ? alreadyApplied : refuse({ type: 'SponsorIsRegistered', name: state.name });
  }
  if (name.trim() === '') return refuse({ type: 'NameIsMissing' });
  return accept({ type: 'SponsorRegistered', name, kind, by: by.person });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'SponsorRegistered') return { status: 'registered', name: event.name, kind: event.kind, changes: [] };
  if (state.status === 'absent') throw new Error(`${event.type} met a sponsor that was never registered`);
  const changes = changesAfter(state.changes, event);
  return event.type === 'SponsorChanged' ? { ...state, name: event.name, changes } : { ...state, changes };
}
