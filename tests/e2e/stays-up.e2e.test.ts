import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { urlOf } from '../http.ts';
import { leaving, waiting } from '../probes/loads.ts';
import { AUDITOR, target } from '../probes/target.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

let system: TestSystem;
beforeAll(async () => {
  system = await startTestSystem();
});
afterAll(() => system.close());

test('who leaves live updates at once leaves no seat taken, no reader in the broker, and nothing that holds up a stop', async () => {
  const on = target(system.address);
  const { manager, connection } = await connectNats({ JUNKAN_NATS_URL: inject('natsUrl') }, 'stays-up-test');
  const readers = async (): Promise<number> => {
    const all = await Array.fromAsync(manager.consumers.list(eventStreamName(system.stored.JUNKAN_NAMESPACE, 'project')));
    return all.filter(({ config }) => config.durable_name === undefined).length;
  };
  const before = await readers();
  await leaving(30)(on, 0);
  await expect.poll(readers).toBe(before);
  await connection.close();
  const headers = { authorization: `Bearer ${await on.tokenOf('leaver', AUDITOR)}` };
  const stopping = new AbortController();
  const open = () => fetch(urlOf(on.address, 'listen'), { headers, signal: stopping.signal }).then(({ status }) => status);
  expect(await Promise.all(Array.from({ length: 8 }, open))).toEqual(Array(8).fill(200));
  stopping.abort();
});

test('of many who wait for what nothing has, few wait, and the others are refused at once', async () => {
  const { 503: refused = 0, 504: waited = 0, ...others } = await waiting(100)(target(system.address), 0);
  expect([others, refused + waited]).toEqual([{}, 100]);
  // At least as many as may wait at a time. Where the requests come slowly, the first waits have ended, and more of them wait.
  expect(waited).toBeGreaterThanOrEqual(8);
  expect(refused).toBeGreaterThan(0);
});
