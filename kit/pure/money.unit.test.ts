import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, minus, money, plus, total } from './money.ts';

describe('an allocation by weights', () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 10n ** 15n }), { minLength: 1, maxLength: 12 })
    .filter((all) => all.some((each) => each > 0n));
  const amount = fc.bigInt({ min: 0n, max: 10n ** 18n });

  test('gives out exactly the amount, each part within one unit of its share, and nothing for no weight', () => {
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const parts = allocate(whole, all);
        const sum = all.reduce((a, b) => a + b, 0n);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(whole);
        for (const [index, part] of parts.entries()) {
          const floor = (whole * (all[index] ?? 0n)) / sum;
          expect(part === floor || part === floor + 1n).toBe(true);
          if (all[index] === 0n) expect(part).toBe(0n);
        }
      }),
    );
  });

  test('never gives the greater weight the smaller part', () => {
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const byWeight = allocate(whole, all)
          .map((part, index) => ({ part, weight: all[index] ?? 0n }))
          .sort((a, b) => (a.weight === b.weight ? Number(a.part - b.part) : a.weight < b.weight ? -1 : 1));
        for (const [index, { part }] of byWeight.entries()) expect(part >= (byWeight[index - 1]?.part ?? 0n)).toBe(true);
      }),
    );
  });

  test('gives what is left to the largest remainders, the earlier first where they are equal', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(allocate(2n, [1n, 1n, 1n])).toEqual([1n, 1n, 0n]);
    expect(allocate(10n, [15n, 26n, 59n])).toEqual([1n, 3n, 6n]);
  });

  test('needs a positive sum of weights and no negative figure', () => {
    for (const [whole, all] of [
      [1n, []],
      [1n, [0n]],
      [-1n, [1n]],
      [1n, [2n, -1n]],
    ] as const)
      expect(() => allocate(whole, all)).toThrow('an allocation needs');
  });
});

test('amounts of one currency add up and take off; of two currencies they do neither', () => {
  const [a, b] = [money(10n ** 20n, 'IDR'), money(1n, 'IDR')];
  expect(minus(plus(a, b), b)).toEqual(a);
  expect(total([], 'JPY')).toEqual(money(0n, 'JPY'));
  expect(total([b, b, b], 'IDR')).toEqual(money(3n, 'IDR'));
  expect(() => plus(a, money(1n, 'JPY'))).toThrow('cannot add JPY to IDR');
  expect(() => total([b], 'JPY')).toThrow('cannot add IDR to JPY');
});
