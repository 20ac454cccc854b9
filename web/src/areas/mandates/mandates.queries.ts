import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import type { MandatesSearch } from './mandates.search.ts';

const PAGE = 50;

function askedBy(sponsor: string, { state, sort, q, country }: MandatesSearch) {
  const filters = { ...(sponsor ? { sponsor } : {}), ...(q ? { q } : {}), ...(country ? { country } : {}) };
  const order = sort ? { sort } : q ? {} : { sort: 'title' as const };
  return { status: state ?? 'published', ...filters, ...order, with: 'names' };
}

/** The whole list: for files. */
export const wholeMandates = (sponsor: string, search: MandatesSearch) =>
  wholeOf('listMandates', askedBy(sponsor, search), ({ mandates }) => mandates);

/** The mandates of a sponsor, or for overseers all. */
export const mandatesQuery = (sponsor: string, search: MandatesSearch) =>
  queryOptions({
    queryKey: keys.list('mandates', { sponsor, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status,country', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listMandates({ ...askedBy(sponsor, search), ...page }, { signal });
    },
  });

/** How many projects fit a mandate, and how many miss one condition. */
export const fitsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'fits'),
    queryFn: ({ signal }) => api.operations.findProjects({ id, limit: 1, near: 'true' }, { signal }),
  });
