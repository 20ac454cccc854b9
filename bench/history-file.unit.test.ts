import { expect, test } from 'vitest';
import { centsOf, histories, textOf } from './history-file.ts';

test.each([
  ['204647582.061', 20464758206n],
  ['31706553.5537', 3170655355n],
  ['0.005', 0n],
  ['0.015', 2n],
  ['0.0050', 0n],
  ['0.00501', 1n],
  ['7', 700n],
  ['7.1', 710n],
])('%s is rounded half to even', (decimal, cents) => {
  expect(centsOf(decimal)).toBe(cents);
});

test('a project has its commitment and its disbursements in their order', () => {
  const header = 'project_id,transaction_value_code,transaction_currency,transaction_value';
  expect(histories(`${header}\nP1,C,USD,10.00\nP2,C,USD,5\nP1,D,USD,4\nP1,D,USD,3.5\n`)).toEqual([
    { project: 'P1', committed: 1000n, disbursements: [400n, 350n], disbursed: 750n },
    { project: 'P2', committed: 500n, disbursements: [], disbursed: 0n },
  ]);
  expect(textOf(705n)).toBe('7.05');
});
