import type { DayOfYear } from '@junkan/kit/duties/days.ts';
import type { DutyPolicy } from '@junkan/kit/duties/duty.ts';

/** When signatories report, and what follows where they do not, as a version of the declaration says. Days are calendar days of the city. */
export type ReportingRule = {
  readonly planMonths: number;
  readonly firstReportMonths: number;
  readonly reportEveryMonths: number;
  readonly align: readonly DayOfYear[];
  readonly openedDays: number;
  readonly reminders: readonly number[];
  readonly helpDays: number;
  readonly secondDays: number;
  readonly noticeDays: number;
  readonly lastDays: number;
  readonly suspensionDays: number;
  readonly afterNoticeDays: number;
  readonly afterReturnDays: number;
  readonly extensionDays: number;
  readonly reviewDays: number;
  readonly settleDays: number;
  readonly lapseMonths: number;
  readonly firstAssessmentMonths: number;
  readonly assessmentEveryMonths: number;
};

const DAY_OF_YEAR = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The field of a rule that cannot be: days that no year has, rungs that are not one after the other. */
export function ruleFault(rule: ReportingRule): string | undefined {
  const { align, reminders, openedDays, helpDays, secondDays, noticeDays, lastDays, suspensionDays } = rule;
  if (!align.every((day) => DAY_OF_YEAR.test(day))) return 'align';
  if (!reminders.every((days) => days <= openedDays)) return 'reminders';
  const rungs = { helpDays, secondDays, noticeDays, lastDays, suspensionDays };
  const days = Object.values(rungs);
  return Object.keys(rungs).find((_, at) => at > 0 && (days[at] ?? 0) <= (days[at - 1] ?? 0));
}

/** What a person decides where nothing comes. */
export type ReportingAct = 'notice' | 'suspension' | 'lapse';
export type ReportingRung =
  | `reminded-${number}`
  | 'opened'
  | 'overdue'
  | 'help-offered'
  | 'certifier-reminded'
  | 'notice-may-be-issued'
  | 'last-reminder'
  | 'suspension-may-be-decided'
  | 'lapse-is-near'
  | 'lapse-may-be-decided'
  | 'review-is-late';

/** Who has been suspended for long is reminded so many days before it may lapse. */
export const LAPSE_NOTICE_DAYS = 90;

/** The ladder of the plan and of each report. */
export const reportingLadder = (rule: ReportingRule): DutyPolicy<ReportingRung, ReportingAct> => ({
  rungs: [
    { name: 'opened', by: 'days-before', days: rule.openedDays, always: true },
    // Nobody is reminded of what is not open yet.
    ...remindersOf(rule.reminders.filter((days) => days <= rule.openedDays)),
    { name: 'overdue', by: 'turn', days: 0 },
    { name: 'help-offered', by: 'turn', days: rule.helpDays },
    { name: 'certifier-reminded', by: 'turn', days: rule.secondDays },
    { name: 'notice-may-be-issued', by: 'turn', days: rule.noticeDays, daysSinceReturn: rule.afterReturnDays, opens: 'notice' },
    { name: 'last-reminder', by: 'turn', days: rule.lastDays },
    {
      name: 'suspension-may-be-decided',
      by: 'turn-after-act',
      days: rule.suspensionDays,
      act: 'notice',
      daysSinceAct: rule.afterNoticeDays,
      opens: 'suspension',
    },
    { name: 'lapse-is-near', by: 'months-after-act', act: 'suspension', months: rule.lapseMonths, lessDays: LAPSE_NOTICE_DAYS },
    { name: 'lapse-may-be-decided', by: 'months-after-act', act: 'suspension', months: rule.lapseMonths, opens: 'lapse' },
  ],
  review: { days: rule.reviewDays, late: 'review-is-late' },
  extensionDays: rule.extensionDays,
});

export type AssessmentRung = `reminded-${number}` | 'reminded-again' | 'left-to-secretariat';

/** A self-assessment that is not given is asked for, and then is a matter of the secretariat: nothing else comes of it. */
export const ASSESSMENT_LADDER: DutyPolicy<AssessmentRung, never> = {
  rungs: [...remindersOf([30, 7]), { name: 'reminded-again', by: 'turn', days: 14 }, { name: 'left-to-secretariat', by: 'turn', days: 14 }],
  extensionDays: 0,
};

function remindersOf(days: readonly number[]) {
  return [...new Set(days)].map((each) => ({ name: `reminded-${each}`, by: 'days-before', days: each }) as const);
}
