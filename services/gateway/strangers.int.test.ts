import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { service, startGateway } from './gateway.fixture.ts';

let rest: Awaited<ReturnType<typeof service>>;
beforeAll(async () => {
  rest = await service();
});
afterAll(() => rest.close());

async function gateway(env: Record<string, string> = {}) {
  const running = await startGateway({ rest: rest.address }, env);
  onTestFinished(() => running.close());
  const [host = '', port = ''] = running.address.split(':');
  return { url: `http://${running.address}`, host, port: Number(port), close: () => running.close() };
}

test('the documents are made once, packed for those who take that, and not sent again to who has them', async () => {
  const { url } = await gateway();
  for (const path of ['/docs', '/v1/openapi.json', '/v1/asyncapi.json']) {
    const first = await fetch(`${url}${path}`);
    const text = await first.text();
    const [etag, caching] = [first.headers.get('etag') ?? '', first.headers.get('cache-control')];
    expect([first.status, text.length > 1_000, caching]).toEqual([200, true, 'public, max-age=300']);
    const again = await fetch(`${url}${path}`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const sent = async (encoding: string) => (await fetch(`${url}${path}`, { headers: { 'accept-encoding': encoding } })).headers;
    const [small, plain] = [await sent('br'), await sent('identity')];
    expect([small.get('content-encoding'), plain.get('content-encoding')]).toEqual(['br', null]);
    expect(Number(small.get('content-length')) * 4).toBeLessThan(Number(plain.get('content-length')));
  }
});

test('what browsers obey is said with every answer; TLS is insisted on outside of a trial alone', async () => {
  const { url } = await gateway();
  const { headers } = await fetch(`${url}/v1/nothing`);
  expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
  expect([headers.get('x-content-type-options'), headers.get('strict-transport-security')]).toEqual(['nosniff', null]);
  const trial = await fetch(`${url}/docs`);
  expect(trial.headers.get('content-security-policy')).toContain("style-src 'unsafe-inline'");
});

test('one address has a pace, for all its callers; behind a proxy it is the address that the proxy names', async () => {
  const { url } = await gateway({ JUNKAN_RATE_PER_ADDRESS: '5', JUNKAN_PROXIES: '1' });
  const ask = async (from: string) => (await fetch(`${url}/v1/clock`, { headers: { 'x-forwarded-for': `10.9.9.9, ${from}` } })).status;
  const statuses = await Promise.all(Array.from({ length: 40 }, () => ask('203.0.113.1')));
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  expect(await ask('203.0.113.2')).toBe(401);
});

test('one address has so many connections and no more; one that ends makes room', async () => {
  const { host, port, url } = await gateway({ JUNKAN_CONNECTIONS_PER_ADDRESS: '3' });
  const open = async () => {
    const socket = connect(port, host).on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    return socket;
  };
  const [first] = [await open(), await open(), await open()];
  await sleep(50);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  first.destroy();
  await expect
    .poll(() =>
      fetch(`${url}/healthz`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});

test('a gateway stops, though a client never ends what it sends', async () => {
  const { host, port, close } = await gateway();
  const socket = connect(port, host).on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('POST /v1/trial/tokens HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
  await sleep(100);
  // It ends at all: what waited for the client would not.
  await close();
});
