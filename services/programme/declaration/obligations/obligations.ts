import { alignedTo } from '@junkan/kit/duties/days.ts';
import type { DutyFact } from '@junkan/kit/duties/duty.ts';
import { type Ladder, ladder } from '@junkan/kit/duties/ladder.ts';
import { type CalendarDate, later, plusCalendarDays, plusMonths } from '@junkan/kit/pure/dates.ts';
import {
  ASSESSMENT_LADDER,
  type AssessmentRung,
  type ReportingAct,
  type ReportingRule,
  type ReportingRung,
  reportingLadder,
} from './reporting-rule.ts';

export type Obligation = 'plan' | `report-${number}` | `assessment-${number}`;
/** What happened to an obligation of a signatory. Of an assessment `accepted` says that it was signed off. */
export type ObligationFact = DutyFact<ReportingAct> & { readonly obligation: Obligation };

type Due<Name extends Obligation> = { readonly obligation: Name; readonly dueOn: CalendarDate };
export type Owed = { readonly obligation: Obligation } & Ladder<ReportingRung | AssessmentRung, ReportingAct>;

/** What a signatory owes: the rule of its version of the declaration, the day of its admission, and what happened since, in that order. */
export type Signatory = { readonly rule: ReportingRule; readonly admittedOn: CalendarDate; readonly facts: readonly ObligationFact[] };

/** Each obligation that has been opened or accepted by a day, and the next one of its kind, with its status on that day. */
export function obligationsOf(
  signatory: Signatory,
  today: CalendarDate,
): { readonly owed: readonly Owed[]; readonly next: CalendarDate | undefined } {
  const { facts, rule } = signatory;
  const policy = reportingLadder(rule);
  const owed = [
    ...[planOf(signatory), ...reportsOf(signatory, today)].map((due) => ({
      ...ladder(policy, dutyOf(due, facts), today),
      obligation: due.obligation,
    })),
    ...assessmentsOf(signatory).map((due) => ({ ...ladder(ASSESSMENT_LADDER, dutyOf(due, facts), today), obligation: due.obligation })),
  ];
  return { owed, next: owed.flatMap(({ next }) => next ?? []).toSorted()[0] };
}

const dutyOf = ({ obligation, dueOn }: Due<Obligation>, facts: readonly ObligationFact[]) => ({
  dueOn,
  facts: facts.filter((fact) => fact.obligation === obligation),
});

const planOf = ({ rule, admittedOn }: Signatory): Due<'plan'> => ({
  obligation: 'plan',
  dueOn: alignedTo(plusMonths(admittedOn, rule.planMonths), rule.align),
});

/** Due by the admission alone, so that lateness does not drift; but after a late one there is time to settle. */
function reportsOf({ rule, admittedOn, facts }: Signatory, today: CalendarDate): Due<`report-${number}`>[] {
  const { firstReportMonths, reportEveryMonths, align, settleDays, openedDays } = rule;
  const due: Due<`report-${number}`>[] = [];
  for (let number = 1; ; number += 1) {
    const planned = alignedTo(plusMonths(admittedOn, firstReportMonths + (number - 1) * reportEveryMonths), align);
    const before = acceptedOn(facts, `report-${number - 1}`);
    const isLate = before !== undefined && before > plusCalendarDays(planned, -settleDays);
    const dueOn = isLate ? later(planned, alignedTo(plusCalendarDays(before, settleDays), align)) : planned;
    due.push({ obligation: `report-${number}`, dueOn });
    const isAhead = plusCalendarDays(dueOn, -openedDays) > today && acceptedOn(facts, `report-${number}`) === undefined;
    if (isAhead || reportEveryMonths === 0) return due;
  }
}

/** The first by the admission, each other by the one before; none while that one is open. */
function assessmentsOf({ rule, admittedOn, facts }: Signatory): Due<`assessment-${number}`>[] {
  const due: Due<`assessment-${number}`>[] = [];
  let from: CalendarDate | undefined = admittedOn;
  for (let number = 1; from !== undefined; number += 1) {
    const months = number === 1 ? rule.firstAssessmentMonths : rule.assessmentEveryMonths;
    due.push({ obligation: `assessment-${number}`, dueOn: plusMonths(from, months) });
    from = acceptedOn(facts, `assessment-${number}`);
  }
  return due;
}

const acceptedOn = (facts: readonly ObligationFact[], obligation: Obligation): CalendarDate | undefined =>
  facts.find((fact) => fact.type === 'accepted' && fact.obligation === obligation)?.on;
