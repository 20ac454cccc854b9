import { bodiesOf, rolesOf } from '@junkan/kit/grpc/bodies.ts';
import { formerNames } from '@junkan/kit/pure/proposals.ts';
import { eventCodec } from '@junkan/kit/store/codec.ts';
import type { Folded, PublishedFold } from '@junkan/kit/store/fold.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/sponsor/v1/commands.ts';
import { EVENTS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import * as model from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { FOLD_VERSIONS } from '@junkan/proto/versions.ts';
import * as envelope from './envelopes/envelope.ts';
import { envelopeActs } from './envelopes/envelope-acts.ts';
import * as mandate from './mandates/mandate.ts';
import * as passport from './passports/passport.ts';
import { passportActs } from './passports/passport-acts.ts';
import * as sponsor from './sponsors/sponsor.ts';
import { sponsorActs } from './sponsors/sponsor-acts.ts';

/** What the contract says of each operation. */
const CONTRACT = { bodies: bodiesOf<typeof COMMANDS, Requests>(COMMANDS), roles: rolesOf(COMMANDS) };

export const sponsorFold: PublishedFold<sponsor.State, sponsor.Event, model.Sponsor> = {
  aggregate: 'sponsor',
  foldVersion: FOLD_VERSIONS.sponsor,
  initial: sponsor.initial,
  evolve: sponsor.evolve,
  codec: eventCodec<sponsor.Event>(EVENTS.sponsor),
  messageOf: sponsorMessage,
  waitsOf: (id, state, now) => (state.status === 'absent' ? [] : sponsorActs.waits({ ...state, id }, now, CONTRACT)),
  toJson: model.Sponsor.toJSON,
};

export const mandateFold: PublishedFold<mandate.State, mandate.Event, model.Mandate> = {
  aggregate: 'mandate',
  foldVersion: FOLD_VERSIONS.mandate,
  initial: mandate.initial,
  evolve: mandate.evolve,
  codec: eventCodec<mandate.Event>(EVENTS.mandate),
  messageOf: mandateMessage,
  toJson: model.Mandate.toJSON,
};

export const envelopeFold: PublishedFold<envelope.State, envelope.Event, model.Envelope> = {
  aggregate: 'envelope',
  foldVersion: FOLD_VERSIONS.envelope,
  initial: envelope.initial,
  evolve: envelope.evolve,
  codec: eventCodec<envelope.Event>(EVENTS.envelope),
  messageOf: envelopeMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : envelopeActs.waits(state, now, CONTRACT)),
  toJson: model.Envelope.toJSON,
};

export const passportFold: PublishedFold<passport.State, passport.Event, model.Passport> = {
  aggregate: 'passport',
  foldVersion: FOLD_VERSIONS.passport,
  initial: passport.initial,
  evolve: passport.evolve,
  codec: eventCodec<passport.Event>(EVENTS.passport),
  messageOf: passportMessage,
  waitsOf: (_, state, now) => (state.status === 'absent' ? [] : passportActs.waits(state, now, CONTRACT)),
  toJson: model.Passport.toJSON,
};

export function sponsorMessage(id: string, { state, version }: Folded<sponsor.State>): model.Sponsor | undefined {
  return state.status === 'absent' ? undefined : { id, version, name: state.name, kind: state.kind, formerNames: formerNames(state) };
}

export function mandateMessage(id: string, { state, version }: Folded<mandate.State>): model.Mandate | undefined {
  if (state.status === 'absent') return undefined;
  const { status, sponsor, revisions } = state;
  return { id, version, status, sponsor, terms: mandate.termsInForce(state), revision: revisions.length };
}

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
      .map(([offer, claim]) => ({
        offer,
        status: claim.is,
        amount: claim.is === 'released' ? 0n : claim.amount,
        funding: state.fundings.get(offer) ?? '',
      })),
    ends: [...state.ends],
    increases: [...state.increases],
  };
}

/** `note` is the reference of a text that a query resolves. */
export function passportMessage(id: string, { state, version }: Folded<passport.State>): model.Passport | undefined {
  return state.status === 'absent' ? undefined : { id, version, ...state, reminded: [...state.reminded] };
}

/** Those of items that are listed as their contracts say. */
export const FOLDS = { passport: passportFold };
