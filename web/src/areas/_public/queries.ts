import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { wholeOf } from '../../base/api/whole.ts';

const route = getRouteApi('/everybody/');
export type PortfolioSearch = ReturnType<typeof route.useSearch>;

const PAGE = 20;
const SORT = '-amount' as const;

/** Asks for the totals of a search, under the filters that totals have. */
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

/** Who is signed in may find more by words than everybody: by sponsors, for example. */
const listFor = (isMember: boolean, { q }: PortfolioSearch) => (isMember && q ? 'listProjects' : 'listPublicProjects');

/** The whole list: for files. */
export const wholePortfolio = (search: PortfolioSearch, isMember = false) =>
  wholeOf(
    listFor(isMember, search),
    { sort: SORT, with: 'names', ...givenOf({ ...search, cursor: undefined }) },
    ({ projects }) => projects,
  );

export const projectsQuery = (search: PortfolioSearch, isMember: boolean) =>
  queryOptions({
    queryKey: listFor(isMember, search) === 'listProjects' ? keys.list('projects', givenOf(search)) : keys.publicProjects(givenOf(search)),
    // While another answer comes, the one that is there stays.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const query = { sort: SORT, counts: 'status,country,theme', with: 'names', limit: PAGE, ...givenOf(search) };
      return api.operations[listFor(isMember, search)](query, { signal });
    },
  });
