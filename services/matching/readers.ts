import type { Actor } from '@junkan/proto/actor.ts';
import { parseFundingStatus, parseOfferStatus, READERS } from '@junkan/proto/junkan/matching/v1/language.ts';
import { Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { readable } from '@junkan/proto/readers.ts';
import { GATHERS, offersFor, type Round, relationIn, wasBacked } from './rounds/readers.ts';

// Published: views of what this service decides filter it by the same rules.

export const roundOf = ({ proposer, status, offers }: Funding): Round => ({
  proposer,
  status: parseFundingStatus(status),
  offers: offers.map(({ id, sponsor, status, terms }) => ({ id, sponsor, terms, status: parseOfferStatus(status) })),
});

/** A round as an actor may see it, with the offers that the actor may see. Once it is over, what was accepted is public. */
export function fundingFor(actor: Actor, funding: Funding): Funding {
  const round = roundOf(funding);
  const offers = funding.offers.map((offer) => offerFor(actor, offer));
  const relation = relationIn(round, actor);
  if (relation === 'overseer') return funding;
  const table = GATHERS[round.status]
    ? READERS.Funding
    : ({ ...READERS.Funding, accepted: 'public', gap: 'public', guaranteed: 'public', inKind: 'public' } as const);
  const seen = offersFor(round, actor);
  return { ...Funding.fromPartial(readable(funding, table, relation).shown), offers: offers.filter(({ id }) => seen.has(id)) };
}

/** An offer as its reader may see it: the sponsor's budget currency, and the amount used of it, are for the sponsor and overseers. */
export const offerFor = (actor: Actor, { conversion, ...offer }: Offer): Offer =>
  conversion && (oversees(actor) || actor.organisation === offer.sponsor) ? { ...offer, conversion } : Offer.fromPartial(offer);

/** Who may see an offer, apart from the overseers. */
export const readersOfOffer = ({ sponsor, status, terms }: Offer, { proposer }: Pick<Funding, 'proposer'>): string[] =>
  wasBacked({ status: parseOfferStatus(status), terms }) ? [sponsor, proposer] : [sponsor];
