import type { BodyOf } from '@junkan/client/operations.ts';
import { type Api, approver, approverOf, officerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { ordered, type Step, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { closeProject } from '@junkan/scripts/main-job/phases/closing.ts';
import { type Parties, passUntil, type Sponsor } from './parties.ts';

/** Of a grant, where nothing else is said. */
type Offered = readonly [Sponsor, amount: string, financing?: BodyOf<'proposeOffer'>['financing']];
type Indicators = NonNullable<BodyOf<'reportMilestone'>['indicators']>;

export type Stages = ReturnType<typeof stages>;

/** Brings a project from one stage to the next, for tests that begin at a later one. */
export function stages(api: Api, parties: Parties) {
  return {
    /** Every sponsor offers its amount, the city accepts each, and the round closes. */
    async funded(project: string, offers: readonly Offered[]): Promise<Funding> {
      const funding = await parties.opened(project);
      const made: string[] = [];
      for (const [sponsor, amount, financing] of offers) made.push(await parties.offer(funding.id, sponsor, amount, financing));
      await settled(api);
      for (const offer of made) await parties.accept(funding, offer);
      return parties.funding(project);
    },
    async approved(project: string, { id, offers }: Funding): Promise<Agreement> {
      for (const { id: offer, sponsor } of offers.filter(({ status }) => status === 'accepted'))
        await api.as(approverOf(sponsor)).approveOffer({ id, offer });
      await settled(api);
      await api.as(approver).approveProject({ id: project });
      await settled(api);
      return parties.agreement(project);
    },
    async signed(agreement: Agreement): Promise<Milestone[]> {
      const { id, project, contentHash } = agreement;
      for (const as of signersOf(agreement)) await api.as(as).signAgreement({ id }, { contentHash });
      await settled(api);
      return parties.milestones(project);
    },
    /** Waits for the milestone's day, and reports with evidence. */
    async reported({ id, proposer, report }: Milestone, indicators: Indicators = []): Promise<number> {
      const as = officerOf(proposer);
      await passUntil(api, async () => (await api.as(as).getMilestone({ id })).status !== 'scheduled');
      const evidence = (await api.as(as).upload(new TextEncoder().encode(`Report on ${id}`), 'text/plain')).hash;
      const number = (report?.number ?? 0) + 1;
      await api.as(as).reportMilestone({ id }, { evidence: [evidence], indicators, note: `Report ${number}` });
      return number;
    },
    async verified(milestone: Milestone, indicators: Indicators = []): Promise<void> {
      const report = await this.reported(milestone, indicators);
      await api.as(verifier).verifyMilestone({ id: milestone.id }, { report });
    },
    /** Each sponsor's part of a tranche, by maker and checker. */
    async paid({ id, cells }: Agreement, tranche: number, chain?: string): Promise<void> {
      const { now } = await settled(api);
      const sending = { correlationId: chain };
      for (const { sponsor } of cells.filter((cell) => cell.tranche === tranche)) {
        const order = await ordered(api, id, { tranche, sponsor }, () => sending);
        const step = stepsOf(api, order, () => sending);
        const eachSeen: Step = async (as, ...said) => {
          await settled(api);
          return step(as, ...said);
        };
        await settles(eachSeen, { bankReference: statementOf(order.payment), valueDate: now.slice(0, 10) });
      }
      await settled(api);
    },
    async closed(project: string): Promise<void> {
      await settled(api);
      await closeProject(api, project);
      await settled(api);
    },
  };
}
