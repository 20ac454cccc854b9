import { createServer } from 'node:http';
import { closing, listening } from '@junkan/kit/http/listening.ts';
import type { Log } from '@junkan/kit/log.ts';
import { VERSION } from '@junkan/kit/version.ts';
import express, { type Express, type RequestHandler, Router } from 'express';
import { addressOf, isLoopback } from './http/addresses.ts';
import { kept } from './http/kept.ts';
import { BadRequest, problems } from './http/problem.ts';

/** Asked by machines all the time. */
export const PROBES = ['/healthz', '/readyz', '/status'];

const READY_FOR_MS = 1_000;

/** `building`: it answers once it has read what it answers from. */
export type PartStatus = 'answers' | 'building' | 'away';
export type Parts = () => Promise<Record<string, PartStatus>>;

/**
 * Whether the gateway is up; whether it takes requests, which it does whatever other parts do, as each request needs only some of them; and which
 * parts answer. The parts are asked once in a while, however many ask.
 */
export function probes(parts: Parts, isClosing: () => boolean): Record<'isUp' | 'isReady' | 'status', RequestHandler> {
  const ask = kept(parts, READY_FOR_MS);
  return {
    isUp: (_request, response) => void response.json({ status: 'up', version: VERSION }),
    isReady: (_request, response) =>
      void (isClosing() ? response.status(503).json({ status: 'closing' }) : response.json({ status: 'ready' })),
    status: async (_request, response) => {
      const found = await ask();
      response.status(Object.values(found).every((part) => part === 'answers') ? 200 : 503).json(found);
    },
  };
}

/** For this host alone: what is not for everybody is not there for others. */
export const fromHere: RequestHandler = (request, _response, next) => {
  if (!isLoopback(addressOf(request))) throw new BadRequest(404, 'RouteIsUnknown');
  next();
};

/** The probes at an address of their own, which need not be reached from where the API is. */
export async function serveProbes(
  listen: string,
  { isUp, isReady, status }: ReturnType<typeof probes>,
  log: Log,
): Promise<() => Promise<void>> {
  const app: Express = express().disable('x-powered-by');
  app.use(Router().get('/healthz', isUp).get('/readyz', isReady).get('/status', status));
  app.use(problems(log));
  const server = createServer(app);
  log.info({ address: await listening(server, listen) }, 'answering probes');
  return () => closing(server);
}
