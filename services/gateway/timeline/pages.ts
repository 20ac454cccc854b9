import { invalid } from '@junkan/kit/problem.ts';
import { type inOrder, orderOf } from '@junkan/kit/store/recorded.ts';
import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';

type Part = { readonly entries: readonly TimelineEntry[]; readonly more: boolean };
type Place = Pick<TimelineEntry, 'at' | 'stream' | 'version'>;

/** A history in parts, each in the order in which it is asked for; `shown` converts an entry, or returns undefined if it is filtered out. */
export type Source<Shown> = {
  readonly ask: (page: HistoryPage) => Promise<Part>;
  readonly shown: (entry: TimelineEntry) => Shown | undefined;
};

/** `sort`: by when they happened, or from the last back. */
export type TimelinePage = { readonly limit: number; readonly cursor: string; readonly sort: 'at' | '-at' };
/** `kind`: of which kinds of entries; none = of all. */
export type KindsAndPage = TimelinePage & { readonly kind: readonly string[] };

/** Well below what a reader accepts in one answer. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * One page of several histories, merged in the order of time, or from the last back. It is full if more follows, however much the reader may not see, or reaches
 * the size limit; the cursor names the last entry shown.
 */
export async function timelinePage<Shown extends Place & { readonly data: string }>(
  sources: readonly Source<Shown>[],
  { limit, cursor, sort }: TimelinePage,
): Promise<{ entries: Shown[]; nextCursor: string }> {
  const after = cursor === '' ? undefined : readCursor(cursor);
  const newestFirst = sort === '-at';
  const order = orderOf(newestFirst);
  const heads = await Promise.all(sources.map((source) => headOf(source, { after, limit, newestFirst })));
  const entries: Shown[] = [];
  let bytes = 0;
  for (let first = firstOf(heads, order); first; first = firstOf(heads, order)) {
    const shown = first.shown(first.entry);
    const size = shown ? Buffer.byteLength(shown.data) : 0;
    if (shown && (entries.length >= limit || (entries.length > 0 && bytes + size > MAX_BYTES)))
      return { entries, nextCursor: cursorOf(entries.at(-1)) };
    if (shown) entries.push(shown);
    bytes += size;
    await first.advance();
  }
  return { entries, nextCursor: '' };
}

type From = { readonly after: Place | undefined; readonly limit: number; readonly newestFirst: boolean };
type Head<Shown> = { entry: TimelineEntry | undefined; advance(): Promise<void>; shown: Source<Shown>['shown'] };

const NONE: Place = { at: '', stream: '', version: 0 };

/** The next entry of a history; further parts are read as they are needed. */
async function headOf<Shown>({ ask, shown }: Source<Shown>, { after, limit, newestFirst }: From): Promise<Head<Shown>> {
  let last = after;
  let part: Part = { entries: [], more: true };
  let at = 0;
  const head: Head<Shown> = {
    entry: undefined,
    shown,
    async advance() {
      at += 1;
      while (at >= part.entries.length && part.more) {
        const { at: afterAt, stream: afterStream, version: afterVersion } = last ?? NONE;
        part = await ask({ limit, afterAt, afterStream, afterVersion, newestFirst });
        at = 0;
        last = part.entries.at(-1) ?? last;
      }
      head.entry = part.entries[at];
    },
  };
  await head.advance();
  return head;
}

type Ready<Shown> = Head<Shown> & { entry: TimelineEntry };

const firstOf = <Shown>(heads: readonly Head<Shown>[], order: typeof inOrder): Ready<Shown> | undefined =>
  heads.filter((head): head is Ready<Shown> => head.entry !== undefined).toSorted((a, b) => order(a.entry, b.entry))[0];

const cursorOf = (place: Place | undefined): string =>
  place ? Buffer.from(JSON.stringify([place.at, place.stream, place.version])).toString('base64url') : '';

function readCursor(cursor: string): Place {
  const [, at, stream, version] =
    /^\["([0-9TZ:.-]+)","([a-z]+_[0-9a-z]+)",(\d{1,10})\]$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !stream) throw invalid('cursor', 'must be a cursor that a timeline has given');
  return { at, stream, version: Number(version) };
}
