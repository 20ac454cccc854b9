import { type CalendarDate, dayIn, type Instant } from '@junkan/kit/pure/dates.ts';
import type { Folded } from '@junkan/kit/store/fold.ts';
import type * as model from '@junkan/proto/junkan/programme/v1/reports_model.ts';
import * as assessment from './assessment.ts';
import { cellsOf, countsOf, type Filled } from './cells.ts';
import { changesBetween, skillsGap } from './levels.ts';
import * as plan from './plan.ts';
import * as report from './report.ts';

// What others may see of self-assessments, plans and reports. Words are references of texts that a query resolves.

const dayOf = ({ timeZone }: { readonly timeZone: string }, at: Instant | ''): CalendarDate | '' => (at === '' ? '' : dayIn(timeZone, at));

export function assessmentMessage(id: string, { state, version }: Folded<assessment.State>): model.Assessment | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, editions } = state;
  const standing = assessment.standing(state);
  const before = standing && assessment.before(state, standing);
  const draft = assessment.draftOf(state);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    signedOffOn: dayOf(state, standing?.signedOffAt ?? ''),
    editions: editions.filter((each) => each !== draft).map(assessmentEdition),
    draft: draft && assessmentEdition(draft),
    gaps: skillsGap(standing?.answers ?? []),
    changes: changesBetween(before?.answers ?? [], standing?.answers ?? []),
  };
}

const assessmentEdition = ({ answers, dimensions, due: _, dueOn: __, ...edition }: assessment.Edition): model.AssessmentEdition => ({
  ...edition,
  dimensions: [...dimensions],
  answers: answers.map((each) => ({ ...each, evidence: [...each.evidence], addresses: [...each.addresses] })),
});

export function planMessage(id: string, { state, version }: Folded<plan.State>): model.ActionPlan | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, editions } = state;
  const standing = plan.standing(state);
  const current = plan.currentOf(state);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    acceptedOn: dayOf(state, standing?.reviewedAt ?? ''),
    editions: editions.filter((each) => each !== current).map(planEdition),
    current: current && planEdition(current),
  };
}

const planEdition = (edition: plan.Edition): model.ActionPlanEdition => ({
  ...edition,
  objectives: [...edition.objectives],
  actions: edition.actions.map((each) => ({ ...each, commitments: [...each.commitments] })),
  left: [...edition.left],
  preparedBy: [...edition.preparedBy],
  remarks: [...edition.remarks],
});

/** `filled`: the values as their sources have them now, for an edition that is being written. */
export function reportMessage(
  id: string,
  { state, version }: Folded<report.State>,
  filled: readonly Filled[] = [],
): model.ProgressReport | undefined {
  if (state.status === 'absent') return undefined;
  const { status, signatory, attempt, city, number, editions, contests } = state;
  const standing = report.standing(state);
  const current = report.currentOf(state);
  const edition = (of: report.Edition) => reportEdition(of, contests, filled);
  return {
    id,
    version,
    status,
    signatory,
    attempt,
    city,
    number,
    open: standing !== undefined,
    edition: standing?.number ?? 0,
    publishedOn: dayOf(state, standing?.reviewedAt ?? ''),
    editions: editions.filter((each) => each !== current).map(edition),
    current: current && edition(current),
    contests: contests.map(({ verifiedBy: _, edition: __, ...each }) => each),
  };
}

function reportEdition(of: report.Edition, contests: readonly report.Contest[], filled: readonly Filled[]): model.ProgressReportEdition {
  const { typed: _, explained: __, signed, verifiers: ___, reviews, sections, preparedBy, remarks, ...edition } = of;
  const isWritten = report.WRITABLE.includes(of.status);
  const cells = isWritten ? cellsOf(of, contests, filled) : signed;
  return {
    ...edition,
    sections: report.SECTIONS.flatMap((name) => sections.filter(({ section }) => section === name)),
    cells: cells.map((cell) => {
      const review = reviews.find(({ key }) => key === cell.key);
      return { ...cell, verdict: review?.verdict ?? '', endNote: review?.note ?? '' };
    }),
    ...countsOf(cells),
    preparedBy: [...preparedBy],
    remarks: [...remarks],
  };
}
