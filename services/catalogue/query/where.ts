import { invalid } from '@junkan/kit/problem.ts';
import type { Part } from '@junkan/kit/views/page.ts';
import type { Prepare } from '@junkan/kit/views/statements.ts';
import { CATALOGUE, type Kind, type KindName, NOBODY, PARTIES } from '../kinds.ts';
import { partyTerm } from '../text/code-names.ts';
import { allOf, codesOf, type TypedPart, typedParts, wordsOf } from '../text/match.ts';
import type { Filter, ListQuery, Range } from './list-query.ts';

/** Rows that are read together: where they come from, and the conditions on them. A list is one such set, or several that share no row. */
export type Rows = { readonly from: Part; readonly where: readonly Part[]; readonly isPublic: boolean };

/** Statuses that are read each by its own index and merged; of more than these, all rows are passed over. */
const MAX_BRANCHES = 8;

/** The rows that a reader may see, before any other filter. What nobody may see is in none of the sets. */
export function rowsOf(prepare: Prepare, asked: ListQuery): Rows[] {
  const kind = CATALOGUE[asked.kind];
  const conditions = conditionsOf(prepare, kind, asked);
  if (asked.typed !== '')
    return foundBy(
      prepare,
      kind,
      asked,
      conditions.flatMap((each) => (Array.isArray(each) ? oneOf(each) : each)),
    );
  const visible = visibleTo(kind, asked.reader);
  const alternatives = conditions.find((each): each is readonly Part[] => Array.isArray(each));
  const others = conditions.filter((each): each is Part => !Array.isArray(each));
  return visible.flatMap((rows) =>
    (alternatives ?? [undefined]).map((one) => ({ ...rows, where: [...rows.where, ...(one ? [one] : []), ...others] })),
  );
}

export const partOf = ({ from, where }: Rows): Part => ({
  sql: `${from.sql} WHERE ${where.length === 0 ? 'TRUE' : where.map(({ sql }) => sql).join(' AND ')}`,
  values: [...from.values, ...where.flatMap(({ values }) => values)],
});

/** The same with other conditions as well. */
export const narrowed = (rows: Rows, ...parts: readonly Part[]): Rows => ({ ...rows, where: [...rows.where, ...parts] });

function visibleTo({ name, table, readers, owner = 'proposer' }: Kind, reader: string | undefined): Rows[] {
  switch (readers) {
    case 'everybody':
      return [{ from: plain(table), where: [], isPublic: true }];
    case 'open': {
      const hidden = reader === undefined ? [] : [{ sql: `${owner} = ?`, values: [reader] }];
      return [
        { from: plain(table), where: [plain('open = 1')], isPublic: true },
        { from: plain(table), where: [plain('open = 0'), ...hidden], isPublic: false },
      ];
    }
    case 'parties':
      if (reader === undefined) return [{ from: plain(table), where: [], isPublic: true }];
      // CROSS JOIN keeps the order: from the few rows of a party to the list, never the other way round.
      return [
        {
          from: plain(`party CROSS JOIN ${table} USING (n)`),
          where: [{ sql: 'party.kind = ? AND party.organisation = ?', values: [name, reader] }],
          isPublic: false,
        },
      ];
    case 'partners':
      return [{ from: plain(table), where: reader === undefined ? [] : [ofPartner(table, reader)], isPublic: reader === undefined }];
  }
}

/** The same of a row that words have led to; where only parties see it, the words were looked for among those of the reader. */
function seenBy({ table, readers, owner = 'proposer' }: Kind, reader: string | undefined): Part[] {
  if (reader === undefined) return [];
  switch (readers) {
    case 'everybody':
    case 'parties':
      return [];
    case 'open':
      // Its index of words has columns of the same names.
      return [{ sql: `(${table}.open = 1 OR ${owner === NOBODY ? owner : `${table}.${owner}`} = ?)`, values: [reader] }];
    case 'partners':
      return [ofPartner(table, reader)];
  }
}

/** The agreements of a reader that all parties have signed. */
const BINDING = `SELECT agreement.n FROM party CROSS JOIN agreement USING (n)
  WHERE party.kind = 'agreement' AND party.organisation = ? AND agreement.status NOT IN ('draft', 'void')`;

/** What is the reader's own, or of an organisation that an agreement binds to it. */
function ofPartner(table: string, reader: string): Part {
  const proposers = `SELECT proposer FROM agreement WHERE n IN (${BINDING})`;
  const sponsors = `SELECT value FROM tag WHERE kind = 'agreement.sponsor' AND n IN (${BINDING})`;
  const own = `${table}.organisation`;
  return { sql: `(${own} = ? OR ${own} IN (${proposers}) OR ${own} IN (${sponsors}))`, values: [reader, reader, reader] };
}

/**
 * What a search finds: what has all of it in its own words and codes, and what has some of it by others: the names of its sponsors, as far as the reader
 * may know of them, or the codes of its project. The best have the lowest score, which is worked out only where it is asked for.
 */
function foundBy(prepare: Prepare, kind: Kind, { typed, reader }: ListQuery, conditions: readonly Part[]): Rows[] {
  const { table, texts } = kind;
  if (Object.keys(texts).length === 0) throw invalid('q', 'is not a parameter of this list');
  const parts = typedParts(typed);
  if (parts.length === 0) throw invalid('q', 'must have a letter or a digit');
  const where = [...seenBy(kind, reader), ...conditions];
  const own = { from: matching(kind, allOf(parts), reader), where, isPublic: false };
  const linked = parts.map((part) => ({
    part,
    by: [...ofSponsors(prepare, kind, part, reader), ...ofProject(prepare, kind, part, reader)],
  }));
  const helped = linked.filter(({ by }) => by.length > 0);
  if (helped.length === 0) return [own];
  const others = linked.flatMap(({ part, by }) => (by.length === 0 ? [part] : []));
  const from =
    others.length > 0 ? matching(kind, allOf(others), reader) : plain(`(SELECT ${table}.*, 0.0 AS score FROM ${table}) AS ${table}`);
  const isOwn = (match: string): Part => ({
    sql: `${table}.n IN (SELECT rowid FROM ${table}_text WHERE ${table}_text MATCH ?)`,
    values: [match],
  });
  const { sql, values } = isOwn(allOf(parts));
  const byOthers = helped.map(({ part, by }) => oneOf([isOwn(allOf([part])), ...by]));
  return [own, { from, where: [...where, ...byOthers, { sql: `NOT ${sql}`, values }], isPublic: false }];
}

/** An expression among what the reader may see, where the index names those who may. */
const amongOwn = ({ readers }: Kind, match: string, reader: string | undefined): string =>
  readers === 'parties' && reader !== undefined ? `(${match}) AND ${PARTIES} : "${partyTerm(reader)}"` : match;

/** The newest rows that these words are found in, `within` some of the texts alone, as the reader may see them. */
export function newestWith(
  prepare: Prepare,
  {
    kind: name,
    reader,
    typed,
    within,
  }: Pick<ListQuery, 'kind' | 'reader'> & { readonly typed: readonly TypedPart[]; readonly within: readonly string[] },
  limit: number,
): number[] {
  const kind = CATALOGUE[name];
  const { table } = kind;
  const match = amongOwn(kind, `{${within.join(' ')}} : (${allOf(typed)})`, reader);
  const where = [{ sql: `${table}_text MATCH ?`, values: [match] }, ...seenBy(kind, reader)];
  const { sql, values } = partOf({
    from: plain(`${table}_text CROSS JOIN ${table} ON ${table}.n = ${table}_text.rowid`),
    where,
    isPublic: false,
  });
  // In the order of the index, which it is read in: no row is read beyond the last.
  const found = prepare(`SELECT ${table}_text.rowid AS n FROM ${sql} ORDER BY ${table}_text.rowid DESC LIMIT ?`).all(...values, limit);
  return found.map(({ n }) => Number(n));
}

function matching(kind: Kind, match: string, reader: string | undefined): Part {
  const { table, texts } = kind;
  const score = `bm25(${table}_text, ${Object.values(texts).join(', ')}) AS score`;
  const text = `SELECT ${table}.*, ${score} FROM ${table}_text CROSS JOIN ${table} ON n = ${table}_text.rowid WHERE ${table}_text MATCH ?`;
  return { sql: `(${text}) AS ${table}`, values: [amongOwn(kind, match, reader)] };
}

const SPONSORS_NAMED =
  'SELECT sponsor.id FROM sponsor_text CROSS JOIN sponsor ON sponsor.n = sponsor_text.rowid WHERE sponsor_text MATCH ?';

/** What names a sponsor of that name, in rows that the reader may see: nobody finds by a sponsor what it may not know to be of that sponsor. */
function ofSponsors(prepare: Prepare, { table, sponsoredBy = [] }: Kind, part: TypedPart, reader: string | undefined): Part[] {
  if (sponsoredBy.length === 0 || !prepare(`SELECT 1 FROM (${SPONSORS_NAMED}) LIMIT 1`).get(wordsOf(part))) return [];
  const named = { sql: `IN (${SPONSORS_NAMED})`, values: [wordsOf(part)] };
  return sponsoredBy.map(({ kind, column: name, of }) => {
    const by: Part = CATALOGUE[kind].tags.includes('sponsor')
      ? {
          sql: `${kind}.n IN (SELECT tag.n FROM tag WHERE tag.kind = ? AND tag.value ${named.sql})`,
          values: [`${kind}.sponsor`, ...named.values],
        }
      : { sql: `${kind}.sponsor ${named.sql}`, values: named.values };
    const found = rowsOf(prepare, { kind, reader, filters: [], ranges: [], typed: '' }).map((rows) => partOf(narrowed(rows, by)));
    const ids = found.map(({ sql }) => `SELECT ${kind}.${name} FROM ${sql}`).join(' UNION ALL ');
    return { sql: `${table}.${of} IN (${ids})`, values: found.flatMap(({ values }) => values) };
  });
}

/** What is of a project that the reader may see, and that has such a code. */
function ofProject(prepare: Prepare, { table, codesOf: of }: Kind, part: TypedPart, reader: string | undefined): Part[] {
  if (of === undefined || part.codes.length === 0) return [];
  const having = { sql: 'project.n IN (SELECT rowid FROM project_text WHERE project_text MATCH ?)', values: [codesOf(part)] };
  const found = rowsOf(prepare, { kind: 'project', reader, filters: [], ranges: [], typed: '' }).map((rows) =>
    partOf(narrowed(rows, having)),
  );
  const ids = found.map(({ sql }) => `SELECT project.id FROM ${sql}`).join(' UNION ALL ');
  return [{ sql: `${table}.${of} IN (${ids})`, values: found.flatMap(({ values }) => values) }];
}

/** Each condition; several values of one column are alternatives, which an index serves one by one. */
function conditionsOf(prepare: Prepare, kind: Kind, asked: ListQuery): (Part | readonly Part[])[] {
  let isSplit = false;
  const { filters, ranges } = asked;
  const filtered = filters
    .filter(({ values }) => values.length > 0)
    .map((filter) => {
      const { field, values, all } = filter;
      const other = kind.through?.[field];
      if (other) return through(prepare, kind, asked, filter, other);
      if (field !== 'status' && !kind.filters.includes(field)) throw invalid(field, 'is not a field by which this list is filtered');
      if (kind.tags.includes(field)) return tagged(prepare, kind, filter);
      if (all && values.length > 1) throw invalid(field, 'has one value only, of which it cannot have all');
      const parts = values.map((value) => ({ sql: `${column(kind, field)} = ?`, values: [value] }));
      const [only] = parts;
      if (only && parts.length === 1) return only;
      if (isSplit || parts.length > MAX_BRANCHES) return oneOf(parts);
      isSplit = true;
      return parts;
    });
  return [...filtered, ...ranges.filter(({ from, to }) => from !== '' || to !== '').map((range) => within(kind, range))];
}

type Other = { readonly kind: KindName; readonly column: string; readonly of: string };

/** What names an item that the reader finds in another list by the same filter. */
function through(prepare: Prepare, kind: Kind, { reader }: ListQuery, filter: Filter, other: Other): Part {
  const found = rowsOf(prepare, { kind: other.kind, reader, filters: [filter], ranges: [], typed: '' }).map(partOf);
  const ids = found.map(({ sql }) => `SELECT ${other.kind}.${other.column} FROM ${sql}`).join(' UNION ALL ');
  return { sql: `${column(kind, other.of)} IN (${ids})`, values: found.flatMap(({ values }) => values) };
}

/** `party` and `tag` have columns of the same names. */
const column = ({ table }: Kind, field: string): string => `${table}.${field}`;

const plain = (sql: string): Part => ({ sql, values: [] });

const oneOf = (parts: readonly Part[]): Part => ({
  sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
  values: parts.flatMap(({ values }) => values),
});

/** If a value is rarer than this, its rows are looked up and sorted; else rows are read in order and each is tested. */
const RARE = 1_000;

function tagged(prepare: Prepare, { name, table }: Kind, { field, values, all }: Filter): Part {
  const kind = `${name}.${field}`;
  const among = (asked: readonly string[]): Part => {
    const holds = `tag.kind = ? AND tag.value IN (${asked.map(() => '?').join(', ')})`;
    const count = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM tag WHERE ${holds} LIMIT ?)`).get(kind, ...asked, RARE + 1);
    const sql =
      Number(count?.['count']) > RARE
        ? `EXISTS (SELECT 1 FROM tag WHERE ${holds} AND tag.n = ${table}.n)`
        : `${table}.n IN (SELECT tag.n FROM tag WHERE ${holds})`;
    return { sql, values: [kind, ...asked] };
  };
  if (!all) return among(values);
  const each = values.map((value) => among([value]));
  return { sql: each.map(({ sql }) => sql).join(' AND '), values: each.flatMap((part) => part.values) };
}

const AMOUNT = /^-?\d{1,18}$/;

function within(kind: Kind, { field, from, to }: Range): Part {
  if (!kind.ranges.includes(field)) throw invalid(field, 'is not a field of which this list knows ranges');
  const isNumber = kind.columns[field] === 'INTEGER';
  const boundOf = (bound: string): string | bigint => {
    if (!isNumber) return bound;
    if (!AMOUNT.test(bound)) throw invalid(field, 'must be a whole number');
    return BigInt(bound);
  };
  const name = column(kind, field);
  const lower = from === '' ? [] : [{ sql: `${name} >= ?`, values: [boundOf(from)] }];
  // A day as upper bound holds its instants too. What has no date is in no range of dates.
  const upper = to === '' ? [] : [{ sql: `${name} <= ?`, values: [isNumber ? boundOf(to) : `${to}\uffff`] }];
  const parts = [...lower, ...upper, ...(isNumber ? [] : [plain(`${name} <> ''`)])];
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) };
}
