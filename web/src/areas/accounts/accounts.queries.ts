import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

export const accountsQuery = (status: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('bank-accounts', { status, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listBankAccounts(
        {
          ...{ sort: '-updated', counts: 'status', limit: PAGE, with: 'names' },
          ...(status ? { status } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });

/** Entry by entry from the first: what follows a page is asked for with its cursor. */
export const historyQuery = (id: string) => ({
  queryKey: keys.part(id, 'history'),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations.getBankAccountTimeline({ id, limit: PAGE, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getBankAccountTimeline'>) => nextCursor,
});
