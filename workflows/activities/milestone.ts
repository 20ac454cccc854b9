import { type MilestoneInput, milestoneId } from '../contract.ts';
import type { MilestoneActivities } from '../flows/flows.ts';
import type { MilestoneStep, WholeMilestoneView } from '../rules/milestone.ts';
import { calling, observed, take } from './calling.ts';
import { agreedView, isPaid } from './milestone-view.ts';
import { sendMilestoneNotice } from './notices.ts';
import type { Parts } from './parts.ts';
import { knowing } from './statuses.ts';

export function milestoneActivities(parts: Parts): MilestoneActivities {
  const { wakeRecords, clock, policy, log } = parts;
  const { 'project-registry': projects, disbursement, programme } = parts.services;
  const callsOf = ({ milestone, correlationId }: MilestoneInput) => calling(milestoneId(milestone), correlationId);

  return {
    lookAtMilestone: (input) =>
      observed<WholeMilestoneView>(wakeRecords, milestoneId(input.milestone), async () => {
        const { query } = callsOf(input);
        const [milestone, agreement] = await Promise.all([
          projects.getMilestone({ id: input.milestone }, query),
          disbursement.getAgreement({ id: input.agreement }, query),
        ]);
        const knows = knowing(parts, milestoneId(input.milestone));
        const status = knows('milestone', milestone.status);
        const { proposer, dueOn, report, verificationDue } = milestone;
        const isJudged = status === 'verified' || status === 'partially-met';
        const recorded = isJudged ? (await programme.getProjectAction({ project: milestone.project }, query)).reports : [];
        const view = {
          now: clock.now(),
          status,
          proposer,
          dueOn,
          report: report?.number ?? 0,
          verificationDue,
          policy,
          waiver: milestone.waiver?.number ?? 0,
          results: recorded.find((each) => each.milestone === input.milestone)?.report ?? 0,
        };
        return { ...view, paid: isPaid(agreement, input.tranche), agreed: agreedView(agreement, milestone, input.tranche, knows) };
      }),
    async actOnMilestone(input, steps: readonly MilestoneStep[]) {
      const { milestone } = input;
      const calls = callsOf(input);
      // By the version that it is taken at: what a report or an amendment took back may come to pass again.
      const { version } = await projects.getMilestone({ id: milestone }, calls.query);
      for (const step of steps) {
        await take(log, step, async () => {
          switch (step.do) {
            case 'MarkMilestoneDue':
              return projects.markMilestoneDue({ milestone }, calls.command('due', version));
            case 'MarkMilestoneOverdue':
              return projects.markMilestoneOverdue({ milestone }, calls.command('overdue', version));
            case 'ChangeMilestone': {
              const { dueOn, amount, currency, carriedFrom = [], targets = [] } = step;
              const changed = { milestone, dueOn, amount: { amount: BigInt(amount), currency }, carriedFrom, targets };
              return projects.changeMilestone(changed, calls.command('change', version, dueOn, amount));
            }
            case 'CancelMilestone':
              return projects.cancelMilestone({ milestone, because: step.because }, calls.command('cancel'));
            case 'ApplyVerdict':
              return disbursement.applyVerdict(
                { agreement: input.agreement, tranche: input.tranche },
                calls.command('apply', input.tranche),
              );
            case 'RecordResults':
              return programme.recordVerifiedResults({ milestone, report: step.report }, calls.command('results', milestone, step.report));
            case 'RemindOf':
            case 'EscalateTo':
              return sendMilestoneNotice(projects, milestone, step, calls);
          }
        });
      }
    },
  };
}
