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

export const envelopesQuery = (sponsor: string) =>
  queryOptions({
    queryKey: keys.list('envelopes', { sponsor }),
    queryFn: ({ signal }) => api.operations.listEnvelopes({ id: sponsor, limit: ENVELOPES }, { signal }),
  });
