import type { Prepare } from '@junkan/kit/views/statements.ts';

/** Texts as small numbers, in the order in which they came. */
type Dictionary = { readonly texts: string[]; readonly codes: Map<string, number> };

/**
 * The columns by which projects are filtered and counted, in memory: the value of row number i is at index i of each column. Rows are in
 * the order of their numbers. What has several values is one text, with line breaks between, as in the file. `amountHigh` and `amountLow`:
 * minor units in two parts, high * 10^9 + low. Instants are milliseconds; -Infinity = none, which sorts as the empty text does.
 */
export type Columns = {
  size: number;
  n: Float64Array;
  open: Uint8Array;
  amountHigh: Float64Array;
  amountLow: Int32Array;
  due: Float64Array;
  created: Float64Array;
  updated: Float64Array;
  readonly coded: Readonly<Record<CodedField, Coded>>;
};
export type Coded = { codes: Uint32Array; readonly dictionary: Dictionary };

const CODED = ['status', 'proposer', 'currency', 'country', 'theme'] as const;
export type CodedField = (typeof CODED)[number];
export const isCoded = (field: string): field is CodedField => (CODED as readonly string[]).includes(field);

const SELECTED = `
  SELECT n, open, status, proposer, currency, countries AS country, themes AS theme, due, created, updated,
    CAST(amount / 1000000000 AS REAL) AS high, amount % 1000000000 AS low FROM project`;
type Row = Readonly<Record<CodedField | 'due' | 'created' | 'updated', string>> & Readonly<Record<'n' | 'open' | 'high' | 'low', number>>;

const FIRST_CAPACITY = 1_024;

const none = (): Columns => ({
  size: 0,
  n: new Float64Array(0),
  open: new Uint8Array(0),
  amountHigh: new Float64Array(0),
  amountLow: new Int32Array(0),
  due: new Float64Array(0),
  created: new Float64Array(0),
  updated: new Float64Array(0),
  coded: { status: coded(), proposer: coded(), currency: coded(), country: coded(), theme: coded() },
});
const coded = (): Coded => ({ codes: new Uint32Array(0), dictionary: { texts: [], codes: new Map() } });

/** Reads all projects of a file. */
export function columnsOf(prepare: Prepare): Columns {
  const columns = none();
  for (const row of prepare(`${SELECTED} ORDER BY n`).iterate()) append(columns, row as unknown as Row);
  return columns;
}

/** Reads these projects again. Answers whether they could be put in: a row between others has no place here. */
export function readAgain(columns: Columns, prepare: Prepare, ids: readonly string[]): boolean {
  const rows = prepare(`${SELECTED} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n`).all(JSON.stringify(ids)) as unknown as Row[];
  return rows.every((row) => {
    const at = placeOf(columns, row.n);
    if (columns.n[at] === row.n && at < columns.size) write(columns, at, row);
    else if (at === columns.size) append(columns, row);
    else return false;
    return true;
  });
}

/** Where a row is, or would be. */
export function placeOf({ n, size }: Pick<Columns, 'n' | 'size'>, wanted: number): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((n[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function append(columns: Columns, row: Row): void {
  if (columns.size === columns.n.length) grow(columns, Math.max(FIRST_CAPACITY, columns.size * 2));
  columns.size += 1;
  write(columns, columns.size - 1, row);
}

function grow(columns: Columns, capacity: number): void {
  const longer = <Of extends Float64Array | Int32Array | Uint8Array | Uint32Array>(old: Of, wider: Of): Of => {
    wider.set(old);
    return wider;
  };
  columns.n = longer(columns.n, new Float64Array(capacity));
  columns.open = longer(columns.open, new Uint8Array(capacity));
  columns.amountHigh = longer(columns.amountHigh, new Float64Array(capacity));
  columns.amountLow = longer(columns.amountLow, new Int32Array(capacity));
  columns.due = longer(columns.due, new Float64Array(capacity));
  columns.created = longer(columns.created, new Float64Array(capacity));
  columns.updated = longer(columns.updated, new Float64Array(capacity));
  for (const field of CODED) columns.coded[field].codes = longer(columns.coded[field].codes, new Uint32Array(capacity));
}

function write(columns: Columns, at: number, row: Row): void {
  columns.n[at] = row.n;
  columns.open[at] = row.open;
  columns.amountHigh[at] = row.high;
  columns.amountLow[at] = row.low;
  columns.due[at] = instantOf(row.due);
  columns.created[at] = instantOf(row.created);
  columns.updated[at] = instantOf(row.updated);
  for (const field of CODED) columns.coded[field].codes[at] = codeOf(columns.coded[field].dictionary, row[field]);
}

export const instantOf = (text: string): number => (text === '' ? Number.NEGATIVE_INFINITY : Date.parse(text));

function codeOf({ texts, codes }: Dictionary, text: string): number {
  const known = codes.get(text);
  if (known !== undefined) return known;
  codes.set(text, texts.length);
  return texts.push(text) - 1;
}
