import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { byName } from '../../base/parts/locale.ts';

const MOST = 500;

/** Partner organisations whose people may review, by their names. */
export function usePartners(): readonly (readonly [id: string, name: string])[] {
  const { data } = useSuspenseQuery({
    queryKey: keys.list('partners', { of: 'reviewers' }),
    queryFn: ({ signal }) => api.operations.listPartners({ status: 'registered', limit: MOST }, { signal }),
  });
  return data.partners.map(({ id, name }) => [id, name] as const).toSorted(byName);
}
