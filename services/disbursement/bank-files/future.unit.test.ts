import { expect, test } from 'vitest';
import { futureDayIn, lastDayBegun } from './future.ts';
import { opened } from './opened.fixture.ts';
import { entryText, statementText } from './statement.fixture.ts';

const booked = (valueDate: string, status = 'BOOK'): string =>
  statementText({ entries: [entryText({ amount: '1.00', reference: 'B-1', valueDate, status })] });
const refusedOf = (text: string, last: string) => futureDayIn(opened(text), last);

test.each([
  ['2026-11-27T09:59:59.999Z', '2026-11-27'],
  ['2026-11-27T10:00:00.000Z', '2026-11-28'],
  ['2026-12-31T23:59:59.999Z', '2027-01-01'],
])('at %s the last day that has begun on earth is %s', (now, day) => {
  expect(lastDayBegun(now)).toBe(day);
});

test('a day after the last one that has begun is told with its field and line; one that has begun is not', () => {
  const text = booked('2026-08-09');
  expect(refusedOf(text, '2026-08-09')).toBeUndefined();
  expect(refusedOf(text, '2026-08-08')).toMatchObject({ type: 'DayIsInTheFuture', field: 'ValDt/Dt', value: '2026-08-09' });
  expect(refusedOf(text, '2026-08-06')).toMatchObject({ type: 'DayIsInTheFuture', line: expect.any(Number) });
});

test('what a bank announces alone may be of any day', () => {
  expect(refusedOf(booked('2026-09-01', 'PDNG'), '2026-08-09')).toBeUndefined();
});
