import { expect, test } from 'vitest';
import { entry, moved } from './journal.ts';

const yen = (amount: bigint) => ({ amount, currency: 'JPY' });

test('an entry whose postings do not sum to zero in each currency is a bug', () => {
  expect(() => entry('e', [{ account: 'a', money: yen(5n) }])).toThrow('out of balance by 5 JPY');
  const mixed = [
    { account: 'a', money: yen(5n) },
    { account: 'b', money: { amount: -5n, currency: 'IDR' } },
  ];
  expect(() => entry('e', mixed)).toThrow('out of balance');
});

test('a movement takes from one account what it gives to the other', () => {
  expect(entry('e', moved('a', 'b', yen(5n)))).toEqual({
    id: 'e',
    postings: [
      { account: 'a', money: yen(-5n) },
      { account: 'b', money: yen(5n) },
    ],
  });
});
