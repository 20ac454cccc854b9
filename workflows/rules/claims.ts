import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { ReleaseCause, ReturnCause } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { FundingStep, FundingView, OfferView } from './funding-view.ts';
import type { StatusOf } from './statuses.ts';

type Because = ReleaseCause | ReturnCause;

/** Why an offer that ended with its round releases its reservation, in the envelope's terms; undefined if that is unknown. */
function lapseCause(status: StatusOf<'funding'>): Because | undefined {
  switch (status) {
    case 'fell-short':
      return 'round-unfunded';
    case 'cancelled':
      return 'round-cancelled';
    case 'open':
    case 'target-reached':
    case 'closed':
    case 'approved':
      return 'round-closed';
    case 'unrecognised':
      return undefined;
  }
}

/**
 * What the envelopes owe the offers: budget for those proposed, or agreed to on new terms, release of those ended, commitment of those
 * accepted at close, and what was committed to those that ended after it.
 */
export function claimSteps({ status, offers }: Funding, now: Instant): FundingStep[] {
  return offers.flatMap((offer) => stepsFor(offer, status, now));
}

type Funding = NonNullable<FundingView['funding']>;

function stepsFor(offer: OfferView, status: Funding['status'], now: Instant): FundingStep[] {
  const isClosed = status === 'closed' || status === 'approved';
  switch (offer.status) {
    case 'proposed':
      return [hasExpired(offer, now) ? { do: 'ExpireOffer', offer } : { do: 'BackOffer', offer }];
    case 'live':
      return hasExpired(offer, now) ? [{ do: 'ExpireOffer', offer }] : [];
    case 'accepted':
    case 'approved':
      return isClosed && offer.claim === 'reserved' ? [{ do: 'CommitOffer', offer }] : [];
    case 'declined':
    case 'retracted':
    case 'expired':
    case 'withdrawn':
      return givingBack(offer, offer.status);
    case 'refused':
      return givingBack(offer, 'backing-refused');
    case 'lapsed':
      return givingBack(offer, lapseCause(status));
    case 'unrecognised':
      return [];
  }
}

const hasExpired = ({ expiresAt = '' }: OfferView, now: Instant): boolean => expiresAt !== '' && now >= expiresAt;

/**
 * Also where nothing is held: the release bars a reservation that may still be under way. A refused offer can hold one
 * too, where the refusal's answer was lost and the repeat found that budget had come free.
 */
function givingBack(offer: OfferView, because: Because | undefined): FundingStep[] {
  if (because === undefined) return [];
  const { id, envelope, currency } = offer;
  switch (offer.claim) {
    case 'committed':
      return [{ do: 'ReturnCommitment', of: { offer: id, envelope, keep: '0', currency }, because }];
    case 'none':
    case 'reserved':
      return [{ do: 'ReleaseOffer', offer, because }];
    case 'released':
    case 'unrecognised':
      return [];
  }
}
