import { expect, test } from 'vitest';
import { type AccountInPeriod, reachOf } from './coverage.ts';

const [FROM, THROUGH] = ['2026-10-01', '2026-10-31'];
const of = (more: Partial<AccountInPeriod>): AccountInPeriod => ({
  account: 'acc_a',
  statements: [],
  retiredOn: '',
  movedFirst: '',
  movedLast: '',
  ...more,
});
const until = (...days: readonly string[]) => days.map((to) => ({ from: `${to.slice(0, 8)}01`, to }));
const moved = (first: string, last = first) => ({ movedFirst: first, movedLast: last });

test.each<[string, Partial<AccountInPeriod>, { reached: string; needed: string } | undefined]>([
  ['without statements, and nothing was paid from it: nothing is asked for', {}, undefined],
  ['without statements, and a payment was paid from it', moved('2026-10-05'), { reached: '', needed: '2026-10-30' }],
  // The last day of October is a Saturday.
  ['with statements to the end', { statements: until('2026-09-30', '2026-10-30') }, { reached: '2026-10-30', needed: '2026-10-30' }],
  ['whose statements end before', { statements: until('2026-10-28') }, { reached: '2026-10-28', needed: '2026-10-30' }],
  ['with statements of earlier months alone', { statements: until('2026-08-31') }, { reached: '2026-08-31', needed: '2026-10-30' }],
  ['whose first statement is of the next month', { statements: until('2026-11-30') }, undefined],
  [
    'whose first statement is of the next month, and a payment was paid from it in this one',
    { statements: until('2026-11-30'), ...moved('2026-10-05') },
    { reached: '', needed: '2026-10-30' },
  ],
  ['retired before', { statements: until('2026-09-10'), retiredOn: '2026-09-15' }, undefined],
  [
    'retired within the month',
    { statements: until('2026-10-08'), retiredOn: '2026-10-15' },
    { reached: '2026-10-08', needed: '2026-10-14' },
  ],
  [
    'retired before the bank moved its last payment',
    { statements: until('2026-10-16'), retiredOn: '2026-10-12', ...moved('2026-10-05', '2026-10-20') },
    { reached: '2026-10-16', needed: '2026-10-20' },
  ],
  [
    'retired after the month',
    { statements: until('2026-10-28'), retiredOn: '2026-11-02' },
    { reached: '2026-10-28', needed: '2026-10-30' },
  ],
])('an account %s', (_, account, reach) => {
  expect(reachOf(of(account), FROM, THROUGH)).toEqual(reach && { account: 'acc_a', ...reach });
});
