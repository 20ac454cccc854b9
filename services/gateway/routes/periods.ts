import { PERIOD_STATUSES } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { filtersOf, listed, listing, listRequest, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfPeriod } from '../timeline/periods.ts';

const one = { params: z.strictObject({ id: id('prd') }) };
const asked = listing({ sorts: ['created', 'updated', 'through', 'status'], counts: ['status'] }).extend({
  status: someOf(PERIOD_STATUSES),
});

export function periodRoutes({ get }: Routes, services: Services): void {
  const { disbursement, catalogue } = services;
  get('/periods', about('listPeriods', 'Closings of the books', answers.periods), { query: asked }, async ({ query, call }) => {
    const { periods, listed: beside } = await catalogue.listPeriods(listRequest(query, filtersOf(query, ['status'])), call);
    return { periods, ...listed(beside) };
  });
  get(
    '/periods/:id',
    about('getPeriod', 'A closing of the books, with its trial balance', answers.period),
    one,
    async ({ params, call }) => {
      const { period, may } = await disbursement.readPeriod({ ...params, permissions: true }, call);
      return { ...period, may: mayOf(may) };
    },
  );
  get(
    '/periods/:id/timeline',
    about('getPeriodTimeline', 'Every event of a closing of the books, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineOfPeriod(services, params.id, query, call),
  );
}
