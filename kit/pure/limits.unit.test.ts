import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areLooser, limitBelow, stricter } from './limits.ts';
import { type Money, money } from './money.ts';

const limits = [money(50n, 'USD'), money(7_000n, 'JPY')];

describe('limits', () => {
  test('bind what is above them', () => {
    expect(limitBelow({ limits }, money(50n, 'USD'))).toBeUndefined();
    expect(limitBelow({ limits }, money(51n, 'USD'))).toEqual(money(50n, 'USD'));
    expect(limitBelow({ limits }, money(51n, 'JPY'))).toBeUndefined();
  });

  test('are zero in every currency that they leave out, once there are any', () => {
    expect(limitBelow({ limits }, money(1n, 'EUR'))).toEqual(money(0n, 'EUR'));
    expect(limitBelow({ limits: [money(0n, 'USD')] }, money(1n, 'USD'))).toEqual(money(0n, 'USD'));
    expect(limitBelow({ limits: [] }, money(9_999n, 'EUR'))).toBeUndefined();
  });

  test('are looser where one person may approve more, in whatever currency', () => {
    expect(areLooser([money(51n, 'USD'), money(1n, 'JPY')], limits)).toBe(true);
    expect(areLooser([...limits, money(1n, 'EUR')], limits)).toBe(true);
    expect(areLooser([], limits)).toBe(true);
    expect(areLooser([money(50n, 'USD')], limits)).toBe(false);
    expect(areLooser(limits, [])).toBe(false);
  });
});

const some = fc
  .dictionary(fc.constantFrom('USD', 'JPY', 'EUR'), fc.bigInt(0n, 5n))
  .map((of) => Object.entries(of).map(([currency, amount]): Money => money(amount, currency)));
const anything = fc.record({ currency: fc.constantFrom('USD', 'JPY', 'EUR', 'INR'), amount: fc.bigInt(1n, 6n) });

test('two sets of limits together ask for two persons where either does; one is looser where it asks for two less often', () => {
  fc.assert(
    fc.property(some, some, anything, (one, other, sum) => {
      const asks = (of: readonly Money[]): boolean => limitBelow({ limits: of }, sum) !== undefined;
      expect(asks(stricter(one, other))).toBe(asks(one) || asks(other));
      if (!areLooser(one, other) && asks(other)) expect(asks(one)).toBe(true);
    }),
    { numRuns: 500, seed: 20261130 },
  );
});
