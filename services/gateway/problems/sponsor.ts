import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, text, texts, whole } from './facts.ts';

const _BY_ITSELF = 'The workflow of the round sees to it: nothing is to be done.';

/** What the registry of sponsors refuses: mandates, budgets, due diligence. */
export const sponsor = {
  SponsorIsRegistered: conflict({ name: text('Green Fund') }),
  SponsorIsUnknown: notFound({ sponsor: text(ID('spo')) }, { at: '/sponsor' }),
  MandateIsPublished: conflict({}),
  MandateIsUnknown: notFound({}),
  TermsAreTooLong: invalid({ maximum: whole(16_000) }, { at: '/terms' }),
  MandateIsRetired: conflict({}),
  CountriesAreMissing: invalid(
    {},
    {
      lacks: '/terms/countries',
    },
  ),
  TicketIsNotPositive: invalid({ minimum: money('0.00') }, { at: '/terms/ticketMinimum/amount' }),
  TicketBoundsAreReversed: invalid({ minimum: money('2000000.00'), maximum: money('1000000.00') }, { at: '/terms/ticketMaximum/amount' }),
  UsualTicketIsReversed: invalid({ low: money('900000.00'), high: money('500000.00') }, { at: '/terms/usualTicketHigh/amount' }),
  UsualTicketIsOutsideTheTicket: invalid(
    { bound: text('low'), usual: money('100.00'), minimum: money('1000.00'), maximum: money('5000.00') },
    { at: ({ bound }) => `/terms/usualTicket${bound === 'low' ? 'Low' : 'High'}/amount` },
  ),
  ThemesAreExcluded: invalid({ themes: texts('reuse') }, { at: '/terms/excludedThemes' }),
  PeriodIsReversed: invalid({ periodStart: text('2041-01-01'), periodEnd: text('2040-01-01') }, { at: '/periodEnd' }),
  PeriodIsOver: invalid({ periodEnd: text('2026-12-31') }, { at: '/periodEnd' }),
  EndIsPast: invalid({ periodEnd: text('2026-11-30'), today: text('2026-12-02') }, { at: '/periodEnd' }),
  EndStands: conflict({ periodEnd: text('2027-12-31') }),
  EndIsPending: conflict({ proposal: whole(2) }),
  EnvelopeEndIsUnknown: notFound({ proposal: whole(2) }, { at: '/proposal' }),
  EnvelopeEndInStatus: conflict({ proposal: whole(2), status: text('moved') }),
  EnvelopeIsClaimed: conflict({ periodEnd: text('2027-06-30'), before: text('2027-12-31') }),
  EnvelopeIsOpen: conflict({}),
  EnvelopeIsNotOpen: notFound({}),
  EnvelopeIsOfAnotherSponsor: conflict({ sponsor: text(ID('spo')) }),
  EnvelopeIsInAnotherCurrency: conflict({ currency: text('EUR') }),
  BudgetIsNotEnough: conflict({ asked: money('30000000.00'), left: money('12000000.00') }),
  OfferHoldsAnotherAmount: conflict({ offer: text(ID('off')), amount: money('30000000.00') }),
  OfferIsReleased: conflict({ offer: text(ID('off')) }),
  OfferIsCommitted: conflict({ offer: text(ID('off')), amount: money('30000000.00') }),
  OfferHoldsNothing: conflict({ offer: text(ID('off')) }),
  OfferIsNotCommitted: conflict({ offer: text(ID('off')) }),
  KeptExceedsCommitment: conflict({ offer: text(ID('off')), kept: money('30000000.00'), committed: money('12000000.00') }),
  PassportIsUnknown: notFound({}),
  NoReviewIsAskedFor: conflict({ status: text('revoked') }),
  ClearanceIsTooLong: invalid({ validUntil: text('2999-01-01'), latest: text('2030-02-01') }, { at: '/validUntil' }),
  ValidUntilIsPast: invalid({ validUntil: text('2026-01-31') }, { at: '/validUntil' }),
  FlagIsGraver: conflict({ level: text('red') }),
  NothingIsCleared: conflict({ status: text('requested') }),
  ClearanceIsAnother: conflict({ asked: whole(1), actual: whole(2) }),
  ClearanceHasNotExpired: conflict({ validUntil: text('2027-11-30') }),
  ProjectIsOfAnother: conflict({ project: text(ID('prj')), proposer: text(ID('org')) }, { at: '/project' }),
} satisfies Record<string, Entry>;
