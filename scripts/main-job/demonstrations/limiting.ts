import { approverOf, checker, type Person, secondApproverOf, secretary, sponsorOfficerOf } from '../api.ts';
import type { MoneyText } from '../summary.ts';
import type { Base, Lender, Round } from './base.ts';

/** Above which amounts two persons of an organisation approve. */
export const limiting = (base: Base) => ({
  /** The secretariat proposes its limits, finance approves them; without any, one person approves again what is requested some days later. */
  limited: (...limits: MoneyText[]): Promise<void> => agreed(base, [secretary, checker], limits),
  limitedFor: ({ sponsor }: Lender, ...limits: MoneyText[]): Promise<void> =>
    agreed(base, [sponsorOfficerOf(sponsor), approverOf(sponsor)], limits),
  async confirmedByTwo({ funding, offer }: Round, { sponsor }: Lender): Promise<void> {
    for (const person of [approverOf(sponsor), secondApproverOf(sponsor)]) await base.as(person).approveOffer({ id: funding, offer });
  },
});

async function agreed(base: Base, [officer, decider]: readonly [Person, Person], limits: MoneyText[]): Promise<void> {
  const { id, version } = await base.as(officer).proposeLimits({}, { limits });
  const { proposals } = await base.api.as(officer).getApprovalRules({ id });
  const waiting = proposals?.find(({ status }) => status === 'proposed');
  if (waiting) await base.as(decider).approveLimits({ id }, { proposal: waiting.number }, { key: `${base.name}:limits:${version}` });
}
