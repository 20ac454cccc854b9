import { Link } from '@tanstack/react-router';
import { numberText } from './locale.ts';

type Segment = { readonly value: string; readonly title: string; readonly count?: number | undefined };
export type SegmentsProps = {
  readonly label: string;
  /** What the choice is called in the address; the first segment is what an address means that does not say. */
  readonly name: string;
  readonly chosen: string;
  readonly of: readonly Segment[];
};

/** Parts of a list, of which one is shown. Another part begins at its first page. */
export const Segments = ({ label, name, chosen, of }: SegmentsProps) => (
  <nav className="seg" aria-label={label}>
    {of.map((segment, index) => (
      <To key={segment.value} name={name} segment={segment} isUsual={index === 0} isChosen={segment.value === chosen} />
    ))}
  </nav>
);

type ToProps = { readonly name: string; readonly segment: Segment; readonly isUsual: boolean; readonly isChosen: boolean };

/** The link to one of them. */
export const To = ({ name, segment: { value, title, count }, isUsual, isChosen }: ToProps) => (
  <Link
    to="."
    search={(before: object) => ({ ...before, cursor: undefined, [name]: isUsual ? undefined : value })}
    activeOptions={{ exact: true, includeSearch: true }}
    aria-current={isChosen ? 'page' : undefined}
  >
    {count === undefined ? title : `${title} ${numberText(count)}`}
  </Link>
);
