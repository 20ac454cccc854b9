import { certifierOf, officerOf, verifier } from '../api.ts';
import { type Approving, fails, ordered, owedCells, type Step, settles, statementOf, stepsOf } from '../bank.ts';
import type { Agreement, Cell } from '../messages.ts';
import { closeProject } from '../phases/closing.ts';
import { answersOf } from '../reporting.ts';
import type { Base } from './base.ts';
import { filesOf } from './illustrating.ts';
import { visited } from './visiting.ts';

type Paying = Approving & { readonly failsFirst?: boolean };

/** Milestones, their verdicts and their money. */
export const implementing = (base: Base) => ({
  async reported(milestone: string): Promise<void> {
    await base.time.until(async () => (await base.milestone(milestone)).status !== 'scheduled');
    const evidence = await filesOf(base, milestone);
    const indicators = await this.answers(milestone);
    await base.as(officerOf(base.city)).reportMilestone({ id: milestone }, { evidence, indicators });
  },
  async answers(id: string) {
    const milestone = await base.milestone(id);
    return answersOf((await base.project(milestone.project)).proposal, milestone);
  },
  /** A report by its draft: written by the officer, returned once by the certifier, signed off by that certifier. */
  async signedOff(milestone: string): Promise<void> {
    await base.time.until(async () => (await base.milestone(milestone)).status !== 'scheduled');
    const [officer, certifier] = [base.as(officerOf(base.city)), base.as(certifierOf(base.city))];
    const words = new TextEncoder().encode(`Handover of ${milestone}`);
    const evidence = await officer.upload(words, 'text/plain', { name: 'Handover.txt' });
    const of = { id: milestone };
    await officer.saveDraftEvidence(of, { version: 0, evidence: [evidence.hash] });
    const written = await officer.saveDraftResults(of, { version: 0, indicators: await this.answers(milestone) });
    const sent = await officer.sendDraft(of, { version: written.version });
    await certifier.returnDraft(of, { version: sent.version, note: 'Say who uses it.' });
    const { version } = await officer.saveDraftNarrative(of, { version: 0, note: 'Two wards use it.' });
    const again = await officer.sendDraft(of, { version });
    await certifier.signOffReport(of, { version: again.version, fileNamesPublic: true });
  },
  async met(milestone: string, share?: { payableBasisPoints: number; rest: 'carried' | 'cancelled' }): Promise<void> {
    await this.reported(milestone);
    if (share) await visited(base, milestone);
    const body = { report: 1, ...(share ? { ...share, note: 'Only a part is in use.' } : {}) };
    await base.as(verifier).verifyMilestone({ id: milestone }, body);
    await this.judged(milestone);
  },
  async notMet(milestone: string, rest: 'carried' | 'cancelled'): Promise<void> {
    await this.reported(milestone);
    await base.as(verifier).rejectMilestone({ id: milestone }, { report: 1, rest, note: 'Nothing was built.' });
    await this.judged(milestone);
  },
  /** Waits until what a verdict does to the money is done. */
  async judged(milestone: string): Promise<void> {
    const { status, agreement, number } = await base.milestone(milestone);
    if (status === 'verified') return;
    await base.time.until(async () => (await base.agreement(agreement)).verdicts.some(({ tranche }) => tranche === number));
  },
  /** Every sponsor's part of a tranche, by maker and checker; what is settled already is left alone. */
  async paid(agreement: string, tranche: number, { failsFirst = false, ...approving }: Paying = {}): Promise<void> {
    const { now } = await base.time.until(async () => true);
    const found = await base.agreement(agreement);
    for (const cell of owedCells(found, tranche)) {
      const before = found.payments.find(({ id }) => id === cell.payment);
      if (before?.status === 'settled') continue;
      if (failsFirst) await fails(await this.instructed(agreement, cell, 'failing', approving), 'The account is closed.');
      const booked = { bankReference: statementOf(cell.payment ?? ''), valueDate: before?.reported?.valueDate ?? now.slice(0, 10) };
      await settles(await this.instructed(agreement, cell, 'paying', approving), booked, failsFirst ? 2 : 1);
    }
  },
  /** Answers what can be said of the bank then. Every step has a key by its payment, as what is settled already is left out. */
  async instructed(agreement: string, cell: Cell, attempt: string, approving: Approving = {}): Promise<Step> {
    const sending = (step: string) => ({
      key: `${base.name}:${step}:${cell.payment}:${attempt}`,
      correlationId: `demonstration:${base.name}`,
    });
    return stepsOf(base.api, await ordered(base.api, agreement, cell, sending, approving), sending);
  },
  /** Every milestone met and paid. */
  async carriedOut(agreement: Agreement): Promise<void> {
    for (const milestone of await base.milestones(agreement.id)) {
      await this.met(milestone.id);
      await this.paid(agreement.id, milestone.number);
    }
  },
  async closes(project: string): Promise<string> {
    await base.past(project, 'in-implementation', 'suspended');
    await closeProject(base.api, project, { note: 'All is accounted for.' });
    return project;
  },
});
