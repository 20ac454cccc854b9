import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { deposited } from './accounts-view.fixture.ts';
import type { Batch } from './loop.ts';
import { sharing } from './shared-source.ts';
import type { Source } from './source.ts';

const CONTEXT = 'bank';
const ORIGIN = 'one';

/** A feed in memory whose readings are counted, and broken on demand. */
function feed() {
  let [end, readings, most, asked] = [0, 0, 0, 0];
  let isBroken = false;
  const events = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => deposited(`acc_${from + at + 1}`, 1, '1', from + at + 1));
  const source: Source = {
    end: async () => {
      asked += 1;
      return { origin: ORIGIN, sequence: end };
    },
    async *read(context, { sequence }, signal) {
      readings += 1;
      most = Math.max(most, readings);
      try {
        let last = sequence;
        while (!signal.aborted) {
          await setImmediate();
          if (isBroken) throw new Error('the feed broke');
          if (last === end) continue;
          const next = Math.min(end, last + 100);
          const batch: Batch = { context, origin: ORIGIN, sequence: next, events: events(last, next) };
          last = next;
          yield batch;
        }
      } finally {
        readings -= 1;
      }
    },
  };
  return {
    source,
    publish: (count: number): number => {
      end += count;
      return end;
    },
    break: (): void => {
      isBroken = true;
    },
    readings: () => readings,
    most: () => most,
    asked: () => asked,
  };
}

/** Reads until it has come so far; each event has to come exactly once, in order. */
function reader(source: Source, sequence = 0) {
  const stopping = new AbortController();
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { events } of source.read(CONTEXT, { origin: ORIGIN, sequence }, stopping.signal))
      seen.push(...events.map((event) => event.sequence).filter((each) => each > (seen.at(-1) ?? sequence)));
  })();
  return {
    seen,
    reading,
    async until(end: number): Promise<void> {
      while ((seen.at(-1) ?? sequence) < end) await setImmediate();
    },
    async stop(): Promise<void> {
      stopping.abort();
      await reading;
    },
  };
}

const upTo = (end: number, from = 0): number[] => Array.from({ length: end - from }, (_, at) => from + at + 1);

describe('one reading of a feed', () => {
  test('serves all who read it from the same place, and ends with the last of them', async () => {
    const { source, publish, readings, most } = feed();
    const shared = sharing(source);
    const readers = [reader(shared), reader(shared), reader(shared)];
    const end = publish(1_000);
    for (const each of readers) await each.until(end);
    for (const each of readers) expect(each.seen).toEqual(upTo(end));
    expect([readings(), most()]).toEqual([1, 1]);
    for (const each of readers) await each.stop();
    await setImmediate();
    expect(readings()).toBe(0);
  });

  test('is joined by who was far behind, once it has caught up', async () => {
    const { source, publish, readings, most } = feed();
    const shared = sharing(source);
    const first = reader(shared);
    await first.until(publish(10_000));
    const late = reader(shared);
    await late.until(10_000);
    expect(most()).toBe(2);
    const end = publish(500);
    for (const each of [first, late]) await each.until(end);
    expect(late.seen).toEqual(upTo(end));
    while (readings() > 1) await setImmediate();
    const another = publish(300);
    for (const each of [first, late]) await each.until(another);
    expect([late.seen, readings()]).toEqual([upTo(another), 1]);
    await first.stop();
    await late.until(publish(50));
    expect([late.seen.at(-1), readings()]).toEqual([another + 50, 1]);
    await late.stop();
  });

  test('gives who is ahead nothing again, and waits for who is slow', async () => {
    const { source, publish } = feed();
    const shared = sharing(source);
    const end = publish(400);
    const [behind, ahead] = [reader(shared), reader(shared, 350)];
    for (const each of [behind, ahead]) await each.until(end);
    expect([behind.seen, ahead.seen]).toEqual([upTo(end), upTo(end, 350)]);
    for (const each of [behind, ahead]) await each.stop();
  });

  test('breaks for all who read along, and is begun anew', async () => {
    const broken = feed();
    const shared = sharing(broken.source);
    const readers = [reader(shared), reader(shared)];
    const end = broken.publish(200);
    for (const each of readers) await each.until(end);
    broken.break();
    for (const { reading } of readers) await expect(reading).rejects.toThrow('the feed broke');
    expect(broken.readings()).toBe(0);
    const again = reader(shared, end);
    await expect(again.reading).rejects.toThrow('the feed broke');
  });
});

test('who asks at the same time for the end of a feed is given one answer, and who asks later a newer one', async () => {
  const { source, publish, asked } = feed();
  const { end } = sharing(source);
  publish(3);
  const ends = await Promise.all(Array.from({ length: 11 }, () => end(CONTEXT)));
  expect(new Set(ends.map((each) => each?.sequence))).toEqual(new Set([3]));
  expect(asked()).toBe(1);
  publish(2);
  expect((await end(CONTEXT))?.sequence).toBe(5);
});
