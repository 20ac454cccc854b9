import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';

export type Funding = Schemas['Funding'];
export type Offer = Schemas['Offer'];
export type Terms = Schemas['OfferTerms'];

const ANSWERS = ['acceptOffer', 'approveOffer'];
const PENDING = ['live', 'proposed'];
const HELD = ['accepted', 'approved'];

/** The reader's decision on an offer that the round waits for. */
export const awaited = ({ may = [] }: Funding, offer: Offer): 'answer' | 'approval' | undefined => {
  const open = may.find((each) => each.offer === offer.id && each.answer === 'allowed' && ANSWERS.includes(each.operation));
  if (!open) return undefined;
  return open.operation === 'acceptOffer' ? 'answer' : 'approval';
};

/** Whether it counts towards the target. */
export const isMoney = ({ brings }: Offer): boolean => brings === 'money';
export const isPending = ({ status }: Offer): boolean => PENDING.includes(status);
export const isHeld = ({ status }: Offer): boolean => HELD.includes(status);

/** First offers that wait for the reader, then those in progress, then those in force, last those that have ended. */
export function inOrder(funding: Funding): readonly Offer[] {
  const place = (offer: Offer): number => (awaited(funding, offer) ? 0 : isPending(offer) ? 1 : isHeld(offer) ? 2 : 3);
  return (funding.offers ?? []).toSorted((one, other) => place(one) - place(other));
}

/** Every version of an offer's terms; the present one alone if no others are visible. */
export const versionsOf = ({ versions = [] }: Offer): readonly Terms[] => versions.toSorted((one, other) => one.terms - other.terms);

/** On which side somebody reads: terms of one's own side are not one's own to accept. */
export const sideOf = (organisation: string, { proposer }: Funding, { sponsor }: Offer): Offer['side'] | undefined =>
  organisation === proposer ? 'proposer' : organisation === sponsor ? 'sponsor' : undefined;

const MANDATES = 30;
const ENVELOPES = 100;

/** A sponsor's mandates in the currency of a round, each with whether it and the project match. */
export const fitsQuery = (sponsor: string, project: string, currency: string) =>
  queryOptions({
    queryKey: keys.list('fits', { sponsor, project, currency }),
    queryFn: async ({ signal }) => {
      const { mandates } = await api.operations.listMandates(
        { sponsor, currency, status: 'published,paused', limit: MANDATES },
        { signal },
      );
      return Promise.all(
        mandates.map(async (mandate) => ({
          mandate,
          match: await api.operations.explainMatch({ id: mandate.id, project }, { signal }),
        })),
      );
    },
  });

/** What the offers of a round cost. `version`: the round's, with which they change. */
export const comparisonQuery = (funding: string, version: number) =>
  queryOptions({
    queryKey: keys.list('comparison', { funding, version: String(version) }),
    queryFn: ({ signal }) => api.operations.compareOffers({ id: funding }, { signal }),
  });

/** When a loan is repaid, by one version of its terms. */
export const scheduleQuery = (funding: string, offer: string, terms: number) =>
  queryOptions({
    queryKey: keys.list('schedule', { funding, offer, terms: String(terms) }),
    queryFn: ({ signal }) => api.operations.scheduleOfOffer({ id: funding, offer }, { signal }),
  });

export const envelopesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('envelopes', { sponsor }),
    queryFn: ({ signal }) => api.operations.listEnvelopes({ id: sponsor, limit: ENVELOPES }, { signal }),
  });
