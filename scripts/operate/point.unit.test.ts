import type { Instant } from '@junkan/kit/pure/dates.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestPause, recordedAt, upTo } from './point.ts';

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
