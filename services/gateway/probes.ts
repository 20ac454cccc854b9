import { createServer } from 'node:http';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import type { Log } from '@junkan/kit/log.ts';
import express, { type Express, type RequestHandler, Router } from 'express';
import { addressOf, isLoopback } from './http/addresses.ts';
import { kept } from './http/kept.ts';
import { BadRequest, problems } from './http/problem.ts';

/** Asked by machines all the time. */
export const PROBES = ['/healthz', '/readyz'];

const READY_FOR_MS = 1_000;

export type Ready = () => Promise<Record<string, boolean>>;

/** Whether the gateway is up, and whether every part answers. The parts are asked once in a while, however many ask. */
export function probes(ready: Ready): { isUp: RequestHandler; isReady: RequestHandler } {
  const ask = kept(ready, READY_FOR_MS);
  return {
    isUp: (_request, response) => void response.json({ status: 'up' }),
    isReady: async (_request, response) => {
      const parts = await ask();
      response.status(Object.values(parts).every(Boolean) ? 200 : 503).json(parts);
    },
  };
}

/** For this host alone: what is not for everybody is not there for others. */
export const fromHere: RequestHandler = (request, _response, next) => {
  if (!isLoopback(addressOf(request))) throw new BadRequest(404, 'RouteIsUnknown');
  next();
};

/** The probes at an address of their own, which need not be reached from where the API is. */
export async function serveProbes(listen: string, { isUp, isReady }: ReturnType<typeof probes>, log: Log): Promise<() => Promise<void>> {
  const app: Express = express().disable('x-powered-by');
  app.use(Router().get('/healthz', isUp).get('/readyz', isReady));
  app.use(problems(log));
  const server = createServer(app);
  log.info({ address: await listening(server, listen) }, 'answering probes');
  return () => closing(server);
}
