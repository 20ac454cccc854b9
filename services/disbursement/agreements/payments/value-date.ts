import { type CalendarDate, isCalendarDate, lastDayBegun } from '@junkan/kit/pure/dates.ts';
import type { Rejection } from '../agreement-faces.ts';

/** Why a day is none on which the bank can have booked something, or nothing: it lies between what came before it and today. `tooEarly`: why it is not before that. */
export function valueDateFault(
  valueDate: string,
  now: string,
  tooEarly: (valueDate: CalendarDate) => Rejection | undefined = () => undefined,
): Rejection | undefined {
  if (!isCalendarDate(valueDate)) return { type: 'ValueDateIsNoDate', valueDate };
  const early = tooEarly(valueDate);
  if (early) return early;
  const today = lastDayBegun(now);
  return valueDate > today ? { type: 'ValueDateIsInTheFuture', valueDate, today } : undefined;
}
