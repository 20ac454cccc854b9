import { queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

export const rulesQuery = (cursor: string) =>
  queryOptions({
    queryKey: keys.list('approval-rules', { cursor }),
    queryFn: ({ signal }) =>
      api.operations.listApprovalRules({ sort: '-updated', limit: PAGE, with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });

/** Entry by entry from the first: what follows a page is asked for with its cursor. */
export const historyQuery = (id: string) => ({
  queryKey: keys.part(id, 'history'),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations.getApprovalRulesTimeline({ id, limit: PAGE, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getApprovalRulesTimeline'>) => nextCursor,
});
