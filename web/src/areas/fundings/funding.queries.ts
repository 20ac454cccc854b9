import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

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
