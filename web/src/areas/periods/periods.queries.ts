import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { PeriodsSearch } from './periods.search.ts';

const PAGE = 50;

export const periodsQuery = ({ status, cursor }: PeriodsSearch) =>
  queryOptions({
    queryKey: keys.list('periods', { status, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listPeriods(
        { sort: '-through', counts: 'status', limit: PAGE, ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });
