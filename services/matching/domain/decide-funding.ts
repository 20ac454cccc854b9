import { type Actor, notAllowed } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadySo, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { type Event, gap, isAccepted, isUndecided, type Offer, type OfferId, type Raising, type Rejection, type State } from './funding.ts';

/** What the project said when the funding was opened. */
export type ProjectFacts = {
  project: string;
  status: string;
  round: number;
  proposer: string;
  target: Money;
  minimumCloseBasisPoints: number;
  deadline: Instant;
};

/** What is true of the mandate and the envelope that an offer names, and whether the mandate matches the project. */
export type OfferFacts = {
  sponsor: string;
  mandate: string;
  mandateSponsor: string;
  ticketMinimum: Money;
  ticketMaximum: Money;
  envelope: string;
  envelopeSponsor: string;
  /** Codes of the hard constraints that the pair misses; none = it matches. */
  missed: readonly string[];
};

export type Command =
  | { type: 'OpenFunding'; facts: ProjectFacts; by: Actor }
  | { type: 'ProposeOffer'; offer: OfferId; amount: Money; facts: OfferFacts; now: Instant; by: Actor }
  | { type: 'BackOffer'; offer: OfferId; terms: number; by: Actor }
  | { type: 'RefuseBacking'; offer: OfferId; terms: number; left: Money; by: Actor }
  | { type: 'AcceptOffer'; offer: OfferId; terms: number; now: Instant; by: Actor }
  | { type: 'DeclineOffer'; offer: OfferId; note: string; by: Actor }
  | { type: 'RetractOffer'; offer: OfferId; note: string; by: Actor }
  | { type: 'CloseFunding'; now: Instant; by: Actor }
  | { type: 'ApproveOffer'; offer: OfferId; by: Actor };

type Decided = Decision<Event, Rejection>;
type Of<Type> = Extract<Command, { type: Type }>;

export function decide(command: Command, state: State): Decided {
  if (command.type === 'OpenFunding') return open(command, state);
  if (state.status === 'absent') return refuse({ type: 'FundingIsNotOpen', status: state.status });
  switch (command.type) {
    case 'ProposeOffer':
      return propose(command, state);
    case 'BackOffer':
      return back(command, state);
    case 'RefuseBacking':
      return refuseBacking(command, state);
    case 'AcceptOffer':
      return acceptOffer(command, state);
    case 'DeclineOffer':
      return decline(command, state);
    case 'RetractOffer':
      return retract(command, state);
    case 'CloseFunding':
      return close(command, state);
    case 'ApproveOffer':
      return approve(command, state);
  }
}

function open({ facts, by }: Of<'OpenFunding'>, state: State): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  const { project, status, round, proposer, target, minimumCloseBasisPoints, deadline } = facts;
  if (state.status !== 'absent')
    return state.project === project && state.round === round ? alreadySo : refuse({ type: 'FundingIsOpenedAlready' });
  if (status !== 'open') return refuse({ type: 'ProjectIsNotOpenToSponsors', status });
  // Rounded up: a round never closes below the share that was asked for.
  const minimumClose = money((target.amount * BigInt(minimumCloseBasisPoints) + 9_999n) / 10_000n, target.currency);
  return accept({ type: 'FundingOpened', project, round, proposer, target, minimumClose, deadline });
}

function propose({ offer, amount, facts, now, by }: Of<'ProposeOffer'>, state: Raising): Decided {
  const { sponsor, mandate, envelope } = facts;
  const refusal = notAllowed(by, ['sponsor.officer'], sponsor);
  if (refusal) return refuse(refusal);
  if (state.offers.has(offer)) return alreadySo;
  if (state.status !== 'open') return refuse({ type: 'FundingIsNotOpen', status: state.status });
  if (now >= state.deadline) return refuse({ type: 'RoundIsOver', deadline: state.deadline });
  const fault = termsFault(amount, facts, state);
  return fault ? refuse(fault) : accept({ type: 'OfferProposed', offer, sponsor, mandate, envelope, amount, terms: 1, by: by.person });
}

function termsFault(amount: Money, facts: OfferFacts, state: Raising): Rejection | undefined {
  const { currency } = state.target;
  if (facts.mandateSponsor !== facts.sponsor) return { type: 'MandateIsNotTheSponsors', mandate: facts.mandate };
  if (facts.envelopeSponsor !== facts.sponsor) return { type: 'EnvelopeIsNotTheSponsors', envelope: facts.envelope };
  if (facts.missed.length > 0) return { type: 'MandateDoesNotMatch', missed: facts.missed };
  if (amount.currency !== currency) return { type: 'CurrencyIsAnother', currency };
  if (amount.amount <= 0n) return { type: 'AmountIsNotPositive', amount: amount.amount };
  const minimum = facts.ticketMinimum.amount;
  const maximum = facts.ticketMaximum.amount;
  if (amount.amount < minimum || amount.amount > maximum)
    return { type: 'AmountIsOutsideTheTicket', minimum, maximum, amount: amount.amount, currency };
  if (amount.amount > gap(state)) return { type: 'AmountExceedsTheGap', gap: gap(state), amount: amount.amount, currency };
  return undefined;
}

function back({ offer: id, terms, by }: Of<'BackOffer'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['system.workflow']) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (offer.status === 'live' || isAccepted(offer)) return alreadySo;
  return offer.status === 'proposed'
    ? accept({ type: 'OfferBacked', offer: id, terms })
    : refuse({ type: 'OfferIs', status: offer.status });
}

function refuseBacking({ offer: id, terms, left, by }: Of<'RefuseBacking'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['system.workflow']) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (offer.status === 'refused') return alreadySo;
  return offer.status === 'proposed'
    ? accept({ type: 'BackingRefused', offer: id, terms, left })
    : refuse({ type: 'OfferIs', status: offer.status });
}

function acceptOffer({ offer: id, terms, now, by }: Of<'AcceptOffer'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['proposer.officer'], state.proposer) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (isAccepted(offer)) return alreadySo;
  if (state.status !== 'open') return refuse({ type: 'FundingIsNotOpen', status: state.status });
  if (now >= state.deadline) return refuse({ type: 'RoundIsOver', deadline: state.deadline });
  if (offer.status !== 'live') return refuse({ type: 'OfferIs', status: offer.status });
  const { amount, currency } = offer.amount;
  if (amount > gap(state)) return refuse({ type: 'AmountExceedsTheGap', gap: gap(state), amount, currency });
  const accepted = accept<Event>({ type: 'OfferAccepted', offer: id, terms, by: by.person });
  return amount === gap(state) ? accept(...accepted.events, { type: 'FundingReachedTarget', accepted: state.target }) : accepted;
}

function decline({ offer: id, note, by }: Of<'DeclineOffer'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['proposer.officer'], state.proposer) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.status === 'declined') return alreadySo;
  return offer.status === 'live'
    ? accept({ type: 'OfferDeclined', offer: id, note, by: by.person })
    : refuse({ type: 'OfferIs', status: offer.status });
}

function retract({ offer: id, note, by }: Of<'RetractOffer'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['sponsor.officer'], offer?.sponsor) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.status === 'retracted') return alreadySo;
  return isUndecided(offer)
    ? accept({ type: 'OfferRetracted', offer: id, note, by: by.person })
    : refuse({ type: 'OfferIs', status: offer.status });
}

/** The one closing decision: enough was accepted, or every offer ends. */
function close({ now, by }: Of<'CloseFunding'>, state: Raising): Decided {
  const refusal = notAllowed(by, ['system.workflow']);
  if (refusal) return refuse(refusal);
  if (state.status === 'closed' || state.status === 'approved' || state.status === 'fell-short') return alreadySo;
  if (state.status === 'open' && now < state.deadline) return refuse({ type: 'RoundIsNotOver', deadline: state.deadline });
  const offers = [...state.offers.values()];
  const accepted = money(state.accepted, state.target.currency);
  const enough = state.accepted > 0n && state.accepted >= state.minimumClose.amount;
  if (enough) return accept({ type: 'FundingClosed', accepted, ended: offers.filter(isUndecided).map(({ id }) => id) });
  const ended = offers.filter((offer) => isUndecided(offer) || isAccepted(offer)).map(({ id }) => id);
  return accept({ type: 'FundingFellShort', accepted, minimumClose: state.minimumClose, ended });
}

/** The sponsor's own approver confirms the offer; never the person who proposed it. */
function approve({ offer: id, by }: Of<'ApproveOffer'>, state: Raising): Decided {
  const offer = state.offers.get(id);
  const refusal = notAllowed(by, ['sponsor.approver'], offer?.sponsor) ?? offerFault(id, offer);
  if (refusal || !offer) return refuse(refusal ?? { type: 'OfferIsUnknown', offer: id });
  if (offer.status === 'approved') return alreadySo;
  if (state.status !== 'closed') return refuse({ type: 'FundingIsNotClosed', status: state.status });
  if (offer.status !== 'accepted') return refuse({ type: 'OfferIs', status: offer.status });
  if (offer.proposedBy === by.person) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  return accept({ type: 'OfferApproved', offer: id, by: by.person });
}

const offerFault = (id: OfferId, offer: Offer | undefined): Rejection | undefined =>
  offer ? undefined : { type: 'OfferIsUnknown', offer: id };
