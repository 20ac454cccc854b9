import { isFunded } from '@junkan/kit/finance/financing.ts';
import { moneyOf, required } from '@junkan/kit/grpc/fields.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import { allocate, total } from '@junkan/kit/pure/money.ts';
import type { OfferConversion, PromisedResult, Share } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Offer } from '@junkan/proto/junkan/matching/v1/model.ts';
import { type MilestoneStatus, milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import type { Proposal } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import type { FundingInput } from '../contract.ts';
import type { Calls } from './calling.ts';
import { dueOnOf } from './milestone-view.ts';
import type { Services } from './parts.ts';
import type { Knows } from './statuses.ts';

/** Drafts the agreement from what was accepted and approved, and from the project's milestone plan. */
export async function draftAgreement(
  { 'project-registry': projects, matching, 'sponsor-registry': sponsors, disbursement }: Services,
  input: FundingInput,
  draft: number,
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
    dueOn: '',
    amount: { amount: amounts[index] ?? 0n, currency: raised.currency },
  }));
  const approved = offers.filter(({ status }) => status === 'approved');
  const envelopes = [...new Set(approved.map(({ envelope }) => envelope))];
  const budgets = await Promise.all(envelopes.map((envelope) => sponsors.envelopeBalance({ envelope, offers: ['none'] }, query)));
  const shares = sharesOf(approved, new Map(budgets.map((budget) => [budget.id, budget])));
  await disbursement.draftAgreement(
    {
      agreement,
      project,
      round,
      funding,
      proposer,
      shares,
      tranches,
      conditions: [],
      conversions: conversionsOf(approved),
      promised: promisedIn(required(proposal, 'proposal')),
    },
    command('draft', ...(draft > 1 ? [draft] : [])),
  );
}

/** What the proposal says of each indicator; where it does not say of which milestones, of the last. */
function promisedIn({ plannedIndicators, milestones }: Proposal): PromisedResult[] {
  const last = milestones.at(-1)?.number ?? 0;
  return plannedIndicators.map(({ code, unit, baseline, target, milestones: of }) => ({
    code,
    unit,
    baseline,
    target,
    tranches: of.length > 0 ? [...of] : [last],
  }));
}

/** One share for each sponsor, of money alone; several offers of one are its parts, and so are guarantees and contributions in kind. */
function sharesOf(offers: readonly Offer[], budgets: ReadonlyMap<string, Envelope>): Share[] {
  return [...Map.groupBy(offers, ({ sponsor }) => sponsor)].flatMap(([sponsor, of]) => {
    const parts = of.map(({ id, envelope, amount, financing }) => ({
      offer: id,
      envelope,
      amount: moneyOf(amount, 'offer.amount'),
      financing,
    }));
    const [first, ...others] = parts;
    if (!first) return [];
    const funded = parts.filter(isFunded);
    const amount = total(
      funded.map((part) => part.amount),
      first.amount.currency,
    );
    const isOne = others.length === 0 && funded.length === 1;
    const period = periodOf(funded.map(({ envelope }) => budgets.get(envelope)));
    return [{ ...first, sponsor, amount, parts: isOne ? [] : parts, ...period }];
  });
}

/** Of offers whose envelopes are in other currencies. */
const conversionsOf = (offers: readonly Offer[]): OfferConversion[] =>
  offers.flatMap(({ id, amount, conversion }) => (conversion ? [{ offer: id, amount, conversion }] : []));

/** The days that lie within the periods of all of a share's budgets; '' = without bound. */
function periodOf(budgets: readonly (Envelope | undefined)[]): { periodStart: string; periodEnd: string } {
  const ends = budgets.flatMap((budget) => budget?.periodEnd || []).toSorted();
  const starts = budgets.flatMap((budget) => budget?.periodStart || []).toSorted();
  return { periodStart: starts.at(-1) ?? '', periodEnd: ends[0] ?? '' };
}

/** Begins a milestone for each tranche; the months of the plan become dates from the day on which the agreement is effective. */
export async function beginMilestones(
  { 'project-registry': projects, disbursement }: Services,
  input: FundingInput,
  { query, command }: Calls,
): Promise<void> {
  const { project, agreement } = input;
  const drafted = await disbursement.getAgreement({ id: agreement }, query);
  const { tranches, proposer } = drafted;
  for (const { number, title, amount } of tranches) {
    const dueOn = dueOnOf(drafted, number);
    const milestone = idFrom(...milestoneIdParts(agreement, number));
    await projects.beginMilestone({ milestone, project, agreement, proposer, number, title, dueOn, amount }, command('begin', number));
  }
}

/** Whether a milestone's verdict cuts its tranche. */
const CUTS: Readonly<Record<MilestoneStatus, boolean>> = {
  scheduled: false,
  due: false,
  overdue: false,
  submitted: false,
  returned: false,
  verified: false,
  'partially-met': true,
  rejected: true,
  waived: true,
  cancelled: false,
};

/**
 * Closes each milestone that has no verdict: from then on none can have one. The verdicts that came before are applied, and
 * the termination takes effect on them. Each step may be repeated, so it is taken up again wherever it broke off.
 */
export async function completeTermination(
  { 'project-registry': projects, disbursement }: Services,
  input: FundingInput,
  { query, command }: Calls,
  knows: Knows,
): Promise<void> {
  const { agreement } = input;
  const { tranches } = await disbursement.getAgreement({ id: agreement }, query);
  for (const { number } of tranches) {
    const milestone = idFrom(...milestoneIdParts(agreement, number));
    await projects.cancelMilestone({ milestone, because: 'agreement-terminated' }, command('close', number));
  }
  for (const { number } of tranches) {
    const { status } = await projects.getMilestone({ id: idFrom(...milestoneIdParts(agreement, number)) }, query);
    const verdict = knows('milestone', status);
    // It may have a verdict that is not applied yet: the termination waits until that is known.
    if (verdict === 'unrecognised') return;
    if (CUTS[verdict]) await disbursement.applyVerdict({ agreement, tranche: number }, command('apply', number));
  }
  await disbursement.completeTermination({ agreement }, command('terminate'));
}
