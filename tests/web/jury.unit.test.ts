import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movesOf } from '../../web/src/pictures/jury.ts';

test('who was marked by the strict moves to the right, and who was marked by the mild to the left', () => {
  const { field, moved } = movesOf([
    { mean: 74, points: 10.19 },
    { mean: 83.33, points: 5.27 },
    { mean: 64, points: -4.88 },
    { mean: 55.75, points: -10.59 },
  ]);
  expect(moved.map(({ mean, points }) => points > mean)).toEqual([true, false, true, true]);
  expect(moved.map(({ isRight }) => isRight)).toEqual([true, false, true, true]);
  expect(moved.map(({ points }) => points > field)).toEqual([true, true, false, false]);
  expect(Math.max(...moved.flatMap(({ mean, points }) => [mean, points]))).toBe(83);
});

test('nothing is drawn outside of the picture, whatever a jury marks', () => {
  const judged = fc.record({ mean: fc.integer({ min: 0, max: 100 }), points: fc.integer({ min: -100, max: 100 }) });
  fc.assert(
    fc.property(fc.array(judged, { maxLength: 12 }), (all) => {
      const { field, moved } = movesOf(all);
      for (const each of [field, ...moved.flatMap(({ mean, points }) => [mean, points])]) {
        expect(each).toBeGreaterThanOrEqual(17);
        expect(each).toBeLessThanOrEqual(83);
      }
    }),
  );
});
