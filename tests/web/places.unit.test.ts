import { CURRENCIES } from '@junkan/kit/money-text.ts';
import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { expect, test } from 'vitest';
import { digitsOf } from '../../web/src/base/parts/sums.ts';

test('sums have as many places in the web as in the API, in every currency', () => {
  expect(CURRENCIES.length).toBeGreaterThan(150);
  expect(CURRENCIES.filter((code) => digitsOf(code) !== placesOf(code))).toEqual([]);
  // Browsers know none for these.
  expect(['IDR', 'PKR', 'LAK', 'MMK', 'AFN'].map(digitsOf)).toEqual([2, 2, 2, 2, 2]);
});
