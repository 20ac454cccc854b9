import { type CalendarDate, earlier, plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { type Fraction, fraction } from '@junkan/kit/pure/fraction.ts';

type Due = { readonly number: number; readonly dueOn: CalendarDate };
type Period = { readonly from: CalendarDate; readonly to: CalendarDate };

/**
 * The period of what a milestone reports: from the day after the due day of the one before, or the day on which the agreement became effective, to
 * its own due day. Nothing where there is no milestone of this number.
 */
export function periodOfMilestone(milestones: readonly Due[], effectiveOn: CalendarDate, number: number): Period | undefined {
  const inTime = milestones.toSorted((a, b) => (a.dueOn === b.dueOn ? a.number - b.number : a.dueOn < b.dueOn ? -1 : 1));
  const at = inTime.findIndex((each) => each.number === number);
  const to = inTime[at]?.dueOn;
  if (to === undefined) return undefined;
  const before = inTime[at - 1]?.dueOn;
  const from = before === undefined ? effectiveOn : plusCalendarDays(before, 1);
  // Of two that fall due on one day, and of one that was due before the agreement, it is that day.
  return { from: earlier(from, to), to };
}

/** Units that are exact multiples of one another. A year has no exact number of days, so that rates of days and years are none. */
const SCALES: readonly Readonly<Record<string, string>>[] = [
  { kg: '1', t: '1000' },
  { kWh: '1', MWh: '1000' },
];

/** A value in the unit of its indicator; nothing where the units are of different things. */
export function inUnit(value: Fraction, unit: string, wanted: string): Fraction | undefined {
  if (unit === wanted) return value;
  const scale = SCALES.find((each) => unit in each && wanted in each);
  return scale && value.mul(fraction(scale[unit] ?? '')).div(fraction(scale[wanted] ?? ''));
}
