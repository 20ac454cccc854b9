import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Proof, ProvenFile, ProvenResult } from '@junkan/proto/junkan/project/v1/model.ts';
import { ROLES } from '@junkan/proto/junkan/project/v1/roles.ts';
import type { Proposal } from '../../projects/proposal.ts';
import { promisedIn } from '../../reports/reporting.ts';
import type { AmendedTarget, Existing, Report } from '../milestone.ts';
import type { FileOf } from './milestone-reports.ts';

type Accepted = Extract<Existing, { status: 'verified' | 'partially-met' }>;
export const isAccepted = (state: { readonly status: string }): state is Accepted =>
  state.status === 'verified' || state.status === 'partially-met';

type Of = { readonly id: string; readonly state: Accepted; readonly commits: readonly Commit[]; readonly proposal: Proposal };

/** What everybody may know of a milestone that was accepted. Persons and words are left out, and names of files unless the proposer agreed to show them. */
export function proofOf({ id, state, commits, proposal }: Of, fileOf: FileOf): Proof {
  const { terms, report, payableBasisPoints, targets } = state;
  const verdict = commits.find(({ events }) => events.some(({ type }) => type === 'MilestoneVerified'));
  if (!verdict) throw new Error(`${id} was accepted without a verdict`);
  const { project, proposer, number, title, dueOn } = terms;
  return {
    milestone: id,
    project,
    proposer,
    number,
    title,
    dueOn,
    reportedAt: report.submittedAt,
    verifiedAt: verdict.at,
    verifiedAs: verdict.actor.roles.find((role) => ROLES.VerifyMilestone.some((each) => each === role)) ?? '',
    payableBasisPoints,
    results: resultsOf(report, proposal, number, targets),
    files: report.evidence.map((hash) => shownOf(fileOf(hash), report)),
  };
}

function shownOf({ hash, size, mediaType, name }: ReturnType<FileOf>, { fileNamesPublic }: Report): ProvenFile {
  return { hash, size, mediaType, name: fileNamesPublic ? name : '' };
}

/** What was promised of this milestone, with the targets that were in force when it was reported, and what else the report gives. */
function resultsOf({ indicators, accepted, submittedAt }: Report, proposal: Proposal, number: number, targets: readonly AmendedTarget[]) {
  const inForce = targets.filter(({ at }) => at <= submittedAt);
  const due = promisedIn(proposal, number).filter(({ isDue }) => isDue);
  const codes = [...new Set([...due, ...indicators].map(({ code }) => code))];
  return codes.map((code): ProvenResult => {
    const reported = indicators.find((each) => each.code === code);
    const value = reported?.notAvailable ? '' : (reported?.value ?? '');
    const planned = plannedOf(proposal, code, number);
    return {
      code,
      unit: reported?.unit || planned?.unit || '',
      baseline: planned?.baseline ?? '',
      planned: inForce.findLast((each) => each.code === code)?.target ?? planned?.target ?? '',
      reported: value,
      accepted: accepted.find((each) => each.code === code)?.value ?? value,
    };
  });
}

/** Of an indicator with a row for each value, the row of this milestone. */
function plannedOf({ plannedIndicators, milestones }: Proposal, code: string, number: number) {
  const last = milestones.at(-1)?.number;
  return plannedIndicators.find(
    (each) => each.code === code && (each.milestones.length === 0 ? number === last : each.milestones.includes(number)),
  );
}
