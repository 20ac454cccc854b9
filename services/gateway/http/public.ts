import type { Call } from '@junkan/kit/call.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Request, Response, Router } from 'express';
import type { z } from 'zod';
import { type Dataset, datasetOf } from '../open-data/datasets.ts';
import type { About, Described } from './describe.ts';
import { sendTagged } from './document.ts';
import { toJson } from './json.ts';
import { type Naming, namesParam } from './names.ts';
import { readPart } from './problem.ts';
import { nothing } from './schemas.ts';

/** The actor of an anonymous caller: no organisation, and no role. */
export const ANYBODY: Actor = { person: 'anybody', organisation: 'public', roles: [] };

/** A call for anybody. */
export function anybody(response: Response): Call {
  const requestId = String(response.locals['requestId']);
  return { actor: ANYBODY, commandId: '', correlationId: requestId, causationId: requestId };
}

/** How long caches may serve an answer, in seconds. */
export const MAX_AGE_S = 60;

/** An answer that caches may keep, and pages of any origin read. */
export const FOR_EVERYBODY = {
  'Cache-Control': `public, max-age=${MAX_AGE_S}`,
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

type Making = {
  readonly router: Router;
  readonly naming: Naming;
  readonly describe: (route: Omit<Described, 'tag'>) => void;
  readonly datasets: Dataset[];
};
type RouteInput<Params, Query> = { readonly params: Params; readonly query: Query; readonly call: Call };

export type PublicRoutes = ReturnType<typeof publicRoutes>;

/**
 * Makes routes that need no token and answer everybody alike: the sender of a request is not read. Answers may be cached by intermediaries,
 * and read by pages of any origin. `datasets`: takes what is open data of them.
 */
export function publicRoutes({ router, naming, describe, datasets }: Making) {
  return {
    get<P extends z.ZodType, Q extends z.ZodObject>(
      path: string,
      about: About,
      { params, query }: { params?: P; query: Q },
      ask: (asked: RouteInput<z.output<P>, z.output<Q>>) => Promise<object>,
    ): void {
      const shape = query.extend(namesParam.shape);
      describe({ method: 'get', path, about, kind: 'public', query: shape, ...(params ? { params } : {}) });
      if (!params) {
        const whole = query as unknown as z.ZodType<z.output<Q>>;
        datasets.push(...datasetOf({ path, about, query: whole, ask: (asked) => ask({ ...asked, params: {} as z.output<P> }) }));
      }
      router.get(path, async (request, response) => {
        const call = anybody(response);
        const { with: wanted, ...own } = readPart('#query', shape, request.query) as z.output<typeof namesParam>;
        const named = readPart('#params', params ?? nothing, request.params) as z.output<P>;
        const answer = toJson(await ask({ params: named, query: own as z.output<Q>, call })) as object;
        // Of what was asked for as well: a page says to what it is narrowed.
        const names = wanted.includes('names') ? { names: await naming([answer, Object.values(own)], call) } : {};
        send(request, response, { ...answer, ...names });
      });
    },
  };
}

function send(request: Request, response: Response, answer: object): void {
  // A cached answer carries no request id.
  response.removeHeader('X-Correlation-Id');
  response.set(FOR_EVERYBODY);
  sendTagged(request, response, { type: 'json', text: JSON.stringify(answer) });
}
