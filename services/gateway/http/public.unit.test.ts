import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '@junkan/proto/actor.ts';
import { oversees, readerOf } from '@junkan/proto/oversight.ts';
import express, { type Router } from 'express';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { about } from './describe.ts';
import { problems } from './problem.ts';
import { publicRoutes } from './public.ts';

/** One public read, with whom it was asked as. */
async function serving() {
  const actors: Actor[] = [];
  const app = express().set('etag', false);
  app.use((request, response, next) => {
    response.locals['requestId'] = 'req_1';
    response.set({ 'X-Correlation-Id': request.header('x-correlation-id') ?? 'req_1', 'Cache-Control': 'no-store' });
    next();
  });
  const naming = async () => ({ org_a: { text: 'Minato' } });
  const { get } = publicRoutes({ router: app as Router, naming, describe: () => undefined, datasets: [] });
  get('/things', about('see', 'See'), { query: z.strictObject({ of: z.enum(['a', 'b']).default('a') }) }, async ({ query, call }) => {
    actors.push(call.actor);
    return { thing: query.of, sum: { amount: 5n, currency: 'JPY' }, hidden: '' };
  });
  app.use(problems(pino({ enabled: false })));
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = async (query = '', headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}/things${query}`, { headers });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { ask, actors };
}

test('every caller is answered alike, as somebody who may see only what is public', async () => {
  const { ask, actors } = await serving();
  const answer = await ask();
  expect([answer.status, answer.text]).toEqual([200, '{"thing":"a","sum":{"amount":"5","currency":"JPY"}}']);
  for (const headers of [
    { authorization: 'Bearer anything' },
    { cookie: 'session=1' },
    { 'junkan-position': '?' },
    { 'x-correlation-id': 'mine' },
  ]) {
    const again = await ask('', headers as Record<string, string>);
    expect([again.text, again.headers.get('etag')]).toEqual([answer.text, answer.headers.get('etag')]);
    expect(again.headers.get('x-correlation-id')).toBeNull();
  }
  const [actor] = actors;
  expect(actor && [oversees(actor), readerOf(actor), actor.roles]).toEqual([false, 'public', []]);
});

test('an answer may be kept and given to pages of any origin, and is not sent again to who has it', async () => {
  const { ask } = await serving();
  const { headers } = await ask('?with=names');
  const etag = headers.get('etag') ?? '';
  const kept = {
    'cache-control': 'public, max-age=60',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  expect(Object.fromEntries(headers)).toMatchObject(kept);
  const again = await ask('?with=names', { 'if-none-match': `"other", ${etag}` });
  expect([again.status, again.text, Object.fromEntries(again.headers)]).toEqual([304, '', expect.objectContaining({ ...kept, etag })]);
  expect((await ask('?of=b', { 'if-none-match': etag })).status).toBe(200);
});

test('a refusal is kept by nobody', async () => {
  const { ask } = await serving();
  const refused = await ask('?of=c');
  expect([refused.status, refused.headers.get('cache-control'), refused.headers.get('etag')]).toEqual([400, 'no-store', null]);
});
