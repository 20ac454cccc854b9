import type { Collection } from '../mongo.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Delivery } from './consumer.ts';

/** What a row says of its place in its list. */
export type Placed = {
  /** Policy time of the first event of its stream. */
  readonly begunAt: string;
  /** Lists are in this order, of which no two rows have the same. */
  readonly place: string;
};

/** Raised where rows of an earlier version lack what lists are read by; it makes every list be folded anew. */
const ROW_FORMAT = 1;
export const foldOfRows = (foldVersion: number): number => ROW_FORMAT * 1_000 + foldVersion;

/** When each of these streams began: its first event is among those that came, or a row tells; else the store does. */
export async function beginnings(
  rows: Collection<Placed & { readonly _id: string }>,
  store: EventStore,
  deliveries: readonly Delivery[],
): Promise<(stream: string) => Promise<string>> {
  const known = new Map(deliveries.filter(({ version }) => version === 1).map(({ stream, at }) => [stream, at]));
  const others = [...new Set(deliveries.map(({ stream }) => stream))].filter((stream) => !known.has(stream));
  if (others.length > 0) for (const { _id, begunAt } of await rows.find({ _id: { $in: others } }).toArray()) known.set(_id, begunAt);
  return async (stream) => known.get(stream) ?? (await store.history(stream))[0]?.at ?? '';
}

/** A cursor says behind which place to go on. Those of earlier versions name none. */
export const cursorAt = (place: string): string => Buffer.from(place).toString('base64url');

export function placeOf(cursor: string): string | undefined {
  const place = Buffer.from(cursor, 'base64url').toString();
  return /^[\w.:-]+(\/[\w.:-]+)*\/[a-z]+_[0-9a-z]+$/.test(place) ? place : undefined;
}
