import { Link } from '@tanstack/react-router';
import { numberText } from './locale.ts';

type Segment = { readonly value: string; readonly title: string; readonly count?: number | undefined };
type Props = {
  readonly label: string;
  /** What the choice is called in the address; the first segment is what an address means that does not say. */
  readonly name: string;
  readonly chosen: string;
  readonly of: readonly Segment[];
};

/** Parts of a list, of which one is shown. Another part begins at its first page. */
export const Segments = ({ label, name, chosen, of }: Props) => (
  <nav className="seg" aria-label={label}>
    {of.map(({ value, title, count }, index) => (
      <Link
        key={value}
        to="."
        search={(before: object) => ({ ...before, cursor: undefined, [name]: index === 0 ? undefined : value })}
        activeOptions={{ exact: true, includeSearch: true }}
        aria-current={value === chosen ? 'page' : undefined}
      >
        {count === undefined ? title : `${title} ${numberText(count)}`}
      </Link>
    ))}
  </nav>
);
