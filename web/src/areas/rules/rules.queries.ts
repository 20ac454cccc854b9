import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;

export const rulesQuery = (cursor: string) =>
  queryOptions({
    queryKey: keys.list('approval-rules', { cursor }),
    queryFn: ({ signal }) =>
      api.operations.listApprovalRules({ sort: '-updated', limit: PAGE, with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });
