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

export const projectsQuery = (search: PortfolioSearch) =>
  queryOptions({
    queryKey: keys.publicProjects(search),
    // While another answer comes, the one that is there stays.
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
      const query = { sort: '-amount' as const, counts: 'status,country,theme', with: 'names', limit: PAGE, ...given };
      return api.operations.listPublicProjects(query, { signal });
    },
  });
