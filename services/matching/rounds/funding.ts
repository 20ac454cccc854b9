import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import { type Brings, broughtBy, type FinancialTerms, type FinancingFault, isFunded } from '@junkan/kit/finance/financing.ts';
import type { CalendarDate, Instant } from '@junkan/kit/pure/dates.ts';
import { type Money, total } from '@junkan/kit/pure/money.ts';
import type { NotAllowed } from '@junkan/proto/actor.ts';
import type { FundingFact } from '@junkan/proto/junkan/matching/v1/facts.ts';

/**
 * The round of one project's target in one round, with all its offers. Only money counts towards the target: guarantees and contributions in kind are
 * accepted in addition. Always true: what is accepted never exceeds the target; there is one closing decision, and one more for each time that a withdrawal reopened the gap; after it no
 * offer is left undecided.
 */
export type OfferId = `off_${string}`;

export type OfferStatus =
  | 'proposed'
  | 'live'
  | 'refused'
  | 'accepted'
  | 'declined'
  | 'retracted'
  | 'expired'
  | 'approved'
  | 'withdrawn'
  | 'lapsed';

/** Whose terms they are; the other side accepts or counters them. */
export type Side = 'sponsor' | 'proposer';

/** What its sponsor says of an offer. `expiresAt`: '' = it lapses with its round. */
export type Proposed = Terms & { readonly expiresAt: Instant | '' };

/** `financing`: nothing in offers of earlier versions. */
export type Terms = { readonly amount: Money; readonly financing: FinancialTerms | undefined };

/** What terms take of an envelope in another currency; nothing where it is in the same, and while the proposer asks for them. */
type Taking = { readonly conversion: Conversion | undefined };

export type Offer = Proposed &
  Taking & {
    readonly id: OfferId;
    readonly status: OfferStatus;
    readonly sponsor: string;
    readonly mandate: string;
    /** The terms of the mandate that it was made under, and stays under, by their number. */
    readonly mandateRevision: number;
    readonly envelope: string;
    /** Counts the versions of the terms, from 1. */
    readonly terms: number;
    readonly side: Side;
    /** The terms that budget backs, where the present ones are others: they hold again where no budget backs those. */
    readonly earlier: (Terms & Taking & { readonly side: Side }) | undefined;
    readonly proposedBy: string;
    /** Everybody who had a part in the terms, of either side: none of them approves. */
    readonly preparedBy: readonly string[];
    /** '' until it is accepted, and in rounds of earlier versions. */
    readonly acceptedAt: Instant | '';
    readonly approvedBy: string;
    /** The first of two approvals; absent if nobody has approved it, or one person was enough. */
    readonly firstApproval: FirstApproval | undefined;
    /** Who agreed for the sponsor to terms that budget is still to back; '' = nobody did. */
    readonly agreedBy: string;
    readonly reason: string;
  };

export type FirstApproval = { readonly by: string; readonly at: Instant; readonly limit: Money; readonly rules: number };

export type FundingRound = {
  readonly status: 'open' | 'target-reached' | 'closed' | 'approved' | 'fell-short' | 'cancelled';
  readonly project: string;
  readonly round: number;
  readonly proposer: string;
  readonly target: Money;
  readonly minimumClose: Money;
  readonly deadline: Instant;
  readonly offers: ReadonlyMap<OfferId, Offer>;
  /** For whom each person has acted in this round. */
  readonly actedFor: ReadonlyMap<string, string>;
  /** Of money, in minor units of the target's currency. */
  readonly accepted: bigint;
  /** How often a withdrawal has reopened the round. */
  readonly reopened: number;
  /** Whether an agreement is being made of what was approved. */
  readonly sealed: boolean;
  /** When it closed with enough; '' = not, or unknown. */
  readonly closedAt: Instant | '';
};
export type State = { readonly status: 'absent' } | FundingRound;

export type Event = FundingFact;

export type Rejection =
  | NotAllowed
  | FinancingFault
  | { type: 'FundingIsUnknown' }
  | { type: 'FundingIsOpenedAlready' }
  | { type: 'ProjectIsNotOpenToSponsors'; status: string }
  | { type: 'FundingIsNotOpen'; status: State['status'] }
  | { type: 'FundingIsNotClosed'; status: State['status'] }
  | { type: 'RoundIsOver'; deadline: Instant }
  | { type: 'RoundIsNotOver'; deadline: Instant }
  | { type: 'MandateIsNotTheSponsors'; mandate: string }
  | { type: 'EnvelopeIsUnknown'; envelope: string }
  | { type: 'MandateIsNotPublished'; mandate: string; status: string }
  | { type: 'MandateDoesNotMatch'; missed: readonly string[] }
  | { type: 'AmountIsOutsideTheTicket'; minimum: bigint; maximum: bigint; amount: bigint; currency: string }
  | { type: 'WrongCurrency'; currency: string }
  | { type: 'RateIsMissing'; from: string; to: string; day: CalendarDate }
  | { type: 'OutsideThePeriodOfTheEnvelope'; today: CalendarDate; periodStart: CalendarDate | ''; periodEnd: CalendarDate | '' }
  | { type: 'AmountIsNotPositive'; amount: bigint; currency: string }
  | { type: 'AmountExceedsTheGap'; gap?: bigint; amount: bigint; currency: string }
  | { type: 'AmountIsTheSame'; amount: bigint; currency: string }
  | { type: 'OfferIsUnknown'; offer: string }
  | { type: 'OfferInStatus'; status: OfferStatus }
  | { type: 'OfferEndsInThePast'; expiresAt: Instant }
  | { type: 'OfferOutlivesTheRound'; expiresAt: Instant; deadline: Instant }
  | { type: 'OfferHasExpired'; expiresAt: Instant }
  | { type: 'OfferHasNotExpired'; expiresAt: Instant | '' }
  | { type: 'FundingIsSealed' }
  | { type: 'FundingIsNotApproved'; status: State['status'] }
  | { type: 'TermsAreOfAnotherVersion'; terms: number }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'PersonActsForAnother'; person: string }
  | { type: 'SubjectIsNotClear'; subject: string; passport: string; level: string; validUntil: string };

export const initial: State = { status: 'absent' };

/** Minor units that can still be accepted. */
export const gap = ({ target, accepted }: FundingRound): bigint => target.amount - accepted;

/** The accepted share of the target in percent, rounded down to a multiple of ten: what rivals see while the round gathers money. */
export const acceptedPercent = ({ target, accepted }: Pick<FundingRound, 'target' | 'accepted'>): number =>
  target.amount > 0n ? Number((accepted * 10n) / target.amount) * 10 : 0;

/** What terms bring of the target, in minor units. */
export const fundedBy = (terms: Terms): bigint => (isFunded(terms) ? terms.amount.amount : 0n);

/** An offer that waits for a decision; after closing there is none. */
export const isUndecided = ({ status }: Offer): boolean => status === 'proposed' || status === 'live';
export const isAccepted = ({ status }: Offer): boolean => status === 'accepted' || status === 'approved';

/** What the accepted offers come to that bring this; nothing where there is none. */
export function acceptedOf({ offers, target }: Pick<FundingRound, 'offers' | 'target'>, brings: Brings): Money | undefined {
  const all = [...offers.values()].filter((offer) => isAccepted(offer) && broughtBy(offer.financing) === brings);
  const amounts = all.map(({ amount }) => amount);
  return amounts.length > 0 ? total(amounts, target.currency) : undefined;
}

/**
 * What the accepted offers of a sponsor come to, in minor units by currency: that of the round, and those of its budgets where they are others. Its limits
 * are compared with all of it, so that two offers are what one would be.
 */
export function committedBy({ offers }: Pick<FundingRound, 'offers'>, sponsor: string): ReadonlyMap<string, bigint> {
  const own = [...offers.values()].filter((offer) => offer.sponsor === sponsor && isAccepted(offer));
  const amounts = own.flatMap(({ amount, conversion }) => (conversion ? [amount, conversion.amount] : [amount]));
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return sums;
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'FundingOpened') {
    const { type, ...opened } = event;
    return { status: 'open', ...opened, offers: new Map(), actedFor: new Map(), accepted: 0n, reopened: 0, sealed: false, closedAt: '' };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a funding that was never opened`);
  return 'offer' in event ? acted(withOffer(state, event), event) : withRound(state, event);
}

/** Remembers for which side the person of an event has acted; the system acts for none. */
function acted(state: FundingRound, event: OfOffer): FundingRound {
  if (!isAct(event) || event.by.startsWith('system:')) return state;
  const { sponsor, side } = offerOf(state, event.offer);
  return { ...state, actedFor: new Map(state.actedFor).set(event.by, isOfProposer(event, side) ? state.proposer : sponsor) };
}

/** Whether the proposer's side did it. `side`: whose terms the offer has since. */
function isOfProposer({ type }: Act, side: Side): boolean {
  switch (type) {
    case 'OfferDeclined':
      return true;
    case 'OfferCountered':
      return side === 'proposer';
    case 'OfferAccepted':
      return side === 'sponsor';
    case 'OfferProposed':
    case 'OfferAgreed':
    case 'OfferRetracted':
    case 'OfferWithdrawn':
    case 'OfferApprovedOnce':
    case 'OfferApproved':
      return false;
  }
}
const isAct = (event: OfOffer): event is Act => 'by' in event;

type OfOffer = Extract<Event, { offer: OfferId }>;
type Act = Extract<OfOffer, { by: string }>;
type OfRound = Exclude<Event, OfOffer | { type: 'FundingOpened' }>;

function withRound(state: FundingRound, event: OfRound): FundingRound {
  switch (event.type) {
    case 'FundingReachedTarget':
      return { ...state, status: 'target-reached' };
    case 'FundingClosed':
      return whenApproved({ ...lapse(state, event.ended, 'round-closed'), status: 'closed', closedAt: event.at ?? '' });
    case 'FundingFellShort':
      return { ...lapse(state, event.ended, 'round-unfunded'), status: 'fell-short' };
    case 'FundingGapReopened':
      return { ...state, status: 'open', deadline: event.deadline, reopened: event.reopened, sealed: false, closedAt: '' };
    case 'FundingSealed':
      return { ...state, sealed: true };
    case 'FundingCancelled':
      return { ...lapse(state, event.ended, event.because), status: 'cancelled' };
  }
}

function withOffer(state: FundingRound, event: OfOffer): FundingRound {
  if (event.type === 'OfferProposed') {
    const { type, offer: id, by, mandateRevision, ...terms } = event;
    const nobody = { firstApproval: undefined, acceptedAt: '', approvedBy: '', agreedBy: '', reason: '', earlier: undefined } as const;
    const proposed = { ...nobody, status: 'proposed', side: 'sponsor', proposedBy: by, preparedBy: [by] } as const;
    return keeping(state, { id, ...terms, ...proposed, mandateRevision: mandateRevision || 1 });
  }
  const before = offerOf(state, event.offer);
  switch (event.type) {
    case 'OfferCountered':
      return keeping(state, countered(before, event));
    case 'OfferBacked':
      return keeping(state, { ...before, status: 'live', earlier: undefined, agreedBy: '' });
    case 'BackingRefused':
      return keeping(state, unbacked(before));
    case 'OfferAgreed':
      return keeping(state, agreed(before, event));
    case 'OfferAccepted': {
      const preparedBy = joined(before.preparedBy, event.by);
      return {
        ...keeping(state, { ...before, status: 'accepted', preparedBy, acceptedAt: event.at ?? '' }),
        accepted: state.accepted + fundedBy(before),
      };
    }
    case 'OfferDeclined':
      return keeping(state, { ...before, status: 'declined', reason: event.note });
    case 'OfferRetracted':
      return keeping(state, { ...before, status: 'retracted', reason: event.note });
    case 'OfferExpired':
      return keeping(state, { ...before, status: 'expired', reason: 'not-answered-in-time' });
    case 'OfferWithdrawn':
      return { ...keeping(state, { ...before, status: 'withdrawn', reason: event.note }), accepted: state.accepted - fundedBy(before) };
    case 'OfferApprovedOnce': {
      const { by, at, limit, rules } = event;
      return keeping(state, { ...before, firstApproval: { by, at, limit, rules } });
    }
    case 'OfferApproved':
      return whenApproved(keeping(state, { ...before, status: 'approved', approvedBy: event.by }));
  }
}

function countered(before: Offer, event: Extract<Event, { type: 'OfferCountered' }>): Offer {
  const { amount, terms, side, conversion, by } = event;
  const financing = event.financing ?? before.financing;
  const preparedBy = joined(before.preparedBy, by);
  const earlier = before.earlier ?? {
    amount: before.amount,
    financing: before.financing,
    conversion: before.conversion,
    side: before.side,
  };
  // What the proposer asks for takes none of the sponsor's budget until the sponsor agrees.
  const status = side === 'proposer' ? 'live' : 'proposed';
  return { ...before, status, amount, financing, conversion, terms, side, preparedBy, earlier };
}

const agreed = (before: Offer, { by, conversion }: Extract<Event, { type: 'OfferAgreed' }>): Offer => ({
  ...before,
  status: 'proposed',
  agreedBy: by,
  conversion,
  preparedBy: joined(before.preparedBy, by),
});

/** Without budget a first offer ends; new terms fall back to those that are backed, as a version of their own. */
const unbacked = ({ earlier, ...before }: Offer): Offer =>
  earlier
    ? { ...before, ...earlier, status: 'live', terms: before.terms + 1, earlier: undefined, agreedBy: '' }
    : { ...before, status: 'refused', reason: 'budget-not-enough', earlier };

/** A closed round is approved once the last of its accepted offers is. */
function whenApproved(state: FundingRound): FundingRound {
  const accepted = [...state.offers.values()].filter(isAccepted);
  const complete = state.status === 'closed' && accepted.every(({ status }) => status === 'approved');
  return complete ? { ...state, status: 'approved' } : state;
}

/** @throws for an offer that never was: a broken history, which is a bug. */
function offerOf(state: FundingRound, id: OfferId): Offer {
  const offer = state.offers.get(id);
  if (!offer) throw new Error(`the funding has no offer ${id}`);
  return offer;
}

const joined = (persons: readonly string[], person: string): readonly string[] =>
  persons.includes(person) ? persons : [...persons, person];
const keeping = (state: FundingRound, offer: Offer): FundingRound => ({ ...state, offers: new Map(state.offers).set(offer.id, offer) });
const lapse = (state: FundingRound, ended: readonly OfferId[], reason: string): FundingRound =>
  ended.reduce((after, id) => keeping(after, { ...offerOf(after, id), status: 'lapsed', reason }), state);
