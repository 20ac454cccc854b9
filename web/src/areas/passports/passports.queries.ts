import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';

const PAGE = 50;
const PROJECTS = 100;

const askedBy = (status: string) => ({ sort: 'due' as const, with: 'names', ...(status ? { status } : {}) });

/** The whole list: for files. */
export const wholePassports = (status: string) => wholeOf('listPassports', askedBy(status), ({ passports }) => passports);

export const passportsQuery = (status: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('passports', { status, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listPassports({ ...askedBy(status), counts: 'status', limit: PAGE, ...(cursor ? { cursor } : {}) }, { signal }),
  });

/** The projects for which a clearance may be relied on. */
export const projectsOfQuery = (proposer: string) =>
  queryOptions({
    queryKey: keys.list('projects', { proposer, for: 'reliance' }),
    queryFn: ({ signal }) => api.operations.listProjects({ proposer, limit: PROJECTS, sort: '-updated' }, { signal }),
  });
