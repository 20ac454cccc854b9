import { found } from '@junkan/kit/problem.ts';
import { MILESTONE_STATUSES, type MilestoneStatus, PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { dates, filtersOf, listed, listing, listRequest, someIds, someOf } from '../http/listing.ts';
import { withoutOmitted } from '../http/omitted.ts';
import type { PublicRoutes } from '../http/public.ts';
import { country, id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { milestonesFor } from './milestones.ts';
import { paidOf, progressShown } from './paid.ts';
import { orAny, portfolioOf, theme } from './portfolio.ts';
import { PROJECT_FILTERS, projectListing } from './project-list.ts';

const asked = z.strictObject({ proposer: orAny(id('org')), country: orAny(country), theme: orAny(theme) });
const PUBLISHED = PROJECT_STATUSES.filter((status) => status !== 'draft');
const wanted = projectListing(
  'Words of titles, descriptions, plans, places, proposers and references, and names of countries, themes and waste streams, in any language; "…" for a phrase.',
  PUBLISHED,
).omit({
  after: true,
});

/** A milestone that was accepted, in whole or in part. */
const PROVEN = ['verified', 'partially-met'] as const satisfies readonly MilestoneStatus[];
const wantedProofs = listing({ sorts: ['created', 'updated', 'due'], counts: ['status'] })
  .extend({ project: someIds('prj'), proposer: someIds('org') })
  .omit({ after: true, counts: true });

const wantedMilestones = listing({ sorts: ['created', 'updated', 'title', 'amount', 'due', 'status'], counts: ['status'] })
  .extend({ ...dates, project: someIds('prj'), proposer: someIds('org'), status: someOf(MILESTONE_STATUSES) })
  .omit({ after: true });

/** What everybody may read, signed in or not: of published projects what is public. */
export function publicReads({ get }: PublicRoutes, services: Services): void {
  get(
    '/public/totals',
    about('getPublicTotals', 'The money of all published projects, by how sure it is, and how many there are', answers.publicTotals),
    { query: asked },
    async ({ query, call }) => {
      const { stages, byCountries, projects } = await portfolioOf(services, { ...query, sponsor: '' }, call);
      return { stages, byCountries, projects };
    },
  );
  get(
    '/public/flow',
    about('getPublicFlow', 'The money of published projects by their countries and status', answers.publicFlow),
    { query: asked },
    async ({ query, call }) => {
      const { pictures, flows, moreFlows } = await portfolioOf(services, { ...query, sponsor: '' }, call);
      return { pictures, flows, moreFlows };
    },
  );
  get(
    '/public/places',
    about('getPublicPlaces', 'How many published projects each country has', answers.publicPlaces),
    { query: asked.omit({ country: true }) },
    async ({ query, call }) => {
      const { projects } = await portfolioOf(services, { ...query, country: '', sponsor: '' }, call);
      return { places: Object.entries(projects.counts['country'] ?? {}).map(([code, count]) => ({ country: code, projects: count })) };
    },
  );
  get(
    '/public/projects',
    about('listPublicProjects', 'Published projects: by what is asked of them, or searched for', answers.projects),
    { query: wanted },
    async ({ query, call }) => {
      const filters = filtersOf(query, PROJECT_FILTERS, query.all);
      const { projects, listed: page } = await services.catalogue.listProjects(
        listRequest({ ...query, after: '' }, filters, query.q),
        call,
      );
      const paid = await services.catalogue.progress({ projects: projects.map((each) => each.id) }, call);
      return { projects: projects.map(withoutOmitted), progress: progressShown(paid), ...listed(page) };
    },
  );
  get(
    '/public/map',
    about('getPublicMap', 'Where published projects stand, by what is asked of them', answers.publicMap),
    { query: wanted.omit({ limit: true, cursor: true, sort: true, counts: true }) },
    ({ query, call }) => {
      const filters = filtersOf(query, PROJECT_FILTERS, query.all);
      return services.catalogue.places(listRequest({ ...query, limit: 1, cursor: '', after: '' }, filters, query.q), call);
    },
  );
  get(
    '/public/milestones',
    about('listPublicMilestones', 'Milestones of published projects, and whether they are paid', answers.publicMilestones),
    { query: wantedMilestones },
    async ({ query, call }) => {
      const filters = filtersOf(query, ['project', 'proposer', 'status']);
      const { milestones, ...page } = await milestonesFor(services, listRequest({ ...query, after: '' }, filters), call);
      return { milestones, ...(await paidOf(services, milestones, call)), ...page };
    },
  );
  get(
    '/public/projects/:id',
    about('getPublicProject', 'What is public of a project', answers.project),
    { params: z.strictObject({ id: id('prj') }), query: z.strictObject({}) },
    async ({ params, call }) => {
      const { project } = await services['project-registry'].readProject({ ...params, permissions: false }, call);
      return withoutOmitted(found('Project', params.id, project));
    },
  );
  publicProofs(get, services);
}

/** By what milestones were proven, for everybody. */
function publicProofs(get: PublicRoutes['get'], services: Services): void {
  const { 'project-registry': projects } = services;
  get(
    '/public/milestones/:id',
    about(
      'getPublicMilestone',
      'What is public of a milestone: what is paid of it and, once it was accepted, by what it was proven',
      answers.publicMilestone,
    ),
    { params: z.strictObject({ id: id('mst') }), query: z.strictObject({}) },
    async ({ params, call }) => {
      const { milestone: read } = await projects.readMilestone({ ...params, permissions: false }, call);
      const milestone = withoutOmitted(found('Milestone', params.id, read));
      const { payments } = await paidOf(services, [milestone], call);
      const { proofs } = await projects.proofs({ milestones: [params.id] }, call);
      return { milestone, payment: payments[params.id], ...(proofs[0] ? { proof: proofs[0] } : {}) };
    },
  );
  get(
    '/public/proofs',
    about(
      'listPublicProofs',
      'By what milestones of published projects were proven: planned, reported and accepted values, dates, and the files by their hashes',
      answers.publicProofs,
    ),
    { query: wantedProofs },
    async ({ query, call }) => {
      const filters = filtersOf({ ...query, status: PROVEN }, ['project', 'proposer', 'status']);
      const { milestones, ...page } = await milestonesFor(services, listRequest({ ...query, after: '' }, filters), call);
      const { proofs } =
        milestones.length === 0 ? { proofs: [] } : await projects.proofs({ milestones: milestones.map((each) => each.id ?? '') }, call);
      return { proofs, ...page };
    },
  );
}
