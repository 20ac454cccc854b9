import type { Call } from '../call.ts';
import { invalid } from '../grpc/problem.ts';
import { type Database, sizeOf } from '../mongo.ts';
import type { EventStore } from '../store/event-store.ts';
import type { ListRow } from './list-projection.ts';
import type { Waits } from './waits.ts';

export type Page = { readonly limit: number; readonly cursor: string; readonly after: string };

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

/** What is asked of a list. An empty key is "any"; `worded` puts texts in the place of their references. */
export type Asked<Message> = {
  readonly keys: Record<string, unknown>;
  readonly page: Page | undefined;
  readonly call: Pick<Call, 'actor'>;
  readonly worded?: (message: Message) => Promise<Message>;
};

/**
 * One page of a list by id, after the cursor, filtered by its keys; `nextCursor` is empty on the last page. Large items make
 * a page shorter than its limit.
 */
export async function listPage<Message extends object>(
  { db, store, waits }: Lists,
  name: string,
  { keys, page, call, worded = async (message) => message }: Asked<Message>,
): Promise<{ messages: Message[]; nextCursor: string }> {
  const limit = Math.min(page?.limit || USUAL_LIMIT, MOST);
  if (page?.after) await waits.until({ model: name, after: page.after, person: call.actor.person, reached: store.reached });
  const cursor = page?.cursor ? { _id: { $gt: readCursor(page.cursor) } } : {};
  const rows = db
    .collection<ListRow<Message>>(name)
    .find({ ...wanted(keys), ...cursor } as never)
    .sort({ _id: 1 })
    .limit(limit + 1) as unknown as AsyncIterable<ListRow<Message>>;
  const stored = await fitting(rows, limit);
  // Words may be longer than what refers to them.
  const read = await Promise.all(stored.rows.map(async ({ _id, message }) => ({ _id, message: await worded(message) })));
  const shown = await fitting(read, limit);
  const last = shown.rows.at(-1);
  return {
    messages: shown.rows.map(({ message }) => message),
    nextCursor: (stored.isCut || shown.isCut) && last ? Buffer.from(last._id).toString('base64url') : '',
  };
}

type Sized = { readonly _id: string; readonly message: object };

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

const wanted = (filter: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([key, value]) => [`keys.${key}`, value]),
  );

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^[a-z]+_[0-9a-z]+$/.test(id)) throw invalid('cursor', 'must be a cursor that a list has given');
  return id;
}
