import type { Call } from '@junkan/kit/call.ts';
import { sha256 } from '@junkan/kit/ids.ts';
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

/** What a route takes; a part without a shape must be empty. */
type Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = { params?: P; query?: Q; body?: B };

/** Names the command of a request, from who sends it and its idempotency key; empty for what changes nothing. */
type Naming = (request: Request, actor: Actor) => string;

export type Routes = ReturnType<typeof routes>;

/** Makes routes: who asks, is it well-formed, then one call to the services. */
export function routes(router: Router, tokens: Tokens) {
  const handle = handling(tokens);
  return { get: getting(router, handle), command: commanding(router, handle), raw: answering(router, handle) };
}

type Handle = ReturnType<typeof handling>;

const handling =
  (tokens: Tokens) =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    { params, query, body }: Shapes<P, Q, B>,
    naming: Naming,
    respond: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    const actor = await tokens.actorOf(request.header('authorization'));
    const call: Call = {
      actor,
      commandId: naming(request, actor),
      expectedVersion: expectedVersion(request),
      correlationId: String(response.locals['correlationId']),
      causationId: String(response.locals['requestId']),
    };
    await respond({
      params: read('#params', params, request.params),
      query: read('#query', query, request.query),
      body: read('', body, request.body ?? {}),
      call,
      request,
      response,
    });
  };

const none: Naming = () => '';

/** Answers an item or a list as JSON, with the item's version as its ETag. */
const getting =
  (router: Router, handle: Handle) =>
  <P extends z.ZodType, Q extends z.ZodType>(
    path: string,
    shapes: { params?: P; query?: Q },
    ask: (asked: Asked<z.output<P>, z.output<Q>, unknown>) => Promise<object>,
  ): void => {
    const respond = async (asked: Asked<z.output<P>, z.output<Q>, unknown>): Promise<void> => {
      const found = await ask(asked);
      if ('version' in found) asked.response.set('ETag', `"${String(found.version)}"`);
      asked.response.json(toJson(found));
    };
    router.get(path, handle(shapes, none, respond));
  };

/** A command: needs an Idempotency-Key, answers where its stream stands; `created` also says where the new item is. */
const commanding =
  (router: Router, handle: Handle) =>
  <P extends z.ZodType, B extends z.ZodType>(
    method: 'post' | 'put',
    path: string,
    { created, ...shapes }: { params?: P; body?: B; created?: (answer: Answer) => string },
    run: (asked: Asked<z.output<P>, unknown, z.output<B>>) => Promise<Answer>,
  ): void => {
    const naming: Naming = (request, { person, organisation }) =>
      sha256(JSON.stringify([person, organisation, method, request.path, keyOf(request)]));
    const respond = async (asked: Asked<z.output<P>, unknown, z.output<B>>): Promise<void> => {
      const answer = await run(asked);
      asked.response.set('ETag', `"${answer.version}"`);
      if (created) asked.response.status(201).set('Location', created(answer));
      asked.response.json(toJson(answer));
    };
    router[method](path, onlyJson, handle(shapes, naming, respond));
  };

/** For what is no plain JSON: the handler takes the body and answers by itself. */
const answering =
  (router: Router, handle: Handle) =>
  <P extends z.ZodType>(
    method: 'post' | 'get',
    path: string,
    shapes: { params?: P },
    respond: (asked: Asked<z.output<P>, unknown, unknown>) => Promise<void>,
  ): void => {
    router[method](path, handle(shapes, none, respond));
  };

/** A body of another media type is not read, so it must not pass for an empty one. */
const onlyJson: RequestHandler = (request, _response, next) => {
  const [length, chunked] = [request.header('content-length') ?? '0', request.header('transfer-encoding')];
  if ((length !== '0' || chunked !== undefined) && !request.is('json'))
    throw new BadRequest(415, 'MediaTypeIsNotJson', [{ pointer: '#header/Content-Type', detail: 'must be application/json' }]);
  next();
};

function read<Shape extends z.ZodType>(part: string, shape: Shape | undefined, value: unknown): z.output<Shape> {
  const checked = (shape ?? nothing).safeParse(value);
  if (!checked.success) throw badFields(part, checked.error);
  return checked.data as z.output<Shape>;
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
  const [, version] = /^"(\d{1,10})"$/.exec(given) ?? [];
  if (!version)
    throw new BadRequest(400, 'IfMatchIsMalformed', [
      { pointer: '#header/If-Match', detail: 'must be one ETag as a response has given it' },
    ]);
  return Number(version);
}
