import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import type { Named } from '../../judging/ranked.ts';

const MOST = 500;

/** What the nominations of an award are called, as far as the reader may know. */
export function useTitles(cycle: string): Named {
  const isMember = Boolean(useSession());
  const { data } = useSuspenseQuery({
    queryKey: keys.list('nominations', { cycle, isMember, of: 'titles' }),
    queryFn: ({ signal }) => {
      const asked = { cycle, limit: MOST } as const;
      return isMember ? api.operations.listNominations(asked, { signal }) : api.operations.listPublicNominations(asked, { signal });
    },
  });
  const titles = new Map<string, string>(data.nominations.map(({ id, title }) => [id, title]));
  return (nomination) => titles.get(nomination) ?? nomination;
}
