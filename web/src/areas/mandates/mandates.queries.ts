import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { MandatesSearch } from './mandates.search.ts';

const PAGE = 50;

/** The mandates of a sponsor, or for overseers all. */
export const mandatesQuery = (sponsor: string, search: MandatesSearch) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const { state = 'published', sort, q, country, cursor } = search;
      const filters = { ...(sponsor ? { sponsor } : {}), ...(q ? { q } : {}), ...(country ? { country } : {}) };
      const order = sort ? { sort } : q ? {} : { sort: 'title' as const };
      const page = { limit: PAGE, counts: 'status,country', with: 'names', ...(cursor ? { cursor } : {}) } as const;
      return api.operations.listMandates({ status: state, ...filters, ...order, ...page }, { signal });
    },
  });

/** How many projects fit a mandate, and how many miss one condition. */
export const fitsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'fits'),
    queryFn: ({ signal }) => api.operations.findProjects({ id, limit: 1, near: 'true' }, { signal }),
  });
