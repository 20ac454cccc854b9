import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';
import { keys } from './keys.ts';

/** A list of codes that the installation knows, with what they are called. */
export const listQuery = (list: string) =>
  queryOptions({
    queryKey: keys.list('controlled', { list }),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.operations.getList({ list }, { signal }),
  });
