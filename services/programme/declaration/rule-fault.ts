import type { ReportingRule } from './obligations/reporting-rule.ts';

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
