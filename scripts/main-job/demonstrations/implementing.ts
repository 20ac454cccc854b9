import { checker, maker, officerOf, verifier } from '../api.ts';
import { fails, type Step, settles, statementOf, stepsOf } from '../bank.ts';
import type { Agreement, Cell } from '../messages.ts';
import { closeProject } from '../phases/closing.ts';
import type { Stage } from './stage.ts';

/** Milestones, their verdicts and their money. */
export const implementing = (stage: Stage) => ({
  async reported(milestone: string): Promise<void> {
    await stage.time.until(async () => (await stage.milestone(milestone)).status !== 'scheduled');
    const evidence = await stage.api.as(officerOf(stage.city)).upload(new TextEncoder().encode(`Report on ${milestone}`), 'text/plain');
    await stage.api.as(officerOf(stage.city)).reportMilestone({ id: milestone }, { evidence: [evidence.hash] }, stage.keyed());
  },
  async met(milestone: string, share?: { payableBasisPoints: number; rest: 'carried' | 'cancelled' }): Promise<void> {
    await this.reported(milestone);
    const body = { report: 1, ...(share ? { ...share, note: 'Only a part is in use.' } : {}) };
    await stage.api.as(verifier).verifyMilestone({ id: milestone }, body, stage.keyed());
    await this.judged(milestone);
  },
  async notMet(milestone: string, rest: 'carried' | 'cancelled'): Promise<void> {
    await this.reported(milestone);
    await stage.api.as(verifier).rejectMilestone({ id: milestone }, { report: 1, rest, note: 'Nothing was built.' }, stage.keyed());
    await this.judged(milestone);
  },
  /** Waits until what a verdict does to the money is done. */
  async judged(milestone: string): Promise<void> {
    const { status, agreement, number } = await stage.milestone(milestone);
    if (status === 'verified') return;
    await stage.time.until(async () => (await stage.agreement(agreement)).verdicts.some(({ tranche }) => tranche === number));
  },
  /** Every sponsor's part of a tranche, by maker and checker; what is settled already is left alone. */
  async paid(agreement: string, tranche: number, { failsFirst = false } = {}): Promise<void> {
    const { now } = await stage.time.until(async () => true);
    const { cells, payments } = await stage.agreement(agreement);
    const open = cells.filter((cell) => cell.tranche === tranche && /[1-9]/.test(cell.amount.amount));
    for (const cell of open) {
      const before = payments.find(({ id }) => id === cell.payment);
      if (before?.status === 'settled') continue;
      if (failsFirst) await this.instructed(agreement, cell, 'failing');
      if (failsFirst) await fails(this.bank(agreement, cell, 'failing'), 'The account is closed.');
      await this.instructed(agreement, cell, 'paying');
      const body = { bankReference: statementOf(cell.payment ?? ''), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
      await settles(this.bank(agreement, cell, 'paying'), body, failsFirst ? 2 : 1);
    }
  },
  async instructed(agreement: string, { sponsor, tranche, payment = '' }: Cell, attempt: string): Promise<void> {
    const key = (what: string) => ({ key: `${stage.name}:${what}:${payment}:${attempt}`, correlationId: `demonstration:${stage.name}` });
    await stage.api.as(maker).requestPayment({ id: agreement }, { tranche, sponsor }, key('request'));
    await stage.api.as(checker).approvePayment({ id: agreement, payment }, {}, key('approve'));
    await stage.api.as(maker).instructPayment({ id: agreement, payment }, {}, key('instruct'));
  },
  /** What is said of the bank, each time under keys of its own. */
  bank: (agreement: string, { payment = '' }: Cell, attempt: string): Step =>
    stepsOf(stage.api, { id: agreement, payment }, (step) => ({
      key: `${stage.name}:${step}:${payment}:${attempt}`,
      correlationId: `demonstration:${stage.name}`,
    })),
  /** Every milestone met and paid. */
  async carriedOut(agreement: Agreement): Promise<void> {
    for (const milestone of await stage.milestones(agreement.id)) {
      await this.met(milestone.id);
      await this.paid(agreement.id, milestone.number);
    }
  },
  async closes(project: string): Promise<void> {
    await stage.past(project, 'in-implementation', 'suspended');
    await closeProject(stage.api, project, { note: 'All is accounted for.' });
  },
});
