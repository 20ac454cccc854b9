import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

export const accountsQuery = (status: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('bank-accounts', { status, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listBankAccounts(
        {
          sort: '-updated',
          counts: 'status',
          limit: PAGE,
          with: 'names',
          ...(status ? { status } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });
