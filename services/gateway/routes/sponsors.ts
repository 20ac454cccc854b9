import { required } from '@junkan/kit/grpc/fields.ts';
import { MANDATE_STATUSES, SPONSOR_KINDS } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import {
  allOf,
  amounts,
  dates,
  filter,
  filtersOf,
  listed,
  listing,
  listRequest,
  searched,
  someCodes,
  someCountries,
  someIds,
  someOf,
} from '../http/listing.ts';
import { id, page } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const sponsor = z.strictObject({ id: id('spo') });

const among = listing({ sorts: ['created', 'updated', 'amount', 'due'], counts: ['sponsor'] }).extend({
  ...amounts,
  ...dates,
  sponsor: someIds('spo'),
});

/** Claims are in the currency of their envelope. */
const shown = ({ claims, ...envelope }: Envelope) => ({
  ...envelope,
  claims: claims.map((claim) => ({ ...claim, amount: { amount: claim.amount, currency: envelope.total?.currency ?? '' } })),
});

export function sponsorRoutes({ get }: Routes, { catalogue }: Services): void {
  const asked = listing({ sorts: ['created', 'name'], counts: ['kind'] }).extend({
    ...searched('Words of names, in any language.'),
    kind: someOf(SPONSOR_KINDS),
  });
  get('/sponsors', about('listSponsors', 'Sponsors', answers.sponsors), { query: asked }, async ({ query, call }) => {
    const { sponsors: found, listed: inPage } = await catalogue.listSponsors(listRequest(query, filtersOf(query, ['kind']), query.q), call);
    return { sponsors: found, ...listed(inPage) };
  });
  get(
    '/sponsors/:id/envelopes',
    about('listEnvelopes', 'The budget envelopes of a sponsor', answers.envelopes),
    { params: sponsor, query: page },
    async ({ params, query, call }) => {
      const { envelopes, listed: inPage } = await catalogue.listEnvelopes(listRequest(query, [filter('sponsor', [params.id])]), call);
      return { envelopes: envelopes.map(shown), nextCursor: inPage?.nextCursor ?? '' };
    },
  );
}

export function envelopeRoutes({ get }: Routes, services: Services): void {
  const { 'sponsor-registry': sponsors, catalogue } = services;
  const one = { params: z.strictObject({ id: id('env') }) };
  get(
    '/envelopes',
    about(
      'findEnvelopes',
      'Budget envelopes that the caller may see, by sponsor, sum or the last day of their period',
      answers.foundEnvelopes,
    ),
    { query: among },
    async ({ query, call }) => {
      const { envelopes, listed: inPage } = await catalogue.listEnvelopes(listRequest(query, filtersOf(query, ['sponsor'])), call);
      return { envelopes: envelopes.map(shown), ...listed(inPage) };
    },
  );
  get(
    '/envelopes/:id',
    about(
      'getEnvelope',
      'A budget envelope, with what is reserved, committed and left, and what was proposed of its last day',
      answers.envelope,
    ),
    one,
    async ({ params, call }) => {
      const { envelope, may } = await sponsors.readEnvelope({ ...params, permissions: true }, call);
      return { ...shown(required(envelope, 'envelope')), may: mayOf(may) };
    },
  );
}

export function mandateRoutes({ get }: Routes, { catalogue }: Services): void {
  const asked = listing({ sorts: ['created', 'title', 'amount', 'updated'], counts: ['status', 'country', 'theme'] }).extend({
    ...amounts,
    ...searched('Words of titles, and names of countries, themes and sponsors, in any language.'),
    sponsor: someIds('spo'),
    status: someOf(MANDATE_STATUSES),
    country: someCountries,
    theme: someCodes.meta({ description: 'Themes that a mandate names; one that names none takes any.' }),
    all: allOf(['country', 'theme']),
  });
  get(
    '/mandates',
    about('listMandates', 'Mandates, by sponsor, status, country, theme or the largest sum that they give', answers.mandates),
    { query: asked },
    async ({ query, call }) => {
      const request = listRequest(query, filtersOf(query, ['sponsor', 'status', 'country', 'theme'], query.all), query.q);
      const { mandates: found, listed: inPage } = await catalogue.listMandates(request, call);
      return { mandates: found, ...listed(inPage) };
    },
  );
}
