import { CATALOGUE, type Kind, searchedBy } from '../kinds.ts';
import { STREAM_KINDS } from './listed.ts';
import { PORTFOLIO_DDL } from './portfolio-cells.ts';

/** The columns by which what waits is sorted. */
export const TASK_SORTS = ['due', 'since', 'amount'] as const;

/**
 * `party`: which organisation may see which row. `total`, `cube`: counts that are kept as rows change. Amounts there are in two
 * parts, whole * 10^9 + part, so that no sum outgrows an INTEGER. `task`: what waits, for whom; `task_excluded`: whom separated duties
 * keep from it; `task_reader`: which organisation may see it.
 */
const SHARED = `
CREATE TABLE tag (kind TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, value, n)) STRICT, WITHOUT ROWID;
CREATE INDEX tag_n ON tag (kind, n);
CREATE TABLE party (kind TEXT NOT NULL, organisation TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (kind, organisation, n)) STRICT, WITHOUT ROWID;
CREATE TABLE total (
  kind TEXT NOT NULL, country TEXT NOT NULL, month TEXT NOT NULL, status TEXT NOT NULL, currency TEXT NOT NULL,
  count INTEGER NOT NULL, whole INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (kind, country, month, status, currency)
) STRICT, WITHOUT ROWID;
CREATE TABLE cube (
  status TEXT NOT NULL, country TEXT NOT NULL, theme TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (status, country, theme)
) STRICT, WITHOUT ROWID;
CREATE TABLE task (
  n INTEGER PRIMARY KEY, stream TEXT NOT NULL, kind TEXT NOT NULL, project TEXT NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
  since TEXT NOT NULL, due TEXT NOT NULL, from_when TEXT NOT NULL, until_when TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL, only_by TEXT NOT NULL, doc TEXT NOT NULL
) STRICT;
CREATE INDEX task_stream ON task (stream);
${TASK_SORTS.flatMap((sort) => [
  `CREATE INDEX task_${sort} ON task (${sort});`,
  `CREATE INDEX task_kind_${sort} ON task (kind, ${sort});`,
  `CREATE INDEX task_project_${sort} ON task (project, ${sort});`,
  `CREATE INDEX task_role_${sort} ON task (organisation, role, kind, ${sort});`,
]).join('\n')}
CREATE TABLE task_excluded (n INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (n, person)) STRICT, WITHOUT ROWID;
CREATE TABLE task_reader (organisation TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (organisation, n)) STRICT, WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE spelling USING fts5 (word, tokenize='trigram');
`;

const TEXT_OPTIONS = "content='', contentless_delete=1, tokenize='ascii', prefix='1 2 3'";

export const ddl: string = [
  SHARED,
  PORTFOLIO_DDL,
  ...Object.values(CATALOGUE).flatMap((kind) => [...tablesOf(kind), ...indexesOf(kind)]),
].join('\n');

/** `kept`: what the stream of an item has come to, as its owner's snapshots hold it. */
function tablesOf(kind: Kind): string[] {
  const { name, table, columns } = kind;
  const searched = searchedBy(kind);
  const fields = Object.entries(columns).map(([column, type]) => `${column} ${type} NOT NULL`);
  return [
    `CREATE TABLE ${table} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, ${fields.join(', ')}) STRICT;`,
    `CREATE TABLE ${table}_doc (n INTEGER PRIMARY KEY, doc TEXT NOT NULL${STREAM_KINDS.has(name) ? ', kept BLOB NOT NULL' : ''}) STRICT;`,
    ...(searched.length > 0 ? [`CREATE VIRTUAL TABLE ${table}_text USING fts5 (${searched.join(', ')}, ${TEXT_OPTIONS});`] : []),
  ];
}

/**
 * An index for each sort order, alone and within a status, for each filter, and for counts within a range. Restricted rows have separate
 * indexes: as a column of one index, `open` would keep the planner from the others.
 */
function indexesOf({ table, columns, sorts, defaultSort, filters, readers, countedBy = [] }: Kind): string[] {
  const parts = readers === 'open' ? [' WHERE open = 1', ' WHERE open = 0'] : [''];
  const byN = defaultSort === 'n' ? [] : [defaultSort];
  const sorted = sorts.filter((sort) => sort !== 'n');
  const sets = [
    ...sorted.map((sort) => [sort]),
    ['status'],
    ...sorted.filter((sort) => sort !== 'status').map((sort) => ['status', sort]),
    ...filters.filter((filter) => filter in columns && filter !== 'currency').map((filter) => [filter, ...byN]),
    ...countedBy,
  ];
  const distinct = [...new Map(sets.map((set) => [set.join('_'), set]))];
  return parts.flatMap((where, part) =>
    distinct.map(
      ([title, set]) => `CREATE INDEX ${table}_by_${title}${part === 0 ? '' : '_hidden'} ON ${table} (${set.join(', ')})${where};`,
    ),
  );
}
