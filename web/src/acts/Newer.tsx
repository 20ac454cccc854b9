import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import { keys } from '../api/keys.ts';

/** That something has happened since a list was read, which was at `since`: it is shown when whoever reads wants it. */
export function Newer({ of, since }: { readonly of: string; readonly since: number }) {
  const queries = useQueryClient();
  const { data: all = [] } = useQuery<readonly number[]>({ queryKey: keys.newer, enabled: false, queryFn: () => [] });
  const count = all.filter((at) => at > since).length;
  if (count === 0) return null;
  return (
    <button className="btn small" type="button" onClick={() => void queries.invalidateQueries({ queryKey: ['lists', of] })}>
      {m.newerShown({ count })}
    </button>
  );
}
