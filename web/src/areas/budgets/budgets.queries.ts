import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const MANY = 500;

export const envelopesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('envelopes', { sponsor }),
    queryFn: ({ signal }) => api.operations.listEnvelopes({ id: sponsor, limit: MANY }, { signal }),
  });

/** The money of a sponsor by how sure it is. */
export const stagesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('stages', { sponsor }),
    queryFn: ({ signal }) => api.operations.getPortfolio({ sponsor }, { signal }),
  });

/** Offers of a sponsor that were taken, and where they led to. */
export const fundedQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('funded', { sponsor }),
    queryFn: async ({ signal }) => {
      const [offers, agreements] = await Promise.all([
        api.operations.findOffers({ sponsor, status: 'accepted,approved', sort: '-updated', limit: MANY, with: 'names' }, { signal }),
        api.operations.listAgreements({ sponsor, limit: MANY }, { signal }),
      ]);
      return { ...offers, agreements: agreements.agreements };
    },
  });
