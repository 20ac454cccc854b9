import { nextDay } from './days.ts';

// The days of what a signatory owes, and of the steps of its ladder, by going from day to day: without the code that the services decide by.

/** What happened to an obligation, on a day of the city, in the order in which it was recorded. */
export type Moved = {
  readonly obligation: string;
  readonly on: string;
  readonly what: 'submitted' | 'returned' | 'accepted' | 'extended' | 'noticed' | 'suspended';
  readonly days?: number;
};
/** A rule as it is stored: what is nothing is left out. */
type Rule = Readonly<Record<string, number | undefined>> & {
  readonly align?: readonly string[];
  readonly reminders?: readonly number[];
};
export type Owing = { readonly rule: Rule; readonly admittedOn: string; readonly moves: readonly Moved[] };
/** `days`: of a reminder, how many before the due day; `due`: the day from which it counts. */
export type Step = { readonly rung: string; readonly days: number; readonly on: string; readonly due: string };
export type Walked = {
  readonly steps: readonly Step[];
  /** Whether it lies with the secretariat at the end of the last day. */
  readonly isInReview: boolean;
  readonly acceptedOn: string;
  /** Full days of the city’s turn since the due day. */
  readonly used: number;
  /** The day of the last return. */
  readonly returnedOn: string;
};

const daysIn = (rule: Rule, name: string): number => rule[name] ?? 0;
const two = (of: number): string => String(of).padStart(2, '0');
const lastOf = (year: number, month: number): number =>
  month === 2 ? (new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** So many days later. */
export function daysOn(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of a later month, or the last day of that month. */
export function monthsOn(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const all = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(all / 12), (all % 12) + 1];
  return `${inYear}-${two(inMonth)}-${two(Math.min(date, lastOf(inYear, inMonth)))}`;
}

/** Goes on to the next day on which reports fall due. */
function rolled(day: string, { align = [] }: Rule): string {
  if (align.length === 0) return day;
  const isReportingDay = (each: string): boolean => {
    const [year = 0, month = 1, date = 1] = each.split('-').map(Number);
    return align.some((one) => Number(one.slice(0, 2)) === month && Math.min(Number(one.slice(3)), lastOf(year, month)) === date);
  };
  let on = day;
  for (let days = 0; days < 366 && !isReportingDay(on); days += 1) on = nextDay(on);
  return on;
}

const acceptedOf = (moves: readonly Moved[], obligation: string): string | undefined =>
  moves.find((each) => each.obligation === obligation && each.what === 'accepted')?.on;

const numberOf = (obligation: string): number => Number(obligation.split('-')[1] ?? 0);

/** When an obligation falls due, without an extension; nothing where there is no such obligation. */
export function dueDay({ rule, admittedOn, moves }: Owing, obligation: string): string | undefined {
  const number = numberOf(obligation);
  if (obligation === 'plan') return rolled(monthsOn(admittedOn, daysIn(rule, 'planMonths')), rule);
  if (!(number >= 1)) return undefined;
  if (obligation === `assessment-${number}`) {
    if (number === 1) return monthsOn(admittedOn, daysIn(rule, 'firstAssessmentMonths'));
    const before = acceptedOf(moves, `assessment-${number - 1}`);
    return before && monthsOn(before, daysIn(rule, 'assessmentEveryMonths'));
  }
  if (obligation !== `report-${number}`) return undefined;
  const months = daysIn(rule, 'firstReportMonths') + (number - 1) * daysIn(rule, 'reportEveryMonths');
  const planned = rolled(monthsOn(admittedOn, months), rule);
  const before = acceptedOf(moves, `report-${number - 1}`);
  if (before === undefined || daysOn(before, daysIn(rule, 'settleDays')) <= planned) return planned;
  const settled = rolled(daysOn(before, daysIn(rule, 'settleDays')), rule);
  return [planned, settled].toSorted().at(-1);
}

/** What is owed by a day: what has been opened or accepted by then, and the next of its kind. */
export function owedUntil(owing: Owing, until: string): string[] {
  const { rule, moves } = owing;
  const owed = ['plan'];
  for (let number = 1; ; number += 1) {
    owed.push(`report-${number}`);
    const isOpened = daysOn(dueDay(owing, `report-${number}`) ?? until, -daysIn(rule, 'openedDays')) <= until;
    if (!isOpened && acceptedOf(moves, `report-${number}`) === undefined) break;
    if (daysIn(rule, 'reportEveryMonths') === 0) break;
  }
  for (let number = 1; number === 1 || acceptedOf(moves, `assessment-${number - 1}`) !== undefined; number += 1)
    owed.push(`assessment-${number}`);
  return owed;
}

/** A lapse is announced so many days before. */
export const ANNOUNCED_DAYS = 90;

/** The steps that come by counting days of the turn, the highest last. */
function climbOf(rule: Rule, isAssessment: boolean): [number, string][] {
  if (isAssessment)
    return [
      [14, 'reminded-again'],
      [14, 'left-to-secretariat'],
    ];
  return [
    [0, 'overdue'],
    [daysIn(rule, 'helpDays'), 'help-offered'],
    [daysIn(rule, 'secondDays'), 'certifier-reminded'],
    [daysIn(rule, 'noticeDays'), 'notice-may-be-issued'],
    [daysIn(rule, 'lastDays'), 'last-reminder'],
  ];
}

/** Goes through the days of one obligation up to a day. What happens on a day comes before the steps of that day. */
export function walked(owing: Owing, obligation: string, until: string): Walked {
  const { rule } = owing;
  const isAssessment = obligation.startsWith('assessment-');
  const due = dueDay(owing, obligation) ?? '9999-12-31';
  const moves = owing.moves.filter((each) => each.obligation === obligation && each.on <= until);
  const start = daysOn(due, moves.find(({ what }) => what === 'extended')?.days ?? 0);
  const opened = daysOn(due, -daysIn(rule, 'openedDays'));
  const reminders = isAssessment ? [30, 7] : [...new Set(rule.reminders ?? [])].filter((days) => days <= daysIn(rule, 'openedDays'));
  const waiting = climbOf(rule, isAssessment);
  const steps: Step[] = [];
  let [inReviewSince, returnedOn, noticedOn, acceptedOn, used, isSuspendable] = ['', '', '', '', 0, false];
  const step = (rung: string, on: string, from = start, days = 0): void => void steps.push({ rung, days, on, due: from });
  const sorted = moves.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const soonest = [opened, daysOn(due, -Math.max(0, ...reminders)), sorted[0]?.on ?? opened].toSorted()[0] ?? opened;
  for (let on = soonest; on <= until && acceptedOn === ''; on = nextDay(on)) {
    for (const { what } of sorted.filter((each) => each.on === on)) {
      if (what === 'submitted' && inReviewSince === '') inReviewSince = on;
      if (what === 'returned' && inReviewSince !== '') [inReviewSince, returnedOn] = ['', on];
      if (what === 'accepted') acceptedOn = on;
      if (what === 'noticed' && noticedOn === '') noticedOn = on;
      if (what === 'suspended') lapseSteps(on);
    }
    if (!isAssessment && on === opened) step('opened', on, due);
    if (acceptedOn !== '') break;
    if (inReviewSince !== '') {
      if (!isAssessment && on === daysOn(inReviewSince, daysIn(rule, 'reviewDays') + 1)) step('review-is-late', on);
      continue;
    }
    for (const days of reminders) if (on === daysOn(due, -days)) step('reminded', on, due, days);
    if (on > start && on !== returnedOn) {
      used += 1;
      while (waiting[0] !== undefined && waiting[0][0] < used && !isSpared(waiting[0][1], on)) step(waiting.shift()?.[1] ?? '', on);
    }
    const mayBe = noticedOn !== '' && on >= daysOn(noticedOn, daysIn(rule, 'afterNoticeDays')) && used > daysIn(rule, 'suspensionDays');
    if (mayBe && !isSuspendable) {
      isSuspendable = true;
      step('suspension-may-be-decided', on);
    }
  }
  /** After a return there is time until a notice. */
  function isSpared(rung: string, on: string): boolean {
    return rung === 'notice-may-be-issued' && returnedOn !== '' && on < daysOn(returnedOn, daysIn(rule, 'afterReturnDays'));
  }
  function lapseSteps(on: string): void {
    const from = monthsOn(on, daysIn(rule, 'lapseMonths'));
    step('lapse-is-near', daysOn(from, -ANNOUNCED_DAYS));
    step('lapse-may-be-decided', from);
  }
  const come = steps.filter(({ on }) => on <= until && (acceptedOn === '' || on <= acceptedOn));
  return { steps: come, isInReview: inReviewSince !== '' && acceptedOn === '', acceptedOn, used, returnedOn };
}
