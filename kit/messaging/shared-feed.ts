import type { Fed, Feed } from './feed.ts';

/** How many events of a context are kept for readers that are a little behind. */
const KEPT = 2_000;

/**
 * The same feed, read once for each context however many read it: each event comes from the broker once, and its signature is checked once.
 * A reader that begins further back, or has fallen behind what is kept, reads by itself until it has caught up.
 */
export function sharedFeed(feed: Feed, kept = KEPT): Feed {
  const tails = new Map<string, Tail>();

  function joined(context: string): Tail {
    const known = tails.get(context);
    if (known && !known.isOver) return known;
    const tail = tailOf(feed, context, kept);
    tails.set(context, tail);
    return tail;
  }

  return {
    end: (context) => feed.end(context),
    async *read(context, after, signal) {
      const tail = joined(context);
      const leave = tail.join();
      try {
        let at = after;
        await tail.begun;
        while (!signal.aborted) {
          if (at < tail.from) {
            for await (const event of feed.read(context, at, signal)) {
              yield event;
              at = event.sequence;
              if (at >= tail.from) break;
            }
            continue;
          }
          for (const event of tail.after(at)) {
            if (signal.aborted) return;
            yield event;
            at = event.sequence;
          }
          await tail.beyond(at, signal);
        }
      } finally {
        leave();
      }
    },
  };
}

type Tail = ReturnType<typeof tailOf>;

/** The end of the feed of a context, while somebody reads it: all events after `from`. */
function tailOf(feed: Feed, context: string, kept: number) {
  const ended = new AbortController();
  let readers = 0;
  let from = 0;
  let events: Fed[] = [];
  let failure: unknown;
  let wakers: (() => void)[] = [];

  const wake = (): void => {
    for (const waker of wakers.splice(0)) waker();
  };
  const take = (event: Fed): void => {
    events.push(event);
    // Seldom, as each time takes as long as there are events.
    if (events.length > 2 * kept) {
      from = events[events.length - kept - 1]?.sequence ?? from;
      events = events.slice(-kept);
    }
    wake();
  };
  const begun = feed.end(context).then(({ sequence }) => {
    from = sequence;
  });
  const follow = async (): Promise<void> => {
    try {
      await begun;
      for await (const event of feed.read(context, from, ended.signal)) take(event);
      if (!ended.signal.aborted) throw new Error(`the feed of ${context} has ended`);
    } catch (error) {
      failure = error;
      ended.abort();
    }
    wake();
  };
  void follow();

  return {
    begun,
    get from() {
      return from;
    },
    get isOver() {
      return ended.signal.aborted;
    },
    /** Answers how to leave; the last to leave ends it. */
    join(): () => void {
      readers += 1;
      return () => {
        readers -= 1;
        if (readers === 0) ended.abort();
      };
    },
    /** What is kept after a sequence. */
    after(sequence: number): readonly Fed[] {
      let first = events.length;
      while (first > 0 && (events[first - 1]?.sequence ?? 0) > sequence) first -= 1;
      return events.slice(first);
    },
    /** Resolves when there is an event after this one, or the signal aborts. @throws where the feed has broken. */
    async beyond(sequence: number, signal: AbortSignal): Promise<void> {
      while (!signal.aborted && (events.at(-1)?.sequence ?? 0) <= sequence) {
        if (ended.signal.aborted) throw failure ?? new Error(`the feed of ${context} has ended`);
        await new Promise<void>((resolve) => {
          const woken = (): void => {
            signal.removeEventListener('abort', gone);
            resolve();
          };
          const gone = (): void => {
            wakers = wakers.filter((waker) => waker !== woken);
            resolve();
          };
          wakers.push(woken);
          signal.addEventListener('abort', gone, { once: true });
        });
      }
    },
  };
}
