import type { Envelope } from '@junkan/proto/junkan/sponsor/v1/model.ts';
import { z } from 'zod';
import { mustBeOneOf } from '../auth/reading.ts';
import type { Routes } from '../http/route.ts';
import { codes, country, date, id, money, page, text } from '../http/schemas.ts';
import type { Services } from '../services.ts';

const terms = z.strictObject({
  title: text(300),
  countries: z.array(country).min(1).max(250),
  themes: codes.default([]),
  excludedThemes: codes.default([]),
  instruments: codes.default([]),
  preferredInstruments: codes.default([]),
  ticketMinimum: money,
  ticketMaximum: money,
  usualTicketLow: money.optional(),
  usualTicketHigh: money.optional(),
  minimumReadiness: z.number().int().min(0).max(4).default(0),
  requiredIndicators: codes.default([]),
});

const envelope = z.strictObject({
  total: money,
  periodStart: date.or(z.literal('')).default(''),
  periodEnd: date.or(z.literal('')).default(''),
});
const sponsor = z.strictObject({ id: id('spo') });
const best = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(10), after: z.string().max(80).default('') });

/** Claims are in the currency of their envelope. */
const shown = ({ claims, ...envelope }: Envelope) => ({
  ...envelope,
  claims: claims.map((claim) => ({ ...claim, amount: { amount: claim.amount, currency: envelope.total?.currency ?? '' } })),
});

export function sponsorRoutes({ get, command }: Routes, { sponsors, matching }: Services): void {
  command(
    'post',
    '/sponsors',
    {
      body: z.strictObject({ name: text(300), kind: z.enum(['fund', 'company', 'development-bank']) }),
      created: ({ id }) => `/v1/sponsors/${id}`,
    },
    ({ body, call }) => sponsors.registerSponsor(body, call),
  );
  get('/sponsors', { query: page }, ({ query, call }) => sponsors.listSponsors({ page: query }, call));
  get('/sponsors/:id', { params: sponsor }, ({ params, call }) => sponsors.getSponsor(params, call));

  command(
    'post',
    '/sponsors/:id/envelopes',
    { params: sponsor, body: envelope, created: ({ id }) => `/v1/envelopes/${id}` },
    ({ params, body, call }) => sponsors.openEnvelope({ sponsor: params.id, ...body }, call),
  );
  get('/sponsors/:id/envelopes', { params: sponsor, query: page }, async ({ params, query, call }) => {
    mustBeOneOf(call.actor, [params.id]);
    const { envelopes, nextCursor } = await sponsors.listEnvelopes({ page: query, sponsor: params.id }, call);
    return { envelopes: envelopes.map(shown), nextCursor };
  });
  get('/envelopes/:id', { params: z.strictObject({ id: id('env') }) }, async ({ params, call }) => {
    const found = await sponsors.envelopeBalance({ envelope: params.id, offers: [] }, call);
    mustBeOneOf(call.actor, [found.sponsor]);
    return shown(found);
  });

  command(
    'post',
    '/mandates',
    { body: z.strictObject({ sponsor: id('spo'), terms }), created: ({ id }) => `/v1/mandates/${id}` },
    ({ body, call }) =>
      sponsors.publishMandate(
        {
          sponsor: body.sponsor,
          terms: { ...body.terms, usualTicketLow: body.terms.usualTicketLow, usualTicketHigh: body.terms.usualTicketHigh },
        },
        call,
      ),
  );
  const filter = page.extend({ sponsor: id('spo').or(z.literal('')).default(''), country: country.or(z.literal('')).default('') });
  get('/mandates', { query: filter }, ({ query: { sponsor, country, ...page }, call }) =>
    sponsors.listMandates({ page, sponsor, country }, call),
  );
  const mandate = z.strictObject({ id: id('man') });
  get('/mandates/:id', { params: mandate }, ({ params, call }) => sponsors.getMandate(params, call));
  get('/mandates/:id/matches', { params: mandate, query: best }, ({ params, query, call }) =>
    matching.projectsForMandate({ mandate: params.id, ...query }, call),
  );
  get('/mandates/:id/matches/:project', { params: z.strictObject({ id: id('man'), project: id('prj') }) }, ({ params, call }) =>
    matching.explainMatch({ mandate: params.id, project: params.project }, call),
  );
}
