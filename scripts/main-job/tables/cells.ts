/** How the cells of the Bank's tables are read. Each reader gives the value or the plain reason why it is none. */
import { isCalendarDate } from '@junkan/kit/pure/dates.ts';
import type { Place } from './bank-places.ts';
import { placeNamed } from './bank-places.ts';

export type CellReader<Value> = (text: string) => { value: Value } | { reason: string };

export const present: CellReader<string> = (text) => (text === '' ? { reason: 'it is missing' } : { value: text });

/** Whole US dollars; nothing where nothing is stated. More digits than a thousand billion has would be a mistake. */
export const dollars: CellReader<bigint | undefined> = (text) => {
  if (text === '') return { value: undefined };
  if (!/^\d+$/.test(text)) return { reason: 'it is not a whole number of dollars (digits only, not negative)' };
  return BigInt(text) > MAX_DOLLARS ? { reason: `it is more than ${MAX_DOLLARS} dollars` } : { value: BigInt(text) };
};

export const statedDollars: CellReader<bigint> = (text) => {
  const read = dollars(text);
  return 'reason' in read ? read : read.value === undefined ? { reason: 'it is missing' } : { value: read.value };
};

/** A calendar date as YYYY-MM-DD; nothing where nothing is stated. */
export const date: CellReader<string | undefined> = (text) => {
  if (text === '') return { value: undefined };
  return isCalendarDate(text) ? { value: text } : { reason: 'it is not a date as YYYY-MM-DD' };
};

export const place: CellReader<Place> = (text) => {
  if (text === '') return { reason: 'it is missing' };
  const known = placeNamed(text);
  return known ? { value: known } : { reason: 'it is neither a known country nor one of the regions' };
};

/** A list joined by bars. */
export const list: CellReader<readonly string[]> = (text) => ({
  value: [...new Set(text.split('|').map((item) => item.trim()))].filter((item) => item !== ''),
});

/** The Bank writes this where it knows no instrument. */
const UNIDENTIFIED = 'UNIDENTIFIED';
export const instruments: CellReader<readonly string[]> = (text) => {
  const read = list(text);
  return 'reason' in read ? read : { value: read.value.filter((instrument) => instrument !== UNIDENTIFIED) };
};

const MAX_DOLLARS = 10n ** 15n;

/** Reads the named cells; the values, or the first cell in the given order that is bad. */
export function readCells<Column extends string, Readers extends { readonly [Name in Column]?: CellReader<unknown> }>(
  cells: Readonly<Record<Column, string>>,
  readers: Readers,
): { ok: true; values: Values<Readers> } | { ok: false; bad: { column: Column; reason: string } } {
  const values: Record<string, unknown> = {};
  for (const [column, reader] of Object.entries(readers) as [Column, CellReader<unknown>][]) {
    const read = reader(cells[column]);
    if ('reason' in read) return { ok: false, bad: { column, reason: read.reason } };
    values[column] = read.value;
  }
  return { ok: true, values: values as Values<Readers> };
}

type Values<Readers> = { [Column in keyof Readers]: Readers[Column] extends CellReader<infer Value> ? Value : never };
