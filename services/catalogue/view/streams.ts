import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { LRUCache } from 'lru-cache';
import { type KindName, tableOf } from '../kinds.ts';
import { type Item, type Kept, type Listed, seenOf, type Waited } from './item.ts';
import { type PartOf, partIn } from './portfolio.ts';

/** The state of a stream: as stored, as seen, and what follows from that, which is computed once, on demand. */
export type Come<State = unknown, Seen = unknown> = {
  readonly kept: Kept<State>;
  readonly seen: Seen;
  items(): readonly Item[];
  part(): PartOf | undefined;
};

/** @throws where the first event of a stream is not the one that begins it. */
export function comeTo<State, Message, Seen extends Message>(
  listed: Listed<State, Message, Seen>,
  kept: Kept<State>,
): Come<State, Seen & Waited> {
  const seen = seenOf(listed, kept);
  let items: readonly Item[] | undefined;
  let part: { readonly of: PartOf | undefined } | undefined;
  return {
    kept,
    seen,
    items() {
      items ??= listed.items(seen, kept);
      return items;
    },
    part() {
      part ??= { of: partIn(listed.kind, seen, kept.created) };
      return part.of;
    },
  };
}

export type Streams = ReturnType<typeof streams>;

/** Each of a few kilobytes. */
const MAX_AT_HAND = 2_000;

/** The state of each stream when its rows were last written. It is stored separately from the document of the item with the stream's id. */
export function streams(db: DatabaseSync) {
  const statements = new Map<KindName, StatementSync>();
  const readOf = (kind: KindName): StatementSync => {
    const read =
      statements.get(kind) ?? db.prepare(`SELECT kept FROM ${tableOf(kind)}_doc WHERE n = (SELECT n FROM ${tableOf(kind)} WHERE id = ?)`);
    statements.set(kind, read);
    return read;
  };
  const atHand = new LRUCache<string, Come>({ max: MAX_AT_HAND });
  return {
    find<State, Message, Seen extends Message>(listed: Listed<State, Message, Seen>, stream: string): Come<State, Seen> | undefined {
      const known = atHand.get(stream);
      if (known) return known as Come<State, Seen>;
      const row = readOf(listed.kind).get(stream);
      if (!row) return undefined;
      const come = comeTo(listed, deserialize(row['kept'] as Uint8Array) as Kept<State>);
      atHand.set(stream, come);
      return come;
    },
    /** It is in the file from now on. */
    written: (come: Come): unknown => atHand.set(come.kept.id, come),
    /** What was written may not be in the file. */
    forget: (): void => atHand.clear(),
  };
}

/** As the file holds it. */
export const storedForm = ({ kept }: Come): Uint8Array => serialize(kept);
