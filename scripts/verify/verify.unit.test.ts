import { expect, test } from 'vitest';
import { stillFound, type Verified } from './verify.ts';

const found = (broken: readonly string[], unrelayed: readonly string[] = []): Verified => ({
  invariants: [{ number: 9, name: 'seen', checked: 10, broken }],
  unrelayed,
  behind: [],
  eventsUnrelayed: unrelayed.length,
  events: 10,
});

test('what is found each time is broken, and what is found once is under way', () => {
  const before = found(['a view is stuck', 'an event is not published'], ['a@1', 'b@1']);
  const now = stillFound(before, found(['another event is not published', 'a view is stuck'], ['b@1', 'c@1']));
  expect(now.invariants).toEqual([
    { number: 9, name: 'seen', checked: 10, broken: ['a view is stuck'], underWay: ['another event is not published'] },
  ]);
  expect([now.unrelayed, now.eventsUnrelayed]).toEqual([['b@1'], 1]);
});
