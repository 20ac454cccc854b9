import type { Schemas } from '../base/api/types.ts';
import { cellOf, currencyOf, FIELDS, type Field, type Part, REFERENCE, rowCountOf } from '../exports/proposal-columns.ts';
import type { FileRow, Table } from './table.ts';

export type Proposal = Schemas['Proposal'];

/** What is wrong in a row; an empty column is the row as a whole. */
export type Fault = { readonly row: number; readonly column: string; readonly because: Because };
export type Because =
  | { readonly type: 'missing' | 'too-many-cells' | 'place-unknown' }
  | { readonly type: 'malformed'; readonly kind: Field['kind'] }
  | { readonly type: 'reference-twice'; readonly row: number }
  | { readonly type: 'code-unknown'; readonly code: string; readonly nearest: readonly string[] }
  | { readonly type: 'countries-of-others'; readonly countries: readonly string[] }
  | { readonly type: 'rule'; readonly rule: string }
  | { readonly type: 'closed'; readonly status: string }
  | { readonly type: 'several' | 'several-titles'; readonly count: number }
  | { readonly type: 'another-city' | 'of-project' | 'ended' }
  | { readonly type: 'title-twice'; readonly row: number };

/** The rows of one project: the first, and those that go on with it. */
export type Group = { readonly reference: string; readonly rows: readonly FileRow[]; readonly faults: readonly Fault[] };

const ONCE = FIELDS.filter(({ part }) => part === undefined);
const isOnce = new Set(ONCE.filter((field) => field !== REFERENCE).map(({ key }) => key));
/** Written for the reader of the file, and not read back. */
const BESIDE = ['id', 'status', 'proposer', 'placeName'];
const NEEDED = ['reference', 'title'];
export const KNOWN: readonly string[] = [...FIELDS.map(({ key }) => key), ...BESIDE];

/** Columns without which nothing can be read, and those that mean nothing here. */
export const columnsOf = ({ columns }: Pick<Table, 'columns'>) => ({
  missing: NEEDED.filter((column) => !columns.includes(column)),
  unknown: columns.filter((column) => !KNOWN.includes(column)),
});

/** Rows that follow each other under one reference are one project. */
export function groupsOf({ rows }: Table): readonly Group[] {
  const groups: { reference: string; rows: FileRow[]; faults: Fault[] }[] = [];
  const firsts = new Map<string, number>();
  for (const row of rows) {
    const reference = row.cells[REFERENCE.key]?.trim() ?? '';
    const before = groups.at(-1);
    const goesOn = before !== undefined && reference !== '' && before.reference === reference;
    const first = firsts.get(reference);
    const faults: Fault[] = row.tooMany ? [{ row: row.number, column: '', because: { type: 'too-many-cells' } }] : [];
    if (reference === '') faults.push({ row: row.number, column: REFERENCE.key, because: { type: 'missing' } });
    const isAnother = first !== undefined && (!goesOn || Object.keys(row.cells).some((column) => isOnce.has(column)));
    if (isAnother) faults.push({ row: row.number, column: REFERENCE.key, because: { type: 'reference-twice', row: first } });
    if (goesOn && !isAnother) {
      before.rows.push(row);
      before.faults.push(...faults);
    } else groups.push({ reference, rows: [row], faults });
    if (reference !== '' && first === undefined) firsts.set(reference, row.number);
  }
  return groups;
}

const SEPARATORS = /[\s,;]+/;
const WHOLE = /^\d{1,10}$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;
const SUM = /^(\d+(?:\.\d+)?)(?:\s+([A-Z]{3}))?$/;

const wholeOf = (text: string): number | undefined => (WHOLE.test(text) ? Number.parseInt(text, 10) : undefined);

/** The value of a cell as the API expects it; undefined if it is not of its kind. */
function readAs(kind: Field['kind'], text: string, currency: string): unknown {
  switch (kind) {
    case 'sum': {
      const [, amount, own = currency] = SUM.exec(text) ?? [];
      return amount === undefined ? undefined : { amount, currency: own };
    }
    case 'currency':
      return /^[A-Z]{3}$/.test(text) ? text : undefined;
    case 'decimal':
      return DECIMAL.test(text) ? text : undefined;
    case 'whole':
      return wholeOf(text);
    case 'codes':
      return text.split(SEPARATORS).filter((code) => code !== '');
    case 'numbers': {
      const numbers = text.split(SEPARATORS).filter((number) => number !== '');
      return numbers.every((number) => WHOLE.test(number)) ? numbers.map(wholeOf) : undefined;
    }
    case 'line':
    case 'lines':
    case 'code':
      return text;
  }
}

const nothingOf = ({ kind, path }: Field): unknown =>
  kind === 'codes' || kind === 'numbers' ? [] : path === 'readiness' || path === 'beneficiaries' ? 0 : undefined;

type Places = Readonly<Record<Part, readonly number[]>>;
export type Read = {
  readonly proposal: Proposal;
  readonly faults: readonly Fault[];
  /** The row of the file that contains each part. */
  readonly places: Places;
};

/** A cell of one row, with the fault that it has. */
function reader(currency: string, faults: Fault[]) {
  return (field: Field, row: FileRow): unknown => {
    const text = row.cells[field.key]?.trim() ?? '';
    const put = (because: Because): void => void faults.push({ row: row.number, column: field.key, because });
    if (text === '') {
      if (field.isDue) put({ type: 'missing' });
      return nothingOf(field);
    }
    const value = readAs(field.kind, text, currency);
    if (value === undefined) put({ type: 'malformed', kind: field.kind });
    return value;
  };
}

/** What the rows of a project say. What the file has no column for stays as it was `before`. */
export function readProposal({ rows, faults: found }: Group, columns: ReadonlySet<string>, before?: Proposal): Read {
  const faults = [...found];
  const [first] = rows as readonly [FileRow];
  const currency = columns.has('currency') ? (first.cells['currency']?.trim() ?? '') : currencyOf(before ?? {});
  const read = reader(currency, faults);
  const once = ONCE.filter(({ key }) => columns.has(key)).map((field): [string, unknown] => [field.path, read(field, first)]);
  const said = together(Object.fromEntries(once), first.number, faults);
  const parts = partsOf(rows, columns, read);
  const written = Object.fromEntries(parts.map(({ part, entries }) => [part, entries]));
  // A sum that names no currency, where the row names none either.
  if (JSON.stringify([said, written]).includes('"currency":""'))
    faults.push({ row: first.number, column: 'currency', because: { type: 'missing' } });
  const nothing = { countries: [], themes: [], instruments: [], indicators: [], milestones: [], wasteStreams: [], otherSources: [] };
  return {
    proposal: { ...nothing, plannedIndicators: [], readiness: 0, beneficiaries: 0, ...before, ...said, ...written } as unknown as Proposal,
    faults: faults.filter(({ row, column }, index) => faults.findIndex((other) => other.row === row && other.column === column) === index),
    places: { ...NOWHERE, ...Object.fromEntries(parts.map(({ part, places }) => [part, places])) },
  };
}

const NOWHERE: Places = { milestones: [], wasteStreams: [], otherSources: [], plannedIndicators: [] };

function partsOf(rows: readonly FileRow[], columns: ReadonlySet<string>, read: (field: Field, row: FileRow) => unknown) {
  const present = Map.groupBy(
    FIELDS.filter(({ part, key }) => part !== undefined && columns.has(key)),
    ({ part }) => part as Part,
  );
  return [...present.keys()].map((part) => {
    const fields = FIELDS.filter((field) => field.part === part);
    const own = rows.filter(({ cells }) => fields.some(({ key }) => cells[key] !== undefined));
    const entries = own.map((row, index) => {
      const said = fields.map((field): [string, unknown] => [field.path, read(field, row)]);
      const entry = Object.fromEntries(said.filter(([, value]) => value !== undefined));
      return part === 'milestones' ? { number: index + 1, ...entry } : entry;
    });
    return { part, entries, places: own.map(({ number }) => number) };
  });
}

/** A place is its number, and a quantity is whole or none. */
function together(said: Readonly<Record<string, unknown>>, row: number, faults: Fault[]): object {
  const { 'place/id': place, 'capacity/quantity': quantity, 'capacity/unit': unit, currency: _, ...rest } = said;
  const missing = (column: string): void => void faults.push({ row, column, because: { type: 'missing' } });
  if (quantity !== undefined && unit === undefined) missing('unit');
  if (quantity === undefined && unit !== undefined) missing('capacity');
  return {
    ...rest,
    ...('place/id' in said ? { place: place === undefined ? undefined : { id: place } } : {}),
    ...('capacity/quantity' in said ? { capacity: quantity === undefined || unit === undefined ? undefined : { quantity, unit } } : {}),
  };
}

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** `milestones[0].months_after_effective` and `/milestones/0/monthsAfterEffective` as the same steps. */
const stepsOf = (field: string): readonly string[] =>
  field
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .split(/[./]/)
    .filter((step) => step !== '')
    .map(camel);

/** The cell of the file that says what the API names; the row alone where no column does. */
export function cellAt(field: string, { places }: Read, first: number): Pick<Fault, 'row' | 'column'> {
  const [name = '', second = '', third = ''] = stepsOf(field);
  const own = FIELDS.filter(({ part }) => part === name);
  if (own.length > 0) {
    const column = own.find(({ path }) => path === third) ?? own[0];
    return { row: places[name as Part][Number.parseInt(second, 10)] ?? first, column: column?.key ?? '' };
  }
  const once =
    ONCE.find(({ path }) => path === `${name}/${second}`) ?? ONCE.find(({ path }) => path === name || path.startsWith(`${name}/`));
  return { row: first, column: once?.key ?? '' };
}

const PLAIN = /^-?\d+(?:\.\d+)?/;
/** Zeros behind the point say nothing. */
const plain = (text: string): string => text.replace(PLAIN, (number) => (number.includes('.') ? number.replace(/\.?0+$/, '') : number));

/** Whether two proposals say the same in a file. */
export function isSame(one: Proposal, other: Proposal): boolean {
  if (rowCountOf(one) !== rowCountOf(other)) return false;
  const said = (proposal: Proposal, row: number) =>
    FIELDS.map((field) => {
      const cell = String(cellOf(field, proposal, row) ?? '');
      return field.kind === 'sum' || field.kind === 'decimal' ? plain(cell) : cell.trim();
    });
  return Array.from({ length: rowCountOf(one) }, (_, row) => row).every((row) => said(one, row).join('\0') === said(other, row).join('\0'));
}
