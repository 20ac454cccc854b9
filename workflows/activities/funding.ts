import { type FundingInput, fundingId } from '../contract.ts';
import type { FundingActivities } from '../flows/workflows.ts';
import type { FundingStep } from '../rules/funding.ts';
import { beginMilestones, draftAgreement } from './agreement.ts';
import { backOffer, commitOffer, releaseOffer } from './budget.ts';
import { type Calls, calling, take } from './calling.ts';
import { lookAtFunding } from './funding-look.ts';
import { sendProjectNotice } from './notices.ts';
import type { Parts } from './parts.ts';

export function fundingActivities(parts: Parts): FundingActivities {
  return {
    async lookAtFunding(input) {
      const seen = await parts.looks.seen(fundingId(input.project, input.round));
      return { seen, view: await lookAtFunding(parts, input, callsOf(input)) };
    },
    async actOnFunding(input, steps) {
      for (const step of steps) await take(parts.log, step, () => actOnFunding(parts, input, step));
    },
  };
}

const callsOf = ({ project, round, correlationId }: FundingInput): Calls => calling(fundingId(project, round), correlationId);

function actOnFunding({ services, log }: Parts, input: FundingInput, step: FundingStep): Promise<unknown> {
  const { project, round, funding, agreement } = input;
  const { projects, matching, disbursement } = services;
  const calls = callsOf(input);
  switch (step.do) {
    case 'OpenFunding':
      return matching.openFunding({ funding, project, round }, calls.command('open'));
    case 'BackOffer':
      return backOffer(services, funding, step.offer, calls, log);
    case 'ReleaseOffer':
      return releaseOffer(services, step.offer, step.because, calls);
    case 'CommitOffer':
      return commitOffer(services, step.offer, calls);
    case 'CloseFunding':
      return matching.closeFunding({ funding }, calls.command('close'));
    case 'RecordFunded':
      return projects.recordFunded({ project, round, funding }, calls.command('funded', round));
    case 'RecordUnfunded':
      return projects.recordUnfunded({ project, round, funding, reason: 'minimum-close-not-reached' }, calls.command('unfunded', round));
    case 'DraftAgreement':
      return draftAgreement(services, input, calls);
    case 'BeginMilestones':
      return beginMilestones(services, input, calls);
    case 'StartImplementation':
      return projects.startImplementation({ project, round, agreement }, calls.command('start', round));
    case 'CompleteProject':
      return projects.completeProject({ project, round }, calls.command('complete', round));
    case 'EndAgreement':
      return disbursement.endAgreement({ agreement }, calls.command('end'));
    case 'RemindOf':
    case 'EscalateTo':
      return sendProjectNotice(projects, project, step, calls);
  }
}
