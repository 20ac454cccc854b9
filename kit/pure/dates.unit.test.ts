import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginningOf,
  dateOf,
  dayIn,
  daysAfter,
  endOf,
  instant,
  isCalendarDate,
  lastDayBegun,
  milliseconds,
  plusCalendarDays,
  plusDays,
  plusMonths,
  startOf,
} from './dates.ts';

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2100-01-31', 1, '2100-02-28'],
  ['2000-01-31', 1, '2000-02-29'],
  ['2027-10-31', 1, '2027-11-30'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2027-12-31', 2, '2028-02-29'],
  ['2027-03-31', -1, '2027-02-28'],
  ['2027-05-15', 0, '2027-05-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(plusMonths(date, months)).toBe(expected);
});

const dates = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => dateOf(date.toISOString()));

test('months later is so many months later, on the same day or the last one of a shorter month', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 600 }), (date, months) => {
      const later = plusMonths(date, months);
      const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(isCalendarDate(later)).toBe(true);
      expect(monthsOf(later) - monthsOf(date)).toBe(months);
      const isLastDay = plusCalendarDays(later, 1).endsWith('-01');
      expect(later.slice(8) === date.slice(8) || (isLastDay && later.slice(8) < date.slice(8))).toBe(true);
    }),
  );
});

test('days go over months, years and leap days', () => {
  expect(plusCalendarDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(plusCalendarDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(plusCalendarDays('2027-12-31', 1)).toBe('2028-01-01');
  expect(plusDays('2027-12-31T23:59:59.999Z', 1)).toBe('2028-01-01T23:59:59.999Z');
});

test('instants compare as texts in the order of time', () => {
  const times = fc.integer({ min: 0, max: 7_000_000_000_000 });
  fc.assert(
    fc.property(times, times, (a, b) => {
      expect(instant(a) < instant(b)).toBe(a < b);
      expect(milliseconds(instant(a))).toBe(a);
    }),
  );
});

test('a deadline in days falls at the end of its day, whatever the hour at which it was set', () => {
  for (const hour of ['00:00:00.000', '12:30:00.000', '23:59:59.999'])
    expect(daysAfter(`2028-02-27T${hour}Z`, 2)).toBe('2028-02-29T23:59:59.999Z');
  expect(milliseconds(startOf('2028-03-01')) - milliseconds(endOf('2028-02-29'))).toBe(1);
});

test('a calendar date is one that the calendar has', () => {
  for (const date of ['2028-02-29', '2000-02-29', '2027-12-31']) expect(isCalendarDate(date)).toBe(true);
  for (const date of ['2027-02-29', '2100-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '2027-1-1', '', '2027-01-01T00:00:00Z'])
    expect(isCalendarDate(date)).toBe(false);
});

test.each([
  ['2026-11-27T09:59:59.999Z', '2026-11-27'],
  ['2026-11-27T10:00:00.000Z', '2026-11-28'],
  ['2026-12-31T23:59:59.999Z', '2027-01-01'],
])('at %s the last day that has begun on earth is %s', (now, day) => {
  expect(lastDayBegun(now)).toBe(day);
});

test.each([
  ['UTC', '2026-12-01', '2026-12-01T00:00:00.000Z'],
  ['Asia/Tokyo', '2026-12-01', '2026-11-30T15:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-01', '2026-11-30T10:00:00.000Z'],
  ['Etc/GMT+12', '2026-12-01', '2026-12-01T12:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, at) => {
  expect(beginningOf(day, (moment) => dayIn(zone, moment))).toBe(at);
});
