import { MANDATE_STATUSES } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someCodes, someCountries, someIds, someOf } from '../http/listing.ts';
import type { PublicRoutes } from '../http/public.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';

/** `with` alone. */
const nothingElse = z.strictObject({});
/** The mandates and projects that are still open. */
const STANDING = MANDATE_STATUSES.filter((status) => status !== 'retired');

/** Proposers and sponsors, for everybody. Which projects a sponsor pays for is visible to the parties alone. */
export function publicParties({ get }: PublicRoutes, services: Services): void {
  const { 'project-registry': projects, 'sponsor-registry': sponsors, catalogue } = services;
  get(
    '/public/proposers/:id',
    about('getPublicProposer', 'A city or agency', answers.publicProposer),
    { params: z.strictObject({ id: id('org') }), query: nothingElse },
    ({ params, call }) => projects.getProposer(params, call),
  );
  get(
    '/public/sponsors/:id',
    about('getPublicSponsor', 'A sponsor', answers.publicSponsor),
    { params: z.strictObject({ id: id('spo') }), query: nothingElse },
    ({ params, call }) => sponsors.getSponsor(params, call),
  );
  const asked = listing({ sorts: ['created', 'title', 'amount', 'updated'], counts: ['status', 'country', 'theme'] })
    .extend({ sponsor: someIds('spo'), status: someOf(STANDING), country: someCountries, theme: someCodes })
    .omit({ after: true });
  get(
    '/public/mandates',
    about('listPublicMandates', 'What sponsors want to fund: mandates that are in force, or paused', answers.mandates),
    { query: asked },
    async ({ query, call }) => {
      const status = query.status.length > 0 ? query.status : STANDING;
      const request = listRequest({ ...query, after: '' }, filtersOf({ ...query, status }, ['sponsor', 'status', 'country', 'theme']));
      const { mandates: found, listed: page } = await catalogue.listMandates(request, call);
      return { mandates: found, ...listed(page) };
    },
  );
}
