import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCurrency, moneyText, parseMoney } from './money-text.ts';

test.each([
  ['JPY', 1_250n, '1250'],
  ['BHD', 1_250n, '1.250'],
  ['IDR', 125_000_000n, '1250000.00'],
  ['USD', 5n, '0.05'],
  ['USD', -1_205n, '-12.05'],
  ['USD', 0n, '0.00'],
])('%s is written with its own number of places', (currency, amount, text) => {
  expect(moneyText({ amount, currency })).toEqual({ amount: text, currency });
  expect(parseMoney({ amount: text, currency })).toEqual({ amount, currency });
});

test('what is written is read back, to the last unit and beyond what a float can hold', () => {
  const amounts = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(amounts, fc.constantFrom('JPY', 'BHD', 'IDR', 'INR', 'KRW', 'VND'), (amount, currency) => {
      expect(parseMoney(moneyText({ amount, currency }))).toEqual({ amount, currency });
    }),
  );
});

test('fewer places than the currency has are filled up; more are refused, not rounded', () => {
  expect(parseMoney({ amount: '12', currency: 'IDR' })).toEqual({ amount: 1_200n, currency: 'IDR' });
  expect(parseMoney({ amount: '12.5', currency: 'BHD' })).toEqual({ amount: 12_500n, currency: 'BHD' });
  for (const [amount, currency] of [
    ['1.5', 'JPY'],
    ['1.00', 'JPY'],
    ['1.2345', 'BHD'],
    ['1.005', 'IDR'],
  ] as const)
    expect(parseMoney({ amount, currency })).toBeUndefined();
});

test('what is no plain decimal of a known currency is refused', () => {
  for (const amount of ['', '.5', '1.', '1,000', '1e3', '+1', ' 1', '0x10', 'NaN', '1'.repeat(16)])
    expect(parseMoney({ amount, currency: 'USD' })).toBeUndefined();
  for (const currency of ['XXY', 'usd', '', 'US']) {
    expect(parseMoney({ amount: '1', currency })).toBeUndefined();
    expect(isCurrency(currency)).toBe(false);
  }
  expect(() => moneyText({ amount: 1n, currency: 'XXY' })).toThrow('unknown currency XXY');
});
