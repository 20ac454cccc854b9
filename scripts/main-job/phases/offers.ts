import { ApiProblem } from '@junkan/client/problem.ts';
import { type Api, approver, approverOf, officerOf, secretary, sponsorOfficerOf } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Funding } from '../messages.ts';
import { type Member, type OfferPlan, offerPlans, type Party } from '../plan.ts';

/** The newest round of a project, in its current state. */
export const fundingOf = async (api: Api, project: string): Promise<Funding | undefined> => {
  const { fundings } = await api.as(secretary).listFundings({ id: project });
  const [newest] = fundings.toSorted((a, b) => b.round - a.round);
  return newest ? api.as(secretary).getFunding({ id: newest.id }) : undefined;
};

/** The secretariat opens the cohort; each matched window of the project's own country offers what its arm gave; the city accepts. */
export async function raiseMoney(api: Api, cohort: readonly Member[], parties: readonly Party[]): Promise<void> {
  await inParallel(cohort, async ({ id, status }) => {
    if (status === 'eligible') await api.as(secretary).openProject({ id }, {}, { key: `open:${id}`, correlationId: `cohort:${id}` });
  });
  await settled(api);
  await inParallel(cohort, async (member) => {
    const funding = await fundingOf(api, member.id);
    if (funding?.status === 'open') await offerAll(api, member, funding, parties);
  });
  await settled(api);
  await inParallel(cohort, async ({ id }) => {
    const funding = await fundingOf(api, id);
    if (funding?.status === 'open') await acceptAll(api, funding);
  });
  await settled(api);
}

async function offerAll(api: Api, { id, row }: Member, funding: Funding, parties: readonly Party[]): Promise<void> {
  const { matches } = await api.as(secretary).findSponsors({ id, limit: 100 });
  const matched = new Set(matches.map(({ sponsor }) => sponsor));
  for (const plan of offerPlans(row, parties, (sponsor) => matched.has(sponsor))) await offer(api, funding, plan);
}

/** An offer that the API refuses is no failure of the job: it is what the rules say. */
async function offer(api: Api, funding: Funding, { sponsor, ...offered }: OfferPlan): Promise<void> {
  try {
    const sending = { key: `offer:${funding.id}:${offered.mandate}`, correlationId: `cohort:${funding.project}` };
    await api.as(sponsorOfficerOf(sponsor)).proposeOffer({ id: funding.id }, offered, sending);
  } catch (error) {
    if (!(error instanceof ApiProblem) || ![409, 422].includes(error.problem.status)) throw error;
  }
}

async function acceptAll(api: Api, { id, project, proposer, offers }: Funding): Promise<void> {
  for (const { id: offer, terms, status } of offers) {
    if (status !== 'live') continue;
    const sending = { key: `accept:${offer}`, correlationId: `cohort:${project}` };
    await api.as(officerOf(proposer)).acceptOffer({ id, offer }, { terms }, sending);
  }
}

/** Each sponsor's approver confirms its own offer, then the secretariat's approver the project. */
export async function approve(api: Api, cohort: readonly Member[]): Promise<void> {
  await inParallel(cohort, async ({ id }) => {
    const funding = await fundingOf(api, id);
    if (funding?.status === 'closed') {
      for (const { id: offer, sponsor, status } of funding.offers) {
        if (status !== 'accepted') continue;
        const sending = { key: `approve:${offer}`, correlationId: `cohort:${id}` };
        await api.as(approverOf(sponsor)).approveOffer({ id: funding.id, offer }, {}, sending);
      }
    }
  });
  await settled(api);
  await inParallel(cohort, async ({ id }) => {
    const { status } = await api.as(approver).getProject({ id });
    if (status === 'funded') await api.as(approver).approveProject({ id }, {}, { key: `approve:${id}`, correlationId: `cohort:${id}` });
  });
  await settled(api);
}
