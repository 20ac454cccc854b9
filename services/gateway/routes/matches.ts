import { COMMANDS } from '@junkan/proto/commands.ts';
import type { WhatIfRequest } from '@junkan/proto/junkan/matching/v1/service.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { foundShown, matchShown } from '../answers/match.ts';
import { about } from '../http/describe.ts';
import { searched, someCodes, someCountries, someIds } from '../http/listing.ts';
import { after, id } from '../http/schemas.ts';
import { shapesOf } from '../http/shapes.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const MAX_PAGE = 200;
const near = z
  .enum(['true', 'false', ''])
  .default('')
  .transform((given) => given === 'true')
  .meta({ description: '`true`: includes what misses exactly one condition.' });
const best = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(10), after, near });
const own = z.strictObject({
  mandate: someIds('man').meta({ description: 'Only these of the sponsor’s mandates.' }),
  country: someCountries,
  theme: someCodes,
  ...searched('Words, each of which the title holds.'),
  near: near.meta({ description: '`true`: what fits none and misses exactly one condition of one, instead of what fits.' }),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  cursor: z.string().max(4_000).default(''),
  after,
});

/** Terms as they are published. */
const { terms } = COMMANDS.sponsor.publishMandate.request;
const wanted = z.strictObject({
  terms: shapesOf({ request: { terms }, operation: { parts: {}, body: 'terms' } }).body ?? z.never(),
  mandate: id('man')
    .or(z.literal(''))
    .default('')
    .meta({ description: 'The mandate that it is compared with; without it all of the sponsor’s own.' }),
});

/** Who fits whom, and why. */
export function matchRoutes({ get, question }: Routes, { matching }: Services): void {
  const mandate = z.strictObject({ id: id('man') });
  get(
    '/matches',
    about('listMatches', 'The projects that fit the caller’s own mandates, each once with the best of them', answers.ownMatches),
    { query: own },
    async ({ query: { mandate: mandates, country: countries, theme: themes, ...query }, call }) => {
      const found = await matching.ownMatches({ ...query, mandates, countries, themes }, call);
      const { projects, byCountry, byTheme, byMandate, ...totals } = found;
      return {
        ...totals,
        projects: projects.map(({ best, ...project }) => ({ ...project, ...(best ? { best: matchShown(best) } : {}) })),
        counts: { country: byCountry, theme: byTheme, mandate: byMandate },
      };
    },
  );
  question(
    '/mandates/what-if',
    about('whatIf', 'What a mandate of these terms would match, compared with what is matched now', answers.whatIf),
    wanted,
    ({ body, call }) => matching.whatIf(body as WhatIfRequest, call),
  );
  get(
    '/projects/:id/matches',
    about('findSponsors', 'The sponsors’ mandates that match a project best, with reasons', answers.matches),
    { params: z.strictObject({ id: id('prj') }), query: best },
    async ({ params, query, call }) => foundShown(await matching.sponsorsForProject({ project: params.id, ...query }, call), query.near),
  );
  get(
    '/mandates/:id/matches',
    about('findProjects', 'The projects that match a mandate best, with reasons', answers.matches),
    { params: mandate, query: best },
    async ({ params, query, call }) => foundShown(await matching.projectsForMandate({ mandate: params.id, ...query }, call), query.near),
  );
  get(
    '/mandates/:id/matches/:project',
    about('explainMatch', 'Why a mandate and a project match, or do not', answers.match),
    { params: z.strictObject({ id: id('man'), project: id('prj') }) },
    async ({ params, call }) => matchShown(await matching.explainMatch({ mandate: params.id, project: params.project }, call)),
  );
}
