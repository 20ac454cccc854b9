import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fed, Feed } from '@junkan/kit/messaging/feed.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import express, { type Router } from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { problems } from '../http/problem.ts';
import { routes } from '../route.ts';
import type { Services } from '../services.ts';
import { live, liveRoutes } from './live.ts';

const log = pino({ level: 'silent' });
const actor: Actor = { person: 'auditor', organisation: 'secretariat', roles: ['auditor'] };

const drafted = (sequence: number): Fed => ({
  context: 'project',
  aggregate: 'project',
  sequence,
  stream: `prj_${sequence}`,
  version: 1,
  event: { type: 'ProjectDrafted', schema: 1, data: {} },
  at: '2026-01-01T00:00:00.000Z',
  actor: 'someone',
  correlationId: 'req_1',
  causationId: 'req_1',
  clockOffset: 0,
});

/** The route alone, over a feed of so many events, with how many of them each reader has taken. */
async function serving(
  total: number,
  { beatMs, perPerson = 8, feedMs = 0, tokenMs = 0 }: { beatMs: number; perPerson?: number; feedMs?: number; tokenMs?: number },
) {
  const taken: number[] = [];
  let reading = 0;
  const done = (): void => {
    reading -= 1;
  };
  const feed: Feed = {
    end: async () => {
      await sleep(feedMs);
      return { origin: 'a', sequence: 0 };
    },
    async *read(context, _after, signal) {
      reading += 1;
      signal.addEventListener('abort', () => done(), { once: true });
      const reader = context === 'project' ? taken.push(0) - 1 : 0;
      for (let next = 1; context === 'project' && next <= total && !signal.aborted; next += 1) {
        taken[reader] = next;
        yield drafted(next);
      }
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    },
  };
  const listening = live({
    services: {} as Services,
    feed: async () => feed,
    perPerson,
    log,
    beatMs,
  });
  const app = express();
  const guards = {
    callers: {
      holderOf: async () => {
        await sleep(tokenMs);
        return { actor, name: '', until: Date.now() + 60_000 };
      },
    },
    rate: async () => undefined,
    naming: async () => ({}),
  };
  const delegations = { acting: async (own: Actor) => own, reading: async (own: Actor) => own, changed: () => undefined };
  const door = { enter: async () => undefined, act: async () => undefined };
  liveRoutes(
    routes(app as Router, { ...guards, door, delegations, once: (_id, run) => run(), onTime: async () => undefined }, () => undefined),
    listening,
  );
  app.use(problems(log));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(async () => {
    await listening.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, taken, reading: () => reading, url: `http://127.0.0.1:${port}/events`, close: () => listening.close() };
}

/** A client that asks and then reads nothing. */
function deaf(port: number) {
  const socket = connect(port, '127.0.0.1');
  socket.pause();
  socket.write('GET /events HTTP/1.1\r\nHost: x\r\n\r\n');
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()).on('error', () => undefined));
  onTestFinished(() => void socket.destroy());
  return { gone, readOn: () => socket.resume() };
}

async function countOf(url: string, wanted: number): Promise<number> {
  const { body } = await fetch(url);
  let count = 0;
  for await (const text of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    count += text.split('event:ProjectDrafted').length - 1;
    if (count >= wanted) break;
  }
  return count;
}

test('a client that does not read is waited for, then cut off; other clients get everything meanwhile', async () => {
  const TOTAL = 100_000;
  // Both run in this process: so long that no busy machine keeps the reader from reading for two beats.
  const { port, taken, reading, url } = await serving(TOTAL, { beatMs: 2_000 });
  const slow = deaf(port);
  await expect.poll(() => taken.length).toBe(1);
  let held = 0;
  const isStalled = (): boolean => {
    const before = held;
    held = taken[0] ?? 0;
    return held > 0 && held === before;
  };
  await expect.poll(isStalled).toBe(true);
  // Part of an event may end one piece and begin the next, and is counted in neither.
  expect(await countOf(url, TOTAL * 0.98)).toBeGreaterThanOrEqual(TOTAL * 0.98);
  expect([taken[0], held < TOTAL / 2]).toEqual([held, true]);
  await expect.poll(reading).toBe(0);
  // What had been sent by then is still on its way; nothing follows it.
  slow.readOn();
  await slow.gone;
  expect(taken[0]).toBeLessThan(TOTAL);
});

test('a stream on which nothing happens is kept alive, and its beats say how far it was read', async () => {
  const { url } = await serving(0, { beatMs: 20 });
  const reader = (await fetch(url)).body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let done = false; !done && text.split('beat').length < 4; ) {
    const read = await reader?.read();
    text += read?.value ?? '';
    done = read?.done ?? true;
  }
  expect(text).toMatch(/^retry: ?2000\nid: ?\S+\n\n(: ?beat\nid: ?\S+\n\n){3}/);
  await reader?.cancel();
});

test('a person has so many streams at a time and no more; one that ends makes room', async () => {
  const { url } = await serving(0, { beatMs: 1_000, perPerson: 2 });
  const leaving = new AbortController();
  await Promise.all([fetch(url, { signal: leaving.signal }), fetch(url)]);
  const third = await fetch(url);
  expect([third.status, third.headers.get('retry-after'), await third.json()]).toEqual([
    429,
    '5',
    expect.objectContaining({ type: '/problems/streams-are-too-many' }),
  ]);
  leaving.abort();
  await expect.poll(async () => (await fetch(url)).status).toBe(200);
});

test('a gateway that stops ends its streams in order, and takes no more', async () => {
  const { url, close } = await serving(3, { beatMs: 1_000 });
  const response = await fetch(url);
  const whole = response.text();
  await sleep(100);
  await close();
  expect((await whole).split('event:ProjectDrafted').length).toBe(4);
  expect((await fetch(url)).status).toBe(503);
});

/** Asks, and goes away so long after. */
async function breaksOff(port: number, afterMs: number): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('GET /events HTTP/1.1\r\nHost: x\r\n\r\n');
  await sleep(afterMs);
  socket.destroy();
}

test.each([
  ['while its token is looked at', { tokenMs: 40 }],
  ['while the broker is asked', { feedMs: 40 }],
  ['at any moment', {}],
])('who breaks off %s leaves no seat taken and no reader behind', async (_, slow) => {
  const { port, url, reading } = await serving(0, { beatMs: 1_000, perPerson: 4, ...slow });
  for (let tries = 0; tries < 5; tries += 1) await Promise.all([0, 1, 2, 3, 5, 20].map((afterMs) => breaksOff(port, afterMs)));
  await sleep(200);
  expect(reading()).toBe(0);
  const leaving = new AbortController();
  const all = await Promise.all([1, 2, 3, 4].map(() => fetch(url, { signal: leaving.signal })));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  leaving.abort();
  await expect.poll(reading).toBe(0);
});

test('a gateway stops, though a client takes nothing of what it was sent and others have broken off', async () => {
  const { port, close, reading } = await serving(100_000, { beatMs: 60_000, feedMs: 20 });
  deaf(port);
  await Promise.all([1, 5, 10, 30].map((afterMs) => breaksOff(port, afterMs)));
  await expect.poll(reading).toBeGreaterThan(0);
  await sleep(200);
  // It ends at all: what waited for them would not.
  await close();
  expect(reading()).toBe(0);
});
