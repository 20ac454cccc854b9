import { fundingFold } from '@junkan/matching/fold.ts';
import { type Funding, Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { amountOf, type Item, type Kept, type Listed, type Placed } from './item.ts';

type State = (typeof fundingFold)['initial'];

/** A funding round with its offers, each of which is listed by itself. */
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
    ...{ kind: 'funding', id, n },
    columns: { version, status, project, round, proposer, due, created, updated, ...amountOf(target) },
    tags: {},
    parties: [],
    doc: () => fundingFold.toJson(seen),
  };
}

/** Its own sponsor sees an offer; once budget has backed it, the proposer too. */
function offerItem(offer: Offer, { id: round, project, proposer, deadline, version }: Funding, { parts }: Kept<State>): Item {
  const { id, status, sponsor, mandate, envelope, terms, amount, expiresAt } = offer;
  const { n = 0, created = '', updated = '' } = parts.get(id) ?? {};
  const isShown = (status !== 'proposed' || terms > 1) && status !== 'refused';
  return {
    ...{ kind: 'offer', id, n },
    columns: {
      ...{ version, status, funding: round, project, proposer, sponsor, mandate, envelope, created, updated },
      ...amountOf(amount),
      due: expiresAt || deadline,
    },
    tags: {},
    parties: isShown ? [sponsor, proposer] : [sponsor],
    doc: () => ({ offer: Offer.toJSON(offer), funding: round, project, proposer }),
  };
}
