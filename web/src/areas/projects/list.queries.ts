import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import type { ProjectsSearch } from './list.search.ts';

const PAGE = 50;
export const USUAL = '-updated' as const;

/** `proposer`: whose they are; empty for all that whoever looks may see. */
function askedBy(proposer: string, { cursor: _, sort, ...filters }: ProjectsSearch) {
  const wanted = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  const order = sort ? { sort } : filters.q ? {} : { sort: USUAL };
  return { ...(proposer ? { proposer } : {}), ...wanted, ...order, with: 'names' };
}

/** The whole list: for files. */
export const wholeProjects = (proposer: string, search: ProjectsSearch) =>
  wholeOf('listProjects', askedBy(proposer, search), ({ projects }) => projects);

export const projectsQuery = (proposer: string, search: ProjectsSearch) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer, search }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const page = { limit: PAGE, counts: 'status,country,theme', ...(search.cursor ? { cursor: search.cursor } : {}) };
      return api.operations.listProjects({ ...askedBy(proposer, search), ...page }, { signal });
    },
  });
