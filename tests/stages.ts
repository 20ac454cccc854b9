import { approver, approverOf, certifierOf, checker, maker, officerOf, type Person, verifier } from '@junkan/scripts/main-job/api.ts';
import { settles, statementOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { closeProject } from '@junkan/scripts/main-job/phases/closing.ts';
import type { Api } from './api.ts';
import { type Parties, passUntil, type Sponsor } from './parties.ts';

export type Stages = ReturnType<typeof stages>;

/** Brings a project from one stage to the next, for tests that begin at a later one. */
export function stages(api: Api, parties: Parties) {
  const { post } = parties;
  return {
    /** Every sponsor offers its amount, the city accepts each, and the round closes. */
    async funded(project: string, offers: readonly (readonly [Sponsor, string])[]): Promise<Funding> {
      const funding = await parties.opened(project);
      const made: string[] = [];
      for (const [sponsor, amount] of offers) made.push(await parties.offer(funding.id, sponsor, amount));
      await settled(api);
      for (const offer of made) await parties.accept(funding, offer);
      return parties.funding(project);
    },
    async approved(project: string, { id, offers }: Funding): Promise<Agreement> {
      for (const { id: offer, sponsor } of offers.filter(({ status }) => status === 'accepted'))
        await post(approverOf(sponsor), `/fundings/${id}/offers/${offer}/approval`);
      await settled(api);
      await post(approver, `/projects/${project}/approval`);
      await settled(api);
      return parties.agreement(project);
    },
    async signed({ id, project, contentHash, proposer, shares }: Agreement): Promise<Milestone[]> {
      const signers = [certifierOf(proposer), ...shares.map(({ sponsor }) => approverOf(sponsor))];
      for (const as of signers) await post(as, `/agreements/${id}/signatures`, { contentHash });
      await settled(api);
      return parties.milestones(project);
    },
    /** Waits for the milestone's day, and reports with evidence. */
    async reported({ id, proposer, report }: Milestone): Promise<number> {
      const as = officerOf(proposer);
      await passUntil(api, async () => (await api.get<Milestone>(`/milestones/${id}`, { as })).status !== 'scheduled');
      const evidence = await api.upload(new TextEncoder().encode(`Report on ${id}`), 'text/plain', { as });
      const number = (report?.number ?? 0) + 1;
      await post(as, `/milestones/${id}/reports`, { evidence: [evidence], note: `Report ${number}` });
      return number;
    },
    async verified(milestone: Milestone): Promise<void> {
      const report = await this.reported(milestone);
      await post(verifier, `/milestones/${milestone.id}/verification`, { report });
    },
    /** Each sponsor's part of a tranche, by maker and checker. */
    async paid({ id, cells }: Agreement, tranche: number, chain?: string): Promise<void> {
      const { now } = await settled(api);
      for (const { sponsor } of cells.filter((cell) => cell.tranche === tranche)) {
        const { payment } = await post(maker, `/agreements/${id}/payments`, { tranche, sponsor }, chain);
        const step = (as: Person, name: string, body = {}) => post(as, `/agreements/${id}/payments/${payment}/${name}`, body, chain);
        await step(checker, 'approval');
        await step(maker, 'instruction');
        const eachSeen: typeof step = async (...said) => {
          await settled(api);
          return step(...said);
        };
        await settles(eachSeen, { bankReference: statementOf(payment ?? ''), valueDate: now.slice(0, 10) });
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
