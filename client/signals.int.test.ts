import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { connect } from './client.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What nobody refers to is collected, whatever still waits for an answer. */
async function afterCollecting(): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    await sleep(10);
    collect();
  }
}

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('live updates end with their signal, however long nothing came', async () => {
  const address = await serving((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('retry:1\n\n');
  });
  const leaving = new AbortController();
  const opened = Promise.withResolvers<void>();
  const events = connect({ address }).listen({ signal: leaving.signal, onOpen: opened.resolve });
  const next = events.next();
  await opened.promise;
  await afterCollecting();
  leaving.abort();
  expect(await next).toEqual({ done: true, value: undefined });
});

test('a request that is not answered ends with its signal', async () => {
  const asked = Promise.withResolvers<void>();
  const address = await serving(() => asked.resolve());
  const leaving = new AbortController();
  const asking = connect({ address, attempts: 1 }).operations.getProject({ id: 'prj_1' }, { signal: leaving.signal });
  const ended = expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  await asked.promise;
  await afterCollecting();
  leaving.abort();
  await ended;
});
