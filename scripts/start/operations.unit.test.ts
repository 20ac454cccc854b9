import { expect, test } from 'vitest';
import { type Asked, askedBetween, operationsPerCommand, operationTable } from './operations.ts';

const asked = (commands: number, queries: number, inserts = 0): Asked => ({
  commands,
  operations: [
    { collection: 'junkan_project.commits', kind: 'queries', count: queries, microseconds: 1_000 * queries },
    { collection: 'junkan_project.commits', kind: 'insert', count: inserts, microseconds: 2_000 * inserts },
  ],
});

test('what was asked for before does not count, and is divided by the commands that were recorded since', () => {
  const between = askedBetween(asked(10, 100), asked(13, 104, 3));
  expect(between).toEqual({
    commands: 3,
    operations: [
      { collection: 'junkan_project.commits', kind: 'queries', count: 4, microseconds: 4_000 },
      { collection: 'junkan_project.commits', kind: 'insert', count: 3, microseconds: 6_000 },
    ],
  });
  expect(between && operationsPerCommand(between)).toBe(2.33);
});

test('a collection that was not there before counts from nought', () => {
  expect(askedBetween({ commands: 0, operations: [] }, asked(1, 2, 1))?.operations.map(({ count }) => count)).toEqual([2, 1]);
});

test('nothing is said of a server that began to count again, or that does not report, nor where no command was recorded', () => {
  expect(askedBetween(asked(1, 100), asked(2, 50))).toBeUndefined();
  expect(askedBetween(undefined, asked(2, 50))).toBeUndefined();
  expect(operationsPerCommand(asked(0, 50))).toBeUndefined();
});

test('the table begins with what is asked for most', () => {
  const [, first = '', second = ''] = operationTable(asked(2, 5, 2)).split('\n');
  expect(first.trim().split(/\s+/)).toEqual(['5', '2.50', '5', 'queries', 'junkan_project.commits']);
  expect(second.trim().split(/\s+/)).toEqual(['2', '1.00', '4', 'insert', 'junkan_project.commits']);
});
