import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { FILTERS, type MatchesSearch } from './matches.search.ts';

const PAGE = 50;
const MANY = 100;

export function matchesQuery(search: MatchesSearch) {
  const given = Object.fromEntries(FILTERS.flatMap((filter) => (search[filter] ? [[filter, search[filter]]] : [])));
  const query = {
    ...given,
    ...(search.near ? { near: 'true' as const } : {}),
    ...(search.cursor ? { cursor: search.cursor } : {}),
    limit: PAGE,
    with: 'names',
  };
  return queryOptions({
    queryKey: keys.list('matches', query),
    // While another answer comes, the one that is there stays.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.listMatches(query, { signal }),
  });
}

export const explanationQuery = (mandate: string, project: string) =>
  queryOptions({
    queryKey: keys.part(project, `match/${mandate}`),
    queryFn: ({ signal }) => api.operations.explainMatch({ id: mandate, project, with: 'names' }, { signal }),
  });

/** The mandates that a project fits, and those of which it misses one condition. */
export const mandatesQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'matches'),
    queryFn: ({ signal }) => api.operations.findSponsors({ id: project, limit: MANY, near: 'true', with: 'names' }, { signal }),
  });

export const roundsQuery = (project: string) =>
  queryOptions({
    queryKey: keys.part(project, 'rounds'),
    queryFn: ({ signal }) => api.operations.listFundings({ id: project, limit: MANY }, { signal }),
  });
