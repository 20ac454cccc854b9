import { invalid } from '@junkan/kit/problem.ts';
import type { Part } from '@junkan/kit/views/page.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { CATALOGUE, type Kind } from '../kinds.ts';
import { type Counted, mostFirst } from './counted.ts';
import { newestOf } from './list.ts';
import type { Filter, ListQuery } from './list-query.ts';
import { partOf, type Rows, rowsOf } from './where.ts';

/** So many of what a search finds are counted; of more, the newest alone. */
const MAX_FOUND = 10_000;

/** How many items have each value of a field, under all filters but those on the field itself. */
export function countsOf(prepare: Prepare, asked: ListQuery, field: string): Counted[] {
  const kind = CATALOGUE[asked.kind];
  if (!kind.facets.includes(field)) throw invalid('counts', 'must be fields of which this list has counts');
  const others = { ...asked, filters: asked.filters.filter((filter) => filter.field !== field) };
  const cell = kind.name === 'project' ? cubeFor(others, field) : undefined;
  const sums = new Map<string, number>();
  for (const rows of rowsOf(prepare, others)) {
    if (rows.isPublic && cell) continue;
    const counted = asked.typed === '' ? rows : newestOf(prepare, rows, MAX_FOUND, MAX_FOUND);
    count(prepare, scanOf(kind, field, counted, others), sums);
  }
  if (cell) count(prepare, cell, sums);
  return mostFirst(sums);
}

function count(prepare: Prepare, { sql, values }: Part, sums: Map<string, number>): void {
  for (const { value: joined, count: found } of prepare(sql).all(...values))
    for (const value of String(joined).split('\n')) if (value !== '') sums.set(value, (sums.get(value) ?? 0) + Number(found));
}

function scanOf({ name, table, tags, joined = {} }: Kind, field: string, rows: Rows, { filters }: Pick<ListQuery, 'filters'>): Part {
  const { sql, values } = partOf(rows);
  const column = tags.includes(field) ? joined[field] : field;
  // With a plus the planner does not go value by value along an index that lacks the currency: five times dearer.
  const plus = filters.some((each) => each.field === 'currency') ? '+' : '';
  if (column) return { sql: `SELECT ${plus}${table}.${column} AS value, count(*) AS count FROM ${sql} GROUP BY value`, values };
  const having = `SELECT ${table}.n AS n FROM ${sql}`;
  return {
    sql: `SELECT tag.value AS value, count(*) AS count FROM (${having}) AS found CROSS JOIN tag ON tag.kind = ? AND tag.n = found.n GROUP BY tag.value`,
    values: [...values, `${name}.${field}`],
  };
}

/**
 * The cells of the cube that answer it, where nothing else is asked: a project is in the cell of each of its countries and themes, so
 * one value of either is exact, and several would count projects twice.
 */
function cubeFor({ typed, ranges, filters }: ListQuery, field: string): Part | undefined {
  const given = filters.filter(({ values }) => values.length > 0);
  const isSimple = ({ field: name, values }: Filter): boolean =>
    name === 'status' || (['country', 'theme'].includes(name) && values.length === 1);
  if (typed !== '' || ranges.length > 0 || !given.every(isSimple)) return undefined;
  const valuesOf = (name: string): readonly string[] => given.filter((filter) => filter.field === name).flatMap(({ values }) => values);
  const dimension = (name: 'country' | 'theme'): Part => {
    const [value = ''] = valuesOf(name);
    return field === name ? { sql: `${name} <> ''`, values: [] } : { sql: `${name} = ?`, values: [value] };
  };
  const statuses = valuesOf('status');
  const parts = [
    dimension('country'),
    dimension('theme'),
    ...(statuses.length > 0 ? [{ sql: `status IN (${statuses.map(() => '?').join(', ')})`, values: statuses }] : []),
  ];
  return {
    sql: `SELECT ${field} AS value, sum(count) AS count FROM cube WHERE ${parts.map(({ sql }) => sql).join(' AND ')} GROUP BY value`,
    values: parts.flatMap(({ values }) => values),
  };
}
