import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Fed, Feed } from './feed.ts';
import { sharedFeed } from './shared-feed.ts';

/** A feed of numbers, and how often it is read. */
function source(count: number) {
  let sequence = count;
  const wakers: (() => void)[] = [];
  let failure: Error | undefined;
  const reads: number[] = [];
  let open = 0;
  const wake = (): void => {
    for (const waker of wakers.splice(0)) waker();
  };
  const feed: Feed = {
    end: async () => ({ origin: 'once', sequence }),
    async *read(context, after, signal) {
      reads.push(after);
      open += 1;
      try {
        for (let at = after + 1; !signal.aborted; at += 1) {
          while (at > sequence && !signal.aborted && !failure)
            await new Promise<void>((resolve) => {
              wakers.push(resolve);
              signal.addEventListener('abort', () => resolve(), { once: true });
            });
          if (failure) throw failure;
          if (!signal.aborted) yield { context, sequence: at } as Fed;
        }
      } finally {
        open -= 1;
      }
    },
  };
  return {
    feed,
    reads,
    open: () => open,
    publish(more: number): void {
      sequence += more;
      wake();
    },
    fail(): void {
      failure = new Error('the broker has gone');
      wake();
    },
  };
}

let from: ReturnType<typeof source>;
beforeEach(() => {
  from = source(10);
});

/** Reads until a sequence, with a pause after each event. */
async function readUntil(feed: Feed, after: number, last: number, pauseMs = 0): Promise<number[]> {
  const found: number[] = [];
  const stop = new AbortController();
  for await (const { sequence } of feed.read('bank', after, stop.signal)) {
    found.push(sequence);
    if (sequence >= last) break;
    if (pauseMs > 0) await sleep(pauseMs);
  }
  return found;
}
const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

test('a thousand readers at the end are one reading, which ends with the last of them', async () => {
  const feed = sharedFeed(from.feed);
  const readers = Array.from({ length: 1_000 }, () => readUntil(feed, 10, 30));
  await sleep(5);
  from.publish(5);
  await sleep(5);
  from.publish(15);
  for (const found of await Promise.all(readers)) expect(found).toEqual(numbers(11, 30));
  expect(from.reads).toEqual([10]);
  await expect.poll(from.open).toBe(0);
  const again = readUntil(feed, 30, 31);
  await sleep(5);
  from.publish(1);
  expect(await again).toEqual([31]);
  expect(from.reads).toEqual([10, 30]);
});

test('who begins further back reads what is missing by itself, and then with the others', async () => {
  const feed = sharedFeed(from.feed);
  const late = readUntil(feed, 3, 15);
  const other = readUntil(feed, 10, 15);
  await sleep(5);
  from.publish(5);
  expect([await late, await other]).toEqual([numbers(4, 15), numbers(11, 15)]);
  expect(from.reads.toSorted((a, b) => a - b)).toEqual([3, 10]);
  await expect.poll(from.open).toBe(0);
});

test('who is slower than what is kept misses nothing, and holds nobody up', async () => {
  const feed = sharedFeed(from.feed, 5);
  const slow = readUntil(feed, 10, 110, 1);
  const quick = readUntil(feed, 10, 110);
  for (let count = 0; count < 10; count += 1) {
    await sleep(2);
    from.publish(10);
  }
  expect(await quick).toEqual(numbers(11, 110));
  expect(await slow).toEqual(numbers(11, 110));
});

describe('a reader', () => {
  test('ends when its signal aborts, though nothing comes, and the others go on', async () => {
    const feed = sharedFeed(from.feed);
    const stop = new AbortController();
    const gone = (async () => {
      for await (const _ of feed.read('bank', 10, stop.signal)) expect.fail('nothing was published');
    })();
    const other = readUntil(feed, 10, 11);
    await sleep(5);
    stop.abort();
    await gone;
    from.publish(1);
    expect(await other).toEqual([11]);
  });

  test('fails with the feed, and the next one begins a new reading', async () => {
    const feed = sharedFeed(from.feed);
    const readers = [readUntil(feed, 10, 20), readUntil(feed, 10, 20)];
    await sleep(5);
    from.fail();
    for (const reader of readers) await expect(reader).rejects.toThrow('the broker has gone');
    await expect(readUntil(feed, 10, 11)).rejects.toThrow('the broker has gone');
    expect(from.reads).toEqual([10, 10]);
  });
});
