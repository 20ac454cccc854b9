import { invalid, ProblemError } from '@junkan/kit/problem.ts';
import { countUpTo, cursorOf, type Order, type Part, type Place, placeOf, readPage, type Total } from '@junkan/kit/views/page.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { CATALOGUE, type Kind } from '../kinds.ts';
import type { Columns } from '../live/columns.ts';
import type { ListQuery, PageQuery, Scope } from './list-query.ts';
import { numbersOf } from './live-page.ts';
import { narrowed, partOf, type Rows, rowsOf } from './where.ts';

/** Items as proto3 JSON, in their order, and where the next page begins; '' = this is the last. */
export type ListPage = { readonly docs: readonly string[]; readonly nextCursor: string };

export type Row = { readonly n: bigint; readonly key: string | number | bigint };

/** One page of a list. @throws ProblemError for a field, a range or a cursor that the list does not know. */
export function pageOf(prepare: Prepare, asked: PageQuery, scope: Scope, columns?: Columns): ListPage {
  const kind = CATALOGUE[asked.kind];
  const order = orderOf(kind, asked);
  const cursors = { ...scope, list: kind.name, order };
  const after = asked.cursor === '' ? undefined : (placeOf(cursors, asked.cursor) ?? malformed());
  const numbers = columns && numbersOf(columns, asked, order, after, asked.limit);
  if (numbers) {
    const rows = rowsAt(prepare, kind, order, numbers.slice(0, asked.limit));
    const last = rows.at(-1);
    const next = numbers.length > asked.limit && last ? { key: last.key, n: last.n } : undefined;
    return fitting(docsOf(prepare, kind, rows), rows, (place) => cursorOf(cursors, place), next);
  }
  const sets = ranked(prepare, order, rowsOf(prepare, asked));
  const { rows, next } = readPage<Row>({
    order,
    after,
    limit: asked.limit,
    placeOf: ({ key, n }): Place => ({ key, n }),
    read: ({ where, orderBy }, limit) =>
      merged(
        sets.map((set) => {
          const { sql, values } = partOf(narrowed(set, where));
          const statement = prepare(`SELECT n, ${order.column} AS key FROM ${sql} ORDER BY ${orderBy} LIMIT ?`);
          statement.setReadBigInts(true);
          return statement.all(...values, limit) as unknown as Row[];
        }),
        order,
        limit,
      ),
  });
  return fitting(docsOf(prepare, kind, rows), rows, (place) => cursorOf(cursors, place), next);
}

/** These rows, with what they are sorted by, in the order of their numbers here. */
function rowsAt(prepare: Prepare, { table }: Kind, { column }: Order, numbers: readonly number[]): Row[] {
  const statement = prepare(`SELECT n, ${column} AS key FROM ${table} WHERE n IN (SELECT value FROM json_each(?))`);
  statement.setReadBigInts(true);
  const found = new Map((statement.all(JSON.stringify(numbers)) as unknown as Row[]).map((row) => [Number(row.n), row]));
  return numbers.flatMap((n) => found.get(n) ?? []);
}

/** Beyond this a count says "more than". */
export const MAX_COUNT = 1_000;

export function totalOf(prepare: Prepare, asked: ListQuery): Total {
  const totals = rowsOf(prepare, asked).map((rows) => countUpTo(prepare, partOf(rows), MAX_COUNT));
  const count = totals.reduce((sum, total) => sum + total.count, 0);
  return { count: Math.min(count, MAX_COUNT), isExact: count <= MAX_COUNT && totals.every(({ isExact }) => isExact) };
}

/** `created` is the order in which items began, which is that of their numbers. What is searched for comes best first. */
function orderOf({ sorts, defaultSort }: Kind, { sort, typed }: PageQuery): Order {
  if (sort === '') return { column: typed === '' ? defaultSort : 'score', descending: false };
  const descending = sort.startsWith('-');
  const field = descending ? sort.slice(1) : sort;
  const column = field === 'created' ? 'n' : field;
  if (field === 'n' || !sorts.includes(column)) throw invalid('sort', 'must be a field by which this list is sorted');
  return { column, descending };
}

/** So many are put in the order of how well they fit; of more, the newest alone. */
const MAX_RANKED = 5_000;
const RANKED_OF_MORE = 1_000;

function ranked(prepare: Prepare, { column }: Order, sets: readonly Rows[]): readonly Rows[] {
  return column === 'score' ? sets.map((rows) => newestOf(prepare, rows, MAX_RANKED, RANKED_OF_MORE)) : sets;
}

/** All rows where there are no more than `max`, else the newest `kept`. */
export function newestOf(prepare: Prepare, rows: Rows, max: number, kept: number): Rows {
  const part = partOf(rows);
  if (countUpTo(prepare, part, max).isExact) return rows;
  const floor = prepare(`SELECT min(n) AS n FROM (SELECT n FROM ${part.sql} ORDER BY n DESC LIMIT ?)`).get(...part.values, kept);
  const least: Part = { sql: 'n >= ?', values: [Number(floor?.['n'])] };
  return narrowed(rows, least);
}

/** Rows of several sets that share none, in one order. */
export function merged(sets: readonly Row[][], { descending }: Order, limit: number): Row[] {
  const [only, ...others] = sets;
  if (only && others.length === 0) return only;
  const sign = descending ? -1 : 1;
  return sets
    .flat()
    .sort((a, b) => sign * (compared(a.key, b.key) || compared(a.n, b.n)))
    .slice(0, limit);
}

/** As SQLite compares: numbers by value, texts by their bytes. */
function compared(a: Row['key'], b: Row['key']): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

function docsOf(prepare: Prepare, { table }: Kind, rows: readonly Row[]): Map<number, string> {
  const wanted = JSON.stringify(rows.map(({ n }) => Number(n)));
  const found = prepare(`SELECT n, doc FROM ${table}_doc WHERE n IN (SELECT value FROM json_each(?))`).all(wanted);
  return new Map(found.map(({ n, doc }) => [Number(n), String(doc)]));
}

/** Half of what one answer between services may hold, in characters: as it travels, a message is smaller than its JSON. */
const MAX_LENGTH = 2 * 1024 * 1024;

/** As many of the items as one answer may hold, and one at least: large items make a page shorter than its limit. */
function fitting(docs: Map<number, string>, rows: readonly Row[], cursorAt: (place: Place) => string, next: Place | undefined): ListPage {
  const taken: string[] = [];
  let length = 0;
  for (const [index, { n }] of rows.entries()) {
    const doc = docs.get(Number(n)) ?? '';
    length += doc.length;
    const before = rows[index - 1];
    if (before && length > MAX_LENGTH) return { docs: taken, nextCursor: cursorAt(before) };
    taken.push(doc);
  }
  return { docs: taken, nextCursor: next ? cursorAt(next) : '' };
}

export function malformed(): never {
  const rule = 'must be a cursor that this list has given, in this order: begin with the first page';
  throw new ProblemError({ kind: 'malformed', type: 'CursorIsMalformed', data: { field: 'cursor', rule } });
}
