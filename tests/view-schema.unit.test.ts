import { DatabaseSync } from 'node:sqlite';
import { view as catalogue } from '@junkan/catalogue/view/view.ts';
import { view as accounts } from '@junkan/disbursement/accounts/view.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { View } from '@junkan/kit/views/view.ts';
import { view as candidates } from '@junkan/matching/candidates/view.ts';
import { view as parties } from '@junkan/project-registry/parties/view.ts';
import { expect, test } from 'vitest';
import { GOLDEN_VIEWS } from './recorded/golden.ts';
import { goldenStreams, type Stream } from './recorded/streams.ts';

// Where a hash is not that of GOLDEN_VIEWS, the files that are there hold other rows or tables than this version makes: raise the view's
// `schema`, and note it with the new hashes in recorded/golden.ts.

const KINDS: readonly (readonly [context: string, aggregate: string])[] = [
  ...(['proposer', 'project', 'milestone', 'clock', 'person'] as const).map((kind) => ['project', kind] as const),
  ...(['sponsor', 'mandate', 'envelope', 'passport'] as const).map((kind) => ['sponsor', kind] as const),
  ...([['matching', 'funding']] as const),
  ...(['agreement', 'bank-reference'] as const).map((kind) => ['disbursement', kind] as const),
];

const hashOf = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** The schema of a view, and hashes of its tables and of the rows that the golden streams of each kind come to. */
function schemaOf(view: View): Record<string, string> {
  const db = new DatabaseSync(':memory:');
  db.exec(view.ddl);
  const rowsNow = rowsIn(db);
  const folding = view.rows(db);
  /** All rows and searched terms after each event of a stream. */
  const rowsOnTheWay = (context: string, aggregate: string, stream: Stream): unknown[] => {
    const cause = { actor: 'per_a', correlationId: 'req_a', causationId: 'req_a', clockOffset: 0, at: '2026-11-24T00:00:00.000Z' };
    db.exec('BEGIN');
    const told = stream.map(({ type, schema, data }, index) => {
      const place = { stream: `${aggregate}_a`, version: index + 1, sequence: index + 1, place: 0 };
      folding.fold({ context, aggregate, ...place, type, schema: Number(schema), data, ...cause });
      folding.write();
      return rowsNow();
    });
    db.exec('ROLLBACK');
    folding.forget();
    return told;
  };
  const folded = KINDS.filter(([context]) => view.contexts.includes(context)).map(([context, aggregate]) => {
    const labelled = Object.entries(goldenStreams(context, aggregate));
    return [aggregate, hashOf(labelled.map(([label, streams]) => [label, streams.map((each) => rowsOnTheWay(context, aggregate, each))]))];
  });
  db.close();
  return { schema: view.schema, ddl: hashOf(view.ddl), ...Object.fromEntries(folded) };
}

/** What streams have come to, which is held to the `foldVersion` of their owners. */
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

test.each([catalogue, accounts, candidates, parties])(
  '$name: the view has the tables of its schema, and folds events to the rows of it',
  (view) => {
    expect(schemaOf(view)).toEqual(GOLDEN_VIEWS[view.name]);
  },
);
