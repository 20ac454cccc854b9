import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { formerNames } from '@junkan/kit/pure/proposals.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { ProposerFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import { type Details, type Fault, faultIn, isSame } from './details.ts';
import { type Change, type ChangeCommand, type ChangeRejection, changesAfter, decideChange } from './proposer-change.ts';

/** A city or agency that proposes projects: registered once by the secretariat, then it acts for itself. */
export type ProposerId = `org_${string}`;
export const PROPOSER_KINDS = ['city', 'agency'] as const;
export type ProposerKind = (typeof PROPOSER_KINDS)[number];

type Asked = Details & { readonly kind: ProposerKind };
/** With the details that are in force. */
export type Registered = { status: 'registered'; changes: readonly Change[] } & Asked;
export type State = { status: 'absent' } | Registered;
type RegisterCommand = { type: 'RegisterProposer'; by: Actor } & Asked;
export type Command = RegisterCommand | ChangeCommand;
export type Event = ProposerFact;
export type Rejection =
  | NotAllowed
  | Fault
  | { type: 'ProposerIsRegistered'; name: string }
  | { type: 'ProposerIsUnknown'; proposer: string }
  | ChangeRejection;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'RegisterProposer') return register(command, state);
  return state.status === 'absent' ? refuse({ type: 'ProposerIsUnknown', proposer: command.proposer }) : decideChange(command, state);
}

function register({ name, kind, countries, by }: RegisterCommand, state: State): Decision<Event, Rejection> {
  if (state.status === 'registered')
    return state.kind === kind && isSame(firstOf(state), { name, countries })
      ? alreadyApplied
      : refuse({ type: 'ProposerIsRegistered', name: state.name });
  const fault = faultIn({ name, countries });
  return fault ? refuse(fault) : accept({ type: 'ProposerRegistered', name, kind, countries, by: by.person });
}

/** As it was registered, whatever it is called by now. */
function firstOf({ changes, ...details }: Registered): Details {
  const first = changes.find(({ status }) => status === 'made');
  return first ? { name: first.before, countries: first.countriesBefore } : details;
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'ProposerRegistered')
    return { status: 'registered', name: event.name, kind: event.kind, countries: event.countries, changes: [] };
  if (state.status === 'absent') throw new Error(`${event.type} met a city or agency that was never registered`);
  const changes = changesAfter(state.changes, event);
  return event.type === 'ProposerChanged' ? { ...state, name: event.name, countries: event.countries, changes } : { ...state, changes };
}

/** What it is called, where it was registered under another name; '' = it was never called otherwise. */
export const renamedTo = (state: State): string => (state.status === 'absent' || formerNames(state).length === 0 ? '' : state.name);
