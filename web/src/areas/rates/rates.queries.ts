import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { RatesSearch } from './rates.search.ts';

const PAGE = 50;

export const ratesQuery = ({ status, source, cursor }: RatesSearch) =>
  queryOptions({
    queryKey: keys.list('rates', { status, source, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listRates(
        {
          ...{ sort: '-day', counts: 'status,source', limit: PAGE },
          ...(status ? { status } : {}),
          ...(source ? { source } : {}),
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
    api.operations.getRatesTimeline({ id, limit: PAGE, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getRatesTimeline'>) => nextCursor,
});
