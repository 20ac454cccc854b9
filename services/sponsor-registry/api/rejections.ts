import type { Kind } from '@junkan/kit/grpc/problem.ts';
import type * as envelope from '../domain/envelope.ts';
import type * as mandate from '../domain/mandate.ts';
import type * as passport from '../domain/passport.ts';
import type * as sponsor from '../domain/sponsor.ts';

type Rejection = sponsor.Rejection | mandate.Rejection | envelope.Rejection | passport.Rejection;

/** The one table of this context: what kind of refusal each rejection is to a caller. */
export const KINDS: Record<Rejection['type'], Kind> = {
  RoleIsMissing: 'forbidden',
  OrganisationIsAnother: 'forbidden',
  NameIsMissing: 'invalid',
  SponsorIsRegistered: 'conflict',
  SponsorIsUnknown: 'not-found',
  MandateIsPublished: 'conflict',
  CountriesAreMissing: 'invalid',
  CurrenciesDiffer: 'invalid',
  TicketIsNotPositive: 'invalid',
  TicketBoundsAreReversed: 'invalid',
  PeriodIsReversed: 'invalid',
  PeriodIsOver: 'invalid',
  UsualTicketIsReversed: 'invalid',
  UsualTicketIsOutsideTheTicket: 'invalid',
  ThemesAreExcluded: 'invalid',
  ClearanceIsTooLong: 'invalid',
  EnvelopeIsOpen: 'conflict',
  EnvelopeIsNotOpen: 'not-found',
  AmountIsNotPositive: 'invalid',
  EnvelopeIsOfAnotherSponsor: 'conflict',
  EnvelopeIsInAnotherCurrency: 'conflict',
  BudgetIsNotEnough: 'conflict',
  OfferHoldsAnotherAmount: 'conflict',
  OfferIsReleased: 'conflict',
  OfferIsCommitted: 'conflict',
  OfferHoldsNothing: 'conflict',
  OfferIsNotCommitted: 'conflict',
  KeptExceedsCommitment: 'conflict',
  PassportIsUnknown: 'not-found',
  PreparedByTheSamePerson: 'forbidden',
  NoReviewIsAskedFor: 'conflict',
  ValidUntilIsPast: 'invalid',
  NoteIsMissing: 'invalid',
  FlagIsGraver: 'conflict',
  NothingIsCleared: 'conflict',
  ClearanceIsAnother: 'conflict',
  ClearanceHasNotExpired: 'conflict',
  ProjectIsOfAnother: 'conflict',
  SubjectIsNotClear: 'conflict',
};
