import { type Actor, type NotAllowed, notAllowed } from '@junkan/kit/pure/actor.ts';
import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import { accept, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { SponsorId } from './sponsor.ts';

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

export type State = { status: 'absent' } | { status: 'published'; sponsor: SponsorId; terms: Terms };
/** `unknownCodes`: what the controlled lists do not have. */
export type Command = {
  type: 'PublishMandate';
  sponsor: SponsorId;
  sponsorIsRegistered: boolean;
  unknownCodes: readonly UnknownCode[];
  terms: Terms;
  by: Actor;
};
export type Event = { type: 'MandatePublished'; sponsor: SponsorId; terms: Terms; by: string };
export type Rejection =
  | NotAllowed
  | { type: 'SponsorIsUnknown'; sponsor: SponsorId }
  | { type: 'MandateIsPublished' }
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'CountriesAreMissing' }
  | { type: 'CurrenciesDiffer'; currencies: readonly string[] }
  | { type: 'TicketIsNotPositive'; minimum: bigint; currency: string }
  | { type: 'TicketBoundsAreReversed'; minimum: bigint; maximum: bigint; currency: string }
  | { type: 'UsualTicketIsReversed'; low: bigint; high: bigint; currency: string }
  | { type: 'UsualTicketIsOutsideTheTicket'; usual: bigint; minimum: bigint; maximum: bigint; currency: string }
  | { type: 'ThemesAreExcluded'; themes: readonly string[] };

export const initial: State = { status: 'absent' };

export function decide({ sponsor, sponsorIsRegistered, unknownCodes, terms, by }: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(by, ['sponsor.officer'], sponsor);
  if (refusal) return refuse(refusal);
  if (!sponsorIsRegistered) return refuse({ type: 'SponsorIsUnknown', sponsor });
  if (state.status === 'published') return refuse({ type: 'MandateIsPublished' });
  if (unknownCodes.length > 0) return refuse({ type: 'CodesAreUnknown', codes: unknownCodes });
  const fault = faultOf(terms);
  return fault ? refuse(fault) : accept({ type: 'MandatePublished', sponsor, terms, by: by.person });
}

export const evolve = (_state: State, { sponsor, terms }: Event): State => ({ status: 'published', sponsor, terms });

function faultOf(terms: Terms): Rejection | undefined {
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
  const outside = [low, high].find((usual) => usual && (usual.amount < minimum || usual.amount > maximum));
  return outside && { type: 'UsualTicketIsOutsideTheTicket', usual: outside.amount, minimum, maximum, currency: outside.currency };
}
