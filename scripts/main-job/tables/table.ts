import type { Fault } from './records.ts';
import { records } from './records.ts';

/** What reading a table gives, in the order of its lines. `unreadable` is about the whole file and the last that is given. */
export type Reading<Row> =
  | { readonly is: 'row'; readonly line: number; readonly row: Row }
  | { readonly is: 'reject'; readonly reject: Reject }
  | { readonly is: 'unreadable'; readonly reason: string };

/** A rejected row: where it starts, the wrong column (none if the line itself is wrong), the reason, and the beginning of its value. */
type Reject = { readonly line: number; readonly column: string | undefined; readonly reason: string; readonly value: string };

/** The cells of one row by column, trimmed, with white space of any kind as single spaces. */
type Cells<Column extends string> = Readonly<Record<Column, string>>;

/** A cell that cannot be used. */
export type BadCell<Column extends string> = { readonly column: Column; readonly reason: string };

export type Rule<Column extends string, Row> = {
  /** Columns that must be there; others are ignored, and so is the order. */
  readonly columns: readonly Column[];
  /** The column that no two rows share. */
  readonly key: Column;
  readonly read: (cells: Cells<Column>) => { ok: true; row: Row } | { ok: false; bad: BadCell<Column> };
};

/** Reads a table row by row; a bad row is given as a reject and does not stop the next. Of rows with one key the first good one is kept. */
export async function* readTable<Column extends string, Row>(
  stream: AsyncIterable<Uint8Array | string>,
  rule: Rule<Column, Row>,
): AsyncGenerator<Reading<Row>> {
  let header: Header<Column> | undefined;
  const keys = new Map<string, number>();
  for await (const found of records(stream)) {
    if (!header) {
      const read = 'fault' in found ? `the header cannot be read: ${found.fault.reason}` : readHeader(found.cells, rule.columns);
      if (typeof read === 'string') return yield { is: 'unreadable', reason: read };
      header = read;
    } else if ('fault' in found) {
      yield { is: 'reject', reject: faulty(found.line, found.fault, header) };
    } else {
      yield readRow(found.line, found.cells, header, rule, keys);
    }
  }
  if (!header) yield { is: 'unreadable', reason: 'the file is empty: it has no header' };
}

type Header<Column extends string> = { readonly names: readonly string[]; readonly at: ReadonlyMap<Column, number> };

function readHeader<Column extends string>(cells: readonly string[], columns: readonly Column[]): Header<Column> | string {
  const names = cells.map(tidy);
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) return `the header lacks ${missing.length === 1 ? 'the column' : 'the columns'} ${missing.join(', ')}`;
  const twice = columns.find((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice) return `the header has the column ${twice} more than once`;
  return { names, at: new Map(columns.map((column) => [column, names.indexOf(column)])) };
}

function readRow<Column extends string, Row>(
  line: number,
  texts: readonly string[],
  { names, at }: Header<Column>,
  rule: Rule<Column, Row>,
  keys: Map<string, number>,
): Reading<Row> {
  const reject = (column: string | undefined, reason: string, value: string): Reading<Row> => ({
    is: 'reject',
    reject: { line, column, reason, value: shortened(value) },
  });
  if (texts.length !== names.length)
    return reject(undefined, `the row has ${count(texts.length)}, the header has ${names.length}`, texts.join(','));
  const long = texts.findIndex((text) => text.length > MAX_CHARACTERS);
  if (long !== -1) return reject(names[long], `the text is longer than ${MAX_CHARACTERS} characters`, texts[long] ?? '');
  const cells = Object.fromEntries(rule.columns.map((column) => [column, tidy(texts[at.get(column) ?? -1] ?? '')])) as Cells<Column>;
  const key = cells[rule.key];
  if (key === '') return reject(rule.key, 'it is missing', '');
  const before = keys.get(key);
  if (before !== undefined) return reject(rule.key, `it is already on line ${before}`, key);
  const read = rule.read(cells);
  if (!read.ok) return reject(read.bad.column, read.bad.reason, cells[read.bad.column]);
  keys.set(key, line);
  return { is: 'row', line, row: read.row };
}

const faulty = <Column extends string>(line: number, { cell, reason, value }: Fault, { names }: Header<Column>): Reject => ({
  line,
  column: cell === undefined ? undefined : names[cell],
  reason,
  value: shortened(value),
});

/** A cell that is longer is a mistake: the longest text of these tables, a name, has a few hundred. */
const MAX_CHARACTERS = 10_000;
const SHOWN_CHARACTERS = 80;

const count = (cells: number): string => `${cells} ${cells === 1 ? 'cell' : 'cells'}`;
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Fit to be shown on one line: control characters and broken text are replaced. */
function shortened(value: string): string {
  const shown = value
    .slice(0, 4 * SHOWN_CHARACTERS)
    .replace(/\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...shown].length <= SHOWN_CHARACTERS && value.length <= 4 * SHOWN_CHARACTERS
    ? shown
    : `${[...shown].slice(0, SHOWN_CHARACTERS).join('')}…`;
}
