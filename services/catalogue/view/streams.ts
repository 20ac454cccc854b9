import type { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import type { Kept } from './item.ts';

export type Streams = ReturnType<typeof streams>;

/** Each of a few kilobytes. */
const MAX_AT_HAND = 5_000;

/** What each stream had come to when its rows were last written, as its owner's snapshots hold it. */
export const STREAMS_DDL = 'CREATE TABLE state (stream TEXT PRIMARY KEY, kept BLOB NOT NULL) STRICT;';

export function streams(db: DatabaseSync) {
  const read = db.prepare('SELECT kept FROM state WHERE stream = ?');
  const put = db.prepare('INSERT INTO state VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET kept = excluded.kept');
  const atHand = new LRUCache<string, Kept<unknown>>({ max: MAX_AT_HAND });
  return {
    find<State>(stream: string): Kept<State> | undefined {
      const known = atHand.get(stream);
      if (known) return known as Kept<State>;
      const row = read.get(stream);
      if (!row) return undefined;
      const kept = deserialize(row['kept'] as Uint8Array) as Kept<State>;
      atHand.set(stream, kept);
      return kept;
    },
    put(kept: Kept<unknown>): void {
      put.run(kept.id, serialize(kept));
      atHand.set(kept.id, kept);
    },
    /** What was put may not be in the file. */
    forget: (): void => atHand.clear(),
  };
}
