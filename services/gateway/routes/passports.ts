import { FLAG_LEVELS, PASSPORT_STATUSES } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { dates, filtersOf, listed, listing, listRequest, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { id } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineIn } from '../timeline/sponsors.ts';

const one = { params: z.strictObject({ id: id('ddp') }) };

export function passportRoutes({ get }: Routes, services: Services): void {
  const { 'sponsor-registry': sponsors, catalogue } = services;
  const asked = listing({ sorts: ['created', 'updated', 'due', 'status'], counts: ['status', 'level'] }).extend({
    ...dates,
    subject: someIds('org'),
    status: someOf(PASSPORT_STATUSES),
    level: someOf(FLAG_LEVELS),
  });
  get(
    '/passports',
    about('listPassports', 'Due-diligence passports, by subject, status, level or the last day of their clearance', answers.passports),
    { query: asked },
    async ({ query, call }) => {
      const request = listRequest(query, filtersOf(query, ['subject', 'status', 'level']));
      const { passports, listed: beside } = await catalogue.listPassports(request, call);
      return { passports, ...listed(beside) };
    },
  );
  get(
    '/passports/:id',
    about('getPassport', 'The due-diligence passport of a city or agency', answers.passport),
    one,
    async ({ params, call }) => {
      const { passport, may } = await sponsors.readPassport({ ...params, permissions: true }, call);
      return { ...passport, may: mayOf(may) };
    },
  );
  get(
    '/passports/:id/timeline',
    about('getPassportTimeline', 'Every event of a passport, with who acted and its cause', answers.timeline),
    { ...one, query: timelinePage },
    ({ params, query, call }) => timelineIn('passport', services, params.id, query, call),
  );
}
