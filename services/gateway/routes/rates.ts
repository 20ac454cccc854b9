import { RATE_SHEET_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filter, filtersOf, listed, listing, listRequest, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { currency, date, id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfRates } from '../timeline/rates.ts';

const one = { params: z.strictObject({ id: id('rts') }) };
const day = date.or(z.literal('')).default('');
const asked = listing({ sorts: ['created', 'updated', 'day', 'status'], counts: ['status', 'source'] }).extend({
  status: someOf(RATE_SHEET_STATUSES),
  base: currency.or(z.literal('')).default(''),
  source: z.string().max(60).default('').meta({ description: 'Who says so: a central bank, by its name.' }),
  dayFrom: day,
  dayTo: day,
});

export function rateRoutes({ get }: Routes, services: Services): void {
  const { disbursement, catalogue } = services;
  get('/rates', about('listRates', 'Exchange rates by source and day', answers.rateSheets), { query: asked }, async ({ query, call }) => {
    const { source, base, dayFrom: from, dayTo: to } = query;
    const some = (value: string) => (value === '' ? [] : [value]);
    const filters = [...filtersOf(query, ['status']), filter('source', some(source)), filter('base', some(base))];
    const request = listRequest(query, filters);
    const ranges = from || to ? [...request.ranges, { field: 'day', from, to }] : request.ranges;
    const { sheets, listed: beside } = await catalogue.listRates({ ...request, ranges }, call);
    return { sheets, ...listed(beside) };
  });
  get('/rates/:id', about('getRates', 'The exchange rates of a source and day', answers.rateSheet), one, async ({ params, call }) => {
    const { sheet, may } = await disbursement.readRates({ ...params, permissions: true }, call);
    return { ...sheet, may: mayOf(may) };
  });
  get(
    '/rates/:id/timeline',
    about('getRatesTimeline', 'Every event of the rates of a source and day, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfRates(services, params.id, query, call),
  );
}
