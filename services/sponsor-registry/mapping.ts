import { bodiesOf } from '@junkan/kit/grpc/bodies.ts';
import type { Same } from '@junkan/kit/same.ts';
import type { Aggregate } from '@junkan/kit/store/event-store.ts';
import { COMMANDS, type Requests } from '@junkan/proto/junkan/sponsor/v1/commands.ts';
import type * as published from '@junkan/proto/junkan/sponsor/v1/language.ts';
import * as envelope from './envelopes/envelope.ts';
import type { EnvelopeEnd } from './envelopes/envelope-end.ts';
import { envelopeFold, mandateFold, passportFold, sponsorFold } from './fold.ts';
import * as mandate from './mandates/mandate.ts';
import type * as passport from './passports/passport.ts';
import { decide as decidePassport } from './passports/passport-decide.ts';
import * as sponsor from './sponsors/sponsor.ts';
import type { Change } from './sponsors/sponsor-change.ts';

/** Of each operation a body that no rule objects to. */
export const BODIES = bodiesOf<typeof COMMANDS, Requests>(COMMANDS);

// What is published is what the domain says: no more and no less.
true satisfies Same<sponsor.SponsorKind, published.SponsorKind>;
true satisfies Same<Change['status'], published.SponsorChangeStatus>;
true satisfies Same<Exclude<mandate.State['status'], 'absent'>, published.MandateStatus>;
true satisfies Same<envelope.Claim['is'], published.ClaimStatus>;
true satisfies Same<EnvelopeEnd['status'], published.EnvelopeEndStatus>;
true satisfies Same<envelope.ReleaseCause, published.ReleaseCause>;
true satisfies Same<envelope.ReturnCause, published.ReturnCause>;
true satisfies Same<passport.Status, published.PassportStatus>;
true satisfies Same<passport.Level, published.FlagLevel>;
true satisfies Same<(envelope.Rejection | mandate.Rejection | passport.Rejection | sponsor.Rejection)['type'], published.Rejection>;

export const sponsors: Aggregate<sponsor.State, sponsor.Command, sponsor.Event, sponsor.Rejection> = {
  ...sponsorFold,
  decide: sponsor.decide,
  statusOf: ({ status }) => status,
};

export const mandates: Aggregate<mandate.State, mandate.Command, mandate.Event, mandate.Rejection> = {
  ...mandateFold,
  decide: mandate.decide,
  statusOf: ({ status }) => status,
};

export const envelopes: Aggregate<envelope.State, envelope.Command, envelope.Event, envelope.Rejection> = {
  ...envelopeFold,
  decide: envelope.decide,
  statusOf: ({ status }) => status,
};

export const passports: Aggregate<passport.State, passport.Command, passport.Event, passport.Rejection> = {
  ...passportFold,
  decide: decidePassport,
  statusOf: ({ status }) => status,
};
