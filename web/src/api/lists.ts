import { queryOptions, useQuery } from '@tanstack/react-query';
import { locale } from '../parts/locale.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';
import type { ListName } from './types.ts';

/** A list of the installation, whose entries seldom change. */
export const listQuery = (list: ListName) =>
  queryOptions({
    queryKey: keys.list('of-codes', { list }),
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => api.operations.getList({ list }, { signal }),
  });

/** What the codes of a list are called in the language of the page; until that is known, and for codes that no list has, the code as words. `isNeeded`: whether there is any code to be named. */
export function useCodeNames(list: ListName, isNeeded = true): (code: string) => string {
  const { data } = useQuery({ ...listQuery(list), enabled: isNeeded });
  const names = new Map(data?.entries.map(({ code, names }) => [code, (names as Record<string, string>)[locale]]));
  return (code) => names.get(code) ?? code.replaceAll('-', ' ');
}
