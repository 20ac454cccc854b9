import type { Actor } from '@junkan/proto/actor.ts';
import { type Relation, relationOf } from '@junkan/proto/readers.ts';
import type { FundingRound, OfferStatus } from './funding.ts';

/** What a newer version may say and this one does not know. */
type Unrecognised = 'unrecognised';

/** The facts of a round that decide who may read what of it. `terms` counts the versions of an offer's terms. */
export type Round = {
  readonly proposer: string;
  readonly status: FundingRound['status'] | Unrecognised;
  readonly offers: readonly OfOffer[];
};
type OfOffer = { readonly id: string; readonly sponsor: string; readonly status: OfferStatus | Unrecognised; readonly terms: number };

/** The proposer, and the sponsors whose offers it has accepted. */
export const partiesOf = ({ proposer, offers }: Round): string[] => [
  proposer,
  ...offers.filter(({ status }) => IS_PLEDGED[status]).map(({ sponsor }) => sponsor),
];

export const relationIn = (round: Round, actor: Actor): Relation => relationOf(actor, round, partiesOf(round));

/** Offers are seen by their own sponsor; once budget has backed them, by the proposer; all of them by overseers. */
export function offersFor(round: Round, actor: Actor): ReadonlySet<string> {
  const relation = relationIn(round, actor);
  const isSeen = (offer: OfOffer): boolean => {
    switch (relation) {
      case 'overseer':
        return true;
      case 'proposer':
        return wasBacked(offer);
      case 'partner':
      case 'stranger':
        return offer.sponsor === actor.organisation;
    }
  };
  return new Set(round.offers.filter(isSeen).map(({ id }) => id));
}

/** Whether budget has backed an offer, now or with earlier terms: from then on it is there for the proposer. */
export function wasBacked({ status, terms }: Pick<OfOffer, 'status' | 'terms'>): boolean {
  switch (status) {
    case 'proposed':
      return terms > 1;
    case 'live':
    case 'accepted':
    case 'approved':
    case 'declined':
    case 'retracted':
    case 'expired':
    case 'withdrawn':
    case 'lapsed':
      return true;
    case 'refused':
    case 'unrecognised':
      return false;
  }
}

const IS_PLEDGED: Readonly<Record<OfferStatus | Unrecognised, boolean>> = {
  proposed: false,
  live: false,
  refused: false,
  accepted: true,
  approved: true,
  declined: false,
  retracted: false,
  expired: false,
  withdrawn: false,
  lapsed: false,
  unrecognised: false,
};

/** Whether a round still gathers money, and rivals see only rough amounts; for an unknown status they see no more either. */
export const GATHERS: Readonly<Record<FundingRound['status'] | Unrecognised, boolean>> = {
  open: true,
  'target-reached': true,
  closed: false,
  approved: false,
  'fell-short': false,
  cancelled: false,
  unrecognised: true,
};
