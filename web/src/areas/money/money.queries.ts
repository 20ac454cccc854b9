import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

/** Every step of one milestone's money, from its commitment on. */
export const moneyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.part(id, 'money'),
    queryFn: ({ signal }) => api.operations.getMoneyOfMilestone({ id, with: 'names' }, { signal }),
  });
