import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { SponsorFact } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';

/** An organisation that gives money: registered once by the secretariat, then it acts for itself. */
export type SponsorId = `spo_${string}`;
export const SPONSOR_KINDS = ['fund', 'company', 'development-bank'] as const;
export type SponsorKind = (typeof SPONSOR_KINDS)[number];

export type State = { status: 'absent' } | { status: 'registered'; name: string; kind: SponsorKind };
export type Command = { type: 'RegisterSponsor'; name: string; kind: SponsorKind; by: Actor };
export type Event = SponsorFact;
export type Rejection = NotAllowed | { type: 'NameIsMissing' } | { type: 'SponsorIsRegistered'; name: string };

export const initial: State = { status: 'absent' };

export function decide({ name, kind, by }: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ROLES.RegisterSponsor);
  if (refusal) return refuse(refusal);
  if (state.status === 'registered')
    return state.name === name && state.kind === kind ? alreadyApplied : refuse({ type: 'SponsorIsRegistered', name: state.name });
  if (name.trim() === '') return refuse({ type: 'NameIsMissing' });
  return accept({ type: 'SponsorRegistered', name, kind, by: by.person });
}

export const evolve = (_state: State, { name, kind }: Event): State => ({ status: 'registered', name, kind });
