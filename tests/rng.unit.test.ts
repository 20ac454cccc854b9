import { expect, test } from 'vitest';
import { rngOf } from './rng.ts';

const walk = (seed: number): unknown[] => {
  const rng = rngOf(seed);
  return Array.from({ length: 200 }, () => [rng.is(30), rng.of(['a', 'b', 'c']), rng.upTo(6)]);
};

test('the same seed gives the same walk, another gives another', () => {
  expect(walk(5)).toEqual(walk(5));
  expect(walk(5)).not.toEqual(walk(6));
});

test('whole numbers reach from 1 to the greatest, and nothing never comes', () => {
  const rng = rngOf(1);
  const thrown = Array.from({ length: 500 }, () => rng.upTo(6));
  expect([...new Set(thrown)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(Array.from({ length: 200 }, () => rng.is(0))).not.toContain(true);
  expect(() => rng.of([])).toThrow();
});
