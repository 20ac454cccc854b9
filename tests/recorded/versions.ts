import { DatabaseSync } from 'node:sqlite';
import { listedOf } from '@junkan/catalogue/view/listed.ts';
import { view as catalogue } from '@junkan/catalogue/view/view.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { View } from '@junkan/kit/views/view.ts';
import { CONTEXTS } from '@junkan/proto/contexts.ts';
import { FOLDS, type Fold } from '../folds.ts';
import { VIEWS } from '../views.ts';
import { goldenStreams, type Stream } from './streams.ts';

// What is derived from events can be reused by everybody who derives the same from them. So the version of a fold, and the schema of a
// view, are hashes of what golden streams give: they change with that, and with the streams.

const hashOf = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** Over every state on the way of each golden stream of the kind. */
export const foldVersionOf = (fold: Fold, context: string): string =>
  hashOf(Object.values(goldenStreams(context, fold.aggregate)).map((streams) => streams.map((stream) => statesOf(fold, stream))));

/** Each state on the way, as text. */
function statesOf({ initial, evolve, codec }: Fold, stream: Stream): string[] {
  let state = initial;
  return stream.map((event) => {
    state = evolve(state, codec.decode(event));
    return JSON.stringify(state, asJson);
  });
}

function asJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

/** What the catalogue keeps of each stream besides its rows: the state that its owner folds it to. */
const keptOf = (view: View, context: string, aggregate: string): string => {
  const fold = view === catalogue ? listedOf(aggregate)?.fold : undefined;
  return fold ? foldVersionOf(fold, context) : '';
};

/** Hashed: the tables of a view, and the rows that the golden streams of each kind come to. */
function schemaOf(view: View): string {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rowsNow = rowsIn(db);
  const folding = view.rows(db);
  /** All rows and searched terms after each event of a stream. */
  const rowsOnTheWay = (context: string, aggregate: string, stream: Stream): unknown[] => {
    const cause = { actor: 'per_a', correlationId: 'req_a', causationId: 'req_a', clockOffset: 0, at: '2026-11-24T00:00:00.000Z' };
    db.exec('BEGIN');
    const events = stream.map(({ type, schema, data }, index) => {
      const place = { stream: `${aggregate}_a`, version: index + 1, sequence: index + 1, place: 0 };
      folding.fold({ context, aggregate, ...place, type, schema: Number(schema), data, ...cause });
      folding.write();
      return rowsNow();
    });
    db.exec('ROLLBACK');
    folding.forget();
    return events;
  };
  const kinds = Object.entries(CONTEXTS)
    .filter(([context]) => view.contexts.includes(context))
    .flatMap(([context, { EVENTS }]) => Object.keys(EVENTS).map((aggregate) => ({ context, aggregate })));
  const folded = kinds.map(({ context, aggregate }) => {
    const streams = Object.values(goldenStreams(context, aggregate)).flat();
    return [aggregate, keptOf(view, context, aggregate), streams.map((each) => rowsOnTheWay(context, aggregate, each))];
  });
  db.close();
  return hashOf([view.ddl, folded]);
}

/** The column of what streams have come to, which is hashed as their owners' folds are. */
const KEPT = 'kept';

/** Reads all rows and searched terms, by table. */
function rowsIn(db: DatabaseSync): () => [name: string, rows: string[]][] {
  const namesLike = (sql: string): string[] =>
    db
      .prepare('SELECT name FROM sqlite_schema WHERE sql LIKE ?')
      .all(sql)
      .map(({ name }) => String(name));
  const searched = namesLike('CREATE VIRTUAL TABLE %_text USING fts5%');
  for (const name of searched) db.exec(`CREATE VIRTUAL TABLE temp.${name}_term USING fts5vocab('main', '${name}', 'instance')`);
  const tables = [...namesLike('%STRICT%'), ...searched.map((name) => `${name}_term`)].sort().map((name) => {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?) WHERE name <> ?').all(name, KEPT);
    const all = db.prepare(`SELECT ${columns.map((column) => String(column['name'])).join(', ')} FROM ${name}`);
    all.setReadBigInts(true);
    return { name, all };
  });
  const textOf = (row: object): string => JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
  return () =>
    tables.map(({ name, all }): [string, string[]] => [name, all.all().map(textOf).sort()]).filter(([, rows]) => rows.length > 0);
}

/** The module of versions, as text. */
export function versionsModule(): string {
  const entry = ([name, hash]: readonly [string, string]): string => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: '${hash}',\n`;
  const table = (entries: readonly (readonly [string, string])[]): string => entries.map(entry).toSorted().join('');
  return `// Generated from the folds and views by what golden streams come to.

/** The version of each fold, by its aggregate: a snapshot of another version is not used. */
export const FOLD_VERSIONS = {
${table(FOLDS.map(({ fold, context }) => [fold.aggregate, foldVersionOf(fold, context)]))}} as const;

/** The schema of each view, by its name: a file of another schema is made again. */
export const VIEW_SCHEMAS = {
${table([...VIEWS.values()].map((view) => [view.name, schemaOf(view)]))}} as const;
`;
}
