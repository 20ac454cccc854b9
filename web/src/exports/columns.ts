import type { ReadPage, Schemas } from '../base/api/types.ts';

export type Names = Schemas['Names'];
export type Cell = string | number | undefined;
/** A column of a file: its key is the same in every language, so that files can be read back. */
export type Column<Row> = {
  readonly key: string;
  /** The words that explain it, if they are not under its key. */
  readonly fields?: readonly string[];
  /** In workbooks it is a number. */
  readonly isSum?: boolean;
  readonly value: (row: Row, names: Names) => Cell;
};

/** A list that is saved as a file. */
export type Exported<Row> = {
  /** What the file is called, without its ending. */
  readonly name: string;
  /** They come with the first file that is wanted. */
  readonly columns: () => Promise<readonly Column<Row>[]>;
  /** A page of the whole list, under the filters that are on. */
  readonly page: ReadPage<Row>;
  /** Whether it is open data: its explanation says under which licence. */
  readonly isOpen?: boolean;
};

/** The separator of the codes in one cell. */
export const BETWEEN = ' ';

export const nameOf = (id: string | undefined, names: Names): Cell => (id === undefined ? undefined : (names[id]?.text ?? id));
type Of<Row, Value> = (row: Row) => Value;

/** Columns that are called as the fields whose values they hold. */
export const fields = <Row extends object>(...keys: readonly PlainField<Row>[]): readonly Column<Row>[] =>
  keys.map((key) => ({ key, value: (row) => row[key] as Cell }));
type PlainField<Row> = { [Key in keyof Row]-?: Row[Key] extends Cell ? Key : never }[keyof Row] & string;

export const sum = <Row>(key: string, of: Of<Row, Schemas['Money'] | undefined>): Column<Row> => ({
  key,
  isSum: true,
  value: (row) => of(row)?.amount,
});
/** A sum and its currency. */
export const money = <Row>(of: Of<Row, Schemas['Money'] | undefined>): readonly Column<Row>[] => [
  sum('amount', of),
  { key: 'currency', value: (row) => of(row)?.currency },
];
/** The name behind an id, if it is known. */
export const named = <Row>(key: string, of: Of<Row, string | undefined>): Column<Row> => ({
  key,
  value: (row, names) => nameOf(of(row), names),
});
export const codes = <Row>(key: string, of: Of<Row, readonly string[]>): Column<Row> => ({
  key,
  value: (row) => of(row).join(BETWEEN),
});
