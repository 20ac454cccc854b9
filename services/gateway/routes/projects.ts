import type { Call } from '@junkan/kit/call.ts';
import { PROJECT_STATUSES, PROPOSER_KINDS } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import {
  filter,
  filtersOf,
  listed,
  listing,
  listRequest,
  searched,
  someCountries,
  someIds,
  someOf,
  timelinePage,
} from '../http/listing.ts';
import { withoutOmitted } from '../http/omitted.ts';
import { id, page } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { checking } from './checking.ts';
import { milestonesFor } from './milestones.ts';
import { paidOf, progressShown } from './paid.ts';
import { PROJECT_FILTERS, projectListing } from './project-list.ts';

const project = z.strictObject({ id: id('prj') });
const one = { params: project };

export function projectRoutes(made: Routes, services: Services): void {
  proposers(made, services);
  checking(made, services);
  reading(made, services);
}

function proposers({ get }: Routes, { catalogue }: Services): void {
  const asked = listing({ sorts: ['created', 'name'], counts: ['kind', 'country'] }).extend({
    ...searched('Words of names, and names of countries, in any language.'),
    kind: someOf(PROPOSER_KINDS),
    country: someCountries,
  });
  get('/proposers', about('listProposers', 'Cities and agencies', answers.proposers), { query: asked }, async ({ query, call }) => {
    const request = listRequest(query, filtersOf(query, ['kind', 'country']), query.q);
    const { proposers: found, listed: inPage } = await catalogue.listProposers(request, call);
    return { proposers: found, ...listed(inPage) };
  });
}

const wanted = projectListing(
  `Words of titles, descriptions, plans, places, proposers and references, and names of countries, themes and waste streams, in any language. Sponsors are
    found by their names as far as the caller may see their offers and agreements.`.replaceAll(/\s+/g, ' '),
  PROJECT_STATUSES,
).extend({
  reference: z.string().max(100).default(''),
  sponsor: someIds('spo').meta({ description: 'Those in which a sponsor has a share, by agreements that the caller may see.' }),
});

function reading({ get }: Routes, services: Services): void {
  const { 'project-registry': projects, catalogue } = services;
  /** @throws ProblemError for whom there is no such project. */
  const mustKnowOf = (id: string, call: Call) => projects.readProject({ id, permissions: false }, call);
  get(
    '/projects',
    about('listProjects', 'Projects: by what is asked of them, or searched for', answers.projects),
    { query: wanted },
    async ({ query, call }) => {
      const { all, reference, sponsor, q } = query;
      const filters = filtersOf(query, PROJECT_FILTERS, all);
      const referred = filter('reference', reference === '' ? [] : [reference]);
      const { projects: found, listed: inPage } = await catalogue.listProjects(
        listRequest(query, [...filters, referred, filter('sponsor', sponsor)], q),
        call,
      );
      const paid = await catalogue.progress({ projects: found.map((each) => each.id) }, call);
      return { projects: found.map(withoutOmitted), progress: progressShown(paid), ...listed(inPage) };
    },
  );
  get(
    '/projects/:id',
    about('getProject', 'A project, as far as the caller may see it', answers.project),
    one,
    async ({ params, call }) => {
      const { project, information, declarations, contacts, may } = await projects.readProject({ ...params, permissions: true }, call);
      return { ...withoutOmitted({ omitted: [], ...project, information, declarations, contacts }), may: mayOf(may) };
    },
  );
  get(
    '/projects/:id/timeline',
    about('getTimeline', 'What happened to a project, its rounds and its agreements, as far as the caller may see it', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOf(services, params.id, query, call),
  );
  get(
    '/projects/:id/milestones',
    about('listMilestonesOfProject', 'The milestones of a project, and whether they are paid', answers.milestonesOfProject),
    { ...one, query: page },
    async ({ params, query, call }) => {
      await mustKnowOf(params.id, call);
      const { milestones, nextCursor } = await milestonesFor(services, listRequest(query, [filter('project', [params.id])]), call);
      return { milestones, ...(await paidOf(services, milestones, call)), nextCursor };
    },
  );
  get(
    '/projects/:id/fundings',
    about('listFundings', 'The funding rounds of a project, with the offers that the caller may see', answers.fundings),
    { ...one, query: page },
    async ({ params, query, call }) => {
      await mustKnowOf(params.id, call);
      const request = listRequest(query, [filter('project', [params.id])]);
      const { fundings, listed: inPage } = await catalogue.listFundings(request, call);
      return { fundings, nextCursor: inPage?.nextCursor ?? '' };
    },
  );
}
