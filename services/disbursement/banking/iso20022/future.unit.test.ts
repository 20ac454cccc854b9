import { expect, test } from 'vitest';
import { futureDayIn } from './future.ts';
import { opened } from './opened.fixture.ts';
import { entryText, statementText } from './statement.fixture.ts';

const booked = (valueDate: string, status = 'BOOK'): string =>
  statementText({ entries: [entryText({ amount: '1.00', reference: 'B-1', valueDate, status })] });
const refusedOf = (text: string, last: string) => futureDayIn(opened(text), last);

test('a day after the last one that has begun is reported with its field and line; one that has begun is not', () => {
  const text = booked('2026-08-09');
  expect(refusedOf(text, '2026-08-09')).toBeUndefined();
  expect(refusedOf(text, '2026-08-08')).toMatchObject({ type: 'DayIsInTheFuture', field: 'ValDt/Dt', value: '2026-08-09' });
  expect(refusedOf(text, '2026-08-06')).toMatchObject({ type: 'DayIsInTheFuture', line: expect.any(Number) });
});

test('what a bank announces alone may be of any day', () => {
  expect(refusedOf(booked('2026-09-01', 'PDNG'), '2026-08-09')).toBeUndefined();
});
