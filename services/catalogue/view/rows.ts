import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Rows } from '@junkan/kit/views/view.ts';
import { CATALOGUE, KINDS, type KindName } from '../kinds.ts';
import { counters } from './counters.ts';
import { type Item, keptAfter, type Value } from './item.ts';
import { listedOf, STREAM_KINDS } from './listed.ts';
import { portfolio } from './portfolio-cells.ts';
import { searchedText } from './searched-text.ts';
import { type Come, comeTo, storedForm, streams } from './streams.ts';
import { workRows } from './work/work.ts';

/** `before`: as its rows were last written. */
type Touched = { readonly before: Come | undefined; readonly now: Come };

export function rows(db: DatabaseSync): Rows {
  const touched = new Map<string, Touched>();
  const known = streams(db);
  const statements = writing(db);
  const counted = counters(db);
  const texts = searchedText(db);
  const money = portfolio(db);
  const work = workRows(db, known);

  function write({ before, now }: Touched): void {
    const old = before?.items() ?? [];
    for (const item of now.items()) {
      const was = old.find(({ id }) => id === item.id);
      writeItem(statements[item.kind], was, item, now);
      counted.change(was, item);
      texts.change(was, item);
    }
    known.written(now);
    const part = now.part();
    if (part) money.change(part, before?.part());
  }

  return {
    fold(event) {
      const listed = listedOf(event.aggregate);
      if (!listed) return;
      const earlier = touched.get(event.stream);
      const before = earlier ? earlier.before : event.version === 1 ? undefined : known.find(listed, event.stream);
      const now = comeTo(listed, keptAfter(listed, (earlier?.now ?? before)?.kept, event));
      work.fold(listed.kind, now.seen, event.at, before?.seen);
      touched.set(event.stream, { before, now });
    },
    write() {
      for (const each of touched.values()) write(each);
      counted.write();
      texts.write();
      money.write();
      work.write();
      touched.clear();
    },
    forget() {
      touched.clear();
      known.forget();
      counted.forget();
      texts.forget();
      money.forget();
      work.forget();
    },
  };
}

type Statements = {
  readonly columns: readonly string[];
  readonly insert: StatementSync;
  /** Sets these columns, each of which costs its indexes. */
  readonly update: (changed: readonly string[]) => StatementSync;
  readonly hasStream: boolean;
  readonly putDoc: StatementSync;
  readonly tag: Pair;
  readonly party: Pair;
};
type Pair = { readonly add: StatementSync; readonly remove: StatementSync };

function writing(db: DatabaseSync): Record<KindName, Statements> {
  const tag = {
    add: db.prepare('INSERT OR IGNORE INTO tag VALUES (?, ?, ?)'),
    remove: db.prepare('DELETE FROM tag WHERE kind = ? AND value = ? AND n = ?'),
  };
  const party = {
    add: db.prepare('INSERT OR IGNORE INTO party VALUES (?, ?, ?)'),
    remove: db.prepare('DELETE FROM party WHERE kind = ? AND organisation = ? AND n = ?'),
  };
  const of = (name: KindName): Statements => {
    const { table } = CATALOGUE[name];
    const columns = Object.keys(CATALOGUE[name].columns);
    const given = ['n', 'id', ...columns];
    const updates = new Map<string, StatementSync>();
    const hasStream = STREAM_KINDS.has(name);
    return {
      columns,
      insert: db.prepare(`INSERT INTO ${table} (${given.join(', ')}) VALUES (${given.map(() => '?').join(', ')})`),
      update(changed) {
        const set = changed.map((column) => `${column} = ?`).join(', ');
        const known = updates.get(set) ?? db.prepare(`UPDATE ${table} SET ${set} WHERE n = ?`);
        updates.set(set, known);
        return known;
      },
      hasStream,
      putDoc: db.prepare(
        hasStream
          ? `INSERT INTO ${table}_doc VALUES (?, ?, ?) ON CONFLICT (n) DO UPDATE SET doc = excluded.doc, kept = excluded.kept`
          : `INSERT INTO ${table}_doc VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET doc = excluded.doc`,
      ),
      tag,
      party,
    };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<KindName, Statements>;
}

/** @throws where an item lacks a column of its kind. */
function writeItem(statements: Statements, was: Item | undefined, item: Item, stream: Come): void {
  const { columns, insert, update, tag, party } = statements;
  const { kind, id, n } = item;
  const valueIn = (column: string): Value => {
    const value = item.columns[column];
    if (value === undefined) throw new Error(`${kind} ${id} lacks ${column}`);
    return value;
  };
  if (was) {
    const changed = columns.filter((column) => was.columns[column] !== valueIn(column));
    if (changed.length > 0) update(changed).run(...changed.map(valueIn), n);
  } else insert.run(n, id, ...columns.map(valueIn));
  writeDoc(statements, was, item, stream);
  for (const field of CATALOGUE[kind].tags) differ(tag, `${kind}.${field}`, was?.tags[field] ?? [], item.tags[field] ?? [], n);
  differ(party, kind, was?.parties ?? [], item.parties, n);
}

function writeDoc({ hasStream, putDoc }: Statements, was: Item | undefined, { n, placed, doc }: Item, stream: Come): void {
  if (hasStream) putDoc.run(n, JSON.stringify(doc()), storedForm(stream));
  else if (placed === undefined || was?.placed !== placed) putDoc.run(n, JSON.stringify(doc()));
}

function differ({ add, remove }: Pair, kind: string, before: readonly string[], after: readonly string[], n: number): void {
  for (const value of before) if (!after.includes(value)) remove.run(kind, value, n);
  for (const value of after) if (!before.includes(value)) add.run(kind, value, n);
}
