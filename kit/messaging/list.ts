import { setTimeout as sleep } from 'node:timers/promises';
import { invalid, Refused } from '../grpc/problem.ts';
import type { Collection, Database } from '../mongo.ts';
import { cursorAt, placeOf } from './list-order.ts';
import type { ListRow } from './list-projection.ts';
import type { Row } from './projection.ts';

export type Page = { readonly limit: number; readonly cursor: string; readonly after: string };

const USUAL_LIMIT = 50;
const MOST = 500;
const WAIT_MS = 5_000;
const POLL_MS = 20;

/** One page of a list in its order, after the cursor, filtered by its keys (an empty text is "any"); `nextCursor` is empty on the last page. */
export async function listPage<Message>(
  db: Database,
  name: string,
  filter: Record<string, unknown>,
  page: Page | undefined,
): Promise<{ messages: Message[]; nextCursor: string }> {
  const rows = db.collection<ListRow<Message>>(name);
  const limit = Math.min(page?.limit || USUAL_LIMIT, MOST);
  if (page?.after) await untilSeen(rows as unknown as Collection<Row>, page.after);
  const cursor = page?.cursor ? { place: { $gt: readCursor(page.cursor) } } : {};
  const found = (await rows
    .find({ ...wanted(filter), ...cursor } as never)
    .sort({ place: 1 })
    .limit(limit + 1)
    .toArray()) as unknown as ListRow<Message>[];
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    messages: shown.map(({ message }) => message),
    nextCursor: found.length > limit && last ? cursorAt(last.place) : '',
  };
}

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

/** Waits, at most five seconds, until a read model has seen `<stream>@<version>`. */
export async function untilSeen(rows: Collection<Row>, after: string): Promise<void> {
  const [, stream = '', version = ''] = /^([a-z]+_[0-9a-z]+)@(\d+)$/.exec(after) ?? [];
  if (stream === '') throw invalid('after', 'must be a stream and a version, as in prj_x@3');
  for (let waited = 0; waited <= WAIT_MS; waited += POLL_MS) {
    const row = await rows.findOne({ _id: stream }, { projection: { version: 1 } });
    if (row && row.version >= Number(version)) return;
    await sleep(POLL_MS);
  }
  throw new Refused({ kind: 'late', type: 'ListHasNotSeenVersion', data: { after } });
}
