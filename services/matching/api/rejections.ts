import type { Kind } from '@junkan/kit/grpc/problem.ts';
import type { Rejection } from '../domain/funding.ts';

/** The one table of this context: what kind of refusal each rejection is to a caller. */
export const KINDS: Record<Rejection['type'], Kind> = {
  RoleIsMissing: 'forbidden',
  OrganisationIsAnother: 'forbidden',
  FundingIsUnknown: 'not-found',
  FundingIsOpenedAlready: 'conflict',
  ProjectIsNotOpenToSponsors: 'conflict',
  FundingIsNotOpen: 'conflict',
  FundingIsNotClosed: 'conflict',
  RoundIsOver: 'conflict',
  RoundIsNotOver: 'conflict',
  MandateIsNotTheSponsors: 'forbidden',
  EnvelopeIsNotTheSponsors: 'forbidden',
  MandateDoesNotMatch: 'conflict',
  AmountIsOutsideTheTicket: 'invalid',
  CurrencyIsAnother: 'invalid',
  AmountIsNotPositive: 'invalid',
  AmountExceedsTheGap: 'conflict',
  OfferIsUnknown: 'not-found',
  OfferIs: 'conflict',
  OfferEndsInThePast: 'invalid',
  OfferHasExpired: 'conflict',
  OfferHasNotExpired: 'conflict',
  AmountIsTheSame: 'invalid',
  FundingIsSealed: 'conflict',
  FundingIsNotApproved: 'conflict',
  TermsAreOfAnotherVersion: 'conflict',
  PreparedByTheSamePerson: 'forbidden',
  PersonActsForAnother: 'forbidden',
  SubjectIsNotClear: 'conflict',
};
