import { batching } from '../batching.ts';
import type { End } from '../messaging/nats.ts';
import type { Batch } from './loop.ts';
import type { Source } from './source.ts';

/** So many events of a feed are kept for who joins it. */
const KEPT_EVENTS = 2_048;

/** Who reads along: how far it has come, and how it is woken. */
type Reader = { last: number; wake: () => void };

/**
 * One reading of each feed for all who read it: a message is fetched, checked and parsed once, however many views are folded from it. Who is behind what is kept
 * reads by itself until it has caught up. The reading goes on when all who read along have taken a batch, and ends with the last of them.
 */
export function sharing(source: Source): Source {
  const feeds = new Map<string, Feed>();
  const ends = new Map<string, (asker: undefined) => Promise<End | undefined>>();

  /** Views that ask for the end of a feed at the same time get one answer, which is newer than their questions. */
  function endOf(context: string): Promise<End | undefined> {
    const ask =
      ends.get(context) ??
      batching(async (askers: readonly undefined[]) => {
        const end = await source.end(context);
        return askers.map(() => end);
      }, Number.POSITIVE_INFINITY);
    ends.set(context, ask);
    return ask(undefined);
  }

  function begun(context: string, after: End): Feed {
    const feed = feedOf(source, context, after, () => {
      if (feeds.get(context) === feed) feeds.delete(context);
    });
    feeds.set(context, feed);
    return feed;
  }

  return {
    end: endOf,
    async *read(context, { origin, sequence }, signal) {
      let last = sequence;
      while (!signal.aborted) {
        const feed = feeds.get(context) ?? begun(context, { origin, sequence: last });
        const batches = feed.mayJoin(origin, last)
          ? feed.after(last, signal)
          : untilJoined(source.read(context, { origin, sequence: last }, signal), (at) => feeds.get(context)?.mayJoin(origin, at) === true);
        for await (const batch of batches) {
          last = Math.max(last, batch.sequence);
          yield batch;
        }
      }
    },
  };
}

async function* untilJoined(batches: AsyncIterable<Batch>, mayJoin: (at: number) => boolean): AsyncIterable<Batch> {
  for await (const batch of batches) {
    yield batch;
    if (mayJoin(batch.sequence)) return;
  }
}

type Feed = ReturnType<typeof feedOf>;

/** The reading of a feed after a sequence. `ended`: it is read no further: for more, another is begun. */
function feedOf(source: Source, context: string, { origin, sequence }: End, ended: () => void) {
  const stopping = new AbortController();
  const readers = new Set<Reader>();
  const kept: Batch[] = [];
  /** The batches that are kept hold what comes after it. */
  let first = sequence;
  let outcome: { readonly error: unknown } | 'ended' | undefined;
  let taken = (): void => undefined;

  const wake = (): void => {
    for (const reader of readers) reader.wake();
  };
  const keep = (batch: Batch): void => {
    kept.push(batch);
    let events = kept.reduce((count, each) => count + each.events.length, 0);
    while (kept.length > 1 && events > KEPT_EVENTS) {
      const gone = kept.shift();
      events -= gone?.events.length ?? 0;
      first = gone?.sequence ?? first;
    }
  };
  const stop = (): void => {
    ended();
    stopping.abort();
    taken();
  };
  const read = async (): Promise<void> => {
    try {
      for await (const batch of source.read(context, { origin, sequence }, stopping.signal)) {
        keep(batch);
        wake();
        while (!stopping.signal.aborted && [...readers].some(({ last }) => last < batch.sequence))
          await new Promise<void>((resolve) => {
            taken = resolve;
          });
      }
      outcome = 'ended';
    } catch (error) {
      outcome = { error };
    }
    ended();
    wake();
  };
  let isBegun = false;

  return {
    /** Whether somebody who has read so far can read along. */
    mayJoin: (of: string, last: number): boolean => of === origin && last >= first,

    /** Ends when the signal aborts or the reading ends. @throws what has broken the reading. */
    async *after(last: number, signal: AbortSignal): AsyncIterable<Batch> {
      const reader: Reader = { last, wake: () => undefined };
      const wakeIt = (): void => reader.wake();
      readers.add(reader);
      signal.addEventListener('abort', wakeIt);
      try {
        if (!isBegun) void read();
        isBegun = true;
        while (!signal.aborted) {
          const next = kept.find((batch) => batch.sequence > reader.last);
          if (next) {
            yield next;
            reader.last = next.sequence;
            taken();
          } else if (outcome) {
            if (outcome !== 'ended') throw outcome.error;
            return;
          } else {
            await new Promise<void>((resolve) => {
              reader.wake = resolve;
            });
          }
        }
      } finally {
        signal.removeEventListener('abort', wakeIt);
        readers.delete(reader);
        taken();
        if (readers.size === 0) stop();
      }
    },
  };
}
