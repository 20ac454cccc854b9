import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../base/api/client.ts';
import { keys } from '../../../base/api/keys.ts';
import { locale } from '../../../base/parts/locale.ts';

const indicatorsQuery = queryOptions({
  queryKey: keys.list('indicators'),
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: ({ signal }) => api.operations.getList({ list: 'indicators' }, { signal }),
});

/** The indicators of the list, each by its name in this language. */
export function useIndicators() {
  const { data } = useQuery(indicatorsQuery);
  return (data?.entries ?? []).map(({ code, names }) => ({ code, name: names[locale] ?? names['en'] ?? code }));
}
