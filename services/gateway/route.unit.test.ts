import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Call } from '@junkan/kit/call.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import express, { type Router } from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { callersOf } from './auth/callers.ts';
import { about } from './http/describe.ts';
import { refuseOtherMethods } from './http/methods.ts';
import type { Naming } from './http/names.ts';
import { problems } from './http/problem.ts';
import { routes } from './route.ts';
import type { Holder } from './tokens/tokens.ts';

type Called = Pick<Call, 'commandId' | 'correlationId' | 'seen'>;

/** One command and one query over nothing; the caller gives their own name. */
async function serving() {
  const calls: Called[] = [];
  const lines: string[] = [];
  const log = pino({}, { write: (line) => void lines.push(line) });
  const holderOf = async (name: string | undefined): Promise<Holder> => {
    if (!name) throw new ProblemError({ kind: 'unauthenticated', type: 'TokenIsMissing', data: {} });
    return { actor: { person: name, organisation: 'secretariat', roles: ['auditor'] }, name: '', until: 0 };
  };
  const app = express();
  app.use((request, response, next) => {
    Object.assign(response.locals, { requestId: 'req_1', given: request.header('x-correlation-id') });
    next();
  });
  const naming: Naming = async (answer) => ({ [JSON.stringify(answer)]: { text: 'its name' } });
  const door = { enter: async () => undefined, act: async () => undefined };
  const delegations = { acting: async (own: Actor) => own, reading: async (own: Actor) => own, changed: () => undefined };
  const guards = { door, delegations, callers: callersOf({ holderOf }), rate: async () => undefined, naming };
  const { get, command } = routes(app as Router, { ...guards, once: (_id, run) => run(), onTime: async () => undefined }, () => undefined);
  const params = z.strictObject({ id: z.string().regex(/^fnd_[a-z]+$/) });
  command('post', '/things/:id', about('do', 'Do'), { params, body: z.strictObject({ word: z.string() }) }, async ({ call }) => {
    calls.push(call);
    return { id: 'fnd_a', version: 1, status: 'done' };
  });
  get('/things/:id', about('see', 'See', z.strictObject({ id: z.string(), names: z.unknown() })), { params }, async ({ call }) => {
    calls.push(call);
    for (const [position, behind] of [
      ['p2', 0],
      ['p3', 7],
      ['p2', 3],
    ] as const)
      call.onPosition?.(position, behind);
    return { id: 'fnd_a', empty: '' };
  });
  refuseOtherMethods(app, [
    { path: '/things/:id', method: 'post' },
    { path: '/things/:id', method: 'get' },
  ]);
  app.use(problems(log));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const post = async (path: string, { as = 'rin', body = '{"word":"yes"}', ...headers }: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: as, 'idempotency-key': 'one', 'content-type': 'application/json', ...headers },
      body,
    });
  return { url, post, calls, lines };
}

const typeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { type: string }).type.replace('/problems/', ''),
];

test('a command is one and the same, however its path is spelt', async () => {
  const { post, calls } = await serving();
  for (const path of ['/things/fnd_a', '/things/%66nd_a', '/things/fnd%5Fa']) await post(path);
  await post('/things/fnd_b');
  const ids = calls.map(({ commandId }) => commandId);
  expect([ids.length, new Set(ids).size, ids[0] === ids[2]]).toEqual([4, 2, true]);
});

test('a chain that a caller names is its own: the same word of another is another chain', async () => {
  const { post, calls } = await serving();
  const mine = await post('/things/fnd_a', { 'x-correlation-id': 'chain:1' });
  await post('/things/fnd_a', { 'x-correlation-id': 'chain:1' });
  await post('/things/fnd_a', { 'x-correlation-id': 'chain:1', as: 'kai' });
  await post('/things/fnd_a', { 'x-correlation-id': calls[0]?.correlationId ?? '', as: 'kai' });
  await post('/things/fnd_a');
  const chains = calls.map(({ correlationId }) => correlationId);
  expect(chains[0]).toMatch(/^chain:1~[0-9a-f]{8}$/);
  expect([chains[1] === chains[0], new Set(chains).size, chains[4]]).toEqual([true, 4, 'req_1']);
  expect(mine.headers.get('x-correlation-id')).toBe(chains[0]);
});

test('no body is read of a caller that is not authenticated, nor of a request that is wrong in its headers', async () => {
  const { post } = await serving();
  const broken = { body: '{"word":' };
  expect(await typeOf(await post('/things/fnd_a', { ...broken, as: '' }))).toEqual([401, 'token-is-missing']);
  expect(await typeOf(await post('/things/fnd_a', { ...broken, 'idempotency-key': '' }))).toEqual([400, 'idempotency-key-is-missing']);
  expect(await typeOf(await post('/things/fnd_a', broken))).toEqual([400, 'body-is-not-json']);
});

test.each(['utf-7', 'utf-16le', 'UTF-32', 'latin1', '"utf-7"'])('JSON is taken in UTF-8 only, and not in %s', async (charset) => {
  const { post } = await serving();
  const sent = await post('/things/fnd_a', { 'content-type': `application/json; charset=${charset}` });
  expect(await typeOf(sent)).toEqual([415, 'media-type-is-not-json']);
  for (const taken of ['utf-8', 'UTF-8', '"utf-8"'])
    expect((await post('/things/fnd_a', { 'content-type': `application/json;charset=${taken}` })).status).toBe(200);
});

test('an unknown coding of the body is refused as that', async () => {
  const { post } = await serving();
  expect(await typeOf(await post('/things/fnd_a', { 'content-encoding': 'rot13' }))).toEqual([415, 'content-encoding-is-not-known']);
});

test('a method that a known path does not have is refused with those that it has', async () => {
  const { url } = await serving();
  for (const method of ['DELETE', 'PUT', 'PATCH']) {
    const response = await fetch(`${url}/things/fnd_a`, { method, headers: { authorization: 'rin' } });
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(await typeOf(response)).toEqual([405, 'method-is-not-allowed']);
  }
  expect((await fetch(`${url}/things/fnd_a`, { method: 'OPTIONS' })).status).toBe(200);
  expect((await fetch(`${url}/others`, { method: 'DELETE' })).status).toBe(404);
});

test('a client that breaks off is a warning, and no failure of ours', async () => {
  const { url, lines } = await serving();
  const leaving = new AbortController();
  const endless = new ReadableStream({ start: (to) => void to.enqueue(new TextEncoder().encode('{"word":"')) });
  const sent = fetch(`${url}/things/fnd_a`, {
    method: 'POST',
    headers: { authorization: 'rin', 'idempotency-key': 'one', 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
    signal: leaving.signal,
  } as RequestInit);
  setTimeout(() => leaving.abort(), 100);
  await expect(sent).rejects.toThrow();
  await expect
    .poll(() => lines.map((line) => JSON.parse(line)))
    .toEqual([expect.objectContaining({ level: 40, msg: 'the client broke off' })]);
});

test('an answer has names where they are asked for, and is what it was where they are not', async () => {
  const { url } = await serving();
  const asked = async (query: string) => {
    const response = await fetch(`${url}/things/fnd_a${query}`, { headers: { authorization: 'rin' } });
    return [response.status, await response.text()];
  };
  expect(await asked('')).toEqual([200, '{"id":"fnd_a"}']);
  expect(await asked('?with=names')).toEqual([200, '{"id":"fnd_a","names":{"{\\"id\\":\\"fnd_a\\"}":{"text":"its name"}}}']);
  expect((await asked('?with=faces'))[0]).toBe(400);
});

test('what a caller has seen goes with its call, and the answer says from how far it was read', async () => {
  const { url, calls } = await serving();
  const asked = (position?: string) =>
    fetch(`${url}/things/fnd_a`, { headers: { authorization: 'rin', ...(position === undefined ? {} : { 'Junkan-Position': position }) } });
  const responses = [await asked(), await asked('p0, p1')];
  expect(responses.map(({ status, headers }) => [status, headers.get('junkan-position'), headers.get('junkan-behind')])).toEqual(
    new Array(2).fill([200, 'p2,p3', '7']),
  );
  expect(calls.map(({ seen }) => seen)).toEqual(['', 'p0,p1']);
  for (const malformed of ['p?', 'p,,p', new Array(17).fill('p').join(',')]) {
    const refused = await asked(malformed);
    expect([refused.status, await refused.json()]).toEqual([400, expect.objectContaining({ type: '/problems/position-is-malformed' })]);
  }
});
