import type { Call } from '@junkan/kit/call.ts';
import { found } from '@junkan/kit/problem.ts';
import type { TrainingSession } from '@junkan/proto/junkan/programme/v1/learning_model.ts';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { answers } from '../answers/answers.ts';
import { sessionsWritten } from '../calendar/sessions.ts';
import { addressOf, homeOf } from '../http/addresses.ts';
import { about, type Described } from '../http/describe.ts';
import { sendTagged } from '../http/document.ts';
import { toJson } from '../http/json.ts';
import { filter, listRequest } from '../http/listing.ts';
import { type Naming, namesParam } from '../http/names.ts';
import { readPart } from '../http/problem.ts';
import { anybody, type PublicRoutes } from '../http/public.ts';
import { rate } from '../http/rate.ts';
import { id } from '../http/schemas.ts';
import type { Routes } from '../route.ts';
import type { Services } from '../services.ts';

const oneSession = { params: z.strictObject({ id: id('ses') }) };
/** Enough for the sessions of a few years. */
const MOST = 200;
/** So many codes an address may try in a minute. */
const TRIES = 30;
const MINUTE_S = 60;
const JWS = 'application/vc+jwt';

const isOver = ({ status }: TrainingSession): boolean => status === 'cancelled';

/** What is a person's own of trainings: the sessions and certificates, their files, and what everybody asks by a code. */
export function learningRoutes({ get, raw }: Routes, { programme }: Services): void {
  get(
    '/learning',
    about('getOwnLearning', 'The sessions that one has asked for, and one’s own certificates', answers.ownLearning),
    {},
    ({ call }) => programme.ownLearning({}, call),
  );
  raw(
    'get',
    '/training-sessions/:id/calendar',
    about('downloadSessionCalendar', 'A session as a calendar file for oneself; what was given up is there as cancelled'),
    oneSession,
    async ({ params, call, request, response }) => {
      const session = await sessionOf({ programme }, params.id, call);
      const own = session.enrolments.findLast(({ person }) => person === call.actor.person);
      const isGivenUp = own?.status === 'cancelled' || own?.status === 'declined';
      sendCalendar(
        request,
        response,
        sessionsWritten([session], homeOf(request), (each) => isOver(each) || isGivenUp),
      );
    },
  );
  raw(
    'get',
    '/certificates/:id/credential',
    about('downloadCredential', 'One’s own certificate as a signed file (Open Badges 3.0, a compact JWS), for its holder alone'),
    { params: z.strictObject({ id: id('crt') }) },
    async ({ params, call, response }) => {
      const { credential, code } = await programme.readCredential({ certificate: params.id }, call);
      response.set({ 'Content-Disposition': `attachment; filename="${code}.jwt"`, 'X-Content-Type-Options': 'nosniff' });
      response.type(JWS).send(credential);
    },
  );
}

async function sessionOf({ programme }: Pick<Services, 'programme'>, session: string, call: Call): Promise<TrainingSession> {
  const read = await programme.readTrainingSession({ id: session, permissions: false }, call);
  return found('TrainingSession', session, read.session);
}

type Making = { readonly router: Router; readonly naming: Naming; readonly describe: (route: Omit<Described, 'tag'>) => void };

/** What everybody reads of trainings and certificates besides lists: calendars, keys, the status list, and a certificate by its code. */
export function publicLearning({ get }: PublicRoutes, making: Making, services: Services): void {
  const { programme } = services;
  get(
    '/public/certificate-keys',
    about('getCertificateKeys', 'The public keys that certificates are signed with (JWKS), with those of before', answers.certificateKeys),
    { query: z.strictObject({}) },
    ({ call }) => programme.certificateKeys({}, call),
  );
  calendars(making, services);
  statusList(making, services);
  checks(making, services);
}

function calendars({ router, describe }: Making, { catalogue, programme }: Services): void {
  const all = '/public/training-calendar';
  describe({ method: 'get', path: all, about: about('downloadTrainingCalendar', 'All sessions of trainings as a calendar'), kind: 'feed' });
  router.get(all, async (request, response) => {
    const wanted = listRequest({ limit: MOST, cursor: '', after: '', sort: '-starts' }, [filter('status', [])]);
    const { trainingSessions } = await catalogue.listTrainingSessions(wanted, anybody(response));
    sendCalendar(request, response, sessionsWritten(trainingSessions, homeOf(request), isOver));
  });
  const one = '/public/training-sessions/:id/calendar';
  describe({
    method: 'get',
    path: one,
    about: about('downloadPublicSessionCalendar', 'A session as a calendar file'),
    kind: 'feed',
    ...oneSession,
  });
  router.get(one, async (request, response) => {
    const params = readPart('#params', oneSession.params, request.params);
    const session = await sessionOf({ programme }, params.id, anybody(response));
    sendCalendar(request, response, sessionsWritten([session], homeOf(request), isOver));
  });
}

function statusList({ router, describe }: Making, { programme }: Services): void {
  const path = '/public/certificate-status/:list';
  const params = z.strictObject({ list: z.coerce.number().int().min(1).max(1_000) });
  const told = about('downloadCertificateStatus', 'Which certificates are revoked: a signed Bitstring Status List, as a compact JWS');
  describe({ method: 'get', path, about: told, kind: 'public', params });
  router.get(path, async (request, response) => {
    const { list } = readPart('#params', params, request.params);
    const { credential } = await programme.certificateStatusList({ list }, anybody(response));
    response.set({ 'Cache-Control': `public, max-age=${MINUTE_S}`, 'Access-Control-Allow-Origin': '*' });
    response.type(JWS).send(credential);
  });
}

function checks({ router, naming, describe }: Making, { programme }: Services): void {
  const path = '/public/certificates/:code';
  const params = z.strictObject({ code: z.string().max(40).meta({ description: 'As the paper says it, for example 7K3M-9QX2-TVBS.' }) });
  const told = about(
    'checkCertificate',
    'What a certificate says, by its code: whether it is good, revoked or past its last day',
    answers.checkedCertificate,
  );
  describe({ method: 'get', path, about: told, kind: 'check', params, query: namesParam });
  // A slow rate of its own, so that nobody finds a code by trying.
  const tries = rate(TRIES, 0, MINUTE_S);
  router.get(path, async (request, response) => {
    await tries(addressOf(request), response);
    const asked = readPart('#params', params, request.params);
    const { with: wanted } = readPart('#query', namesParam, request.query);
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'no-store' });
    const call = anybody(response);
    const answer = toJson(await programme.checkCertificate(asked, call)) as object;
    response.json(wanted.includes('names') ? { ...answer, names: await naming(answer, call) } : answer);
  });
}

function sendCalendar(request: Request, response: Response, text: string): void {
  response.set({ 'Cache-Control': 'private, no-cache', 'Content-Disposition': 'inline; filename="trainings.ics"' });
  sendTagged(request, response, { type: 'text/calendar; charset=utf-8', text });
}
