import type { NotAllowed } from '@junkan/kit/pure/actor.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Money } from '@junkan/kit/pure/money.ts';

/**
 * The raising of one project's target in one round, with all its offers. Always true: what is accepted never exceeds
 * the target; there is one closing decision; after it no offer is left undecided.
 */
export type OfferId = `off_${string}`;

export type OfferStatus = 'proposed' | 'live' | 'refused' | 'accepted' | 'declined' | 'retracted' | 'approved' | 'lapsed';

export type Offer = {
  readonly id: OfferId;
  readonly status: OfferStatus;
  readonly sponsor: string;
  readonly mandate: string;
  readonly envelope: string;
  readonly amount: Money;
  /** Counts the versions of the terms, from 1. */
  readonly terms: number;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly reason: string;
};

export type Raising = {
  readonly status: 'open' | 'target-reached' | 'closed' | 'approved' | 'fell-short';
  readonly project: string;
  readonly round: number;
  readonly proposer: string;
  readonly target: Money;
  readonly minimumClose: Money;
  readonly deadline: Instant;
  readonly offers: ReadonlyMap<OfferId, Offer>;
  /** Minor units of the target's currency. */
  readonly accepted: bigint;
};
export type State = { readonly status: 'absent' } | Raising;

export type Event =
  | { type: 'FundingOpened'; project: string; round: number; proposer: string; target: Money; minimumClose: Money; deadline: Instant }
  | { type: 'OfferProposed'; offer: OfferId; sponsor: string; mandate: string; envelope: string; amount: Money; terms: number; by: string }
  | { type: 'OfferBacked'; offer: OfferId; terms: number }
  | { type: 'BackingRefused'; offer: OfferId; terms: number; left: Money }
  | { type: 'OfferAccepted'; offer: OfferId; terms: number; by: string }
  | { type: 'OfferDeclined'; offer: OfferId; note: string; by: string }
  | { type: 'OfferRetracted'; offer: OfferId; note: string; by: string }
  | { type: 'FundingReachedTarget'; accepted: Money }
  | { type: 'FundingClosed'; accepted: Money; ended: readonly OfferId[] }
  | { type: 'FundingFellShort'; accepted: Money; minimumClose: Money; ended: readonly OfferId[] }
  | { type: 'OfferApproved'; offer: OfferId; by: string };

export type Rejection =
  | NotAllowed
  | { type: 'FundingIsOpenedAlready' }
  | { type: 'ProjectIsNotOpenToSponsors'; status: string }
  | { type: 'FundingIsNotOpen'; status: State['status'] }
  | { type: 'FundingIsNotClosed'; status: State['status'] }
  | { type: 'RoundIsOver'; deadline: Instant }
  | { type: 'RoundIsNotOver'; deadline: Instant }
  | { type: 'MandateIsNotTheSponsors'; mandate: string }
  | { type: 'EnvelopeIsNotTheSponsors'; envelope: string }
  | { type: 'MandateDoesNotMatch'; missed: readonly string[] }
  | { type: 'AmountIsOutsideTheTicket'; minimum: bigint; maximum: bigint; amount: bigint; currency: string }
  | { type: 'CurrencyIsAnother'; currency: string }
  | { type: 'AmountIsNotPositive'; amount: bigint }
  | { type: 'AmountExceedsTheGap'; gap: bigint; amount: bigint; currency: string }
  | { type: 'OfferIsUnknown'; offer: string }
  | { type: 'OfferIs'; status: OfferStatus }
  | { type: 'TermsAreOfAnotherVersion'; terms: number }
  | { type: 'PreparedByTheSamePerson'; person: string };

export const initial: State = { status: 'absent' };

/** Minor units that can still be accepted. */
export const gap = ({ target, accepted }: Raising): bigint => target.amount - accepted;

/** An offer that waits for a decision; after closing there is none. */
export const isUndecided = ({ status }: Offer): boolean => status === 'proposed' || status === 'live';
export const isAccepted = ({ status }: Offer): boolean => status === 'accepted' || status === 'approved';

export function evolve(state: State, event: Event): State {
  if (event.type === 'FundingOpened') {
    const { type, ...opened } = event;
    return { status: 'open', ...opened, offers: new Map(), accepted: 0n };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a funding that was never opened`);
  switch (event.type) {
    case 'OfferProposed': {
      const { type, offer: id, by, ...terms } = event;
      return withOffer(state, { id, ...terms, status: 'proposed', proposedBy: by, approvedBy: '', reason: '' });
    }
    case 'OfferBacked':
      return changed(state, event.offer, { status: 'live' });
    case 'BackingRefused':
      return changed(state, event.offer, { status: 'refused', reason: 'budget-not-enough' });
    case 'OfferAccepted': {
      const after = changed(state, event.offer, { status: 'accepted' });
      return { ...after, accepted: state.accepted + offerOf(state, event.offer).amount.amount };
    }
    case 'OfferDeclined':
      return changed(state, event.offer, { status: 'declined', reason: event.note });
    case 'OfferRetracted':
      return changed(state, event.offer, { status: 'retracted', reason: event.note });
    case 'FundingReachedTarget':
      return { ...state, status: 'target-reached' };
    case 'FundingClosed':
      return { ...lapse(state, event.ended, 'round-closed'), status: 'closed' };
    case 'FundingFellShort':
      return { ...lapse(state, event.ended, 'round-unfunded'), status: 'fell-short' };
    case 'OfferApproved': {
      const after = changed(state, event.offer, { status: 'approved', approvedBy: event.by });
      const complete = [...after.offers.values()].filter(isAccepted).every(({ status }) => status === 'approved');
      return complete ? { ...after, status: 'approved' } : after;
    }
  }
}

/** @throws for an offer that never was: a broken history, which is a bug. */
function offerOf(state: Raising, id: OfferId): Offer {
  const offer = state.offers.get(id);
  if (!offer) throw new Error(`the funding has no offer ${id}`);
  return offer;
}

const withOffer = (state: Raising, offer: Offer): Raising => ({ ...state, offers: new Map(state.offers).set(offer.id, offer) });
const changed = (state: Raising, id: OfferId, change: Partial<Offer>): Raising => withOffer(state, { ...offerOf(state, id), ...change });
const lapse = (state: Raising, ended: readonly OfferId[], reason: string): Raising =>
  ended.reduce((after, id) => changed(after, id, { status: 'lapsed', reason }), state);
