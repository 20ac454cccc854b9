import { queryOptions } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { PortfolioSearch } from './portfolio.search.ts';

const PAGE = 20;

export const totalsQuery = queryOptions({ queryKey: keys.totals, queryFn: () => get('/v1/public/totals', {}) });

export const projectsQuery = (search: PortfolioSearch) =>
  queryOptions({
    queryKey: keys.publicProjects(search),
    queryFn: ({ signal }) => {
      const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));
      const query = { sort: '-amount' as const, counts: 'status,country,theme', with: 'names', limit: PAGE, ...given };
      return get('/v1/public/projects', { query, signal });
    },
  });
