import { approver, certifierOf, secretary } from '../api.ts';
import type { Agreement } from '../messages.ts';
import { signersOf } from '../phases/agreements.ts';
import type { MoneyText } from '../summary.ts';
import type { Stage } from './stage.ts';

/** The agreement: its approval, its signatures, and the measures on it. */
export const contracting = (stage: Stage) => ({
  /** The secretariat approves what every sponsor has confirmed; answers the drafted agreement. */
  async approved(project: string): Promise<Agreement> {
    await stage.as(approver).approveProject({ id: project });
    let drafted: Agreement | undefined;
    await stage.time.until(async () => {
      const found = await Array.fromAsync(stage.as(secretary).each('listAgreements', { project }));
      drafted = found.find(({ status }) => status !== 'void');
      return drafted !== undefined;
    });
    if (!drafted) throw new Error(`${stage.name}: no agreement was drafted`);
    return stage.agreement(drafted.id);
  },
  async signed(agreement: Agreement): Promise<void> {
    const { id, contentHash, project } = agreement;
    for (const as of signersOf(agreement)) await stage.as(as).signAgreement({ id }, { contentHash });
    await stage.past(project, 'approved');
  },
  declines: ({ id }: Agreement, as = certifierOf(stage.city)) =>
    stage.as(as).declineSignature({ id }, { note: 'These are not our terms.' }),
  /** Proposed by one person of the secretariat, approved by another and by whoever else must. */
  async measure(
    agreement: Agreement,
    number: number,
    kind: 'suspension' | 'resumption' | 'termination' | 'amendment',
    changes: readonly { tranche: number; dueOn?: string; amount?: MoneyText }[] = [],
  ): Promise<void> {
    const { id } = agreement;
    const body = { kind, note: `A ${kind} is due.`, changes: [...changes] };
    await stage.as(secretary).proposeMeasure({ id }, body);
    const parties = changes.length > 0 ? signersOf(agreement) : [];
    for (const as of [approver, ...parties]) await stage.as(as).approveMeasure({ id, number });
  },
});
