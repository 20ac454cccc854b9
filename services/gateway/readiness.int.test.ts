import { createServer } from 'node:net';
import { calledBy } from '@junkan/proto/programs.ts';
import { expect, onTestFinished, test } from 'vitest';
import { service, startGateway } from './gateway.fixture.ts';

const up = Object.fromEntries(calledBy('gateway').map((part) => [part, 'answers']));

async function ask(url: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const response = await fetch(url, { headers });
  return [response.status, await response.json()];
}

test('the gateway is ready whatever other parts do, and names the part that does not answer', async () => {
  const [rest, matching] = [await service(), await service()];
  const gateway = await startGateway({ rest: rest.address, matching: matching.address });
  onTestFinished(async () => {
    await gateway.close();
    await rest.close();
  });
  const found = () => ask(`http://${gateway.address}/status`);
  expect(await found()).toEqual([200, up]);
  await matching.close();
  await expect.poll(found).toEqual([503, { ...up, matching: 'away' }]);
  expect(await ask(`http://${gateway.address}/readyz`)).toEqual([200, { status: 'ready' }]);
  const again = await service(matching.address);
  onTestFinished(() => again.close());
  await expect.poll(found).toEqual([200, up]);
});

test('however many ask which parts answer, the parts are asked once', async () => {
  let times = 0;
  const rest = await service('127.0.0.1:0', () => {
    times += 1;
  });
  const gateway = await startGateway({ rest: rest.address });
  onTestFinished(async () => {
    await gateway.close();
    await rest.close();
  });
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(`http://${gateway.address}/status`)));
  expect(new Set(answers.map(([status]) => status))).toEqual(new Set([200]));
  expect(times).toBeLessThanOrEqual(calledBy('gateway').length * 3);
});

test('readiness and status are answered on this host alone, or at an address of their own and nowhere else', async () => {
  const rest = await service();
  const second = await startGateway({ rest: rest.address }, { JUNKAN_PROXIES: '1' });
  const probes = `127.0.0.1:${await freePort()}`;
  const apart = await startGateway({ rest: rest.address }, { JUNKAN_PROBES_LISTEN: probes });
  onTestFinished(async () => {
    await second.close();
    await apart.close();
    await rest.close();
  });
  for (const path of ['readyz', 'status']) {
    expect((await ask(`http://${second.address}/${path}`))[0]).toBe(200);
    expect((await ask(`http://${second.address}/${path}`, { 'x-forwarded-for': '203.0.113.1' }))[0]).toBe(404);
    expect((await ask(`http://${apart.address}/${path}`))[0]).toBe(404);
  }
  expect(await ask(`http://${probes}/status`)).toEqual([200, up]);
  expect(await ask(`http://${probes}/readyz`)).toEqual([200, { status: 'ready' }]);
  for (const address of [second.address, apart.address, probes]) expect((await ask(`http://${address}/healthz`))[0]).toBe(200);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
