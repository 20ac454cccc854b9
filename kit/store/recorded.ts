import type { HistoryPage, RecordedEvent } from '@junkan/proto/junkan/common/v1/common.ts';
import type { Commit } from './commit.ts';
import type { Texts } from './texts.ts';

/** The events of a commit as a history returns them. */
export const recordedIn = ({ stream, from, events, at, actor, given, correlationId, causationId }: Commit): RecordedEvent[] =>
  events.map(({ type, data }, index) => ({
    stream,
    version: from + index,
    type,
    at,
    actor: actor.person,
    actingFor: given?.for ?? '',
    correlationId,
    causationId,
    data: JSON.stringify(data),
    note: typeof data['note'] === 'string' ? data['note'] : '',
    erased: false,
  }));

type Place = Pick<RecordedEvent, 'at' | 'stream' | 'version'>;

/** Orders events of several streams by policy time, and those of one moment by their streams. */
export const inOrder = (a: Place, b: Place): number => compare(a.at, b.at) || compare(a.stream, b.stream) || a.version - b.version;

/** The same, from the last back where that is asked for. */
export const orderOf = (isNewestFirst: boolean | undefined): typeof inOrder => (isNewestFirst ? (a, b) => inOrder(b, a) : inOrder);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const MAX_ENTRIES = 500;
/** Well below what one message may hold. */
const MAX_BYTES = 1024 * 1024;

/**
 * The part of a history that a page asks for, up to the size of one answer, with the texts that its events reference. `eventFor`: the event
 * as the reader may see it, or undefined.
 */
export async function historyPage(
  texts: Texts,
  commits: readonly Commit[],
  page: HistoryPage | undefined,
  eventFor: (entry: RecordedEvent, aggregate: string) => RecordedEvent | undefined,
): Promise<{ entries: RecordedEvent[]; more: boolean }> {
  const order = orderOf(page?.newestFirst);
  const after = page?.afterAt ? { at: page.afterAt, stream: page.afterStream, version: page.afterVersion } : undefined;
  const following = commits
    .flatMap((commit) => recordedIn(commit).map((entry) => ({ entry, aggregate: commit.aggregate })))
    .filter(({ entry }) => after === undefined || order(entry, after) > 0)
    .flatMap(({ entry, aggregate }) => eventFor(entry, aggregate) ?? [])
    .toSorted(order);
  const entries = following.slice(0, fitting(following, Math.min(page?.limit || MAX_ENTRIES, MAX_ENTRIES)));
  const words = await texts.read(entries.map(({ note }) => note));
  return {
    entries: entries.map((entry) => ({ ...entry, note: words.get(entry.note) ?? '', erased: entry.note !== '' && !words.has(entry.note) })),
    more: entries.length < following.length,
  };
}

/** How many of the first entries fit; the first one always does. */
function fitting(entries: readonly RecordedEvent[], limit: number): number {
  let bytes = 0;
  const tooMany = entries.findIndex(({ data }, index) => {
    bytes += Buffer.byteLength(data);
    return index >= limit || (index > 0 && bytes > MAX_BYTES);
  });
  return tooMany === -1 ? entries.length : tooMany;
}
