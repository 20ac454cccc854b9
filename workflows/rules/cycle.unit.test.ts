import { expect, test } from 'vitest';
import { type CycleView, nextOfCycle } from './cycle.ts';
import { act, end, rest } from './next.ts';

const next = '2027-03-29T00:00:00.000Z';
const viewed = (status: CycleView['status'], change: Partial<CycleView> = {}): CycleView => ({
  now: '2027-03-01T01:00:00.000Z',
  status,
  version: 3,
  due: false,
  next: '',
  ...change,
});

test.each(['open', 'judging', 'announced', 'decided'] as const)(
  '%s: it waits for the end of its day, and then records that it is over',
  (status) => {
    expect(nextOfCycle(viewed(status, { next }))).toEqual(rest(next));
    expect(nextOfCycle(viewed(status, { next, due: true }))).toEqual(act({ do: 'StepCycle', version: 3 }));
  },
);

test.each(['draft', 'screening', 'deciding'] as const)('%s: it waits for persons, and does nothing in their place', (status) => {
  expect(nextOfCycle(viewed(status))).toEqual(rest());
});

test.each(['closed', 'cancelled'] as const)('%s: it ends', (status) => {
  expect(nextOfCycle(viewed(status))).toEqual(end());
});

test('a status that it does not know is waited out', () => {
  expect(nextOfCycle(viewed('unrecognised', { due: true }))).toEqual(rest());
});
