import { financingFault, isSame } from '@junkan/kit/finance/financing.ts';
import { type CalendarDate, dateOf, daysAfter, type Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { limitBelow, type Rules } from '@junkan/kit/pure/limits.ts';
import { type Money, money } from '@junkan/kit/pure/money.ts';
import { type Actor, kindOf, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/matching/v1/roles.ts';
import type { Budget, CommandOf, OfferCommand, OfferFacts, Ticket } from './commands.ts';
import {
  committedBy,
  type Event,
  type FundingRound,
  fundedBy,
  gap,
  isAccepted,
  isUndecided,
  type Offer,
  type Rejection,
  type Side,
  type Terms,
} from './funding.ts';

type Decided = Decision<Event, Rejection>;

/** What becomes of one offer of a round that has been opened. */
export function decideOffer(command: OfferCommand, state: FundingRound): Decided {
  if (command.type === 'ProposeOffer') return propose(command, state);
  const offer = seenBy(command.by, state.offers.get(command.offer));
  const refusal = notAllowedTo(command, offer, state) ?? otherSide(command.by, state);
  if (refusal) return refuse(refusal);
  if (!offer) return refuse({ type: 'OfferIsUnknown', offer: command.offer });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'BackOffer':
      return back(command, offer, state);
    case 'RefuseBacking':
      return refuseBacking(command, offer);
    case 'AcceptOffer':
      return acceptOffer(command, offer, state);
    case 'CounterOffer':
      return counter(command, offer, state);
    case 'DeclineOffer':
      return decline(command, offer);
    case 'RetractOffer':
      return retract(command, offer);
    case 'ExpireOffer':
      return expire(command, offer);
    case 'ApproveOffer':
      return approve(command, offer, state);
    case 'WithdrawOffer':
      return withdraw(command, offer, state);
  }
}

/** An offer is nothing that another sponsor knows of. */
const seenBy = ({ organisation }: Actor, offer: Offer | undefined): Offer | undefined =>
  kindOf(organisation) === 'sponsor' && offer?.sponsor !== organisation ? undefined : offer;

/** Whose command each one is. */
function notAllowedTo({ type, by }: Exclude<OfferCommand, CommandOf<'ProposeOffer'>>, offer: Offer | undefined, state: FundingRound) {
  switch (type) {
    case 'BackOffer':
    case 'RefuseBacking':
    case 'ExpireOffer':
      return notAllowed(by, ['system.workflow']);
    case 'AcceptOffer':
    case 'CounterOffer':
      return notTheOtherSide(by, offer, state);
    case 'DeclineOffer':
      return notAllowed(by, ROLES.DeclineOffer, state.proposer);
    case 'RetractOffer':
      return notAllowed(by, ROLES.RetractOffer, offer?.sponsor);
    case 'ApproveOffer':
      return notAllowed(by, ROLES.ApproveOffer, offer?.sponsor);
    case 'WithdrawOffer':
      return isWorkflow(by) ? undefined : notAllowed(by, ROLES.WithdrawOffer, offer?.sponsor);
  }
}

/** Nobody acts for two sides of a round. */
function otherSide({ person, organisation }: Actor, { actedFor }: FundingRound): Rejection | undefined {
  const before = actedFor.get(person);
  return before === undefined || before === organisation ? undefined : { type: 'PersonActsForAnother', person };
}

const isWorkflow = ({ roles }: Actor): boolean => roles.includes('system.workflow');

/** Terms are answered by the side that did not make them. */
const notTheOtherSide = (by: Actor, offer: Offer | undefined, state: FundingRound): NotAllowed | undefined =>
  offer?.side === 'proposer' ? notAllowed(by, ['sponsor.officer'], offer.sponsor) : notAllowed(by, ['proposer.officer'], state.proposer);

function propose({ type, offer, facts, now, by, ...proposed }: CommandOf<'ProposeOffer'>, state: FundingRound): Decided {
  const { amount, financing, expiresAt } = proposed;
  const { sponsor, mandate, mandateRevision, envelope } = facts;
  const refusal = notAllowed(by, ROLES.ProposeOffer, sponsor) ?? otherSide(by, state);
  if (refusal) return refuse(refusal);
  if (state.offers.has(offer)) return alreadyApplied;
  if (state.status !== 'open') return refuse({ type: 'FundingIsNotOpen', status: state.status });
  if (now >= state.deadline) return refuse({ type: 'RoundIsOver', deadline: state.deadline });
  const fault =
    factsFault(facts) ??
    (financing && financingFault(financing)) ??
    amountFault({ amount, financing }, facts, state, by) ??
    periodFault(facts, dateOf(now)) ??
    budgetFault(amount, facts.budget, dateOf(now));
  if (fault) return refuse(fault);
  if (expiresAt !== '' && expiresAt <= now) return refuse({ type: 'OfferEndsInThePast', expiresAt });
  if (expiresAt > state.deadline) return refuse({ type: 'OfferOutlivesTheRound', expiresAt, deadline: state.deadline });
  const under = { sponsor, mandate, mandateRevision, envelope };
  const { conversion } = facts.budget;
  return accept({ type: 'OfferProposed', offer, ...under, ...proposed, conversion, terms: 1, by: by.person });
}

function factsFault(facts: OfferFacts): Rejection | undefined {
  if (facts.mandateSponsor !== facts.sponsor) return { type: 'MandateIsNotTheSponsors', mandate: facts.mandate };
  if (facts.mandateStatus !== 'published') return { type: 'MandateIsNotPublished', mandate: facts.mandate, status: facts.mandateStatus };
  // The owner of an envelope is not disclosed to others.
  if (facts.envelopeSponsor !== facts.sponsor) return { type: 'EnvelopeIsUnknown', envelope: facts.envelope };
  return facts.missed.length > 0 ? { type: 'MandateDoesNotMatch', missed: facts.missed } : undefined;
}

/** Why terms cannot be converted to the currency of the budget. */
function budgetFault({ currency: from }: Money, { currency: to, conversion }: Budget, day: CalendarDate): Rejection | undefined {
  if (from === to) return undefined;
  if (!conversion) return { type: 'RateIsMissing', from, to, day };
  return conversion.amount.amount > 0n ? undefined : { type: 'AmountIsNotPositive', ...conversion.amount };
}

function periodFault({ periodStart, periodEnd }: OfferFacts, today: CalendarDate): Rejection | undefined {
  const isWithin = today >= periodStart && (periodEnd === '' || today <= periodEnd);
  return isWithin ? undefined : { type: 'OutsideThePeriodOfTheEnvelope', today, periodStart, periodEnd };
}

function amountFault(asking: Terms, { ticketMinimum, ticketMaximum }: Ticket, state: FundingRound, by: Actor): Rejection | undefined {
  const { amount, currency: asked } = asking.amount;
  const { currency } = state.target;
  const [minimum, maximum] = [ticketMinimum.amount, ticketMaximum.amount];
  if (asked !== currency) return { type: 'WrongCurrency', currency };
  if (amount <= 0n) return { type: 'AmountIsNotPositive', amount, currency };
  if (amount < minimum || amount > maximum) return { type: 'AmountIsOutsideTheTicket', minimum, maximum, amount, currency };
  return tooMuch(asking, state, by);
}

/**
 * Whether terms bring more money than the target still needs; guarantees and contributions in kind bring none. The open amount is disclosed to the
 * parties; to a rival it would reveal the accepted amounts of others.
 */
function tooMuch(asked: Terms, state: FundingRound, { organisation }: Actor): Rejection | undefined {
  if (fundedBy(asked) <= gap(state)) return undefined;
  const isParty =
    organisation === state.proposer || [...state.offers.values()].some((each) => each.sponsor === organisation && isAccepted(each));
  return { type: 'AmountExceedsTheGap', ...asked.amount, ...(isParty || state.accepted === 0n ? { gap: gap(state) } : {}) };
}

function back({ terms, now }: CommandOf<'BackOffer'>, offer: Offer, state: FundingRound): Decided {
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (offer.status === 'live' || isAccepted(offer)) return alreadyApplied;
  if (offer.status !== 'proposed') return refuse({ type: 'OfferInStatus', status: offer.status });
  const backed: Event = { type: 'OfferBacked', offer: offer.id, terms };
  // Where another offer has taken too much of the gap meanwhile, the terms stand and wait for an answer again.
  const isTaken = offer.agreedBy !== '' && fundedBy(offer) <= gap(state);
  return isTaken ? accept(backed, ...acceptance(offer, { by: offer.agreedBy, at: now }, state)) : accept(backed);
}

function refuseBacking({ terms, left }: CommandOf<'RefuseBacking'>, offer: Offer): Decided {
  // Terms that fell back are a version of their own, so the refusal that made them fall is one before.
  if (offer.status === 'live' && offer.terms === terms + 1) return alreadyApplied;
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (offer.status === 'refused') return alreadyApplied;
  return offer.status === 'proposed'
    ? accept({ type: 'BackingRefused', offer: offer.id, terms, left })
    : refuse({ type: 'OfferInStatus', status: offer.status });
}

function acceptOffer({ terms, budget, now, by }: CommandOf<'AcceptOffer'>, offer: Offer, state: FundingRound): Decided {
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  if (isAccepted(offer) || (offer.status === 'proposed' && offer.agreedBy === by.person)) return alreadyApplied;
  const fault = lateness(now, offer, state) ?? tooMuch(offer, state, by);
  if (fault) return refuse(fault);
  if (!offer.earlier) return accept(...acceptance(offer, { by: by.person, at: now }, state));
  // Budget backs other terms: it has to follow before the offer counts.
  const missing = budgetFault(offer.amount, budget, dateOf(now));
  if (missing) return refuse(missing);
  const { conversion } = budget;
  return accept({ type: 'OfferAgreed', offer: offer.id, terms, conversion, by: by.person });
}

type Said = { readonly by: string; readonly at: Instant };

function acceptance(offer: Offer, said: Said, state: FundingRound): Event[] {
  const { id, terms } = offer;
  const accepted: Event = { type: 'OfferAccepted', offer: id, terms, ...said };
  return fundedBy(offer) === gap(state) ? [accepted, { type: 'FundingReachedTarget', accepted: state.target }] : [accepted];
}

function counter(
  { terms, note, ticket, budget, now, by, ...asked }: CommandOf<'CounterOffer'>,
  offer: Offer,
  state: FundingRound,
): Decided {
  const { amount, financing } = asked;
  const side: Side = offer.side === 'sponsor' ? 'proposer' : 'sponsor';
  if (offer.terms !== terms) return refuse({ type: 'TermsAreOfAnotherVersion', terms: offer.terms });
  const fault =
    lateness(now, offer, state) ??
    (financing && financingFault(financing)) ??
    amountFault({ amount, financing: financing ?? offer.financing }, ticket, state, by) ??
    // What the proposer asks for uses no budget, and the proposer learns nothing of the budget.
    (side === 'sponsor' ? budgetFault(amount, budget, dateOf(now)) : undefined);
  if (fault) return refuse(fault);
  if (amount.amount === offer.amount.amount && isSame(financing, offer.financing)) return refuse({ type: 'AmountIsTheSame', ...amount });
  const conversion = side === 'sponsor' ? budget.conversion : undefined;
  return accept({ type: 'OfferCountered', offer: offer.id, amount, financing, conversion, terms: terms + 1, side, note, by: by.person });
}

/** Why terms can be answered no more, or not yet. */
function lateness(now: Instant, { status, expiresAt }: Offer, state: FundingRound): Rejection | undefined {
  if (state.status !== 'open') return { type: 'FundingIsNotOpen', status: state.status };
  if (now >= state.deadline) return { type: 'RoundIsOver', deadline: state.deadline };
  if (status !== 'live') return { type: 'OfferInStatus', status };
  return expiresAt !== '' && now >= expiresAt ? { type: 'OfferHasExpired', expiresAt } : undefined;
}

function decline({ note, by }: CommandOf<'DeclineOffer'>, offer: Offer): Decided {
  if (offer.status === 'declined') return alreadyApplied;
  return offer.status === 'live'
    ? accept({ type: 'OfferDeclined', offer: offer.id, note, by: by.person })
    : refuse({ type: 'OfferInStatus', status: offer.status });
}

function retract({ note, by }: CommandOf<'RetractOffer'>, offer: Offer): Decided {
  if (offer.status === 'retracted') return alreadyApplied;
  return isUndecided(offer)
    ? accept({ type: 'OfferRetracted', offer: offer.id, note, by: by.person })
    : refuse({ type: 'OfferInStatus', status: offer.status });
}

function expire({ now }: CommandOf<'ExpireOffer'>, offer: Offer): Decided {
  const { expiresAt, status } = offer;
  if (status === 'expired') return alreadyApplied;
  if (!isUndecided(offer)) return refuse({ type: 'OfferInStatus', status });
  return expiresAt === '' || now < expiresAt
    ? refuse({ type: 'OfferHasNotExpired', expiresAt })
    : accept({ type: 'OfferExpired', offer: offer.id });
}

/**
 * The sponsor's own approver confirms the offer; two of them where all that the sponsor offers in the round is above a limit of its own; never a person who had a part in its terms, nor where due
 * diligence stops it.
 */
function approve({ dueDiligence, rules, now, by }: CommandOf<'ApproveOffer'>, offer: Offer, state: FundingRound): Decided {
  if (offer.status === 'approved') return alreadyApplied;
  if (state.status !== 'closed') return refuse({ type: 'FundingIsNotClosed', status: state.status });
  if (offer.status !== 'accepted') return refuse({ type: 'OfferInStatus', status: offer.status });
  if (offer.preparedBy.includes(by.person)) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  const { stops, ...diligence } = dueDiligence;
  if (stops) return refuse({ type: 'SubjectIsNotClear', subject: state.proposer, ...diligence });
  const { firstApproval: first } = offer;
  if (first?.by === by.person) return alreadyApplied;
  const { edition } = rules;
  const whole = committedBy(state, offer.sponsor);
  const measured = ({ currency }: Money): Money => money(whole.get(currency) ?? 0n, currency);
  const limit = limitOf(offer, rules, whole);
  const said = { offer: offer.id, by: by.person };
  if (limit && !first) return accept({ type: 'OfferApprovedOnce', ...said, limit, rules: edition, at: now, measured: measured(limit) });
  return accept({ type: 'OfferApproved', ...said, ...(edition > 0 ? { rules: edition, measured: measured(offer.amount) } : {}) });
}

/**
 * The limit that all which the sponsor offers in the round is above: in its currency, or in that of a budget which it takes of. An offer is one matter in both, so
 * that a limit in one of them is enough; where there is none in either, it is zero.
 */
function limitOf({ amount, conversion }: Offer, rules: Rules, whole: ReadonlyMap<string, bigint>): Money | undefined {
  const isLimited = (currency: string): boolean => rules.limits.some((limit) => limit.currency === currency);
  const above = [...whole].filter(([currency]) => isLimited(currency)).map(([currency, sum]) => limitBelow(rules, money(sum, currency)));
  const own = [amount.currency, ...(conversion ? [conversion.amount.currency] : [])];
  return above.find((limit) => limit !== undefined) ?? (own.some(isLimited) ? undefined : limitBelow(rules, amount));
}

/**
 * A co-funder takes back what was accepted, or its approver will not confirm it. After the close this reopens the gap in
 * the same round, which closes again at once where all money is there without it; the other offers stand. Once the round is sealed its agreement leads: a sponsor then declines to sign, and
 * the workflow withdraws for it.
 */
function withdraw({ note, reopenedDays, now, by }: CommandOf<'WithdrawOffer'>, offer: Offer, state: FundingRound): Decided {
  if (offer.status === 'withdrawn') return alreadyApplied;
  if (!isAccepted(offer)) return refuse({ type: 'OfferInStatus', status: offer.status });
  if (!isWorkflow(by) && state.sealed) return refuse({ type: 'FundingIsSealed' });
  const withdrawn: Event = { type: 'OfferWithdrawn', offer: offer.id, note, by: by.person };
  if (state.status === 'open') return accept(withdrawn);
  const open = money(gap(state) + fundedBy(offer), offer.amount.currency);
  const deadline = latest(daysAfter(now, reopenedDays), state.deadline);
  const reached: Event[] = open.amount > 0n ? [] : [{ type: 'FundingReachedTarget', accepted: state.target }];
  return accept<Event>(withdrawn, { type: 'FundingGapReopened', gap: open, deadline, reopened: state.reopened + 1 }, ...reached);
}

const latest = (a: Instant, b: Instant): Instant => (a > b ? a : b);
