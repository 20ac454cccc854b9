import type { Schemas } from '../../api/client.ts';

export type Funding = Schemas['Funding'];
export type Offer = Schemas['Offer'];
export type Terms = Schemas['OfferTerms'];

const ANSWERS = ['acceptOffer', 'approveOffer'];
const PENDING = ['live', 'proposed'];
const HELD = ['accepted', 'approved'];

/** What the round waits for whoever reads to say of an offer. */
export const awaited = ({ may = [] }: Funding, offer: Offer): 'answer' | 'approval' | undefined => {
  const open = may.find((each) => each.offer === offer.id && each.answer === 'allowed' && ANSWERS.includes(each.operation));
  if (!open) return undefined;
  return open.operation === 'acceptOffer' ? 'answer' : 'approval';
};

export const isPending = ({ status }: Offer): boolean => PENDING.includes(status);
export const isHeld = ({ status }: Offer): boolean => HELD.includes(status);

/** First what waits for whoever reads, then what is under way, then what stands, last what has ended. */
export function inOrder(funding: Funding): readonly Offer[] {
  const place = (offer: Offer): number => (awaited(funding, offer) ? 0 : isPending(offer) ? 1 : isHeld(offer) ? 2 : 3);
  return (funding.offers ?? []).toSorted((one, other) => place(one) - place(other));
}

/** Every version of an offer's terms; where none is told, the present one alone. */
export const versionsOf = ({ versions = [] }: Offer): readonly Terms[] => versions.toSorted((one, other) => one.terms - other.terms);

/** On which side somebody reads: terms of one's own side are not one's own to accept. */
export const sideOf = (organisation: string, { proposer }: Funding, { sponsor }: Offer): Offer['side'] | undefined =>
  organisation === proposer ? 'proposer' : organisation === sponsor ? 'sponsor' : undefined;
