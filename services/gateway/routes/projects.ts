import { z } from 'zod';
import { visibleTo } from '../auth/reading.ts';
import type { Routes } from '../http/route.ts';
import { codes, country, id, money, note, page, text } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const proposal = z.strictObject({
  reference: text(100),
  title: z.string().trim().max(500).default(''),
  countries: z.array(country).max(250).default([]),
  themes: codes.default([]),
  instruments: codes.default([]),
  preferredInstrument: z.string().max(200).default(''),
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

export function projectRoutes({ get, command }: Routes, { projects, matching }: Services): void {
  command(
    'post',
    '/proposers',
    {
      body: z.strictObject({ name: text(300), kind: z.enum(['city', 'agency']), countries: z.array(country).min(1).max(250) }),
      created: ({ id }) => `/v1/proposers/${id}`,
    },
    ({ body, call }) => projects.registerProposer(body, call),
  );
  get('/proposers', { query: page }, ({ query, call }) => projects.listProposers({ page: query }, call));
  get('/proposers/:id', { params: z.strictObject({ id: id('org') }) }, ({ params, call }) => projects.getProposer(params, call));

  const draft = z.strictObject({ proposer: id('org'), proposal });
  command('post', '/projects', { body: draft, created: ({ id }) => `/v1/projects/${id}` }, ({ body, call }) =>
    projects.draftProject({ proposer: body.proposer, proposal: { ...body.proposal, target: body.proposal.target } }, call),
  );
  const filter = page.extend({
    status: z.string().max(50).default(''),
    proposer: id('org').or(z.literal('')).default(''),
    country: country.or(z.literal('')).default(''),
    reference: z.string().max(100).default(''),
  });
  get('/projects', { query: filter }, ({ query: { status, proposer, country, reference, ...page }, call }) =>
    projects.listProjects({ page, status, proposer, country, reference }, call),
  );
  get('/projects/:id', one, ({ params, call }) => projects.getProject(params, call));
  get('/projects/:id/timeline', one, ({ params, call }) => projects.timeline({ project: params.id }, call));
  get('/projects/:id/milestones', { ...one, query: page }, ({ params, query, call }) =>
    projects.listMilestones({ page: query, project: params.id, agreement: '', status: '' }, call),
  );
  const best = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(10), after: z.string().max(80).default('') });
  get('/projects/:id/matches', { ...one, query: best }, ({ params, query, call }) =>
    matching.sponsorsForProject({ project: params.id, ...query }, call),
  );
  get('/projects/:id/fundings', { ...one, query: page }, async ({ params, query, call }) => {
    const { fundings, nextCursor } = await matching.listFundings({ page: query, project: params.id, status: '', sponsor: '' }, call);
    return { fundings: fundings.map((found) => visibleTo(call.actor, found)), nextCursor };
  });

  command('put', '/projects/:id/proposal', { ...one, body: proposal }, ({ params, body, call }) =>
    projects.reviseProject({ project: params.id, proposal: { ...body, target: body.target } }, call),
  );
  command('post', '/projects/:id/submission', one, ({ params, call }) => projects.submitProject({ project: params.id }, call));
  const noted = { ...one, body: z.strictObject({ note: text(4_000) }) };
  command('post', '/projects/:id/information-requests', noted, ({ params, body, call }) =>
    projects.requestMoreInformation({ project: params.id, ...body }, call),
  );
  command('post', '/projects/:id/information', noted, ({ params, body, call }) =>
    projects.provideInformation({ project: params.id, ...body }, call),
  );
  command('post', '/projects/:id/eligibility', one, ({ params, call }) => projects.declareEligible({ project: params.id }, call));
  command(
    'post',
    '/projects/:id/ineligibility',
    { ...one, body: z.strictObject({ reasons: codes.min(1), note }) },
    ({ params, body, call }) => projects.declareIneligible({ project: params.id, ...body }, call),
  );
  command('post', '/projects/:id/opening', one, ({ params, call }) => projects.openToSponsors({ project: params.id }, call));
  command('post', '/projects/:id/approval', one, ({ params, call }) => projects.approveProject({ project: params.id }, call));
  command('post', '/projects/:id/closure', { ...one, body: z.strictObject({ note }) }, ({ params, body, call }) =>
    projects.closeProject({ project: params.id, ...body }, call),
  );
}
