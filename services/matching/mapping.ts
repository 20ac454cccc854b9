import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate, Folded } from '@junkan/kit/store/event-store.ts';
import * as published from '@junkan/proto/junkan/matching/v1/language.ts';
import type * as model from '@junkan/proto/junkan/matching/v1/model.ts';
import type { Project } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Mandate } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { CancelCause, Command } from './domain/commands.ts';
import { decide } from './domain/decide-funding.ts';
import {
  acceptedPercent,
  type Event,
  evolve,
  gap,
  initial,
  type Offer,
  type OfferStatus,
  type Rejection,
  type Side,
  type State,
} from './domain/funding.ts';
import type { Explanation } from './engine/explain.ts';
import type { MandateProfile, ProjectProfile } from './engine/profiles.ts';

// What is published is what the domain says: no more and no less.
true satisfies Same<Exclude<State['status'], 'absent'>, published.FundingStatus>;
true satisfies Same<OfferStatus, published.OfferStatus>;
true satisfies Same<Side, published.Side>;
true satisfies Same<CancelCause, published.CancelCause>;
true satisfies Same<Event['type'], published.Event['type']>;
true satisfies Same<Rejection['type'], published.Rejection>;

export const fundings: Aggregate<State, Command, Event, Rejection> = {
  aggregate: 'funding',
  foldVersion: 4,
  initial,
  decide,
  evolve,
  statusOf: ({ status }) => status,
  codec: eventCodec<Event>(published.EVENTS.funding),
};

export function fundingMessage(id: string, { state, version }: Folded<State>): model.Funding | undefined {
  if (state.status === 'absent') return undefined;
  const { offers, accepted, actedFor: _actedFor, ...raising } = state;
  const inCurrency = (amount: bigint) => ({ amount, currency: state.target.currency });
  return {
    id,
    version,
    ...raising,
    accepted: inCurrency(accepted),
    gap: inCurrency(gap(state)),
    acceptedPercent: acceptedPercent(state),
    offers: [...offers.values()].map(offerMessage),
  };
}

function offerMessage({ earlier: _earlier, agreedBy: _agreedBy, ...offer }: Offer): model.Offer {
  return offer;
}

/** What the engine knows of a mandate, or nothing where it is no complete one. */
export function mandateProfile({ id, sponsor, status, terms }: Omit<Mandate, 'version'>): MandateProfile | undefined {
  if (!terms?.ticketMinimum || !terms.ticketMaximum || status !== 'published') return undefined;
  const { countries, themes, excludedThemes, instruments, preferredInstruments, minimumReadiness, requiredIndicators } = terms;
  const band =
    terms.usualTicketLow && terms.usualTicketHigh
      ? { usualTicket: { low: terms.usualTicketLow.amount, high: terms.usualTicketHigh.amount } }
      : {};
  const ticket = {
    currency: terms.ticketMinimum.currency,
    ticketMinimum: terms.ticketMinimum.amount,
    ticketMaximum: terms.ticketMaximum.amount,
  };
  return {
    id,
    sponsor,
    countries,
    themes,
    excludedThemes,
    instruments,
    preferredInstruments,
    minimumReadiness,
    requiredIndicators,
    ...ticket,
    ...band,
    status,
  };
}

/** What the engine knows of a project, or nothing while it asks for no sum. */
export function projectProfile({ id, proposal }: Pick<Project, 'id' | 'proposal'>): ProjectProfile | undefined {
  if (!proposal?.target || proposal.target.amount <= 0n) return undefined;
  const { countries, themes, instruments, preferredInstrument, readiness, indicators, target } = proposal;
  return {
    id,
    countries,
    themes,
    instruments,
    preferredInstrument: preferredInstrument || undefined,
    readiness,
    indicators,
    currency: target.currency,
    target: target.amount,
  };
}

export const matchMessage = ({ project, mandate, sponsor, eligible, score, reasons }: Explanation): model.Match => ({
  project,
  mandate,
  sponsor,
  eligible,
  score,
  reasons: reasons.map((reason) => ({ ...reason, facts: { ...reason.facts } })),
});
