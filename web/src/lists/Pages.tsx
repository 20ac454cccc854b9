import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { keys } from '../base/api/keys.ts';
import { Icon } from '../base/parts/Icon.tsx';

type Props = {
  readonly label: string;
  /** Of the page that is shown; empty for the first. */
  readonly cursor: string;
  readonly next: string | undefined;
};

/** From one page of a list to the next; other parts of the address are kept. */
export const Pages = ({ label, cursor, next }: Props) =>
  cursor === '' && next === undefined ? null : (
    <nav className="row far end" aria-label={label}>
      {cursor === '' ? (
        <span />
      ) : (
        <Link className="btn" to="." search={(before: object) => ({ ...before, cursor: undefined })}>
          {m.firstPage()}
        </Link>
      )}
      {next === undefined ? null : (
        <Link className="btn" to="." search={(before: object) => ({ ...before, cursor: next })} rel="next">
          {m.nextPage()} <Icon name="arrow" />
        </Link>
      )}
    </nav>
  );

/** Says that something has happened since a list was read, at `since`: the update is shown when the reader asks for it. */
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
