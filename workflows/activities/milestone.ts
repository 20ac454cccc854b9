import { type MilestoneInput, milestoneId } from '../contract.ts';
import type { MilestoneActivities } from '../flows/workflows.ts';
import type { MilestoneStep } from '../rules/milestone.ts';
import { calling, take } from './calling.ts';
import { sendMilestoneNotice } from './notices.ts';
import type { Parts } from './parts.ts';

export function milestoneActivities({ services: { projects, disbursement }, looks, clock, policy, log }: Parts): MilestoneActivities {
  const callsOf = ({ milestone, correlationId }: MilestoneInput) => calling(milestoneId(milestone), correlationId);

  const isPaid = async (input: MilestoneInput): Promise<boolean> => {
    const { cells, payments } = await disbursement.getAgreement({ id: input.agreement }, callsOf(input).query);
    const settled = new Set(payments.filter(({ status }) => status === 'settled').map(({ id }) => id));
    return cells
      .filter(({ tranche, amount }) => tranche === input.tranche && amount && amount.amount > 0n)
      .every(({ payment }) => settled.has(payment));
  };

  return {
    async lookAtMilestone(input) {
      const seen = await looks.seen(milestoneId(input.milestone));
      const { status, proposer, dueOn, report, verificationDue } = await projects.getMilestone(
        { id: input.milestone },
        callsOf(input).query,
      );
      const paid = status === 'verified' && (await isPaid(input));
      return { seen, view: { now: clock.now(), status, proposer, dueOn, report: report?.number ?? 0, verificationDue, paid, policy } };
    },
    async actOnMilestone(input, steps: readonly MilestoneStep[]) {
      const { milestone } = input;
      const calls = callsOf(input);
      for (const step of steps) {
        await take(log, step, async () => {
          switch (step.do) {
            case 'MarkMilestoneDue':
              return projects.markMilestoneDue({ milestone }, calls.command('due'));
            case 'MarkMilestoneOverdue':
              return projects.markMilestoneOverdue({ milestone }, calls.command('overdue'));
            case 'RemindOf':
            case 'EscalateTo':
              return sendMilestoneNotice(projects, milestone, step, calls);
          }
        });
      }
    },
  };
}
