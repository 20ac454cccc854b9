import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Rows } from '@junkan/kit/views/view.ts';
import { CATALOGUE, KINDS, type KindName } from '../kinds.ts';
import { counters } from './counters.ts';
import { type AnyListed, type Item, type Kept, keptAfter, seenOf, type Value } from './item.ts';
import { listedOf } from './listed.ts';
import { partIn } from './portfolio.ts';
import { portfolio } from './portfolio-cells.ts';
import { searchedText } from './searched-text.ts';
import { streams } from './streams.ts';
import { workRows } from './work.ts';

/** `seen`: the newest of what is kept. */
/** What a stream has come to, as it is kept and as it is seen. */
type Come = { readonly kept: Kept<unknown>; readonly seen: unknown };
/** `before`: as its rows were last written. */
type Touched = Come & { readonly listed: AnyListed; readonly before: Come | undefined };

export function rows(db: DatabaseSync): Rows {
  const touched = new Map<string, Touched>();
  const known = streams(db);
  const statements = writing(db);
  const counted = counters(db);
  const texts = searchedText(db);
  const money = portfolio(db);
  const work = workRows(db, known);

  function writtenOf(listed: AnyListed, stream: string): Come | undefined {
    const kept = known.find(stream);
    return kept && { kept, seen: seenOf(listed, kept) };
  }

  function write({ listed, before, kept, seen }: Touched): void {
    known.put(kept);
    const old = new Map(before ? listed.items(before.seen, before.kept).map((item) => [item.id, item]) : []);
    for (const item of listed.items(seen, kept)) {
      const was = old.get(item.id);
      writeItem(statements[item.kind], was, item);
      counted.change(was, item);
      texts.change(was, item);
    }
    const part = partIn(listed.kind, seen, kept.created);
    if (part) money.change(part, before && partIn(listed.kind, before.seen, before.kept.created));
  }

  return {
    fold(event) {
      const listed = listedOf(event.aggregate);
      if (!listed) return;
      const earlier = touched.get(event.stream);
      const before = earlier ? earlier.before : event.version === 1 ? undefined : writtenOf(listed, event.stream);
      const kept = keptAfter(listed, earlier?.kept ?? before?.kept, event);
      const seen = seenOf(listed, kept);
      work.fold(listed.kind, seen, event.at, before?.seen);
      touched.set(event.stream, { listed, before, kept, seen });
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
    const columns = Object.keys(CATALOGUE[name].columns);
    const given = ['n', 'id', ...columns];
    const updates = new Map<string, StatementSync>();
    return {
      columns,
      insert: db.prepare(`INSERT INTO ${name} (${given.join(', ')}) VALUES (${given.map(() => '?').join(', ')})`),
      update(changed) {
        const set = changed.map((column) => `${column} = ?`).join(', ');
        const known = updates.get(set) ?? db.prepare(`UPDATE ${name} SET ${set} WHERE n = ?`);
        updates.set(set, known);
        return known;
      },
      putDoc: db.prepare(`INSERT INTO ${name}_doc VALUES (?, ?) ON CONFLICT (n) DO UPDATE SET doc = excluded.doc`),
      tag,
      party,
    };
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<KindName, Statements>;
}

/** @throws where an item lacks a column of its kind. */
function writeItem({ columns, insert, update, putDoc, tag, party }: Statements, was: Item | undefined, item: Item): void {
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
  putDoc.run(n, JSON.stringify(item.doc()));
  for (const field of CATALOGUE[kind].tags) differ(tag, `${kind}.${field}`, was?.tags[field] ?? [], item.tags[field] ?? [], n);
  differ(party, kind, was?.parties ?? [], item.parties, n);
}

function differ({ add, remove }: Pair, kind: string, before: readonly string[], after: readonly string[], n: number): void {
  for (const value of before) if (!after.includes(value)) remove.run(kind, value, n);
  for (const value of after) if (!before.includes(value)) add.run(kind, value, n);
}
