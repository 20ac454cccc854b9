import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
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
