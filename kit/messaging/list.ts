import type { Call } from '../call.ts';
import { Refused } from '../grpc/problem.ts';
import { type Database, sizeOf } from '../mongo.ts';
import { EVERYBODY } from '../pure/oversight.ts';
import type { EventStore } from '../store/event-store.ts';
import { cursorAt, placeOf } from './list-order.ts';
import type { ListRow } from './list-projection.ts';
import type { Waits } from './waits.ts';

type Page = { readonly limit: number; readonly cursor: string; readonly after: string };

const USUAL_LIMIT = 50;
const MOST = 500;
/** Half of what one answer between services may hold: as it travels, a message is smaller than it is stored. */
const MAX_BYTES = 2 * 1024 * 1024;

/** What is asked of lists: one of the service's own, in its database. */
export type Lists = {
  readonly db: Database;
  readonly store: Pick<EventStore, 'reached'>;
  readonly waits: Waits;
};

/**
 * What is asked of a list. An empty key is "any"; with a reader, only the rows that it or everybody may see: pages are full, and no
 * cursor names another. `worded` puts texts in the place of their references.
 */
export type Asked<Message> = {
  readonly keys: Record<string, unknown>;
  readonly page: Page | undefined;
  readonly call: Pick<Call, 'actor'>;
  readonly reader?: string | undefined;
  readonly worded?: (message: Message) => Promise<Message>;
};

/**
 * One page of a list in its order, after the cursor, filtered by its keys; `nextCursor` is empty on the last page. Large items make
 * a page shorter than its limit.
 */
export async function listPage<Message extends object>(
  { db, store, waits }: Lists,
  name: string,
  { keys, page, call, reader, worded = async (message) => message }: Asked<Message>,
): Promise<{ messages: Message[]; nextCursor: string }> {
  const limit = Math.min(page?.limit || USUAL_LIMIT, MOST);
  if (page?.after) await waits.until({ model: name, after: page.after, person: call.actor.person, reached: store.reached });
  const cursor = page?.cursor ? { place: { $gt: readCursor(page.cursor) } } : {};
  const rows = db
    .collection<ListRow<Message>>(name)
    .find({ ...wanted(keys), ...readable(reader), ...cursor } as never)
    .sort({ place: 1 })
    .limit(limit + 1) as unknown as AsyncIterable<ListRow<Message>>;
  const stored = await fitting(rows, limit);
  // Words may be longer than what refers to them.
  const read = await Promise.all(stored.rows.map(async ({ place, message }) => ({ place, message: await worded(message) })));
  const shown = await fitting(read, limit);
  const last = shown.rows.at(-1);
  return {
    messages: shown.rows.map(({ message }) => message),
    nextCursor: (stored.isCut || shown.isCut) && last ? cursorAt(last.place) : '',
  };
}

type Sized = { readonly message: object };

/** As many of the rows as a page may hold, by number and by size, and one at least. */
async function fitting<Of extends Sized>(rows: AsyncIterable<Of> | Iterable<Of>, limit: number): Promise<{ rows: Of[]; isCut: boolean }> {
  const taken: Of[] = [];
  let bytes = 0;
  for await (const row of rows) {
    bytes += sizeOf(row.message);
    if (taken.length === limit || (taken.length > 0 && bytes > MAX_BYTES)) return { rows: taken, isCut: true };
    taken.push(row);
  }
  return { rows: taken, isCut: false };
}

const readable = (reader: string | undefined): Record<string, unknown> =>
  reader === undefined ? {} : { 'keys.readers': { $in: [EVERYBODY, reader] } };

const wanted = (filter: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([key, value]) => [`keys.${key}`, value]),
  );

function readCursor(cursor: string): string {
  const place = placeOf(cursor);
  if (place !== undefined) return place;
  const rule = 'must be a cursor that this list has given: begin with the first page';
  throw new Refused({ kind: 'malformed', type: 'CursorIsMalformed', data: { field: 'cursor', rule } });
}
