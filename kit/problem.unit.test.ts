import { expect, test } from 'vitest';
import { problemOf } from './problem.ts';

const factsOf = (facts: object) => problemOf({ type: 'Refusal', ...facts }, { Refusal: 'conflict' }).data;

test('every amount with a currency is written as money with the decimal places of that currency', () => {
  expect(factsOf({ gap: 1_000_000_000n, amount: 3_000_000_001n, currency: 'USD' })).toEqual({
    gap: { amount: '10000000.00', currency: 'USD' },
    amount: { amount: '30000000.01', currency: 'USD' },
  });
  expect(factsOf({ tranche: 2, amount: -5_000n, currency: 'JPY' })).toEqual({ tranche: 2, amount: { amount: '-5000', currency: 'JPY' } });
});

test('money inside of a fact is written in the same notation', () => {
  expect(factsOf({ left: { amount: 1_500n, currency: 'BHD' }, parts: [{ offer: 'off_1', amount: 5n, currency: 'USD' }] })).toEqual({
    left: { amount: '1.500', currency: 'BHD' },
    parts: [{ offer: 'off_1', amount: { amount: '0.05', currency: 'USD' } }],
  });
});

test('what is no amount stays as it is', () => {
  expect(factsOf({ currency: 'EUR', needed: ['open'], expected: 3, size: 12n })).toMatchObject({ needed: ['open'], expected: 3 });
  expect(factsOf({ currency: 'EUR' })).toEqual({ currency: 'EUR' });
  expect(factsOf({ offset: 12n, reason: undefined })).toEqual({ offset: '12' });
});
