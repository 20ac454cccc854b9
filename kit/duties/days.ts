import {
  beginningOf,
  type CalendarDate,
  dayIn,
  earlier,
  type Instant,
  instant,
  lastDayOfMonth,
  milliseconds,
  plusCalendarDays,
} from '../pure/dates.ts';

/** A day of every year, as in `03-31`; the month's last where a year has no such day. */
export type DayOfYear = string;

/** The first of these days of the year on that day or after it; the day itself where there are none. */
export function alignedTo(on: CalendarDate, days: readonly DayOfYear[]): CalendarDate {
  const year = Number(on.slice(0, 4));
  const coming = [year, year + 1].flatMap((each) => days.map((day) => dayOf(each, day))).filter((day) => day >= on);
  return coming.toSorted()[0] ?? on;
}

function dayOf(year: number, day: DayOfYear): CalendarDate {
  const month = `${year}-${day.slice(0, 2)}`;
  return earlier(`${month}-${day.slice(3)}`, lastDayOfMonth(`${month}-01`));
}

/** The first moment of a day in a time zone: what comes on a day comes then. */
export const beginningIn = (zone: string, day: CalendarDate): Instant => beginningOf(day, (at) => dayIn(zone, at));
/** The last one: what is owed by a day is owed by then. */
export const endIn = (zone: string, day: CalendarDate): Instant => instant(milliseconds(beginningIn(zone, plusCalendarDays(day, 1))) - 1);
