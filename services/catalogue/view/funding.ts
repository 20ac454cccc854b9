import { fundingFold } from '@junkan/matching/fold.ts';
import { readersOfOffer } from '@junkan/matching/readers.ts';
import { type Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { amountOf, type Item, type Kept, type Listed, type Placed } from './item.ts';

type State = (typeof fundingFold)['initial'];

/** A funding round with its offers, each of which is also listed separately. */
export const funding: Listed<State, Funding> = {
  kind: 'funding',
  fold: fundingFold,
  seen: (message) => message,
  parts: (state) => (state.status === 'absent' ? new Map() : state.offers),
  items: (seen, kept) => [itemOf(seen, kept), ...seen.offers.map((offer) => offerItem(offer, seen, kept))],
};

function itemOf(seen: Funding, { n, created, updated }: Placed): Item {
  const { id, version, status, project, round, proposer, target, deadline: due } = seen;
  return {
    kind: 'funding',
    id,
    n,
    columns: { version, status, project, round, proposer, due, created, updated, ...amountOf(target) },
    tags: {},
    parties: [],
    doc: () => fundingFold.toJson(seen),
  };
}

function offerItem(offer: Offer, round: Funding, { parts }: Kept<State>): Item {
  const { id: funding, project, proposer, deadline, version } = round;
  const { id, status, sponsor, mandate, envelope, amount, expiresAt } = offer;
  const placed = parts.get(id);
  const { n = 0, created = '', updated = '' } = placed ?? {};
  return {
    kind: 'offer',
    id,
    n,
    placed,
    columns: {
      version,
      status,
      funding,
      project,
      proposer,
      sponsor,
      mandate,
      envelope,
      created,
      updated,
      ...amountOf(amount),
      due: expiresAt || deadline,
    },
    tags: {},
    parties: readersOfOffer(offer, round),
    doc: () => ({ offer: Offer.toJSON(offer), funding, project, proposer }),
  };
}
