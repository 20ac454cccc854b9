import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import { publishedRows } from '../../exports/published-rows.ts';

const TRAIL = 50;
const MANY = 500;
const TASKS = 100;

/** As everybody may see it, or as whoever has signed in may. */
export const projectQuery = (id: string, isSignedIn: boolean) => itemQuery(isSignedIn ? 'getProject' : 'getPublicProject', id);

export const milestonesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'milestones'),
    queryFn: ({ signal }) => api.operations.listMilestonesOfProject({ id, limit: MANY, with: 'names' }, { signal }),
  });

/** What everybody may know of its milestones: how they stand, and what is paid of them. */
export const publishedQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'published'),
    queryFn: ({ signal }) => api.operations.listPublicMilestones({ project: id, limit: MANY }, { signal }),
  });

/** All of them: for files. */
export const wholePublished = (id: string) => wholeOf('listPublicMilestones', { project: id }, publishedRows);

/** The rounds in which it sought sponsors, the newest last. */
export const roundsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'rounds'),
    queryFn: ({ signal }) => api.operations.listFundings({ id }, { signal }),
  });

/** What waits in the project, for whoever looks first. */
export const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'work'),
    queryFn: async ({ signal }) => {
      const asked = { project: id, sort: 'due', waits: 'all', with: 'names', limit: TASKS } as const;
      const { work, names } = await api.operations.listWork(asked, { signal });
      return { next: work.find(({ mine }) => mine) ?? work[0], names };
    },
  });

/** Entry by entry from the first: what follows a page is asked for with its cursor. */
export const trailQuery = (id: string) => ({
  queryKey: keys.part(id, 'trail'),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations.getTimeline({ id, limit: TRAIL, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getTimeline'>) => nextCursor,
});
