import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { PortfolioSearch } from './portfolio.search.ts';

const PAGE = 20;

/** Under the filters that totals have too. */
export function totalsQuery({ country = '', theme = '' }: PortfolioSearch) {
  const query = { ...(/^[A-Z]{2}$/.test(country) ? { country } : {}), ...(/^[a-z0-9-]+$/.test(theme) ? { theme } : {}) };
  return queryOptions({
    queryKey: keys.totals(query),
    queryFn: () => api.operations.getPublicTotals(query),
    placeholderData: keepPreviousData,
  });
}

/** What is asked of the API; how the map is shown is no part of that. */
const givenOf = ({ map: _, ...search }: PortfolioSearch): object =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

/** Where the projects of the list stand. */
export function mapQuery({ sort: _, cursor: __, ...search }: PortfolioSearch) {
  const query = { with: 'names', ...givenOf(search) };
  return queryOptions({
    queryKey: keys.publicMap(query),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.operations.getPublicMap(query, { signal }),
  });
}

const WHOLE_PAGE = 500;
/** The list from a cursor on, in as large pages as there are: for files. */
export async function exportPage(search: PortfolioSearch, cursor: string, signal: AbortSignal) {
  const asked = { ...givenOf({ ...search, cursor: undefined }), with: 'names', limit: WHOLE_PAGE, ...(cursor ? { cursor } : {}) };
  const { projects, names = {}, nextCursor } = await api.operations.listPublicProjects(asked, { signal });
  return { rows: projects, names, next: nextCursor };
}

export const projectsQuery = (search: PortfolioSearch) =>
  queryOptions({
    queryKey: keys.publicProjects(givenOf(search)),
    // While another answer comes, the one that is there stays.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { sort: '-amount' as const, counts: 'status,country,theme', with: 'names', limit: PAGE, ...givenOf(search) };
      return api.operations.listPublicProjects(query, { signal });
    },
  });
