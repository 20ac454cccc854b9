import { approver, approverOf, certifierOf, secretary } from '../api.ts';
import type { Agreement } from '../messages.ts';
import type { MoneyText } from '../summary.ts';
import type { Stage } from './stage.ts';

/** The agreement: its approval, its signatures, and the measures on it. */
export const contracting = (stage: Stage) => ({
  /** The secretariat approves what every sponsor has confirmed; answers the drafted agreement. */
  async approved(project: string): Promise<Agreement> {
    await stage.api.as(approver).approveProject({ id: project }, {}, stage.keyed());
    let drafted: Agreement | undefined;
    await stage.time.until(async () => {
      const found = await Array.fromAsync(stage.api.as(secretary).each('listAgreements', { project }));
      drafted = found.find(({ status }) => status !== 'void');
      return drafted !== undefined;
    });
    if (!drafted) throw new Error(`${stage.name}: no agreement was drafted`);
    return stage.agreement(drafted.id);
  },
  async signed({ id, contentHash, shares, project }: Agreement): Promise<void> {
    for (const as of [certifierOf(stage.city), ...shares.map(({ sponsor }) => approverOf(sponsor))])
      await stage.api.as(as).signAgreement({ id }, { contentHash }, stage.keyed());
    await stage.past(project, 'approved');
  },
  declines: ({ id }: Agreement, as = certifierOf(stage.city)) =>
    stage.api.as(as).declineSignature({ id }, { note: 'These are not our terms.' }, stage.keyed()),
  /** Proposed by one person of the secretariat, approved by another and by whoever else must. */
  async measure(
    { id, shares }: Agreement,
    number: number,
    kind: 'suspension' | 'resumption' | 'termination' | 'amendment',
    changes: readonly { tranche: number; dueOn?: string; amount?: MoneyText }[] = [],
  ): Promise<void> {
    const body = { kind, note: `A ${kind} is due.`, changes: [...changes] };
    await stage.api.as(secretary).proposeMeasure({ id }, body, stage.keyed());
    const parties = changes.length > 0 ? [certifierOf(stage.city), ...shares.map(({ sponsor }) => approverOf(sponsor))] : [];
    for (const as of [approver, ...parties]) await stage.api.as(as).approveMeasure({ id, number }, {}, stage.keyed());
  },
});
