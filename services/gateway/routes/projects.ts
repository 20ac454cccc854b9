import type { Call } from '@junkan/kit/call.ts';
import { PROJECT_STATUSES, PROPOSER_KINDS } from '@junkan/proto/junkan/project/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { matchShown } from '../answers/match.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filter, filtersOf, listed, listing, listRequest, searched, someCountries, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { after, codes, country, id, line, money, neededNote, note, numbered, page, text } from '../http/schemas.ts';
import { told } from '../http/told.ts';
import type { Services } from '../services.ts';
import { timelineOf } from '../timeline/timeline.ts';
import { milestonesFor } from './milestones.ts';
import { PROJECT_FILTERS, projectListing } from './project-list.ts';

const proposal = z.strictObject({
  reference: text(100),
  title: line(500).default(''),
  countries: z.array(country).max(250).default([]),
  themes: codes.default([]),
  instruments: codes.default([]),
  preferredInstrument: line(200).default(''),
  target: money.optional().transform((given) => given ?? undefined),
  minimumCloseBasisPoints: z.number().int().min(1).max(10_000).default(10_000),
  readiness: z.number().int().min(0).max(4).default(0),
  indicators: codes.default([]),
  milestones: z
    .array(
      z.strictObject({
        number: z.number().int().min(1).max(200),
        title: text(300),
        monthsAfterEffective: z.number().int().min(1).max(600),
        amount: money,
      }),
    )
    .max(200)
    .default([]),
});

const project = z.strictObject({ id: id('prj') });
const one = { params: project };

export function projectRoutes(made: Routes, services: Services): void {
  proposers(made, services);
  proposals(made, services);
  reading(made, services);
  decisions(made, services);
  closures(made, services);
}

function proposers({ get, command }: Routes, { projects, catalogue }: Services): void {
  command(
    'post',
    '/proposers',
    about('registerProposer', 'Register a city or agency', answers.outcome),
    {
      body: z.strictObject({ name: text(300), kind: z.enum(PROPOSER_KINDS), countries: z.array(country).min(1).max(250) }),
      created: ({ id }) => `/v1/proposers/${id}`,
    },
    ({ body, call }) => projects.registerProposer(body, call),
  );
  const asked = listing({ sorts: ['created', 'name'], counts: ['kind', 'country'] }).extend({
    ...searched('Words of names, in any language.'),
    kind: someOf(PROPOSER_KINDS),
    country: someCountries,
  });
  get('/proposers', about('listProposers', 'Cities and agencies', answers.proposers), { query: asked }, async ({ query, call }) => {
    const request = listRequest(query, filtersOf(query, ['kind', 'country']), query.q);
    const { proposers: found, listed: beside } = await catalogue.listProposers(request, call);
    return { proposers: found, ...listed(beside) };
  });
  get(
    '/proposers/:id',
    about('getProposer', 'A city or agency', answers.proposer),
    { params: z.strictObject({ id: id('org') }) },
    ({ params, call }) => projects.getProposer(params, call),
  );
}

function proposals({ command }: Routes, { projects }: Services): void {
  const draft = z.strictObject({ proposer: id('org'), proposal });
  command(
    'post',
    '/projects',
    about('draftProject', 'Draft a project', answers.outcome),
    { body: draft, created: ({ id }) => `/v1/projects/${id}` },
    ({ body, call }) =>
      projects.draftProject({ proposer: body.proposer, proposal: { ...body.proposal, target: body.proposal.target } }, call),
  );
  command(
    'put',
    '/projects/:id/proposal',
    about('reviseProposal', 'Put a proposal in the place of the present one', answers.outcome),
    { ...one, body: proposal, mustMatch: true },
    ({ params, body, call }) => projects.reviseProject({ project: params.id, proposal: { ...body, target: body.target } }, call),
  );
  command('post', '/projects/:id/submission', about('submitProject', 'Submit a project', answers.outcome), one, ({ params, call }) =>
    projects.submitProject({ project: params.id }, call),
  );
}

const wanted = projectListing('Words of titles, plans, proposers and references, in any language.', PROJECT_STATUSES).extend({
  reference: z.string().max(100).default(''),
});

function reading({ get }: Routes, services: Services): void {
  const { projects, matching, catalogue } = services;
  /** @throws ProblemError for whom there is no such project. */
  const mustKnowOf = (id: string, call: Call) => projects.getProject({ id }, call);
  get(
    '/projects',
    about('listProjects', 'Projects: by what is asked of them, or searched for', answers.projects),
    { query: wanted },
    async ({ query, call }) => {
      const { all, reference, q } = query;
      const filters = filtersOf(query, PROJECT_FILTERS, all);
      const referred = filter('reference', reference === '' ? [] : [reference]);
      const { projects: found, listed: beside } = await catalogue.listProjects(listRequest(query, [...filters, referred], q), call);
      return { projects: found.map(told), ...listed(beside) };
    },
  );
  get(
    '/projects/:id',
    about('getProject', 'A project, as far as the caller may see it', answers.project),
    one,
    async ({ params, call }) => {
      const { project, information, declarations, may } = await projects.readProject({ ...params, permissions: true }, call);
      return { ...told({ omitted: [], ...project, information, declarations }), may: mayOf(may) };
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
    about('listMilestonesOfProject', 'The milestones of a project', answers.milestonesOfProject),
    { ...one, query: page },
    async ({ params, query, call }) => {
      await mustKnowOf(params.id, call);
      const { milestones, nextCursor } = await milestonesFor(services, listRequest(query, [filter('project', [params.id])]), call);
      return { milestones, nextCursor };
    },
  );
  const best = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(10), after });
  get(
    '/projects/:id/matches',
    about('findSponsors', 'The sponsors’ mandates that match a project best, with reasons', answers.matches),
    { ...one, query: best },
    async ({ params, query, call }) => {
      const { matches, eligible } = await matching.sponsorsForProject({ project: params.id, ...query }, call);
      return { matches: matches.map(matchShown), eligible };
    },
  );
  get(
    '/projects/:id/fundings',
    about('listFundings', 'The funding rounds of a project, with the offers that the caller may see', answers.fundings),
    { ...one, query: page },
    async ({ params, query, call }) => {
      await mustKnowOf(params.id, call);
      const request = listRequest(query, [filter('project', [params.id])]);
      const { fundings, listed: beside } = await catalogue.listFundings(request, call);
      return { fundings, nextCursor: beside?.nextCursor ?? '' };
    },
  );
}

function decisions({ command }: Routes, { projects }: Services): void {
  const noted = { ...one, body: z.strictObject({ note: neededNote }) };
  command(
    'post',
    '/projects/:id/information-requests',
    about('requestInformation', 'Ask the proposer for more information', answers.outcome),
    noted,
    ({ params, body, call }) => projects.requestMoreInformation({ project: params.id, ...body }, call),
  );
  command(
    'post',
    '/projects/:id/information',
    about('provideInformation', 'Answer what was asked', answers.outcome),
    noted,
    ({ params, body, call }) => projects.provideInformation({ project: params.id, ...body }, call),
  );
  command(
    'post',
    '/projects/:id/eligibility',
    about('declareEligible', 'Declare a project eligible', answers.outcome),
    one,
    ({ params, call }) => projects.declareEligible({ project: params.id }, call),
  );
  command(
    'post',
    '/projects/:id/ineligibility',
    about('declareIneligible', 'Declare a project ineligible, with the reasons', answers.outcome),
    { ...one, body: z.strictObject({ reasons: codes.min(1), note }) },
    ({ params, body, call }) => projects.declareIneligible({ project: params.id, ...body }, call),
  );
  command(
    'post',
    '/projects/:id/opening',
    about('openProject', 'Open a project to sponsors; after an unfunded round, for another', answers.outcome),
    one,
    ({ params, call }) => projects.openToSponsors({ project: params.id }, call),
  );
  command('post', '/projects/:id/approval', about('approveProject', 'Approve a funded project', answers.outcome), one, ({ params, call }) =>
    projects.approveProject({ project: params.id }, call),
  );
  command(
    'post',
    '/projects/:id/refusal',
    about('refuseProject', 'Refuse a funded project; its offers end', answers.outcome),
    noted,
    ({ params, body, call }) => projects.refuseProject({ project: params.id, ...body }, call),
  );
  command(
    'post',
    '/projects/:id/withdrawal',
    about('withdrawProject', 'Withdraw a project that no agreement binds yet', answers.outcome),
    noted,
    ({ params, body, call }) => projects.withdrawProject({ project: params.id, ...body }, call),
  );
}

function closures({ command }: Routes, { projects }: Services): void {
  command(
    'post',
    '/projects/:id/closures',
    about('proposeClosure', 'Propose to close a completed project', answers.outcome),
    { ...one, body: z.strictObject({ note }) },
    ({ params, body, call }) => projects.proposeClosure({ project: params.id, ...body }, call),
  );
  const named = z.strictObject({ id: id('prj'), number: numbered });
  command(
    'post',
    '/projects/:id/closures/:number/approval',
    about('closeProject', 'Close a completed project, as somebody else proposed it', answers.outcome),
    { params: named, body: z.strictObject({ note }) },
    ({ params, body, call }) => projects.closeProject({ project: params.id, closure: params.number, ...body }, call),
  );
  command(
    'post',
    '/projects/:id/closures/:number/refusal',
    about('refuseClosure', 'Refuse to close a project yet', answers.outcome),
    { params: named, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => projects.refuseClosure({ project: params.id, closure: params.number, ...body }, call),
  );
}
