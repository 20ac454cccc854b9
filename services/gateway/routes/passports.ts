import { FLAG_LEVELS, PASSPORT_STATUSES } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { mayOf } from '../auth/permissions.ts';
import { about } from '../http/describe.ts';
import { dates, filtersOf, listed, listing, listRequest, someIds, someOf, timelinePage } from '../http/listing.ts';
import type { Routes } from '../http/route.ts';
import { date, id, neededNote, note } from '../http/schemas.ts';
import type { Services } from '../services.ts';
import { timelineOfPassport } from '../timeline/passport.ts';

const one = { params: z.strictObject({ id: id('ddp') }) };

export function passportRoutes(made: Routes, services: Services): void {
  reading(made, services);
  reviewing(made, services);
  relying(made, services);
}

function reading({ get }: Routes, services: Services): void {
  const { sponsors, catalogue } = services;
  const asked = listing({ sorts: ['created', 'updated', 'due', 'status'], counts: ['status', 'level'] }).extend({
    ...{ ...dates, subject: someIds('org'), status: someOf(PASSPORT_STATUSES), level: someOf(FLAG_LEVELS) },
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
    ({ params, query, call }) => timelineOfPassport(services, params.id, query, call),
  );
}

function reviewing({ command }: Routes, { sponsors, projects }: Services): void {
  command(
    'post',
    '/passports',
    about('requestDueDiligence', 'Ask for the due diligence on a city or agency', answers.outcome),
    { body: z.strictObject({ subject: id('org') }), created: ({ id }) => `/v1/passports/${id}` },
    async ({ body, call }) => {
      // ProblemError where nobody is registered under this id.
      await projects.getProposer({ id: body.subject }, call);
      return sponsors.requestDueDiligence(body, call);
    },
  );
  command(
    'post',
    '/passports/:id/clearance',
    about('clearSubject', 'Clear the subject until a day', answers.outcome),
    { ...one, body: z.strictObject({ validUntil: date, note }) },
    ({ params, body, call }) => sponsors.clearSubject({ passport: params.id, ...body }, call),
  );
  command(
    'post',
    '/passports/:id/flag',
    about('flagSubject', 'Flag the subject; red and escalated end its clearance', answers.outcome),
    { ...one, body: z.strictObject({ level: z.enum(FLAG_LEVELS), note: neededNote }) },
    ({ params, body, call }) => sponsors.flagSubject({ passport: params.id, ...body }, call),
  );
  command(
    'post',
    '/passports/:id/revocation',
    about('revokeClearance', 'Revoke the clearance of the subject', answers.outcome),
    { ...one, body: z.strictObject({ note: neededNote }) },
    ({ params, body, call }) => sponsors.revokeClearance({ passport: params.id, ...body }, call),
  );
}

function relying({ command }: Routes, { sponsors, projects }: Services): void {
  command(
    'post',
    '/passports/:id/reliances',
    about('relyOnClearance', 'Rely on the clearance of the subject for one of its projects', answers.outcome),
    { ...one, body: z.strictObject({ project: id('prj') }) },
    async ({ params, body: { project }, call }) => {
      const { proposer } = await projects.getProject({ id: project }, call);
      return sponsors.relyOnClearance({ passport: params.id, project, proposer }, call);
    },
  );
}
