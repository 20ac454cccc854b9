import { expect, test } from 'vitest';
import { mustPassNothingOver } from './clock.ts';

const now = '2026-11-24T12:00:00.000Z';
const deadline = '2026-12-24T12:00:00.000Z';
const later = '2027-12-24T12:00:00.000Z';
const settled = { now, settled: true, earliestDeadline: deadline };
const refusal = (problem: string) => expect.objectContaining({ type: problem });

test('time passes to the earliest deadline and not beyond', () => {
  expect(() => mustPassNothingOver(deadline, settled)).not.toThrow();
  expect(() => mustPassNothingOver(later, settled)).toThrow(refusal('DeadlineWouldBePassed'));
});

test('time passes to any moment where nothing waits for one', () => {
  expect(() => mustPassNothingOver(later, { ...settled, earliestDeadline: '' })).not.toThrow();
});

test('time does not pass while anything is under way', () => {
  expect(() => mustPassNothingOver(later, { now, settled: false, earliestDeadline: '' })).toThrow(refusal('SystemIsNotSettled'));
  expect(() => mustPassNothingOver(now, { now, settled: false, earliestDeadline: '' })).not.toThrow();
});
