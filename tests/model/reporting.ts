import type { OperationName } from '@junkan/client/operations.ts';
import { type Asking, NOTE, needs, post } from './asking.ts';
import { type Agreement, isJudged, isReportable, type Milestone, PROMISED, type Project, type Step } from './state.ts';

type Rule = Step['rules'][number];
const EVIDENCE_OF = 'evidence';
const ANSWER = { code: PROMISED.code, unit: PROMISED.unit };

/** The steps of a milestone: its reports, what is said of them, and waivers. */
export function reportingSteps(asking: Asking, project: Project, agreement: Agreement, each: Milestone, evidence: string): Step[] {
  return [
    report(asking, project, each, evidence),
    ...judging(asking, project, agreement, each),
    ...waiving(asking, project, agreement, each),
  ];
}

function report(asking: Asking, project: Project, each: Milestone, evidence: string): Step {
  const { by } = asking;
  const isDone = each.status === 'submitted' && each.submittedBy === by.person;
  const number = isDone ? each.reports : each.reports + 1;
  const value = `${800 + 7 * number + each.number}`;
  return post('report', 'reportMilestone', { id: each.id }, asking, project, {
    // What was returned is not sent again as it was.
    body: { [EVIDENCE_OF]: [evidence], indicators: [{ ...ANSWER, value }], note: `report ${number}` },
    isDone,
    rules: [needs(by, ['proposer.officer'], project.city), [isDone || isReportable(each), 409]],
    effect: () => Object.assign(each, { status: 'submitted', submittedBy: by.person, reports: each.reports + 1 }),
  });
}

const canCarry = ({ milestones }: Agreement, { number }: Milestone): boolean =>
  milestones.some((other) => other.number > number && !isJudged(other));

function judging(asking: Asking, project: Project, agreement: Agreement, each: Milestone): Step[] {
  const { rng, by } = asking;
  const report = rng.is(95) ? Math.max(each.reports, 1) : each.reports + 1;
  const rest = rng.of(['carried', 'cancelled'] as const);
  const payable = rng.of([10_000, 10_000, 5_000]);
  const carries: Rule = [rest === 'cancelled' || canCarry(agreement, each), 409];
  const verdict: Rule[] = [needs(by, ['secretariat.verifier']), [report === each.reports, 409]];
  const isSubmitted: Rule = [each.status === 'submitted', 409];
  const isDone =
    report === each.reports &&
    each.payable === payable &&
    (each.status === 'verified' || (each.status === 'partially-met' && each.rest === rest));
  const isRejected = report === each.reports && each.status === 'rejected' && each.rest === rest && each.verifiedBy === by.person;
  const step = (name: string, operation: OperationName, body: object, rules: readonly Rule[], effect: () => void, done = false): Step =>
    post(name, operation, { id: each.id }, asking, project, {
      body: { report, ...body },
      isDone: done,
      rules: [...verdict, ...rules],
      effect,
    });
  const shared = { verifiedBy: by.person, rest };
  const partial = payable < 10_000;
  return [
    step('return', 'returnReport', NOTE, [isSubmitted], () => Object.assign(each, { status: 'returned' })),
    step(
      'verification',
      'verifyMilestone',
      { payableBasisPoints: payable, ...(partial ? { rest, ...NOTE } : {}) },
      isDone ? [] : [isSubmitted, ...(partial ? [carries] : [])],
      () => Object.assign(each, { ...shared, status: partial ? 'partially-met' : 'verified', payable }),
      isDone,
    ),
    step(
      'rejection',
      'rejectMilestone',
      { rest, ...NOTE },
      isRejected ? [] : [isSubmitted, carries],
      () => Object.assign(each, { ...shared, status: 'rejected', payable: 0 }),
      isRejected,
    ),
  ];
}

function waiving(asking: Asking, project: Project, agreement: Agreement, each: Milestone): Step[] {
  const { rng, by } = asking;
  const rest = rng.of(['carried', 'cancelled'] as const);
  const number = rng.is(90) ? Math.max(each.waivers, 1) : each.waivers + 1;
  const isPending = each.waiver !== undefined && number === each.waivers;
  const isWaived = each.status === 'waived' && number === each.waivers;
  const isRefused = each.waiver === undefined && each.waivers > 0 && number === each.waivers && each.status !== 'waived';
  const of = { id: each.id, number };
  const approver = needs(by, ['secretariat.approver']);
  return [
    post('propose a waiver', 'proposeWaiver', { id: each.id }, asking, project, {
      body: { rest, ...NOTE },
      rules: [
        needs(by, ['secretariat.officer']),
        [each.waiver === undefined, 409],
        [isReportable(each), 409],
        [rest === 'cancelled' || canCarry(agreement, each), 409],
      ],
      effect: () => Object.assign(each, { waivers: each.waivers + 1, waiver: { rest, by: by.person } }),
    }),
    post('waive', 'waiveMilestone', of, asking, project, {
      isDone: isWaived,
      rules: [
        approver,
        ...(isWaived
          ? []
          : ([
              [isPending, 409],
              [each.waiver?.by !== by.person, 403],
              [isReportable(each), 409],
            ] as const)),
      ],
      effect: () => Object.assign(each, { status: 'waived', payable: 0, rest: each.waiver?.rest, waiver: undefined }),
    }),
    post('refuse a waiver', 'refuseWaiver', of, asking, project, {
      body: NOTE,
      isDone: isRefused,
      rules: [approver, [isPending || isRefused, 409]],
      effect: () => Object.assign(each, { waiver: undefined }),
    }),
  ];
}
