import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, larger, parseFraction, quotient, smaller, sumOf, textOf } from './fraction.ts';

test.each([
  ['12.50', '25/2'],
  ['-0.125', '-1/8'],
  ['007', '7'],
  ['-0', '0'],
  ['8/35', '8/35'],
  ['12345678901234567890.123456789', '12345678901234567890123456789/1000000000'],
])('%s is exactly %s', (text, expected) => {
  expect(textOf(fraction(text))).toBe(expected);
});

test.each(['', ' 5', '1e3', '1_000', '0.(3)', '1 1/2', '1/0', '.5', '5.', 'NaN', '0x1', '1.5/2'])('%j is no number', (text) => {
  expect(parseFraction(text)).toBeUndefined();
  expect(() => fraction(text)).toThrow('is no number');
});

test('what is written is read as the same, and parts of a whole sum to it', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 20n }), { minLength: 1, maxLength: 12 }), (weights) => {
      const all = weights.reduce((sum, each) => sum + each, 0n);
      const parts = weights.map((weight) => quotient(weight, all));
      expect(textOf(sumOf(parts.map((part) => fraction(textOf(part)))))).toBe('1');
      const [a, b] = [parts[0] ?? quotient(0n, 1n), parts.at(-1) ?? quotient(0n, 1n)];
      expect(textOf(smaller(a, b).add(larger(a, b)))).toBe(textOf(a.add(b)));
      expect(smaller(a, b).compare(larger(a, b))).toBeLessThanOrEqual(0);
    }),
  );
});
