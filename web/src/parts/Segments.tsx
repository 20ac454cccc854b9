import { Link } from '@tanstack/react-router';
import { noneHere } from '#messages';
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
    {of.map((segment, index) => (
      <To key={segment.value} name={name} segment={segment} isUsual={index === 0} isChosen={segment.value === chosen} />
    ))}
  </nav>
);

type ToProps = { readonly name: string; readonly segment: Segment; readonly isUsual: boolean; readonly isChosen: boolean };

const To = ({ name, segment: { value, title, count }, isUsual, isChosen }: ToProps) => (
  <Link
    to="."
    search={(before: object) => ({ ...before, cursor: undefined, [name]: isUsual ? undefined : value })}
    activeOptions={{ exact: true, includeSearch: true }}
    aria-current={isChosen ? 'page' : undefined}
  >
    {count === undefined ? title : `${title} ${numberText(count)}`}
  </Link>
);

/** Where the part of a list that is shown has nothing: which parts have something, or the words for a list that has nothing at all. */
export const Elsewhere = ({ name, of, otherwise }: Pick<Props, 'name' | 'of'> & { readonly otherwise: string }) => {
  const others = of.filter(({ count = 0 }) => count > 0);
  if (others.length === 0) return otherwise;
  return (
    <>
      <span>{noneHere()}</span>
      {others.map((segment) => (
        <To key={segment.value} name={name} segment={segment} isUsual={segment === of[0]} isChosen={false} />
      ))}
    </>
  );
};
