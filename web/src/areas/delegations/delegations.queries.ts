import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

export const delegationsQuery = (cursor: string) =>
  queryOptions({
    queryKey: keys.list('delegations', { cursor }),
    queryFn: ({ signal }) =>
      api.operations.listDelegations({ sort: '-updated', limit: PAGE, with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });
