import type { PolicyClock } from '@junkan/kit/clock.ts';
import { newId } from '@junkan/kit/ids.ts';
import type { Log } from '@junkan/kit/log.ts';
import express, { type Express, type RequestHandler, Router } from 'express';
import type { Tokens } from './auth/tokens.ts';
import { BadRequest, problems } from './http/problem.ts';
import { routes } from './http/route.ts';
import { agreementRoutes } from './routes/agreements.ts';
import { clockRoutes } from './routes/clock.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { fundingRoutes } from './routes/fundings.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { projectRoutes } from './routes/projects.ts';
import { sponsorRoutes } from './routes/sponsors.ts';
import { trialRoutes } from './routes/trial.ts';
import type { Services } from './services.ts';

type Parts = {
  services: Services;
  tokens: Tokens;
  clock: PolicyClock;
  trial: boolean;
  ready: () => Promise<Record<string, boolean>>;
  log: Log;
};

/** The HTTP API, assembled. */
export function createApp({ services, tokens, clock, trial, ready, log }: Parts): Express {
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
  const made = routes(v1, tokens);
  trialRoutes(v1, tokens);
  evidenceRoutes(made, services);
  v1.use(express.json({ limit: '1mb', strict: true }));
  projectRoutes(made, services);
  sponsorRoutes(made, services);
  fundingRoutes(made, services);
  agreementRoutes(made, services);
  milestoneRoutes(made, services);
  clockRoutes(made, services, { clock, trial });
  app.use('/v1', v1);
  app.use(() => {
    throw new BadRequest(404, 'RouteIsUnknown');
  });
  app.use(problems(log));
  return app;
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
    response.on('finish', () => {
      log[request.method === 'GET' ? 'debug' : 'info'](
        {
          correlationId,
          requestId,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      );
    });
    next();
  };
