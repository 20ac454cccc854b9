import { createServer } from 'node:http';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { readConfig, telemetrySettings } from '../config.ts';
import { silent } from '../installation.fixture.ts';
import { ResourceStack } from '../lifecycle.ts';
import { VERSION } from '../version.ts';
import { METRICS, metricsOf } from './metrics.ts';
import { openTelemetry } from './open.ts';
import type { Telemetry } from './telemetry.ts';
import { within } from './telemetry.ts';

let listen: string;

/** An address that was free a moment ago. */
beforeEach(async () => {
  const taken = await occupy();
  listen = taken.address;
  await taken.free();
});

async function occupy(): Promise<{ address: string; free(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    address: `127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function open(service: string, address = listen, log = silent) {
  // No trace is kept, as there is nobody to take one.
  const env = { JUNKAN_TELEMETRY: 'on', JUNKAN_METRICS_LISTEN: address, JUNKAN_TRACES_KEPT: '0' };
  const settings = readConfig(z.object(telemetrySettings), env);
  const opened = new ResourceStack();
  const { telemetry, log: logged } = await openTelemetry(service, settings, log, opened);
  onTestFinished(() => opened.close());
  return { telemetry: telemetry as Telemetry, log: logged, close: () => opened.close() };
}

const metrics = async (): Promise<string[]> => (await (await fetch(`http://${listen}/metrics`)).text()).split('\n');
const valuesOf = async (name: string): Promise<string[]> => (await metrics()).filter((line) => line.startsWith(`${name}{`));

test('the services of one process share one address, each under its name, until the last of them has closed', async () => {
  const [one, other] = [await open('one'), await open('other')];
  one.telemetry.watch('junkan_workflows_awake', {}, async () => 1);
  other.telemetry.watch('junkan_workflows_awake', {}, async () => 2);
  expect(await valuesOf('junkan_workflows_awake')).toEqual([
    'junkan_workflows_awake{service="one"} 1',
    'junkan_workflows_awake{service="other"} 2',
  ]);
  await one.close();
  expect(await valuesOf('junkan_workflows_awake')).toEqual(['junkan_workflows_awake{service="other"} 2']);
  await other.close();
  await expect(metrics()).rejects.toThrow('fetch failed');
});

test('a number that cannot be read, or not in time, is left out, and the others are reported', async () => {
  const { telemetry } = await open('one');
  let works = true;
  telemetry.watch('junkan_parked_events', { durable: 'well' }, async () => 3);
  telemetry.watch('junkan_parked_events', { durable: 'broken' }, async () => {
    if (works) return 5;
    throw new Error('the engine is away');
  });
  const [well, broken] = ['junkan_parked_events{service="one",durable="well"} 3', 'junkan_parked_events{service="one",durable="broken"} 5'];
  expect(await valuesOf('junkan_parked_events')).toEqual([well, broken]);
  works = false;
  telemetry.watch('junkan_parked_events', { durable: 'hanging' }, () => new Promise(() => undefined));
  expect(await valuesOf('junkan_parked_events')).toEqual([well]);
});

test('an address that is taken is reported by the name of its setting, and another can be tried', async () => {
  const taken = await occupy();
  onTestFinished(() => taken.free());
  await expect(open('one', taken.address)).rejects.toThrow('JUNKAN_METRICS_LISTEN');
  await open('one');
  expect(await metrics()).not.toEqual([]);
});

test('a log line names the span that it was written in, and only there', async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (line, _encoding, done) => done(void lines.push(String(line))) });
  const { telemetry, log } = await open('one', listen, pino({ level: 'info' }, sink));
  let traceparent: string | undefined;
  await within(telemetry, { name: 'work', kind: 'internal' }, async (span) => {
    traceparent = span?.traceparent;
    log.info({ count: 1 }, 'inside');
  });
  log.info('outside');
  const [inside, outside] = lines.filter((line) => line.includes('side')).map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(traceparent).toBe(`00-${inside?.['trace_id']}-${inside?.['span_id']}-00`);
  expect(inside).toMatchObject({ count: 1 });
  expect(outside).not.toHaveProperty('trace_id');
});

test('each process says which version it is, and how it does, by the names that are documented', async () => {
  await open('one');
  // The event loop has gone round by then.
  await expect.poll(metrics).toContainEqual(expect.stringMatching(/^nodejs_eventloop_delay_p99 /));
  const found = await metrics();
  expect(await valuesOf('junkan_build_info')).toEqual([
    `junkan_build_info{service="one",version="${VERSION}",node="${process.version}"} 1`,
  ]);
  const [target = ''] = await valuesOf('target_info');
  for (const said of ['service_name="one"', 'service_namespace="junkan"', `service_version="${VERSION}"`, 'service_instance_id="'])
    expect(target).toContain(said);
  const told = new Set(found.flatMap((line) => /^# TYPE (\w+)/.exec(line)?.[1] ?? []));
  // The limit is that of a container, and garbage may not have been collected yet.
  const mayLack = ['process_memory_limit', 'v8js_gc_duration'];
  expect(metricsOf('runtime').filter((name) => !told.has(name) && !mayLack.includes(name))).toEqual([]);
  expect([...told].filter((name) => !(name in METRICS))).toEqual([]);
});

test('one gauge may be of several things', async () => {
  const { telemetry } = await open('one');
  telemetry.watch('junkan_payments', {}, async () => [
    { of: { status: 'approved' }, value: 2 },
    { of: { status: 'failed' }, value: 0 },
  ]);
  expect(await valuesOf('junkan_payments')).toEqual([
    'junkan_payments{service="one",status="approved"} 2',
    'junkan_payments{service="one",status="failed"} 0',
  ]);
});
