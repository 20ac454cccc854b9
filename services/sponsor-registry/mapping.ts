import type { Same } from '@junkan/kit/same.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import * as published from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type * as model from '@junkan/proto/junkan/sponsor/v1/model.ts';
import * as envelope from './domain/envelope.ts';
import * as mandate from './domain/mandate.ts';
import * as passport from './domain/passport.ts';
import { decide as decidePassport } from './domain/passport-decide.ts';
import * as sponsor from './domain/sponsor.ts';

// What is published is what the domain says: no more and no less.
true satisfies Same<sponsor.SponsorKind, published.SponsorKind>;
true satisfies Same<Exclude<mandate.State['status'], 'absent'>, published.MandateStatus>;
true satisfies Same<envelope.Claim['is'], published.ClaimStatus>;
true satisfies Same<envelope.ReleaseCause, published.ReleaseCause>;
true satisfies Same<envelope.ReturnCause, published.ReturnCause>;
true satisfies Same<passport.Status, published.PassportStatus>;
true satisfies Same<passport.Level, published.FlagLevel>;
true satisfies Same<sponsor.Event['type'], published.SponsorEvent['type']>;
true satisfies Same<mandate.Event['type'], published.MandateEvent['type']>;
true satisfies Same<envelope.Event['type'], published.EnvelopeEvent['type']>;
true satisfies Same<passport.Event['type'], published.PassportEvent['type']>;
true satisfies Same<(envelope.Rejection | mandate.Rejection | passport.Rejection | sponsor.Rejection)['type'], published.Rejection>;

export const sponsors: Aggregate<sponsor.State, sponsor.Command, sponsor.Event, sponsor.Rejection> = {
  ...sponsor,
  aggregate: 'sponsor',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<sponsor.Event>(published.EVENTS.sponsor),
};

export const mandates: Aggregate<mandate.State, mandate.Command, mandate.Event, mandate.Rejection> = {
  ...mandate,
  aggregate: 'mandate',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<mandate.Event>(published.EVENTS.mandate),
};

export const envelopes: Aggregate<envelope.State, envelope.Command, envelope.Event, envelope.Rejection> = {
  ...envelope,
  aggregate: 'envelope',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<envelope.Event>(published.EVENTS.envelope),
};

export const passports: Aggregate<passport.State, passport.Command, passport.Event, passport.Rejection> = {
  initial: passport.initial,
  decide: decidePassport,
  evolve: passport.evolve,
  aggregate: 'passport',
  foldVersion: 1,
  statusOf: ({ status }) => status,
  codec: eventCodec<passport.Event>(published.EVENTS.passport),
};

type Folded<State> = { state: State; version: number };

export const sponsorMessage = (id: string, { state, version }: Folded<sponsor.State>): model.Sponsor | undefined =>
  state.status === 'absent' ? undefined : { id, version, name: state.name, kind: state.kind };

export const mandateMessage = (id: string, { state, version }: Folded<mandate.State>): model.Mandate | undefined =>
  state.status === 'absent' ? undefined : { id, version, status: state.status, sponsor: state.sponsor, terms: state.terms };

/** An envelope with the claims of the offers asked for; all of them where none is named. */
export function envelopeMessage(
  id: string,
  { state, version }: Folded<envelope.State>,
  offers: readonly string[] = [],
): model.Envelope | undefined {
  if (state.status === 'absent') return undefined;
  const { total, sponsor, periodStart, periodEnd } = state;
  const inCurrency = (amount: bigint) => ({ amount, currency: total.currency });
  const asked = new Set(offers);
  return {
    id,
    version,
    sponsor,
    total,
    reserved: inCurrency(state.reserved),
    committed: inCurrency(state.committed),
    left: inCurrency(envelope.left(state)),
    periodStart,
    periodEnd,
    claims: [...state.claims]
      .filter(([offer]) => asked.size === 0 || asked.has(offer))
      .map(([offer, claim]) => ({ offer, status: claim.is, amount: claim.is === 'released' ? 0n : claim.amount })),
  };
}

/** `note` is the reference of a text that a query resolves. */
export const passportMessage = (id: string, { state, version }: Folded<passport.State>): model.Passport | undefined =>
  state.status === 'absent' ? undefined : { id, version, ...state, reminded: [...state.reminded] };
