import type { Call } from '@junkan/kit/call.ts';
import { crashPoints } from '@junkan/kit/crash.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Request, RequestHandler, Response, Router } from 'express';
import { z } from 'zod';
import type { Callers } from './auth/callers.ts';
import type { Delegations } from './auth/delegations.ts';
import type { Door } from './auth/door.ts';
import { mustBeReader } from './auth/roles.ts';
import { jsonReader, mustBeJson } from './http/body.ts';
import { ownChain } from './http/chain.ts';
import type { About, Described } from './http/describe.ts';
import type { InFlight } from './http/in-flight.ts';
import { toJson } from './http/json.ts';
import { type Naming, namesParam } from './http/names.ts';
import { positions } from './http/positions.ts';
import { BadRequest, readPart } from './http/problem.ts';
import type { Rate } from './http/rate.ts';
import { ifMatch, keyShape, nothing } from './http/schemas.ts';
import type { GatewayProblem } from './problems/gateway.ts';
import { spokenList, withSentences } from './words/events.ts';
import type { Names } from './words/facts.ts';
import { readersLanguage, saysLanguage } from './words/language.ts';

const crashAt = crashPoints({ 'gateway.answered': 'A service has done a command; its sender has no HTTP answer.' });

/**
 * The input of a route's handler: validated parts, the call on whose behalf the services are asked, the caller's name, and until when the
 * caller's identity is valid, in milliseconds of real time.
 */
export type RouteInput<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  call: Call;
  name: string;
  until: number;
  request: Request;
  response: Response;
};

type Answer = { id: string; version: number; status: string };

/** What a route takes; a part without a shape must be empty. */
type Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = { params?: P; query?: Q; body?: B };

/**
 * `created` gives the address of a new item; `requiresIfMatch` prevents overwriting a version that the caller has not seen;
 * `withoutOrganisation`: the caller acts for no organisation.
 */
type CommandShapes<P extends z.ZodType, B extends z.ZodType> = {
  params?: P;
  body?: B;
  created?: (answer: Answer) => string;
  requiresIfMatch?: boolean;
  /** Whether what was asked for waits: it is answered with 202. */
  waits?: (answer: Answer) => boolean;
  withoutOrganisation?: boolean;
};

/** Names the command of a request, from who sends it, the checked parts of its path and its idempotency key; empty for what changes nothing. */
type CommandNaming = (request: Request, actor: Actor, params: unknown) => string;

/** What is done with a body: nothing at all where the handler takes the bytes as they come. */
type Reading = (request: Request, response: Response) => Promise<unknown>;

export type Routes = ReturnType<typeof routes>;

/** Makes routes: authenticate, validate, then one call to the services. Each is described as it is made. */
export function routes(router: Router, guards: Guards, describe: (route: Omit<Described, 'tag'>) => void) {
  const { once, door, delegations, naming } = guards;
  const making: Making = { router, describe, once, door, delegations, naming, handle: handling(guards) };
  return {
    get: getting(making),
    question: questioning(making),
    command: commanding(making),
    raw: answering(making),
    stream: streaming(making),
  };
}

/** What every request has to pass. */
type Guards = { callers: Callers; rate: Rate; door: Door; delegations: Delegations; once: InFlight; onTime: OnTime; naming: Naming };

/** Brings this gateway's policy time to where the installation's is: in a trial another may have let it pass. */
export type OnTime = () => Promise<unknown>;

type Making = {
  router: Router;
  describe: (route: Omit<Described, 'tag'>) => void;
  once: InFlight;
  door: Door;
  delegations: Delegations;
  naming: Naming;
  handle: ReturnType<typeof handling>;
};

/** How often delegations are read again during an answer that does not end. */
const DELEGATION_RECHECK_MS = 60_000;

const handling =
  ({ callers, rate, door, delegations, onTime }: Guards) =>
  <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
    { params, query, body }: Shapes<P, Q, B>,
    nameOf: CommandNaming,
    reading: Reading,
    respond: (asked: RouteInput<z.output<P>, z.output<Q>, z.output<B>>) => Promise<void>,
  ): RequestHandler =>
  async (request, response) => {
    const { actor: own, name, until } = await callers.holderOf(request, response);
    await rate(own.person, response);
    const chain = { correlationId: chainOf(response, own), causationId: String(response.locals['requestId']) };
    // Both are asked of one registry, which answers what comes together by one look.
    const [actor] = await Promise.all(nameOf === none ? [delegations.reading(own, chain)] : [delegations.acting(own, chain), onTime()]);
    if ((request.method === 'GET' && request.path !== '/clock') || actor.roles.length === 0) mustBeReader(actor);
    await door.enter(actor, chain);
    const named = read('#params', params, request.params);
    const call: Call = {
      actor,
      commandId: nameOf(request, actor, named),
      expectedVersion: expectedVersion(request),
      ...chain,
      ...positions(request, response),
    };
    await respond({
      params: named,
      query: read('#query', query, request.query),
      body: read('', body, (await reading(request, response)) ?? {}),
      call,
      name,
      until: actor.acting?.given.length ? Math.min(until, Date.now() + DELEGATION_RECHECK_MS) : until,
      request,
      response,
    });
  };

/** A chain that a caller names is its own. */
function chainOf(response: Response, actor: Actor): string {
  const { given, requestId } = response.locals as { given?: string; requestId: string };
  if (given === undefined) return requestId;
  const own = ownChain(given, actor);
  response.locals['correlationId'] = own;
  response.set('X-Correlation-Id', own);
  return own;
}

const MAX_BODY = '1mb';
const readJson = jsonReader(MAX_BODY);
const readNothing: Reading = async () => undefined;
const readCommand: Reading = (request, response) => {
  mustBeJson(request);
  return readJson(request, response);
};

const none: CommandNaming = () => '';

/** Answers an item or a list as JSON, with the item's version as its ETag, and with names where they are asked for. */
const getting =
  ({ router, describe, handle, naming }: Making) =>
  <P extends z.ZodType, Q extends z.ZodObject>(
    path: string,
    about: About,
    { params, query }: { params?: P; query?: Q },
    ask: (asked: RouteInput<z.output<P>, z.output<Q>, unknown>) => Promise<object>,
  ): void => {
    const own = query ?? nothing;
    const shapes = { ...(params ? { params } : {}), query: hasNames(about) ? own.extend(namesParam.shape) : own };
    const spoken = spokenList(about.answers);
    const inWords = (answer: Named, { request, response }: { request: Request; response: Response }): Promise<object> | object => {
      if (spoken === undefined) return answer;
      const language = readersLanguage(request);
      saysLanguage(response, language);
      return withSentences(answer, spoken, language, answer.names);
    };
    const respond = async (asked: RouteInput<z.output<P>, Wanted, unknown>): Promise<void> => {
      const { with: wanted, ...given } = asked.query;
      const found = await ask({ ...asked, query: given as z.output<Q> });
      if ('version' in found) asked.response.set('ETag', `"${String(found.version)}"`);
      if ('nextCursor' in found && found.nextCursor) asked.response.set('Link', nextOf(asked.request, String(found.nextCursor)));
      asked.response.json(await inWords(await withNames(naming, found, wanted, asked.call), asked));
    };
    describe({ method: 'get', path, about, kind: 'query', ...shapes });
    router.get(path, handle(shapes, none, readJson, respond));
  };

type Wanted = Partial<z.output<typeof namesParam>>;
type Named = { readonly names?: Names };

async function withNames(naming: Naming, found: object, wanted: Wanted['with'] = [], call: Call): Promise<Named> {
  const answer = toJson(found) as object;
  return wanted.includes('names') ? { ...answer, names: await naming(answer, call) } : answer;
}

const hasNames = ({ answers }: About): boolean => answers instanceof z.ZodObject && 'names' in answers.shape;

/**
 * Answers a query that is too long for an address as JSON, and changes nothing. `reading`: how the body is read, if not as it is described.
 */
const questioning =
  ({ router, describe, handle, naming }: Making) =>
  <B extends z.ZodType>(
    path: string,
    about: About,
    body: B,
    ask: (asked: RouteInput<unknown, unknown, z.output<B>>) => Promise<object>,
    described: z.ZodType = body,
  ): void => {
    const shapes = { body, query: hasNames(about) ? namesParam : nothing };
    describe({ method: 'post', path, about, kind: 'question', ...shapes, body: described });
    const respond = async (asked: RouteInput<unknown, Wanted, z.output<B>>): Promise<void> => {
      mustBeReader(asked.call.actor);
      asked.response.json(await withNames(naming, await ask(asked), asked.query.with, asked.call));
    };
    router.post(path, handle(shapes, none, readCommand, respond));
  };

/** The next page of a list, as RFC 8288 says it. */
function nextOf({ originalUrl }: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(originalUrl, 'http://gateway');
  searchParams.set('cursor', cursor);
  return `<${pathname}?${searchParams}>; rel="next"`;
}

/** A command: needs an Idempotency-Key, returns the version of its stream; `created` also gives the address of the new item. */
const commanding =
  ({ router, describe, once, door, delegations, handle }: Making) =>
  <P extends z.ZodType, B extends z.ZodType>(
    method: 'post' | 'put',
    path: string,
    about: About,
    { created, waits, requiresIfMatch = false, withoutOrganisation = false, ...shapes }: CommandShapes<P, B>,
    run: (asked: RouteInput<z.output<P>, unknown, z.output<B>>) => Promise<Answer>,
  ): void => {
    const nameOf: CommandNaming = (request, { person, organisation }, params) =>
      sha256(JSON.stringify([person, organisation, method, filled(path, params), keyOf(request)]));
    const respond = async (asked: RouteInput<z.output<P>, unknown, z.output<B>>): Promise<void> => {
      if (requiresIfMatch && asked.request.header('if-match') === undefined)
        throw new BadRequest(428, 'PreconditionRequired', [{ pointer: '#header/If-Match', detail: 'must be the ETag of what is changed' }]);
      if (!withoutOrganisation) await door.act(asked.call, asked.name);
      const answer = await once(asked.call.commandId, () => run(asked));
      delegations.changed(asked.call.actor.organisation, answer.id);
      crashAt('gateway.answered');
      asked.response.set('ETag', `"${answer.version}"`);
      if (created) asked.response.status(201).set('Location', created(answer));
      if (waits?.(answer)) asked.response.status(202);
      asked.response.json(toJson(answer));
    };
    const mayWait = waits !== undefined;
    describe({ method, path, about, kind: 'command', creates: created !== undefined, requiresIfMatch, mayWait, ...shapes });
    router[method](path, handle(shapes, nameOf, readCommand, respond));
  };

/** For bodies that are not plain JSON: the handler reads the body and writes the answer. */
const answering =
  ({ router, describe, door, handle }: Making) =>
  <P extends z.ZodType, Q extends z.ZodType>(
    method: 'post' | 'get',
    path: string,
    about: About,
    shapes: { params?: P; query?: Q },
    respond: (asked: RouteInput<z.output<P>, z.output<Q>, unknown>) => Promise<void>,
  ): void => {
    describe({ method, path, about, kind: method === 'post' ? 'upload' : 'download', creates: method === 'post', ...shapes });
    const acting = async (asked: RouteInput<z.output<P>, z.output<Q>, unknown>): Promise<void> => {
      await door.act(asked.call, asked.name);
      await respond(asked);
    };
    router[method](path, handle(shapes, none, readNothing, method === 'post' ? acting : respond));
  };

/** For an answer that does not end: the handler writes it event by event. */
const streaming =
  ({ router, describe, handle }: Making) =>
  <Q extends z.ZodType>(
    path: string,
    about: About,
    query: Q,
    respond: (asked: RouteInput<unknown, z.output<Q>, unknown>) => Promise<void>,
  ): void => {
    describe({ method: 'get', path, about, kind: 'stream', query });
    router.get(path, handle({ query }, none, readJson, respond));
  };

/** The path of a route with its checked parts in their places: the one spelling of what a request may spell in many ways. */
const filled = (path: string, params: unknown): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => String((params as Record<string, unknown>)[name]));

const read = <Shape extends z.ZodType>(part: string, shape: Shape | undefined, value: unknown): z.output<Shape> =>
  readPart(part, shape ?? nothing, value) as z.output<Shape>;

function keyOf(request: Request): string {
  const given = request.header('idempotency-key') ?? '';
  const key = keyShape.safeParse(given);
  if (!key.success) throw badHeader(given === '' ? 'IdempotencyKeyIsMissing' : 'IdempotencyKeyIsMalformed', 'Idempotency-Key', key.error);
  return key.data;
}

function expectedVersion(request: Request): number | undefined {
  const given = ifMatch.optional().safeParse(request.header('if-match'));
  if (!given.success) throw badHeader('IfMatchIsMalformed', 'If-Match', given.error);
  return given.data === undefined || given.data === '*' ? undefined : Number(given.data.slice(1, -1));
}

const badHeader = (type: GatewayProblem, name: string, { issues }: z.ZodError): BadRequest =>
  new BadRequest(
    400,
    type,
    issues.map(({ message }) => ({ pointer: `#header/${name}`, detail: message })),
  );
