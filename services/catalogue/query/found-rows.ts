import type { Prepare } from '@junkan/kit/views/statements.ts';
import { CATALOGUE, type KindName } from '../kinds.ts';
import { typedParts } from '../text/match.ts';
import type { ListQuery } from './list-query.ts';
import { narrowed, newestWith, partOf, rowsOf } from './where.ts';

type Asked = Pick<ListQuery, 'kind' | 'reader' | 'typed'>;

/** Whether a list finds anything, under all that is asked of it. */
export function findsAny(prepare: Prepare, asked: ListQuery): boolean {
  return rowsOf(prepare, asked).some((rows) => {
    const { sql, values } = partOf(rows);
    return prepare(`SELECT 1 FROM ${sql} LIMIT 1`).get(...values) !== undefined;
  });
}

/** So many of what is called so are read, and of what is found by its words. Of these few suffice, so that long texts need not be searched. */
const MOST_CALLED = 10;
const MOST_FOUND = 40;
const FEW = 10;

/**
 * The rows of a list that what was typed leads to, as the reader may see them: the one of this id, some that are called so from their first letter, and
 * the newest that have all words, those last that have them in long texts alone. However many there are, so few are read.
 */
export function rowsFound(prepare: Prepare, { kind: name, reader, typed }: Asked): number[] {
  const { texts, bodies = [] } = CATALOGUE[name];
  const parts = typedParts(typed);
  const found = new Set([...ofId(prepare, name, reader, typed), ...calledSo(prepare, name, reader, typed)]);
  const all = Object.keys(texts);
  const heads = all.filter((text) => !bodies.includes(text));
  for (const within of [heads, ...(bodies.length > 0 ? [all] : [])])
    if (within.length > 0 && parts.length > 0 && found.size < FEW)
      for (const n of newestWith(prepare, { kind: name, reader, typed: parts, within }, MOST_FOUND)) found.add(n);
  return [...found];
}

/** Whether what was typed leads to any of them. */
export function leadsToAny(prepare: Prepare, { kind: name, reader, typed }: Asked): boolean {
  const parts = typedParts(typed);
  const within = Object.keys(CATALOGUE[name].texts);
  const byWords = (): boolean =>
    within.length > 0 && parts.length > 0 && newestWith(prepare, { kind: name, reader, typed: parts, within }, 1).length > 0;
  return byWords() || ofId(prepare, name, reader, typed).length > 0 || calledSo(prepare, name, reader, typed).length > 0;
}

const IS_ID = /^[a-z]{3}_[0-9a-z]{26}$/;

function ofId(prepare: Prepare, name: KindName, reader: string | undefined, typed: string): number[] {
  const id = typed.trim().toLowerCase();
  return IS_ID.test(id) ? numbersBy(prepare, name, reader, `${CATALOGUE[name].table}.id = ?`, [id], 1) : [];
}

/** By an index of its name, where the list is sorted by that. */
function calledSo(prepare: Prepare, name: KindName, reader: string | undefined, typed: string): number[] {
  const column = ['title', 'name'].find((each) => CATALOGUE[name].sorts.includes(each));
  const key = typed.normalize('NFKC').toLowerCase().trimStart();
  if (column === undefined || key === '') return [];
  const field = `${CATALOGUE[name].table}.${column}`;
  return numbersBy(prepare, name, reader, `${field} >= ? AND ${field} < ?`, [key, `${key}\u{10ffff}`], MOST_CALLED);
}

function numbersBy(prepare: Prepare, kind: KindName, reader: string | undefined, sql: string, values: readonly string[], most: number) {
  return rowsOf(prepare, { kind, reader, filters: [], ranges: [], typed: '' }).flatMap((rows) => {
    const part = partOf(narrowed(rows, { sql, values }));
    const found = prepare(`SELECT ${CATALOGUE[kind].table}.n AS n FROM ${part.sql} LIMIT ?`).all(...part.values, most);
    return found.map(({ n }) => Number(n));
  });
}
