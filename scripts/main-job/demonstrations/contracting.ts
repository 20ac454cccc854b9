import { approver, certifierOf, type Person, secretary } from '../api.ts';
import type { Agreement, Measure } from '../messages.ts';
import { signersOf } from '../phases/agreements.ts';
import type { MoneyText } from '../summary.ts';
import type { Base } from './base.ts';

type Asked = Pick<Measure, 'kind'> &
  Partial<Pick<Measure, 'amendment' | 'provisions' | 'cause' | 'cureUntil' | 'financing'>> & {
    changes?: { tranche: number; dueOn?: string; amount?: MoneyText }[];
    results?: { tranche: number; code: string; target: string }[];
  };

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
  /** Proposed by one person, of the secretariat where no other is named; heard where somebody is; approved by all that are needed. */
  async measure(agreement: Agreement, number: number, asked: Asked, proposing: Person = secretary): Promise<void> {
    const { id } = agreement;
    const parties = signersOf(agreement);
    await base.as(proposing).proposeMeasure({ id }, { note: `A ${asked.kind} is due.`, ...asked });
    const { needed = [], heard = [], cureUntil } = (await base.agreement(id)).measures.find((each) => each.number === number) ?? {};
    for (const as of parties.filter(({ organisation }) => heard.includes(organisation)))
      await base.as(as).answerMeasure({ id, number }, { note: `${as.organisation} has nothing to add.` });
    if (asked.kind === 'termination' && cureUntil) await base.time.until(async ({ now }) => now.slice(0, 10) > cureUntil);
    for (const as of [approver, ...parties].filter(({ organisation }) => needed.includes(organisation)))
      await base.as(as).approveMeasure({ id, number });
  },
  /** The day of today, or the one that was named when this step was first taken. */
  async dayOfCure({ id }: Agreement, number: number): Promise<string> {
    const { now } = await base.time.until(async () => true);
    return (await base.agreement(id)).measures[number - 1]?.cureUntil ?? now.slice(0, 10);
  },
});
