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
          sort: '-day',
          counts: 'status,source',
          limit: PAGE,
          ...(status ? { status } : {}),
          ...(source ? { source } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });

/** The newest days of a source of which rates stand. */
export const standingQuery = (source: string) =>
  queryOptions({
    queryKey: keys.list('rates', { source, standing: true }),
    queryFn: ({ signal }) => api.operations.listRates({ sort: '-day', source, status: 'confirmed,correcting', limit: PAGE }, { signal }),
  });
