import { queryOptions, useQuery } from '@tanstack/react-query';
import { locale } from '../parts/locale.ts';
import { api } from './client.ts';
import { keys } from './keys.ts';
import type { ListName } from './types.ts';

/** All controlled lists of the installation in the language of the page, in one request: their entries seldom change. */
const listsQuery = queryOptions({
  queryKey: keys.list('of-codes'),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.operations.listLists({ language: locale }, { signal }),
});

/** The codes of a list, in its order, with what each is called. `isNeeded`: whether there is any code to be named. */
export function useCodes(list: ListName, isNeeded = true) {
  const { data } = useQuery({ ...listsQuery, enabled: isNeeded });
  return data?.lists.find((each) => each.list === list)?.codes ?? [];
}

/** What the codes of a list are called; until that is known, and for codes that no list has, the code as words. */
export function useCodeNames(list: ListName, isNeeded = true): (code: string) => string {
  const names = new Map(useCodes(list, isNeeded).map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code.replaceAll('-', ' ');
}
