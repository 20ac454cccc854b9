import { moneyOf, required } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { dateOf, plusMonths } from '@junkan/kit/pure/dates.ts';
import { allocate } from '@junkan/kit/pure/money.ts';
import type { FundingInput } from '../contract.ts';
import type { Calls } from './calling.ts';
import type { Services } from './parts.ts';

/** Drafts the agreement from what was accepted and approved, and from the project's milestone plan. */
export async function draftAgreement(
  { projects, matching, disbursement }: Services,
  input: FundingInput,
  { query, command }: Calls,
): Promise<void> {
  const { project, round, funding, agreement } = input;
  const [{ proposal, proposer }, { offers, accepted }] = await Promise.all([
    projects.getProject({ id: project }, query),
    matching.getFunding({ id: funding }, query),
  ]);
  const raised = moneyOf(accepted, 'accepted');
  const plan = required(proposal, 'proposal').milestones;
  // A round that closed below its target pays the same plan in proportion.
  const amounts = allocate(
    raised.amount,
    plan.map(({ amount }) => amount?.amount ?? 0n),
  );
  const tranches = plan.map(({ number, title, monthsAfterEffective }, index) => ({
    number,
    title,
    monthsAfterEffective,
    amount: { amount: amounts[index] ?? 0n, currency: raised.currency },
  }));
  const shares = offers
    .filter(({ status }) => status === 'approved')
    .map(({ sponsor, id, envelope, amount }) => ({ sponsor, offer: id, envelope, amount }));
  await disbursement.draftAgreement({ agreement, project, round, funding, proposer, shares, tranches, conditions: [] }, command('draft'));
}

/** Begins a milestone for each tranche; the months of the plan become dates from the day on which the agreement is effective. */
export async function beginMilestones({ projects, disbursement }: Services, input: FundingInput, { query, command }: Calls): Promise<void> {
  const { project, agreement } = input;
  const { tranches, effectiveAt, proposer } = await disbursement.getAgreement({ id: agreement }, query);
  for (const { number, title, monthsAfterEffective, amount } of tranches) {
    const dueOn = plusMonths(dateOf(effectiveAt), monthsAfterEffective);
    const milestone = idFrom('mst', agreement, number);
    await projects.beginMilestone({ milestone, project, agreement, proposer, number, title, dueOn, amount }, command('begin', number));
  }
}
