import type { Call } from '@junkan/kit/call.ts';
import { newId, sha256 } from '@junkan/kit/ids.ts';
import type { Actor } from '@junkan/kit/pure/actor.ts';
import type { Request, RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import type { Tokens } from '../auth/tokens.ts';
import { toJson } from './json.ts';
import { BadRequest, badFields } from './problem.ts';
import { nothing } from './schemas.ts';

/** What a route's handler gets: its parts checked, and the call in whose name it asks the services. */
type Asked<Params, Query, Body> = { params: Params; query: Query; body: Body; call: Call; request: Request; response: Response };

type Answer = { id: string; version: number; status: string };

type Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = { params?: P; query?: Q; body?: B };

/** Makes routes: who asks, is it well-formed, then one call to the services. */
export function routes(router: Router, tokens: Tokens) {
  const called = async (request: Request, response: Response, commandId: (actor: Actor) => string): Promise<Call> => {
    const actor = await tokens.actorOf(request.header('authorization'));
    const correlationId = String(response.locals['correlationId']);
    return {
      actor,
      commandId: commandId(actor),
      expectedVersion: expectedVersion(request),
      correlationId,
      causationId: String(response.locals['requestId']),
    };
  };

  const handler =
    <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
      { params, query, body }: Shapes<P, Q, B>,
      commandId: (request: Request) => (actor: Actor) => string,
      respond: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<void>,
    ): RequestHandler =>
    async (request, response) => {
      const call = await called(request, response, commandId(request));
      await respond({
        params: read('params', params ?? nothing, request.params) as z.output<P>,
        query: read('query', query ?? nothing, request.query) as z.output<Q>,
        body: read('', body ?? nothing, request.body ?? {}) as z.output<B>,
        call,
        request,
        response,
      });
    };

  return {
    /** Answers an item or a list as JSON, with the item's version as its ETag. */
    get<P extends z.ZodType, Q extends z.ZodType>(
      path: string,
      shapes: Omit<Shapes<P, Q, never>, 'body'>,
      ask: (asked: Asked<z.output<P>, z.output<Q>, unknown>) => Promise<object>,
    ): void {
      router.get(
        path,
        handler(
          shapes as Shapes<P, Q, z.ZodType>,
          () => () => '',
          async ({ response, ...asked }) => {
            const found = await ask({ response, ...asked } as Asked<z.output<P>, z.output<Q>, unknown>);
            if ('version' in found) response.set('ETag', `"${String(found.version)}"`);
            response.json(toJson(found));
          },
        ),
      );
    },
    /** A command: needs an Idempotency-Key, answers where its stream stands; `created` also says where the new item is. */
    command<P extends z.ZodType, B extends z.ZodType>(
      method: 'post' | 'put',
      path: string,
      shapes: Omit<Shapes<P, never, B>, 'query'> & { created?: (answer: Answer) => string },
      run: (asked: Asked<z.output<P>, unknown, z.output<B>>) => Promise<Answer>,
    ): void {
      const commandId = (request: Request) => (actor: Actor) =>
        sha256(JSON.stringify([actor.person, actor.organisation, method, request.path, keyOf(request)]));
      router[method](
        path,
        handler(shapes as Shapes<P, z.ZodType, B>, commandId, async ({ response, ...asked }) => {
          const answer = await run({ response, ...asked } as Asked<z.output<P>, unknown, z.output<B>>);
          response.set('ETag', `"${answer.version}"`);
          if (shapes.created) response.status(201).set('Location', shapes.created(answer));
          response.json(toJson(answer));
        }),
      );
    },
    /** For what is no plain JSON: the handler answers by itself. */
    raw<P extends z.ZodType>(
      method: 'post' | 'get',
      path: string,
      shapes: { params?: P },
      respond: (asked: Asked<z.output<P>, unknown, unknown>) => Promise<void>,
    ): void {
      router[method](
        path,
        handler({ ...shapes, body: anything } as unknown as Shapes<P, z.ZodType, z.ZodType>, () => () => newId('req'), respond),
      );
    },
  };
}

export type Routes = ReturnType<typeof routes>;

const anything = { safeParse: (data: unknown) => ({ success: true, data }) };

function read(part: string, shape: z.ZodType, value: unknown): unknown {
  const checked = shape.safeParse(value);
  if (!checked.success) throw badFields(part === '' ? '' : `#${part}`, checked.error);
  return checked.data;
}

function keyOf(request: Request): string {
  const key = request.header('idempotency-key') ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new BadRequest(400, 'IdempotencyKeyIsMissing', [
      { pointer: '#header/Idempotency-Key', detail: 'must be 1 to 200 visible ASCII characters' },
    ]);
  return key;
}

function expectedVersion(request: Request): number | undefined {
  const given = request.header('if-match');
  if (given === undefined || given === '*') return undefined;
  const [, version] = /^"(\d+)"$/.exec(given) ?? [];
  if (!version)
    throw new BadRequest(400, 'IfMatchIsMalformed', [
      { pointer: '#header/If-Match', detail: 'must be one ETag as a response has given it' },
    ]);
  return Number(version);
}
