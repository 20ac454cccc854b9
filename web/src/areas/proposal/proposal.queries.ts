import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { keys } from '../../api/keys.ts';

export const projectQuery = (id: string) => itemQuery('getProject', id);

export const proposerQuery = (id: string) =>
  queryOptions({ queryKey: keys.part(id, 'proposer'), queryFn: ({ signal }) => api.operations.getProposer({ id }, { signal }) });

const SHORTEST = 2;
/** Places whose names begin so, in a country; none before enough is typed. */
export const placesQuery = (q: string) =>
  queryOptions({
    queryKey: keys.list('places', { q }),
    enabled: q.trim().length >= SHORTEST,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.operations.findPlaces({ q: q.trim() }, { signal }),
  });
