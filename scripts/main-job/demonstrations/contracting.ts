import { approver, certifierOf, secretary } from '../api.ts';
import type { Agreement } from '../messages.ts';
import { signersOf } from '../phases/agreements.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

/** The agreement: its approval, its signatures, and the measures on it. */
export const contracting = (base: Base) => ({
  /** The secretariat approves what every sponsor has confirmed; answers the drafted agreement. */
  async approved(project: string): Promise<Agreement> {
    await base.as(approver).approveProject({ id: project });
    let drafted: Agreement | undefined;
    await base.time.until(async () => {
      const found = await Array.fromAsync(base.as(secretary).each('listAgreements', { project }));
      drafted = found.find(({ status }) => status !== 'void');
      return drafted !== undefined;
    });
    if (!drafted) throw new Error(`${base.name}: no agreement was drafted`);
    return base.agreement(drafted.id);
  },
  async signed(agreement: Agreement): Promise<void> {
    const { id, contentHash, project } = agreement;
    for (const as of signersOf(agreement)) await base.as(as).signAgreement({ id }, { contentHash });
    await base.past(project, 'approved');
  },
  declines: ({ id }: Agreement, as = certifierOf(base.city)) => base.as(as).declineSignature({ id }, { note: 'These are not our terms.' }),
  /** Proposed by one person of the secretariat, approved by another and by whoever else must. */
  async measure(
    agreement: Agreement,
    number: number,
    kind: 'suspension' | 'resumption' | 'termination' | 'amendment',
    changes: readonly { tranche: number; dueOn?: string; amount?: MoneyText }[] = [],
  ): Promise<void> {
    const { id } = agreement;
    const body = { kind, note: `A ${kind} is due.`, changes: [...changes] };
    await base.as(secretary).proposeMeasure({ id }, body);
    const parties = changes.length > 0 ? signersOf(agreement) : [];
    for (const as of [approver, ...parties]) await base.as(as).approveMeasure({ id, number });
  },
});
