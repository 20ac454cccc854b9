import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { FundingStep, FundingView, OfferView } from './funding-view.ts';

/** Why an offer that ended by itself gives its reservation back, in the envelope's words; the others end with their round. */
const RELEASE_CAUSES: Record<string, string> = {
  declined: 'declined',
  retracted: 'retracted',
  expired: 'expired',
  withdrawn: 'withdrawn',
  refused: 'backing-refused',
};
const ROUND_CAUSES: Record<string, string> = { 'fell-short': 'round-unfunded', cancelled: 'round-cancelled' };

/**
 * What the envelopes owe the offers: budget for those proposed, or agreed to on new terms, release of those ended, commitment of those
 * accepted at close, and what was committed to those that ended after it.
 */
export function claimSteps({ status, offers }: NonNullable<FundingView['funding']>, now: Instant): FundingStep[] {
  const isClosed = status === 'closed' || status === 'approved';
  return offers.flatMap((offer): FundingStep[] => {
    switch (offer.status) {
      case 'proposed':
        return [hasExpired(offer, now) ? { do: 'ExpireOffer', offer } : { do: 'BackOffer', offer }];
      case 'live':
        return hasExpired(offer, now) ? [{ do: 'ExpireOffer', offer }] : [];
      case 'accepted':
      case 'approved':
        return isClosed && offer.claim === 'reserved' ? [{ do: 'CommitOffer', offer }] : [];
      default:
        return givingBack(offer, RELEASE_CAUSES[offer.status] ?? ROUND_CAUSES[status] ?? 'round-closed');
    }
  });
}

const hasExpired = ({ expiresAt = '' }: OfferView, now: Instant): boolean => expiresAt !== '' && now >= expiresAt;

/**
 * Also where nothing is held: the release bars a reservation that may still be under way. A refused offer can hold one
 * too, where the refusal's answer was lost and the repeat found that budget had come free.
 */
function givingBack(offer: OfferView, because: string): FundingStep[] {
  const { id, envelope, currency } = offer;
  if (offer.claim === 'committed') return [{ do: 'ReturnCommitment', of: { offer: id, envelope, keep: '0', currency }, because }];
  return offer.claim === 'released' ? [] : [{ do: 'ReleaseOffer', offer, because }];
}
