import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { MandateFact } from '@junkan/proto/junkan/sponsor/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/sponsor/v1/roles.ts';
import type { SponsorId } from '../sponsors/sponsor.ts';

/** What a sponsor would fund, as it publishes it. An empty list of codes means "any"; countries must be named. */
export type MandateId = `man_${string}`;
export type Terms = {
  readonly title: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly excludedThemes: readonly string[];
  readonly instruments: readonly string[];
  readonly preferredInstruments: readonly string[];
  readonly ticketMinimum: Money;
  readonly ticketMaximum: Money;
  readonly usualTicketLow: Money | undefined;
  readonly usualTicketHigh: Money | undefined;
  readonly minimumReadiness: number;
  readonly requiredIndicators: readonly string[];
};

/** Only a published mandate matches and takes offers; one that is retired stays so. */
export type Status = 'published' | 'paused' | 'retired';
/** `revisions`: all its terms, the last in force; what was offered under earlier ones stays under them. */
export type Existing = { readonly status: Status; readonly sponsor: SponsorId; readonly revisions: readonly Terms[] };
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly by: Actor };
/** `unknownCodes`: what the controlled lists do not have. */
type Said = { readonly unknownCodes: readonly UnknownCode[]; readonly terms: Terms };
export type Command =
  | ({ type: 'PublishMandate'; sponsor: SponsorId; sponsorIsRegistered: boolean } & Said & By)
  | ({ type: 'ReviseMandate' } & Said & By)
  | ({ type: 'PauseMandate' } & By)
  | ({ type: 'ResumeMandate' } & By)
  | ({ type: 'RetireMandate' } & By);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type Event = MandateFact;

export type Rejection =
  | NotAllowed
  | { type: 'MandateIsUnknown' }
  | { type: 'MandateIsRetired' }
  | { type: 'RevisionsAreTooMany'; maximum: number }
  | { type: 'TermsAreTooLong'; maximum: number }
  | { type: 'SponsorIsUnknown'; sponsor: SponsorId }
  | { type: 'MandateIsPublished' }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'CountriesAreMissing' }
  | { type: 'CurrenciesDiffer'; currencies: readonly string[] }
  | { type: 'TicketIsNotPositive'; minimum: bigint; currency: string }
  | { type: 'TicketBoundsAreReversed'; minimum: bigint; maximum: bigint; currency: string }
  | { type: 'UsualTicketIsReversed'; low: bigint; high: bigint; currency: string }
  | { type: 'UsualTicketIsOutsideTheTicket'; bound: 'low' | 'high'; usual: bigint; minimum: bigint; maximum: bigint; currency: string }
  | { type: 'ThemesAreExcluded'; themes: readonly string[] };

/** All terms are read together, and each version of them is kept in the trail for good. */
const MAX_REVISIONS = 100;
/** Of terms as JSON in UTF-8. */
const MAX_TERMS_BYTES = 16_000;

export const initial: State = { status: 'absent' };

type Decided = Decision<Event, Rejection>;

export function decide(command: Command, state: State): Decided {
  if (command.type === 'PublishMandate') return publish(command, state);
  if (state.status === 'absent') return refuse({ type: 'MandateIsUnknown' });
  const { by } = command;
  const refusal = notAllowed(by, ROLES[command.type], state.sponsor);
  if (refusal) return refuse(refusal);
  if (command.type === 'RetireMandate')
    return state.status === 'retired' ? alreadyApplied : accept({ type: 'MandateRetired', by: by.person });
  if (state.status === 'retired') return refuse({ type: 'MandateIsRetired' });
  return change(command, state);
}

type Change = CommandOf<'ReviseMandate' | 'PauseMandate' | 'ResumeMandate'>;

function change(command: Change, state: Existing): Decided {
  const { by } = command;
  switch (command.type) {
    case 'ReviseMandate':
      return revise(command, state);
    case 'PauseMandate':
      return state.status === 'paused' ? alreadyApplied : accept({ type: 'MandatePaused', by: by.person });
    case 'ResumeMandate':
      return state.status === 'published' ? alreadyApplied : accept({ type: 'MandateResumed', by: by.person });
  }
}

function publish({ sponsor, sponsorIsRegistered, terms, by, ...said }: CommandOf<'PublishMandate'>, state: State): Decided {
  const refusal = notAllowed(by, ROLES.PublishMandate, sponsor);
  if (refusal) return refuse(refusal);
  if (!sponsorIsRegistered) return refuse({ type: 'SponsorIsUnknown', sponsor });
  if (state.status !== 'absent') return refuse({ type: 'MandateIsPublished' });
  const fault = faultOf(terms, said.unknownCodes);
  return fault ? refuse(fault) : accept({ type: 'MandatePublished', sponsor, terms, by: by.person });
}

function revise({ terms, unknownCodes, by }: CommandOf<'ReviseMandate'>, state: Existing): Decided {
  if (isSame(terms, termsInForce(state))) return alreadyApplied;
  if (state.revisions.length >= MAX_REVISIONS) return refuse({ type: 'RevisionsAreTooMany', maximum: MAX_REVISIONS });
  const fault = faultOf(terms, unknownCodes);
  return fault ? refuse(fault) : accept({ type: 'MandateRevised', revision: state.revisions.length + 1, terms, by: by.person });
}

/** @throws for a mandate without terms, which no history makes. */
export function termsInForce({ revisions }: Existing): Terms {
  const terms = revisions.at(-1);
  if (!terms) throw new Error('the mandate has no terms');
  return terms;
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'MandatePublished') return { status: 'published', sponsor: event.sponsor, revisions: [event.terms] };
  if (state.status === 'absent') throw new Error(`${event.type} met a mandate that was never published`);
  return changed(state, event);
}

function changed(state: Existing, event: Exclude<Event, { type: 'MandatePublished' }>): Existing {
  switch (event.type) {
    case 'MandateRevised':
      return { ...state, revisions: [...state.revisions, event.terms] };
    case 'MandatePaused':
      return { ...state, status: 'paused' };
    case 'MandateResumed':
      return { ...state, status: 'published' };
    case 'MandateRetired':
      return { ...state, status: 'retired' };
  }
}

const isSame = (one: Terms, other: Terms): boolean => textOf(one) === textOf(other);
const textOf = (terms: Terms): string =>
  JSON.stringify(Object.entries(terms).sort(), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

function faultOf(terms: Terms, unknownCodes: readonly UnknownCode[]): Rejection | undefined {
  if (new TextEncoder().encode(textOf(terms)).length > MAX_TERMS_BYTES) return { type: 'TermsAreTooLong', maximum: MAX_TERMS_BYTES };
  if (unknownCodes.length > 0) return { type: 'CodesAreUnknown', codes: unknownCodes };
  const { countries, themes, excludedThemes, ticketMinimum, ticketMaximum, usualTicketLow, usualTicketHigh } = terms;
  if (countries.length === 0) return { type: 'CountriesAreMissing' };
  const currencies = [
    ...new Set([ticketMinimum, ticketMaximum, usualTicketLow, usualTicketHigh].flatMap((money) => (money ? [money.currency] : []))),
  ];
  if (currencies.length > 1) return { type: 'CurrenciesDiffer', currencies };
  const { amount: minimum, currency } = ticketMinimum;
  const { amount: maximum } = ticketMaximum;
  if (minimum <= 0n) return { type: 'TicketIsNotPositive', minimum, currency };
  if (minimum > maximum) return { type: 'TicketBoundsAreReversed', minimum, maximum, currency };
  const both = themes.filter((theme) => excludedThemes.includes(theme));
  if (both.length > 0) return { type: 'ThemesAreExcluded', themes: both };
  return usualFault(terms);
}

function usualFault({ ticketMinimum, ticketMaximum, usualTicketLow: low, usualTicketHigh: high }: Terms): Rejection | undefined {
  if (low && high && low.amount > high.amount)
    return { type: 'UsualTicketIsReversed', low: low.amount, high: high.amount, currency: low.currency };
  const [minimum, maximum] = [ticketMinimum.amount, ticketMaximum.amount];
  for (const [bound, usual] of [['low', low] as const, ['high', high] as const])
    if (usual && (usual.amount < minimum || usual.amount > maximum))
      return { type: 'UsualTicketIsOutsideTheTicket', bound, usual: usual.amount, minimum, maximum, currency: usual.currency };
  return undefined;
}
