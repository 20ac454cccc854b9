import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, maybe, money, text, texts, whole } from './facts.ts';

const SOON = 1;

/** What the rounds and their offers refuse. */
export const matching = {
  FundingIsUnknown: notFound({}),
  FundingIsOpenedAlready: conflict({}),
  ProjectIsNotOpenToSponsors: conflict({ status: text('funded') }),
  FundingIsNotOpen: conflict({ status: text('target-reached') }),
  FundingIsNotClosed: conflict(
    { status: text('target-reached') },
    { retryAfter: ({ status }) => (status === 'target-reached' ? SOON : undefined) },
  ),
  RateIsMissing: conflict({ from: text('USD'), to: text('JPY'), day: text('2026-11-27') }, { at: '/envelope' }),
  OutsideThePeriodOfTheEnvelope: invalid(
    { today: text('2027-01-02'), periodStart: text('2026-01-01'), periodEnd: text('2026-12-31') },
    { at: '/envelope' },
  ),
  OfferOutlivesTheRound: invalid(
    { expiresAt: text('2027-06-30T23:59:59.999Z'), deadline: text('2027-02-28T23:59:59.999Z') },
    { at: '/validUntil' },
  ),
  RoundIsOver: conflict({ deadline: text('2027-02-28T23:59:59.999Z') }),
  RoundIsNotOver: conflict({ deadline: text('2027-02-28T23:59:59.999Z') }),
  MandateIsNotTheSponsors: forbidden({ mandate: text(ID('man')) }, { at: '/mandate' }),
  EnvelopeIsUnknown: notFound({ envelope: text(ID('env')) }, { at: '/envelope' }),
  MandateIsNotPublished: conflict({ mandate: text(ID('man')), status: text('paused') }, { at: '/mandate' }),
  MandateDoesNotMatch: conflict({ missed: texts('country', 'theme') }, { at: '/mandate' }),
  AmountIsOutsideTheTicket: invalid(
    { minimum: money('25210000.00'), maximum: money('1000000000.00'), amount: money('1.00') },
    { at: '/amount/amount' },
  ),
  AmountExceedsTheGap: conflict({ gap: maybe(money('10000000.00')), amount: money('30000000.00') }, { at: '/amount/amount' }),
  AmountIsTheSame: invalid({ amount: money('30000000.00') }, { at: '/amount/amount' }),
  LoanTermsDoNotFit: invalid({ instrument: text('loan') }, { at: '/financing/loan' }),
  GuaranteeTermsDoNotFit: invalid({ instrument: text('grant') }, { at: '/financing/guarantee' }),
  InKindTermsDoNotFit: invalid({ instrument: text('in-kind') }, { at: '/financing/inKind' }),
  IndexDoesNotFit: invalid({ rate: text('index') }, { at: '/financing/loan/index' }),
  GraceIsTooLong: invalid({ graceMonths: whole(60), tenorMonths: whole(60) }, { at: '/financing/loan/graceMonths' }),
  MonthsDoNotFit: invalid({ months: whole(20), every: whole(6) }, { at: '/financing/loan/tenorMonths' }),
  OfferIsUnknown: notFound({ offer: text(ID('off')) }),
  OfferInStatus: conflict({ status: text('proposed') }, { retryAfter: ({ status }) => (status === 'proposed' ? SOON : undefined) }),
  OfferEndsInThePast: invalid({ expiresAt: text('2026-01-31T23:59:59.999Z') }, { at: '/validUntil' }),
  OfferHasExpired: conflict({ expiresAt: text('2027-01-31T23:59:59.999Z') }),
  OfferHasNotExpired: conflict({ expiresAt: text('2027-01-31T23:59:59.999Z') }),
  FundingIsSealed: conflict({}),
  FundingIsNotApproved: conflict({ status: text('closed') }),
  TermsAreOfAnotherVersion: conflict({ terms: whole(2) }, { at: '/terms' }),
} satisfies Record<string, Entry>;
