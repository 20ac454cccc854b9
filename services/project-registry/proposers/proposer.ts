import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { ProposerFact } from '@junkan/proto/junkan/project/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';

/** A city or agency that proposes projects: registered once by the secretariat, then it acts for itself. */
export type ProposerId = `org_${string}`;
export const PROPOSER_KINDS = ['city', 'agency'] as const;
export type ProposerKind = (typeof PROPOSER_KINDS)[number];

type Details = {
  readonly name: string;
  readonly kind: ProposerKind;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
};
export type State = { status: 'absent' } | ({ status: 'registered' } & Details);
export type Command = { type: 'RegisterProposer'; by: Actor } & Details;
export type Event = ProposerFact;
export type Rejection =
  | NotAllowed
  | { type: 'NameIsMissing' }
  | { type: 'CountryIsMalformed'; country: string }
  | { type: 'ProposerIsRegistered'; name: string };

export const initial: State = { status: 'absent' };

export function decide({ name, kind, countries, by }: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ROLES.RegisterProposer);
  if (refusal) return refuse(refusal);
  if (state.status === 'registered')
    return isSame(state, { name, kind, countries }) ? alreadyApplied : refuse({ type: 'ProposerIsRegistered', name: state.name });
  if (name.trim() === '') return refuse({ type: 'NameIsMissing' });
  const malformed = countries.find((country) => !isCountryCode(country));
  if (malformed !== undefined) return refuse({ type: 'CountryIsMalformed', country: malformed });
  return accept({ type: 'ProposerRegistered', name, kind, countries, by: by.person });
}

export const evolve = (_state: State, { name, kind, countries }: Event): State => ({ status: 'registered', name, kind, countries });

export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text);

const isSame = (a: Details, b: Details): boolean => a.name === b.name && a.kind === b.kind && a.countries.join() === b.countries.join();
