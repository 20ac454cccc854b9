/** A moment in UTC, ISO 8601 with milliseconds: `2026-11-24T15:11:49.000Z`. Comparable as text. */
export type Instant = string;
/** A calendar date, ISO 8601: `2026-11-24`. Comparable as text. */
export type CalendarDate = string;

const DAY = 86_400_000;

export const instant = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();
export const milliseconds = (at: Instant): number => Date.parse(at);
export const dateOf = (at: Instant): CalendarDate => at.slice(0, 10);
/** Which day it is then in a time zone. */
export function dayIn(zone: string, at: Instant): CalendarDate {
  const parts = formatOf(zone).formatToParts(milliseconds(at));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/** Kept, because making one takes a hundred times as long as using it. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  FORMATS.set(zone, made);
  return made;
}

/** The first moment of a day, where `dayAt` says which day it is at a moment. */
export function beginningOf(day: CalendarDate, dayAt: (at: Instant) => CalendarDate): Instant {
  const noon = milliseconds(startOf(day)) + DAY / 2;
  let [before, within] = [noon - DAY - MS_AHEAD, noon + MS_AHEAD];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayAt(instant(middle)) < day) before = middle;
    else within = middle;
  }
  return instant(within);
}
export const plusDays = (at: Instant, days: number): Instant => instant(milliseconds(at) + days * DAY);

/** The last moment of a calendar date, in UTC. */
export const endOf = (date: CalendarDate): Instant => `${date}T23:59:59.999Z`;
export const startOf = (date: CalendarDate): Instant => `${date}T00:00:00.000Z`;

/** The same day so many months later; the last day of that month where it has no such day (31 January + 1 = 28 or 29 February). */
export function plusMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** No place on earth is further ahead of UTC than the Line Islands of Kiribati. */
const MS_AHEAD = 14 * 3_600_000;
/** The last day that has begun anywhere on earth. Banks write local dates: none up to this one is in the future. */
export const lastDayBegun = (now: Instant): CalendarDate => dateOf(instant(milliseconds(now) + MS_AHEAD));

export const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a);
export const plusCalendarDays = (date: CalendarDate, days: number): CalendarDate => dateOf(plusDays(startOf(date), days));
export const calendarDaysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((milliseconds(startOf(to)) - milliseconds(startOf(from))) / DAY);

/** Of the month of a calendar date. */
export const lastDayOfMonth = (date: CalendarDate): CalendarDate => plusMonths(`${date.slice(0, 7)}-31`, 0);
/** From Monday to Friday. */
export const isWeekday = (date: CalendarDate): boolean => ![0, 6].includes(new Date(startOf(date)).getUTCDay());
export const isCalendarDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateOf(instant(Date.parse(text))) === text;

/** A deadline so many days on: the end of that day, so that what is begun on one day falls due together. */
export const daysAfter = (now: Instant, days: number): Instant => endOf(plusCalendarDays(dateOf(now), days));
