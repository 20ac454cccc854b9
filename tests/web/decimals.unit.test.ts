import { fraction, quotient, textOf } from '@junkan/kit/pure/fraction.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf } from '../../web/src/exports/decimals.ts';
import { compareDecimals, reachOf } from '../../web/src/reports/planned.ts';

test('decimals are compared exactly, however many places they have', () => {
  expect(compareDecimals('0.1', '0.10')).toBe(0);
  expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1);
  expect(compareDecimals('-1.5', '-1.25')).toBe(-1);
  expect(compareDecimals('-0.5', '0')).toBe(-1);
});

test('a target is reached from the side on which the baseline is', () => {
  const up = { code: 'c', baseline: '1200', target: '31500' };
  const down = { code: 'c', baseline: '80', target: '20.5' };
  expect([reachOf(up, '31500.0'), reachOf(up, '31499.99')]).toEqual(['reached', 'missed']);
  expect([reachOf(down, '20.50'), reachOf(down, '20'), reachOf(down, '20.51')]).toEqual(['reached', 'reached', 'missed']);
  expect([reachOf({ code: 'c' }, '1'), reachOf(up, undefined)]).toEqual(['unknown', 'unknown']);
});

test('an exact number is written as a decimal: without loss where there is one, else rounded to twelve places', () => {
  expect(['1520', '1621/2', '-1/8', '8/35', '2/3', '-1/3'].map(decimalOf)).toEqual([
    '1520',
    '810.5',
    '-0.125',
    '0.228571428571',
    '0.666666666667',
    '-0.333333333333',
  ]);
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 12 }), (digits, places) => {
      const exact = quotient(digits, 10n ** BigInt(places));
      expect(fraction(decimalOf(textOf(exact))).equals(exact)).toBe(true);
    }),
  );
});
