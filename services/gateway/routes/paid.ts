import type { Call } from '@junkan/kit/call.ts';
import type { ProgressResponse, TrancheProgress } from '@junkan/proto/junkan/catalogue/v1/service.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Services } from '../services.ts';

/** What everybody may know of the money of a milestone. */
function paidShown({ amount }: Partial<Pick<Milestone, 'amount'>>, progress: TrancheProgress | undefined) {
  const nothing = { amount: 0n, currency: amount?.currency ?? '' };
  const { planned = amount ?? nothing, payable = planned, settled = nothing, settledAt = '', whole = false } = progress ?? {};
  return { planned, payable, settled, settledAt, paid: whole ? 'in-full' : settled.amount > 0n ? 'in-part' : 'not' };
}

/** By project, of those that have an agreement in force, or had one. */
export const progressShown = ({ projects }: ProgressResponse) =>
  Object.fromEntries(projects.filter(({ milestones }) => milestones > 0).map(({ project, tranches: _, ...each }) => [project, each]));

/** What everybody may know of what is paid: by milestone, and by project. */
export async function paidOf({ catalogue }: Pick<Services, 'catalogue'>, milestones: readonly Partial<Milestone>[], call: Call) {
  const projects = [...new Set(milestones.map(({ project = '' }) => project))];
  const found = await catalogue.progress({ projects }, call);
  const tranches = found.projects.flatMap((each) => each.tranches);
  const byTranche = new Map(tranches.map((each) => [`${each.agreement} ${each.number}`, each]));
  const payments = milestones.map((each) => [each.id, paidShown(each, byTranche.get(`${each.agreement} ${each.number}`))]);
  return { payments: Object.fromEntries(payments), progress: progressShown(found) };
}
