import * as m from '#messages/declarations';
import { type Fact, Facts } from '../../../base/parts/Facts.tsx';
import { dayText, list } from '../../../base/parts/locale.ts';
import type { Version } from './queries.ts';

const ANY_YEAR = '2026';
/** “03-31” as a day without a year. */
const dayOfYear = (day: string): string =>
  dayText(`${ANY_YEAR}-${day}`)
    .replace(new RegExp(`[,\\s]*${ANY_YEAR}年?[,\\s]*`), ' ')
    .trim();

/** What follows from the signature, in a few lines. */
export function Rule({ rule }: { readonly rule: NonNullable<Version['text']['rule']> }) {
  const { firstAssessmentMonths, assessmentEveryMonths, planMonths, firstReportMonths, reportEveryMonths, align, openedDays } = rule;
  const facts: readonly Fact[] = [
    [m.assessment(), m.firstThenEvery({ first: firstAssessmentMonths, every: assessmentEveryMonths })],
    [m.plan(), m.afterMonths({ months: planMonths })],
    [m.report(), m.firstThenEvery({ first: firstReportMonths, every: reportEveryMonths })],
    [m.reportingDays(), align.length > 0 ? list(align.map(dayOfYear)) : null],
    [m.opens(), m.opensBefore({ days: openedDays })],
    [m.ifLate(), m.late({ help: rule.helpDays, notice: rule.noticeDays, suspension: rule.suspensionDays })],
    [m.moreTime(), rule.extensionDays > 0 ? m.once({ days: rule.extensionDays }) : null],
    [m.leaving(), m.atAnyTime()],
  ];
  return <Facts of={facts} />;
}
