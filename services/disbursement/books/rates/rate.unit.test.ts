import fc from 'fast-check';
import { expect, test } from 'vitest';
import { converted, inOrder, isPositive, spelt } from './rate.ts';

test.each([
  ['1.50', '1.5'],
  ['0001', '1'],
  ['0.0', '0'],
  ['-0.0', '0'],
  ['-01.20', '-1.2'],
  ['162.050', '162.05'],
])('%s is spelt %s', (decimal, one) => {
  expect(spelt(decimal)).toBe(one);
});

test('rates are in the order of their currencies, and above zero or not', () => {
  expect(
    inOrder([
      { currency: 'USD', rate: '1.050' },
      { currency: 'JPY', rate: '162.05' },
    ]),
  ).toEqual([
    { currency: 'JPY', rate: '162.05' },
    { currency: 'USD', rate: '1.05' },
  ]);
  expect(['0', '0.00', '-1', '0.001'].map(isPositive)).toEqual([false, false, false, true]);
});

const EUR = { rate: '1', places: 2 };
const USD = { rate: '1.05', places: 2 };
const JPY = { rate: '162.05', places: 0 };
const KWD = { rate: '0.3229', places: 3 };

test.each([
  ['100.00 EUR to USD', 10_000n, EUR, USD, 10_500n],
  ['1.00 EUR to JPY: 162.05', 100n, EUR, JPY, 162n],
  ['10.00 EUR to JPY: 1620.5, half to even', 1_000n, EUR, JPY, 1_620n],
  ['30.00 EUR to JPY: 4861.5, half to even', 3_000n, EUR, JPY, 4_862n],
  ['-10.00 EUR to JPY: the same on the other side', -1_000n, EUR, JPY, -1_620n],
  ['1.00 EUR to KWD: 0.3229, of three places', 100n, EUR, KWD, 323n],
  ['16205 JPY to USD, through the base', 16_205n, JPY, USD, 10_500n],
  ['0.323 KWD to JPY', 323n, KWD, JPY, 162n],
  ['nothing', 0n, USD, JPY, 0n],
])('%s', (_, amount, from, to, expected) => {
  expect(converted(amount, from, to)).toBe(expected);
});

const side = fc.record({
  rate: fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: 0, max: 8 })).map(([digits, places]) => {
    const text = digits.toString().padStart(places + 1, '0');
    return spelt(places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
  }),
  places: fc.constantFrom(0, 2, 3),
});
const amount = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
/** A decimal as a fraction over `10^20`. */
const exact = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(20, '0'));
};

test('whatever the rates: the same currency stays as it is, signs are kept, and it is never off by more than half a minor unit', () => {
  fc.assert(
    fc.property(amount, side, side, (of, from, to) => {
      expect(converted(of, from, from)).toBe(of);
      const into = converted(of, from, to);
      expect(converted(-of, from, to)).toBe(-into);
      // |into * from.rate * 10^from.places - of * to.rate * 10^to.places| <= half of from.rate * 10^from.places
      const unit = exact(from.rate) * 10n ** BigInt(from.places);
      const off = into * unit - of * exact(to.rate) * 10n ** BigInt(to.places);
      expect((off < 0n ? -off : off) * 2n <= unit).toBe(true);
    }),
  );
});
