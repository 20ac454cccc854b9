import { conflict, type Entry, invalid, notFound } from './entry.ts';
import { ID, money, spoken, text, whole } from './facts.ts';

const BY_ITSELF = 'The workflow of the round sees to it: nothing is to be done.';

/** What the registry of sponsors refuses: mandates, budgets, due diligence. */
export const sponsor = {
  SponsorIsRegistered: conflict(
    'The sponsor is registered already',
    { name: text('Green Fund') },
    ({ name }) => `${name} is registered under this identifier.`,
    'Send another Idempotency-Key to register another sponsor.',
  ),
  SponsorIsUnknown: notFound(
    'There is no such sponsor',
    { sponsor: text(ID('spo')) },
    ({ sponsor }) => `No sponsor ${sponsor} is registered.`,
    'Check the identifier; the secretariat registers sponsors.',
  ),
  MandateIsPublished: conflict(
    'The mandate is published already',
    {},
    'A mandate with this identifier is published.',
    'Publish another, with a new Idempotency-Key.',
  ),
  CountriesAreMissing: invalid('The countries are missing', {}, 'A mandate names the countries that it covers.', 'Name at least one.', {
    lacks: '/terms/countries',
  }),
  TicketIsNotPositive: invalid(
    'The smallest ticket is not positive',
    { minimum: money('0.00') },
    ({ minimum }) => `The smallest ticket of ${spoken(minimum)} is not more than zero.`,
    'Give an amount above zero.',
    { at: '/terms/ticketMinimum/amount' },
  ),
  TicketBoundsAreReversed: invalid(
    'The bounds of the ticket are reversed',
    { minimum: money('2000000.00'), maximum: money('1000000.00') },
    ({ minimum, maximum }) => `The smallest ticket of ${spoken(minimum)} is above the largest of ${spoken(maximum)}.`,
    'Give a largest ticket that is no less than the smallest.',
    { at: '/terms/ticketMaximum/amount' },
  ),
  EnvelopeIsOpen: conflict(
    'The budget is open already',
    {},
    'An envelope with this identifier is open.',
    'Open another, with a new Idempotency-Key.',
  ),
  EnvelopeIsNotOpen: notFound('There is no such budget', {}, 'No envelope has this identifier.', 'See the envelopes of the sponsor.'),
  EnvelopeIsOfAnotherSponsor: conflict(
    'The budget is of another sponsor',
    { sponsor: text(ID('spo')) },
    'The envelope is of another sponsor than the offer.',
    'Offer from an envelope of the sponsor itself.',
  ),
  EnvelopeIsInAnotherCurrency: conflict(
    'The budget is in another currency',
    { currency: text('EUR') },
    ({ currency }) => `The envelope is in ${currency}.`,
    'Offer from an envelope in the currency of the offer.',
  ),
  BudgetIsNotEnough: conflict(
    'The budget is not enough',
    { asked: money('30000000.00'), left: money('12000000.00') },
    ({ asked, left }) => `${spoken(asked)} are asked for, and ${spoken(left)} are left in the envelope.`,
    'Offer less, or from another envelope.',
  ),
  OfferHoldsAnotherAmount: conflict(
    'The offer holds another amount',
    { offer: text(ID('off')), amount: money('30000000.00') },
    ({ offer, amount }) => `The offer ${offer} holds ${spoken(amount)} of the envelope.`,
    BY_ITSELF,
  ),
  OfferIsReleased: conflict(
    'The offer is released',
    { offer: text(ID('off')) },
    ({ offer }) => `The offer ${offer} has ended, and its budget is free again.`,
    BY_ITSELF,
  ),
  OfferIsCommitted: conflict(
    'The offer is committed',
    { offer: text(ID('off')), amount: money('30000000.00') },
    ({ offer, amount }) => `${spoken(amount)} of the envelope are committed for the offer ${offer}.`,
    BY_ITSELF,
  ),
  OfferHoldsNothing: conflict(
    'The offer holds no budget',
    { offer: text(ID('off')) },
    ({ offer }) => `The offer ${offer} holds nothing of the envelope.`,
    BY_ITSELF,
  ),
  OfferIsNotCommitted: conflict(
    'The offer is not committed',
    { offer: text(ID('off')) },
    ({ offer }) => `Nothing of the envelope is committed for the offer ${offer}.`,
    BY_ITSELF,
  ),
  KeptExceedsCommitment: conflict(
    'More would be kept than was committed',
    { offer: text(ID('off')), kept: money('30000000.00'), committed: money('12000000.00') },
    ({ offer, kept, committed }) => `${spoken(kept)} cannot be kept of the ${spoken(committed)} that are committed for the offer ${offer}.`,
    BY_ITSELF,
  ),
  PassportIsUnknown: notFound(
    'There is no such passport',
    {},
    'No due-diligence passport has this identifier.',
    'Ask for the due diligence first.',
  ),
  NoReviewIsAskedFor: conflict(
    'No review is asked for',
    { status: text('revoked') },
    ({ status }) => `The passport is ${status}, and nobody has asked for a review.`,
    'Ask for the due diligence first.',
  ),
  ValidUntilIsPast: invalid(
    'The last day is over',
    { validUntil: text('2026-01-31') },
    ({ validUntil }) => `${validUntil} is over.`,
    'Give a day to come.',
    { at: '/validUntil' },
  ),
  FlagIsGraver: conflict(
    'A graver flag stands',
    { level: text('red') },
    ({ level }) => `The passport is flagged ${level}, which is graver.`,
    'A new clearance takes a flag away.',
  ),
  NothingIsCleared: conflict(
    'There is no clearance',
    { status: text('requested') },
    ({ status }) => `The passport is ${status}, so there is no clearance that this could be about.`,
    'Read the passport for where it stands.',
  ),
  ClearanceIsAnother: conflict(
    'The clearance is another',
    { asked: whole(1), actual: whole(2) },
    ({ asked, actual }) => `This is about clearance ${asked}, and the passport is at clearance ${actual}.`,
    'Read the passport anew.',
  ),
  ClearanceHasNotExpired: conflict(
    'The clearance has not expired',
    { validUntil: text('2027-11-30') },
    ({ validUntil }) => `The clearance holds until the end of ${validUntil}.`,
    'It expires by itself.',
  ),
  ProjectIsOfAnother: conflict(
    'The project is of another proposer',
    { project: text(ID('prj')), proposer: text(ID('org')) },
    ({ project, proposer }) => `The project ${project} is of ${proposer}, whom this passport is not about.`,
    'Rely on the passport of the proposer of the project.',
    { at: '/project' },
  ),
} satisfies Record<string, Entry>;
