import { Link, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import * as m from '#messages';
import { noneHere, sortedBy } from '#messages';
import { numberText } from '../base/parts/locale.ts';
import { type SegmentsProps, To } from '../base/parts/Segments.tsx';
import type { Column } from '../base/parts/Table.tsx';

type Props = {
  readonly label: string;
  /** What the choice is called in the address. */
  readonly name: string;
  readonly chosen: string;
  readonly of: readonly (readonly [code: string, text: string])[];
  /** What no choice means. */
  readonly none?: string;
};

/** A filter or an order of a list: it is part of the address, applies immediately, and restarts the list. */
export function Choice({ label, name, chosen, of, none = m.all() }: Props) {
  const navigate = useNavigate();
  const choose = (code: string): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, [name]: code || undefined, cursor: undefined }) });
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select className="in" value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {of.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

type CountedProps = Pick<Props, 'label' | 'name' | 'chosen'> & {
  readonly counts: Readonly<Record<string, number>>;
  /** What a code is called; it is its own name where nothing is said. */
  readonly nameOf?: (code: string) => string;
};

/** A filter by what the list has, with how many there are of each. */
export const Counted = ({ counts, chosen, nameOf = (code) => code, ...more }: CountedProps) => (
  <Choice
    {...more}
    chosen={chosen}
    of={[...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])].map((code) => [
      code,
      m.choice({ name: nameOf(code), count: numberText(counts[code] ?? 0) }),
    ])}
  />
);

const MAX_WORDS = 200;

/** The search words of a list; they are part of the address, and restart the list. */
export function Find({ q }: { readonly q: string }) {
  const navigate = useNavigate();
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    void navigate({ to: '.', search: (before: object) => ({ ...before, q: words || undefined, cursor: undefined }) });
  };
  return (
    <search key={q}>
      <form className="row end" onSubmit={find}>
        <label className="field">
          <span className="label">{m.search()}</span>
          <input className="in" type="search" name="q" defaultValue={q} maxLength={MAX_WORDS} />
        </label>
        <button className="btn" type="submit">
          {m.apply()}
        </button>
      </form>
    </search>
  );
}

/** Where the part of a list that is shown has nothing: which parts have something, or the words for a list that has nothing at all. */
export const Elsewhere = ({ name, of, otherwise }: Pick<SegmentsProps, 'name' | 'of'> & { readonly otherwise: string }) => {
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

/** What the order is called in every address. */
const SORT: string = 'sort';

type SortedProps = {
  readonly title: string;
  /** What the column is called in the address. */
  readonly by: string;
  /** The order that the list has now. */
  readonly now: string;
  /** The order that an address means that does not say. */
  readonly usual: string;
  readonly isFigure?: boolean;
};

/** The head of a sortable column: the first click sorts upwards, the next downwards. */
function Sorted({ title, by, now, usual, isFigure = false }: SortedProps) {
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

/** Columns by which a list is sorted, each with its name in the address. */
export const orderedBy =
  <Row,>(now: string, usual: string) =>
  (by: string, column: Column<Row>): Column<Row> => ({
    ...column,
    head: <Sorted key={by} title={column.title} by={by} now={now} usual={usual} isFigure={column.isFigure ?? false} />,
  });
