import { setImmediate } from 'node:timers/promises';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestPause, pauseBefore, recordedAt, takePoint, upTo } from './point.ts';

const commit = (stream: string, ms: number, clockOffset = 0) => ({
  stream,
  at: new Date(ms + clockOffset).toISOString() as Instant,
  clockOffset,
});

test('a commit is of its real time, however far policy time was advanced', () => {
  expect(recordedAt(commit('a_1', 1_000, 86_400_000))).toBe(1_000);
});

test('of each stream what was recorded up to the point counts, and nothing after what did not', () => {
  const all = [commit('a_1', 10), commit('a_1', 30), commit('a_1', 20), commit('b_1', 20), commit('b_1', 21)];
  const isWithin = upTo(20);
  expect(all.map((each) => isWithin(each))).toEqual([true, false, false, true, false]);
});

test('the point is in the middle of the longest pause', () => {
  expect(longestPause([90, 110, 150, 160, 300], 100, 200)).toEqual({ at: 130, pauseMs: 40 });
  expect(longestPause([], 100, 200)).toEqual({ at: 150, pauseMs: 100 });
  expect(longestPause([105], 100, 200)).toEqual({ at: 152, pauseMs: 95 });
});

test('nothing is nearer to the point than half of the pause, and the point is between the two moments', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 60 }), (times) => {
      const { at, pauseMs } = longestPause(times, 500, 1_500);
      expect(at).toBeGreaterThanOrEqual(500);
      expect(at).toBeLessThanOrEqual(1_500);
      const within = times.filter((time) => time > 500 && time < 1_500);
      for (const time of within) expect(Math.abs(time - at)).toBeGreaterThanOrEqual(Math.floor(pauseMs / 2));
    }),
  );
});

test('before a moment that somebody names, the point is in the longest pause of the last two seconds', () => {
  expect(pauseBefore([1_000, 18_400, 19_000, 19_990], 20_000)).toEqual({ at: 19_495, pauseMs: 990 });
  expect(pauseBefore([], 20_000)).toEqual({ at: 19_000, pauseMs: 2_000 });
});

describe('a point that is taken', () => {
  const NOW = 1_000_000;
  type Published = { readonly at: number; readonly relayed: number };
  /** `relayed`: 0 = not published yet. */
  async function taken(before: readonly Published[], meanwhile: readonly Published[] = []) {
    const db = memoryMongo(new MongoServer(), atOnce).db('bank');
    const commits = db.collection<ReturnType<typeof commit> & { _id: string; relayed: number }>('commits');
    const record = ({ at, relayed }: Published) => commits.insertOne({ ...commit('a_1', NOW + at), _id: `a_1@${at}`, relayed });
    for (const each of before) await record(each);
    const moments = [NOW, NOW + 3_000];
    const later = async (): Promise<void> => {
      await setImmediate();
      for (const each of meanwhile) await record(each);
    };
    const [point] = await Promise.all([takePoint([db], { lookMs: 0, realNow: () => moments.shift() ?? 0 }), later()]);
    return point;
  }

  test('is after what was acknowledged before, though its clock is ahead by as much as clocks may be', async () => {
    const often = [400, 800, 1_300, 1_700, 2_100, 2_500, 2_900].map((at) => ({ at, relayed: 0 }));
    const { at } = await taken([{ at: 990, relayed: 7 }], often);
    expect(at).toBeGreaterThanOrEqual(NOW + 1_000);
  });

  test('is none where a clock is further ahead, also where that is not ahead of the end of the look', async () => {
    await expect(taken([{ at: 1_500, relayed: 7 }])).rejects.toThrow('the clock of a service is 2 s ahead');
    await expect(taken([{ at: 1_500, relayed: 0 }])).rejects.toThrow('the clock of a service is 2 s ahead');
  });
});
