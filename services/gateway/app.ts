import { AsyncResource } from 'node:async_hooks';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { newId } from '@junkan/kit/ids.ts';
import type { Log } from '@junkan/kit/log.ts';
import express, { type Express, type Request, type RequestHandler, Router } from 'express';
import { door } from './auth/door.ts';
import type { Tokens } from './auth/tokens.ts';
import { apiDocument } from './docs/document.ts';
import { eventDocument } from './docs/events.ts';
import { PAGE_POLICY, pageOf } from './docs/page.ts';
import type { Described } from './http/describe.ts';
import { inFlight } from './http/in-flight.ts';
import { BadRequest, problems } from './http/problem.ts';
import type { Rate } from './http/rate.ts';
import { type OnTime, routes } from './http/route.ts';
import { type Live, liveRoutes } from './live/live.ts';
import { problemPages } from './problems/pages.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { clockRoutes } from './routes/clock.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { fundingRoutes } from './routes/fundings.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { passportRoutes } from './routes/passports.ts';
import { personRoutes } from './routes/persons.ts';
import { projectRoutes } from './routes/projects.ts';
import { mandateRoutes, sponsorRoutes } from './routes/sponsors.ts';
import { trialRoutes } from './routes/trial.ts';
import type { Services } from './services.ts';

type Parts = {
  services: Services;
  tokens: Tokens;
  rate: Rate;
  live: Live;
  clock: PolicyClock;
  onTime: OnTime;
  trial: boolean;
  ready: () => Promise<Record<string, boolean>>;
  log: Log;
};

/** The HTTP API, assembled. */
export function createApp({ services, tokens, rate, live, clock, onTime, trial, ready, log }: Parts): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple');
  app.use(chain(log));
  app.get('/healthz', (_request, response) => void response.json({ status: 'up' }));
  app.get('/readyz', async (_request, response) => {
    const parts = await ready();
    response.status(Object.values(parts).every(Boolean) ? 200 : 503).json(parts);
  });

  // One spelling of each path, because a command is named by it.
  const v1 = Router({ caseSensitive: true, strict: true });
  const described: Described[] = [];
  const describe = (tag: string) => (route: Omit<Described, 'tag'>) => void described.push({ tag, ...route, path: `/v1${route.path}` });
  const guards = { tokens, rate, door: door(services), once: inFlight(), onTime };
  const made = (tag: string) => routes(v1, guards, describe(tag));
  trialRoutes(v1, tokens, describe('Trial'));
  evidenceRoutes(made('Evidence'), services);
  v1.use(express.json({ limit: '1mb', strict: true }));
  projectRoutes(made('Projects'), services);
  sponsorRoutes(made('Sponsors'), services);
  mandateRoutes(made('Mandates'), services);
  passportRoutes(made('Passports'), services);
  personRoutes(made('Persons'), services);
  fundingRoutes(made('Fundings'), services);
  agreementRoutes(made('Agreements'), services);
  milestoneRoutes(made('Milestones'), services);
  clockRoutes(made('Clock'), services, { clock, onTime, trial });
  liveRoutes(made('Live updates'), live);
  const document = apiDocument(described);
  v1.get('/openapi.json', (_request, response) => void response.json(document));
  const events = eventDocument();
  v1.get('/asyncapi.json', (_request, response) => void response.json(events));
  app.use('/v1', v1);
  app.get('/docs', (_request, response) => void response.set('Content-Security-Policy', PAGE_POLICY).send(pageOf(document)));
  app.use(problemPages());
  app.use(() => {
    throw new BadRequest(404, 'RouteIsUnknown');
  });
  app.use(problems(log));
  return app;
}

/** Asked by machines all the time. */
export const PROBES = ['/healthz', '/readyz'];

/** The pattern of the route that took a request: what is told of a request must not hold ids, or whatever else a caller writes. */
export function routeOf({ originalUrl, route }: Request): string {
  if (route === undefined) return 'unmatched';
  return `${originalUrl.startsWith('/v1/') ? '/v1' : ''}${String((route as { path: unknown }).path)}`;
}

const CHAIN_ID = /^[\w.:-]{1,100}$/;

/** Gives each request an id and its chain one correlation id (the caller's own, where it sends one), and logs its outcome. */
const chain =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const given = request.header('x-correlation-id') ?? '';
    const requestId = newId('req');
    const correlationId = CHAIN_ID.test(given) ? given : requestId;
    Object.assign(response.locals, { requestId, correlationId });
    response.set({ 'X-Correlation-Id': correlationId, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    const began = performance.now();
    const note = (): void =>
      log[request.method === 'GET' ? 'debug' : 'info'](
        {
          correlationId,
          requestId,
          method: request.method,
          route: routeOf(request),
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    // In the chain of this request, which the end of a response does not know by itself.
    response.on('finish', AsyncResource.bind(note));
    next();
  };
