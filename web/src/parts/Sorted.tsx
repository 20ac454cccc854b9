import { Link } from '@tanstack/react-router';
import { sortedBy } from '#messages';

/** What the order is called in every address. */
const SORT: string = 'sort';

type Props = {
  readonly title: string;
  /** What the column is called in the address. */
  readonly by: string;
  /** The order that the list has now. */
  readonly now: string;
  /** The order that an address means that does not say. */
  readonly usual: string;
  readonly isFigure?: boolean;
};

/** The head of a column by which a list is sorted: once upwards, once more downwards. */
export function Sorted({ title, by, now, usual, isFigure = false }: Props) {
  const next = now === by ? `-${by}` : by;
  const order = now === by ? 'ascending' : now === `-${by}` ? 'descending' : 'none';
  return (
    <th scope="col" role="columnheader" aria-sort={order} className={isFigure ? 'r' : undefined}>
      <Link
        to="."
        search={(before: object) => ({ ...before, cursor: undefined, [SORT]: next === usual ? undefined : next })}
        aria-label={sortedBy({ column: title })}
      >
        {title}
      </Link>
    </th>
  );
}
