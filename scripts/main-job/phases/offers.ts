import { type Api, ApiRefusal, approver, secretary } from '../api.ts';
import { settled } from '../clock.ts';
import { inParallel } from '../in-parallel.ts';
import type { Funding, Match, Project } from '../messages.ts';
import { type Member, type OfferPlan, offerPlans, type Party } from '../plan.ts';

/** The round of one cohort project, where it stands now. */
const fundingOf = async (api: Api, project: string): Promise<Funding | undefined> => {
  const { fundings } = await api.get<{ fundings: Funding[] }>(`/projects/${project}/fundings`, { as: secretary });
  const [newest] = fundings.toSorted((a, b) => b.round - a.round);
  return newest ? api.get<Funding>(`/fundings/${newest.id}`, { as: secretary }) : undefined;
};

/** The secretariat opens the cohort; each matched window of the project's own country offers what its arm gave; the city accepts. */
export async function raiseMoney(api: Api, cohort: readonly Member[], parties: readonly Party[]): Promise<void> {
  await inParallel(cohort, async ({ id, status }) => {
    if (status === 'eligible')
      await api.command('POST', `/projects/${id}/opening`, {}, { as: secretary, key: `open:${id}`, chain: `cohort:${id}` });
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
  const { matches } = await api.get<{ matches: Match[] }>(`/projects/${id}/matches?limit=100`, { as: secretary });
  const matched = new Set(matches.map(({ sponsor }) => sponsor));
  for (const plan of offerPlans(row, parties, (sponsor) => matched.has(sponsor))) await offer(api, funding, plan);
}

/** An offer that the API refuses is no failure of the job: it is what the rules say. */
async function offer(api: Api, funding: Funding, { sponsor, mandate, envelope, amount }: OfferPlan): Promise<void> {
  try {
    await api.command(
      'POST',
      `/fundings/${funding.id}/offers`,
      { mandate, envelope, amount },
      { as: { organisation: sponsor, role: 'sponsor.officer' }, key: `offer:${funding.id}:${mandate}`, chain: `cohort:${funding.project}` },
    );
  } catch (error) {
    if (!(error instanceof ApiRefusal) || ![409, 422].includes(error.problem.status)) throw error;
  }
}

async function acceptAll(api: Api, { id, project, proposer, offers }: Funding): Promise<void> {
  for (const { id: offer, terms, status } of offers) {
    if (status !== 'live') continue;
    await api.command(
      'POST',
      `/fundings/${id}/offers/${offer}/acceptance`,
      { terms },
      { as: { organisation: proposer, role: 'proposer.officer' }, key: `accept:${offer}`, chain: `cohort:${project}` },
    );
  }
}

/** Each sponsor's approver confirms its own offer, then the secretariat's approver the project. */
export async function approve(api: Api, cohort: readonly Member[]): Promise<void> {
  await inParallel(cohort, async ({ id }) => {
    const funding = await fundingOf(api, id);
    if (funding?.status === 'closed') {
      for (const { id: offer, sponsor, status } of funding.offers) {
        if (status !== 'accepted') continue;
        await api.command(
          'POST',
          `/fundings/${funding.id}/offers/${offer}/approval`,
          {},
          { as: { organisation: sponsor, role: 'sponsor.approver' }, key: `approve:${offer}`, chain: `cohort:${id}` },
        );
      }
    }
  });
  await settled(api);
  await inParallel(cohort, async ({ id }) => {
    const { status } = await api.get<Project>(`/projects/${id}`, { as: approver });
    if (status === 'funded')
      await api.command('POST', `/projects/${id}/approval`, {}, { as: approver, key: `approve:${id}`, chain: `cohort:${id}` });
  });
  await settled(api);
}
