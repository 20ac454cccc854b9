import type { Call } from '@junkan/kit/call.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { Fed, Feed } from '@junkan/kit/messaging/feed.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { Response } from 'express';
import { z } from 'zod';
import type { liveEvent } from '../answers/live.ts';
import { atOnce } from '../http/at-once.ts';
import { chainFor } from '../http/chain.ts';
import { about } from '../http/describe.ts';
import { BadRequest } from '../http/problem.ts';
import { id, lastEventId } from '../http/schemas.ts';
import type { RouteInput, Routes } from '../route.ts';
import type { Services } from '../services.ts';
import { audienceOf, type Facts, mayLearn } from './audience.ts';
import { cursorOf, type Position, positionOf } from './cursor.ts';
import { factsOf } from './facts.ts';
import { type Outlet, outlet } from './outlet.ts';
import { addressOf, CONTEXT_NAMES, collectionOf } from './table.ts';
import { countsFor, workNotifier } from './work.ts';

const BEAT_MS = 15_000;
const RETRY_AFTER_S = '5';
/** The longest time for which a timer can be set. */
const MAX_WAIT_MS = 2 ** 31 - 1;

type Parts = {
  services: Services;
  feed: () => Promise<Feed>;
  perPerson: number;
  log: Log;
  beatMs?: number;
};

const filter = z.strictObject({
  cursor: z.string().max(2_000).default('').meta({ description: 'As Last-Event-ID, for a client that cannot send headers.' }),
  project: id('prj').or(z.literal('')).default('').meta({ description: 'Only what concerns this project.' }),
  work: z.enum(['true', 'false']).default('false').meta({
    description: 'Also tell in events `work`, with LiveWork as data, how much waits for the caller: at once, and whenever it has changed.',
  }),
});

type Listening = Pick<RouteInput<unknown, z.output<typeof filter>, unknown>, 'query' | 'call' | 'response'> & {
  readonly source: Feed;
  readonly position: Position;
  /** When the token ends, in milliseconds of real time. */
  readonly until: number;
};

export type Live = ReturnType<typeof live>;

export const liveRoutes = ({ stream }: Routes, { open }: Live): void =>
  stream('/events', about('listen', 'Events as they happen, as far as the caller may learn of them'), filter, open);

/** Live updates: all clients share one reading of each feed, and a slow one, which delays nobody, reads by itself what it has missed. */
export function live({ services, feed, perPerson, log, beatMs = BEAT_MS }: Parts) {
  const facts = factsOf(services);
  const streams = atOnce(perPerson, 'StreamsAreTooMany', RETRY_AFTER_S);
  const running = new Set<() => Promise<void>>();
  let closed = false;

  /** Answers and listens until the client goes, its token ends or the gateway stops. @throws before anything is answered. */
  async function open({ query, call, until, request, response }: RouteInput<unknown, z.output<typeof filter>, unknown>): Promise<void> {
    const given = lastEventId.safeParse(request.header('last-event-id'));
    if (!given.success) throw new BadRequest(400, 'CursorIsMalformed', [{ pointer: '#header/Last-Event-ID', detail: 'is too long' }]);
    // Nothing is sent for a client that has gone: it must not take what its departure would release.
    if (response.destroyed) return;
    response.once('close', streams.take(call.actor.person));
    const source = await feed();
    const ends = await endsOf(source);
    const pointer = given.data ? '#header/Last-Event-ID' : '#query/cursor';
    const position = positionOf(given.data || query.cursor, pointer, ends);
    if (closed) throw new ProblemError({ kind: 'unavailable', type: 'GatewayIsStopping', data: {} });
    if (response.destroyed) return;
    await tellAll({ source, position, until, query, call, response });
  }

  async function tellAll({ source, position, until, query, call, response }: Listening): Promise<void> {
    const out = begin(response, position);
    running.add(out.end);
    const expired = setTimeout(() => void out.end(), Math.min(Math.max(until - Date.now(), 0), MAX_WAIT_MS));
    const work = query.work === 'true' ? workOf(out, position, call) : undefined;
    const listen = (context: string) => follow(source.read(context, position[context]?.sequence ?? 0, out.signal), context);
    const follow = async (events: AsyncIterable<Fed>, context: string): Promise<void> => {
      for await (const event of events) {
        work?.touch(context, `${event.stream}@${event.version}`);
        const message = await tellOf(event, call.actor, query.project, () => facts(event));
        if (out.signal.aborted) return;
        position[context] = { origin: position[context]?.origin ?? '', sequence: event.sequence };
        if (message) await out.send({ type: message.type, data: message, id: cursorOf(position) });
      }
    };
    try {
      await Promise.all(CONTEXT_NAMES.map(listen));
    } catch (error) {
      if (!out.signal.aborted)
        log.warn({ err: error, correlationId: call.correlationId }, 'a live stream ends early; its client may resume');
    } finally {
      clearTimeout(expired);
      running.delete(out.end);
      await out.end();
    }
  }

  const workOf = (out: Outlet, position: Position, call: Call) =>
    workNotifier({
      counts: (after) => countsFor(services, call, after),
      send: (counts) => out.send({ type: 'work', data: { counts }, id: cursorOf(position) }),
      signal: out.signal,
      log,
    });

  const begin = (response: Response, position: Position) => {
    response.set({ 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no', Connection: 'close' });
    return outlet(response, { beatMs, cursor: () => cursorOf(position) });
  };

  return {
    open,
    async close(): Promise<void> {
      closed = true;
      await Promise.all([...running].map((end) => end()));
    },
  };
}

async function endsOf(source: Feed): Promise<Position> {
  return Object.fromEntries(await Promise.all(CONTEXT_NAMES.map(async (context) => [context, await source.end(context)] as const)));
}

/** What this actor may learn of an event, if anything. */
async function tellOf(
  event: Fed,
  actor: Actor,
  project: string,
  facts: () => Promise<Facts>,
): Promise<z.output<typeof liveEvent> | undefined> {
  if (!(await mayLearn(actor, audienceOf(event), facts))) return undefined;
  // A project's own events need no query.
  const known = event.aggregate === 'project' ? undefined : await facts();
  const concerned = known ? known.project : event.stream;
  if (project !== '' && concerned !== project) return undefined;
  const { context, aggregate, stream: id, version, at, correlationId } = event;
  const collection = aggregate === 'clock' ? 'clock' : collectionOf(aggregate);
  return {
    id,
    version,
    type: event.event.type,
    at,
    correlationId: chainFor(actor, correlationId),
    context,
    ...(collection ? { collection, href: addressOf(id) ?? '/v1/clock' } : {}),
    ...(known?.href ? { href: known.href } : {}),
    ...(concerned ? { project: concerned } : {}),
  };
}
