import { expect, test } from 'vitest';
import { keptOfTranche, paidOfTranche } from './readers.ts';

const order = (tranche: number, sponsor: string, status: string, amount: number, retained = 0) => ({
  tranche,
  sponsor,
  status,
  amount,
  retained,
});
const ORDERS = [
  order(1, 'a', 'settled', 378, 42),
  order(1, 'b', 'settled', 90, 10),
  order(1, 'c', 'instructed', 45, 5),
  order(2, 'a', 'settled', 9, 1),
];

test('what is kept of a tranche is what was retained of its settled payments, until it is released', () => {
  const sums = (orders: typeof ORDERS) => [paidOfTranche(orders, 1).map(({ amount }) => amount), keptOfTranche(orders, 1)];
  expect(sums(ORDERS)).toEqual([
    [378, 90],
    [42, 10],
  ]);
  expect(sums([...ORDERS, order(0, 'a', 'instructed', 43)])).toEqual(sums(ORDERS));
  expect(sums([...ORDERS, order(0, 'a', 'settled', 43)])).toEqual([[378, 42, 90], [10]]);
});
