import type { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { deserialize } from 'node:v8';
import { readInto } from '@junkan/catalogue/view/feed.fixture.ts';
import { listedOf } from '@junkan/catalogue/view/listed.ts';
import { view } from '@junkan/catalogue/view/view.ts';
import { expect, test } from 'vitest';
import { recordedEvents } from './recorded.ts';

const all = view.contexts.flatMap(recordedEvents);
const db = readInto(all, 7, true);

test('each stream is listed as its owner answers it, also where it is folded on from what the file holds', () => {
  const kinds = new Set<string>();
  for (const [stream, events] of Map.groupBy(all, ({ stream }) => stream)) {
    const listed = listedOf(events[0]?.aggregate ?? '');
    if (!listed) continue;
    const { kind, fold } = listed;
    kinds.add(kind);
    const state = events.map((event) => fold.codec.decode(event)).reduce(fold.evolve, fold.initial);
    const row = db.prepare(`SELECT doc FROM ${kind} JOIN ${kind}_doc USING (n) WHERE id = ?`).get(stream);
    expect(JSON.parse(String(row?.['doc']))).toEqual(fold.toJson(fold.messageOf(stream, { state, version: events.length })));
  }
  expect([...kinds].sort()).toEqual(['agreement', 'envelope', 'funding', 'mandate', 'milestone', 'organisation', 'project', 'sponsor']);
});

const tablesIn = (of: DatabaseSync): Record<string, string[]> => {
  const tables = of.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_text%' AND name NOT LIKE 'spelling%'",
  );
  const textOf = (value: unknown): unknown =>
    value instanceof Uint8Array ? inspect(deserialize(value), { depth: null, maxArrayLength: null, maxStringLength: null }) : value;
  const rowsIn = (name: unknown) =>
    of
      .prepare(`SELECT * FROM ${name}`)
      .all()
      .map((row) => JSON.stringify(Object.values(row).map(textOf)));
  return Object.fromEntries(tables.all().map(({ name }) => [name, rowsIn(name).sort()]));
};

test('the rows of a feed are the same, however it is cut into batches', () => {
  for (const batch of [1, 1_000]) expect(tablesIn(readInto(all, batch, true))).toEqual(tablesIn(db));
});
