import { type FundingInput, fundingId } from '../contract.ts';
import type { FundingActivities } from '../flows/flows.ts';
import type { FundingStep } from '../rules/funding-view.ts';
import { beginMilestones, completeTermination, draftAgreement } from './agreement.ts';
import { backOffer, commitOffer, releaseOffer, returnCommitment } from './budget.ts';
import { type Calls, calling, observed, take } from './calling.ts';
import { lookAtFunding } from './funding-view.ts';
import { sendProjectNotice } from './notices.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function fundingActivities(parts: Parts): FundingActivities {
  return {
    lookAtFunding: (input) =>
      observed(parts.wakeRecords, fundingId(input.project, input.round), () => lookAtFunding(parts, input, callsOf(input))),
    async actOnFunding(input, steps) {
      for (const step of steps) await take(parts.log, step, () => actOnFunding(parts, input, step));
    },
  };
}

const callsOf = ({ project, round, correlationId }: FundingInput): Calls => calling(fundingId(project, round), correlationId);

function actOnFunding(parts: Parts, input: FundingInput, step: FundingStep): Promise<unknown> {
  const { project, funding, agreement } = input;
  const { services, log } = parts;
  const { matching, disbursement, programme } = services;
  const calls = callsOf(input);
  switch (step.do) {
    case 'OpenFunding':
      return matching.openFunding({ funding, project, round: input.round }, calls.command('open'));
    case 'BackOffer':
      return backOffer(services, funding, step.offer, calls, log);
    case 'ReleaseOffer':
      return releaseOffer(services, step.offer, step.because, calls);
    case 'CommitOffer':
      return commitOffer(services, funding, step.offer, calls, log);
    case 'ReturnCommitment':
      return returnCommitment(services, step.of, step.because, calls);
    case 'ExpireOffer':
      return matching.expireOffer({ funding, offer: step.offer.id }, calls.command('expire', step.offer.id));
    case 'WithdrawOffer':
      return matching.withdrawOffer({ funding, offer: step.offer.id, note: '' }, calls.command('withdraw', step.offer.id));
    case 'CloseFunding':
      return matching.closeFunding({ funding }, calls.command('close', ...times(step)));
    case 'SealFunding':
      return matching.sealFunding({ funding }, calls.command('seal', step.reopened));
    case 'CancelFunding':
      return matching.cancelFunding({ funding, because: step.because }, calls.command('cancel'));
    case 'DraftAgreement':
      return draftAgreement(services, input, step.draft ?? 1, calls);
    case 'VoidAgreement':
      return disbursement.voidAgreement({ agreement, because: step.because }, calls.command('void', step.because, step.draft));
    case 'MoveBudgetEnd':
      return disbursement.moveBudgetEnd({ agreement, ...step.of }, calls.command('budget-end', step.of.sponsor, step.of.periodEnd));
    case 'BeginMilestones':
      return beginMilestones(services, input, calls);
    case 'CompleteTermination':
      return completeTermination(services, input, calls, knowing(parts, fundingId(project, input.round)));
    case 'EndAgreement':
      return disbursement.endAgreement({ agreement }, calls.command('end'));
    case 'BeginAction':
      return programme.beginProjectAction({ project }, calls.command('action'));
    case 'EndAction':
      return programme.endProjectAction({ project, outcome: step.outcome }, calls.command('action-ends', step.outcome));
    case 'RecordFunded':
    case 'RecordUnfunded':
    case 'RecordGapReopened':
    case 'RecordWithdrawal':
    case 'StartImplementation':
    case 'RecordSuspension':
    case 'RecordResumption':
    case 'RecordTermination':
    case 'CompleteProject':
    case 'CountRecoveries':
    case 'RemindOf':
    case 'EscalateTo':
      return actOnProject(services, input, step, calls);
  }
}

type ProjectStep = Extract<
  FundingStep,
  { do: `Record${string}` | 'StartImplementation' | 'CompleteProject' | 'CountRecoveries' | 'RemindOf' | 'EscalateTo' }
>;

/** What the registry needs to know of the round and its agreement. */
async function actOnProject(
  { 'project-registry': projects }: Parts['services'],
  input: FundingInput,
  step: ProjectStep,
  calls: Calls,
): Promise<unknown> {
  const { project, round, funding, agreement } = input;
  switch (step.do) {
    case 'RecordFunded':
      return projects.recordFunded({ project, round, funding }, calls.command('funded', round, ...times(step)));
    case 'RecordUnfunded':
      return projects.recordUnfunded({ project, round, funding, reason: 'minimum-close-not-reached' }, calls.command('unfunded', round));
    case 'RecordGapReopened':
      return projects.recordGapReopened(
        { project, round, deadline: step.deadline },
        calls.command('reopened', step.deadline, ...times(step)),
      );
    case 'RecordWithdrawal':
      return projects.recordWithdrawal({ project, round }, calls.command('withdrawn', round));
    case 'StartImplementation':
      return projects.startImplementation({ project, round, agreement }, calls.command('start', round));
    // By the measure that caused it, because it may come to pass several times.
    case 'RecordSuspension':
      return projects.recordSuspension({ project, round }, calls.command('suspended', step.measure));
    case 'RecordResumption':
      return projects.recordResumption({ project, round }, calls.command('resumed', step.measure));
    case 'RecordTermination':
      return projects.recordTermination({ project, round }, calls.command('terminated', round));
    case 'CompleteProject':
      return projects.completeProject({ project, round }, calls.command('complete', round));
    case 'CountRecoveries': {
      // By the version that they are counted at: after one that was claimed and refused, the same are open again.
      const { version } = await projects.getProject({ id: project }, calls.query);
      const { unpaid = false } = step;
      const recoveries = [...step.recoveries];
      const counted = { project, round, recoveries, unpaid };
      return projects.countRecoveries(counted, calls.command('recoveries', round, recoveries.join(), String(unpaid), version));
    }
    case 'RemindOf':
    case 'EscalateTo':
      return sendProjectNotice(projects, project, step, calls);
  }
}

/** Distinguishes what is done again after a round was reopened. */
const times = ({ reopened }: { readonly reopened?: number }): number[] => (reopened ? [reopened] : []);
