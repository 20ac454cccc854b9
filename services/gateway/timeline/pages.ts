import { invalid } from '@junkan/kit/problem.ts';
import { inOrder } from '@junkan/kit/store/recorded.ts';
import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';

type Part = { readonly entries: readonly TimelineEntry[]; readonly more: boolean };
type Place = Pick<TimelineEntry, 'at' | 'stream' | 'version'>;

/** A history in parts, each in the order of time; `shown` converts an entry, or returns undefined if it is filtered out. */
export type Source<Shown> = {
  readonly ask: (page: HistoryPage) => Promise<Part>;
  readonly shown: (entry: TimelineEntry) => Shown | undefined;
};

export type TimelinePage = { readonly limit: number; readonly cursor: string };
/** `kind`: of which kinds of entries; none = of all. */
export type KindsAndPage = TimelinePage & { readonly kind: readonly string[] };

/** Well below what a reader accepts in one answer. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * One page of several histories, merged in the order of time. It is full if more follows, however much the reader may not see, or reaches
 * the size limit; the cursor names the last entry shown.
 */
export async function timelinePage<Shown extends Place & { readonly data: string }>(
  sources: readonly Source<Shown>[],
  { limit, cursor }: TimelinePage,
): Promise<{ entries: Shown[]; nextCursor: string }> {
  const after = cursor === '' ? undefined : readCursor(cursor);
  const heads = await Promise.all(sources.map((source) => headOf(source, after, limit)));
  const entries: Shown[] = [];
  let bytes = 0;
  for (let first = earliest(heads); first; first = earliest(heads)) {
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

type Head<Shown> = { entry: TimelineEntry | undefined; advance(): Promise<void>; shown: Source<Shown>['shown'] };

/** The next entry of a history; further parts are read as they are needed. */
async function headOf<Shown>({ ask, shown }: Source<Shown>, after: Place | undefined, limit: number): Promise<Head<Shown>> {
  let last = after;
  let part: Part = { entries: [], more: true };
  let at = 0;
  const head: Head<Shown> = {
    entry: undefined,
    shown,
    async advance() {
      at += 1;
      while (at >= part.entries.length && part.more) {
        part = await ask({ limit, afterAt: last?.at ?? '', afterStream: last?.stream ?? '', afterVersion: last?.version ?? 0 });
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

const earliest = <Shown>(heads: readonly Head<Shown>[]): Ready<Shown> | undefined =>
  heads.filter((head): head is Ready<Shown> => head.entry !== undefined).toSorted((a, b) => inOrder(a.entry, b.entry))[0];

const cursorOf = (place: Place | undefined): string =>
  place ? Buffer.from(JSON.stringify([place.at, place.stream, place.version])).toString('base64url') : '';

function readCursor(cursor: string): Place {
  const [, at, stream, version] =
    /^\["([0-9TZ:.-]+)","([a-z]+_[0-9a-z]+)",(\d{1,10})\]$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !stream) throw invalid('cursor', 'must be a cursor that a timeline has given');
  return { at, stream, version: Number(version) };
}
