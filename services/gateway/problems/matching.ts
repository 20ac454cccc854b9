import { conflict, type Entry, forbidden, invalid, notFound } from './entry.ts';
import { ID, joined, maybe, money, span, spoken, text, texts, whole } from './facts.ts';

const SOON = 1;

/** What the rounds and their offers refuse. */
export const matching = {
  FundingIsUnknown: notFound(
    'There is no such funding round',
    {},
    'No funding round has this identifier.',
    'See the fundings of the project.',
  ),
  FundingIsOpenedAlready: conflict(
    'The round is open already',
    {},
    'This round was opened for another project or number.',
    'Nothing is to be done.',
  ),
  ProjectIsNotOpenToSponsors: conflict(
    'The project is not open to sponsors',
    { status: text('funded') },
    ({ status }) => `The project is ${status}.`,
    'A round begins when the secretariat opens the project to sponsors.',
  ),
  FundingIsNotOpen: conflict(
    'The round takes no more of this',
    { status: text('target-reached') },
    ({ status }) => `The funding round is ${status}, and this is for a round that is open.`,
    'See the fundings of the project for a round that is open.',
  ),
  FundingIsNotClosed: conflict(
    'The round is not closed yet',
    { status: text('target-reached') },
    ({ status }) => `The funding round is ${status}; offers are approved once it is closed.`,
    ({ status }) =>
      status === 'target-reached' ? 'It closes by itself in a moment: wait, and send this again.' : 'Wait for its deadline or its target.',
    { retryAfter: ({ status }) => (status === 'target-reached' ? SOON : undefined) },
  ),
  RateIsMissing: conflict(
    'No exchange rate stands',
    { from: text('USD'), to: text('JPY'), day: text('2026-11-27') },
    ({ from, to, day }) => `The terms are in ${from} and the envelope in ${to}; of ${day} no rates of both stand that are not expired.`,
    'Ask the secretariat’s finance to enter and confirm rates, or offer from an envelope in the currency of the terms.',
    { at: '/envelope' },
  ),
  OutsideThePeriodOfTheEnvelope: invalid(
    'The budget is of another period',
    { today: text('2027-01-02'), periodStart: text('2026-01-01'), periodEnd: text('2026-12-31') },
    ({ today, periodStart, periodEnd }) => `The envelope is ${span(periodStart, periodEnd)}; today is ${today}.`,
    'Offer from an envelope of this period.',
    { at: '/envelope' },
  ),
  OfferOutlivesTheRound: invalid(
    'The offer would stand longer than its round',
    { expiresAt: text('2027-06-30T23:59:59.999Z'), deadline: text('2027-02-28T23:59:59.999Z') },
    ({ expiresAt, deadline }) => `The offer would stand until ${expiresAt}, its round ends at ${deadline}.`,
    'Give an earlier last day, or none: an offer ends with its round.',
    { at: '/validUntil' },
  ),
  RoundIsOver: conflict(
    'The round is over',
    { deadline: text('2027-02-28T23:59:59.999Z') },
    ({ deadline }) => `The deadline of the round was ${deadline}.`,
    'An unfunded project may be opened for another round.',
  ),
  RoundIsNotOver: conflict(
    'The round is not over yet',
    { deadline: text('2027-02-28T23:59:59.999Z') },
    ({ deadline }) => `The round goes on until ${deadline}.`,
    'It closes by itself then, or when its target is reached.',
  ),
  MandateIsNotTheSponsors: forbidden(
    'The mandate is of another sponsor',
    { mandate: text(ID('man')) },
    ({ mandate }) => `The mandate ${mandate} is not of the sponsor that offers.`,
    'Offer under a mandate of the sponsor itself.',
    { at: '/mandate' },
  ),
  EnvelopeIsUnknown: notFound(
    'There is no such envelope',
    { envelope: text(ID('env')) },
    ({ envelope }) => `The sponsor that offers has no envelope ${envelope}.`,
    'Offer from an envelope of the sponsor itself.',
    { at: '/envelope' },
  ),
  MandateIsNotPublished: conflict(
    'The mandate takes no new offers',
    { mandate: text(ID('man')), status: text('paused') },
    ({ status }) => `The mandate is ${status}, and new offers are made under a published mandate.`,
    'Resume the mandate, or offer under another.',
    { at: '/mandate' },
  ),
  MandateDoesNotMatch: conflict(
    'The mandate does not fit the project',
    { missed: texts('country', 'theme') },
    ({ missed }) => `The mandate and the project do not agree in ${joined(missed)}.`,
    'See /v1/mandates/{id}/matches/{project} for what each side says, or offer under another mandate.',
    { at: '/mandate' },
  ),
  AmountIsOutsideTheTicket: invalid(
    'The amount is outside of the ticket',
    { minimum: money('25210000.00'), maximum: money('1000000000.00'), amount: money('1.00') },
    ({ minimum, maximum, amount }) =>
      `${spoken(amount)} is not within the ticket of the mandate, ${spoken(minimum)} to ${spoken(maximum)}.`,
    'Give an amount within the ticket.',
    { at: '/amount/amount' },
  ),
  AmountExceedsTheGap: conflict(
    'The amount exceeds what is still open',
    { gap: maybe(money('10000000.00')), amount: money('30000000.00') },
    // Rivals are not told how much is open.
    ({ gap, amount }) =>
      `${spoken(amount)} is more than ${gap ? `the ${spoken(gap)} of the target that are` : 'what of the target is'} still open.`,
    'Agree on an amount within the gap.',
    { at: '/amount/amount' },
  ),
  AmountIsTheSame: invalid(
    'The terms are the same',
    { amount: money('30000000.00') },
    ({ amount }) => `The present terms say ${spoken(amount)} already, and nothing else is asked for.`,
    'Accept them, or give another amount or other terms.',
    { at: '/amount/amount' },
  ),
  LoanTermsDoNotFit: invalid(
    'Terms of a loan are of a loan alone',
    { instrument: text('loan') },
    ({ instrument }) =>
      instrument === 'loan'
        ? 'The offer is a loan and says nothing of its rate and repayment.'
        : `The offer is ${instrument}, which has no terms of a loan.`,
    'Give the terms of the loan where the instrument is a loan, and leave them out of any other.',
    { at: '/financing/loan' },
  ),
  GuaranteeTermsDoNotFit: invalid(
    'Terms of a guarantee are of a guarantee alone',
    { instrument: text('grant') },
    ({ instrument }) =>
      instrument === 'guarantee'
        ? 'The offer is a guarantee and says nothing of its fee and tenor.'
        : `The offer is ${instrument}, which has no terms of a guarantee.`,
    'Give the terms of the guarantee where the instrument is a guarantee, and leave them out of any other.',
    { at: '/financing/guarantee' },
  ),
  IndexDoesNotFit: invalid(
    'The index does not fit the rate',
    { rate: text('index') },
    ({ rate }) =>
      rate === 'index'
        ? 'The rate follows an index, and it is not said which, or not what it is now.'
        : 'The rate is fixed, and an index is named.',
    'Name the index with what it is now where the rate follows it, and leave both out of a fixed rate.',
    { at: '/financing/loan/index' },
  ),
  GraceIsTooLong: invalid(
    'The grace period is as long as the loan',
    { graceMonths: whole(60), tenorMonths: whole(60) },
    ({ graceMonths, tenorMonths }) => `The grace period has ${graceMonths} months, and the loan ${tenorMonths}.`,
    'Give a grace period that ends before the loan does.',
    { at: '/financing/loan/graceMonths' },
  ),
  MonthsDoNotFit: invalid(
    'The months do not fit the payments',
    { months: whole(20), every: whole(6) },
    ({ months, every }) => `A payment falls due every ${every} months, and ${months} months are no multiple of that.`,
    'Give tenor and grace period in whole periods of payment.',
    { at: '/financing/loan/tenorMonths' },
  ),
  OfferIsUnknown: notFound(
    'There is no such offer in this round',
    { offer: text(ID('off')) },
    ({ offer }) => `The round has no offer ${offer}.`,
    'See the offers of the round.',
  ),
  OfferInStatus: conflict(
    'The offer is not open for this',
    { status: text('proposed') },
    ({ status }) =>
      status === 'proposed' ? 'The offer is proposed: its budget is being reserved.' : `The offer is ${status}, which does not allow this.`,
    ({ status }) =>
      status === 'proposed' ? 'Wait a moment, and send this again: it becomes live or is refused.' : 'Read the offer for where it stands.',
    { retryAfter: ({ status }) => (status === 'proposed' ? SOON : undefined) },
  ),
  OfferEndsInThePast: invalid(
    'The offer would end in the past',
    { expiresAt: text('2026-01-31T23:59:59.999Z') },
    ({ expiresAt }) => `${expiresAt} is over.`,
    'Give a later last day, or none: then the offer lasts as long as its round.',
    { at: '/validUntil' },
  ),
  OfferHasExpired: conflict(
    'The offer has expired',
    { expiresAt: text('2027-01-31T23:59:59.999Z') },
    ({ expiresAt }) => `The offer was good until ${expiresAt}.`,
    'The sponsor may make a new one.',
  ),
  OfferHasNotExpired: conflict(
    'The offer has not expired',
    { expiresAt: text('2027-01-31T23:59:59.999Z') },
    ({ expiresAt }) => (expiresAt === '' ? 'The offer lasts as long as its round.' : `The offer is good until ${expiresAt}.`),
    'It expires by itself.',
  ),
  FundingIsSealed: conflict(
    'An agreement is being made of this round',
    {},
    'What was approved is fixed, because an agreement is being made of it.',
    'A sponsor that steps back declines to sign the agreement.',
  ),
  FundingIsNotApproved: conflict(
    'The round is not approved yet',
    { status: text('closed') },
    ({ status }) => `The funding round is ${status}.`,
    'Every accepted offer has to be approved first.',
  ),
  TermsAreOfAnotherVersion: conflict(
    'The terms have changed',
    { terms: whole(2) },
    ({ terms }) => `The offer is at version ${terms} of its terms.`,
    ({ terms }) => `Read the present terms, and answer them with "terms": ${terms}.`,
    { at: '/terms' },
  ),
} satisfies Record<string, Entry>;
