import type { Counter as Counting, Histogram } from '@opentelemetry/api';
import type { Log } from '../log.ts';
import { VERSION } from '../version.ts';
import { gauges } from './gauges.ts';
import { BUCKETS, type Counter, type Duration, METRICS, metricsOf } from './metrics.ts';
import { type Sdk, startSdk } from './sdk.ts';
import { beginSpan, logFields } from './spans.ts';
import type { Telemetry, TelemetrySettings } from './telemetry.ts';

type Shared = Pick<Telemetry, 'took' | 'counted'> & Pick<ReturnType<typeof gauges>, 'watch'> & { readonly sdk: Sdk };

/** What the services of one process share, for as long as one of them is open. */
let opened: { users: number; readonly shared: Promise<Shared> } | undefined;

/** The telemetry of one service, under its name. The first in a process opens the exporters, the last closes them. */
export async function telemetryOf(service: string, settings: TelemetrySettings, log: Log): Promise<Telemetry> {
  opened ??= { users: 0, shared: share(service, settings, log) };
  const mine = opened;
  mine.users += 1;
  const watching: (() => void)[] = [];
  const leave = async (): Promise<void> => {
    for (const unwatch of watching) unwatch();
    mine.users -= 1;
    if (mine.users > 0) return;
    if (opened === mine) opened = undefined;
    const { sdk } = await mine.shared;
    await sdk.close();
  };
  const { sdk, took, counted, watch } = await mine.shared.catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  const tracer = sdk.tracerOf(service);
  watching.push(watch('junkan_build_info', { service, version: VERSION, node: process.version }, async () => 1));
  return {
    begin: (beginning) => beginSpan(tracer, beginning),
    took: (duration, seconds, attributes) => took(duration, seconds, { service, ...attributes }),
    counted: (counter, count, attributes) => counted(counter, count, { service, ...attributes }),
    watch: (gauge, attributes, read) => void watching.push(watch(gauge, { service, ...attributes }, read)),
    logged: (given) => given.child({}, { formatters: { log: (line) => ({ ...line, ...logFields() }) } }),
    close: leave,
  };
}

async function share(service: string, settings: TelemetrySettings, log: Log): Promise<Shared> {
  const { producer, watch } = gauges();
  const sdk = await startSdk(service, settings, producer, log);
  const advice = { explicitBucketBoundaries: [...BUCKETS] };
  const histograms = Object.fromEntries(
    metricsOf('duration').map((name) => [name, sdk.meter.createHistogram(name, { description: METRICS[name].means, advice })]),
  ) as Record<Duration, Histogram>;
  const counters = Object.fromEntries(
    metricsOf('counter').map((name) => [name, sdk.meter.createCounter(name, { description: METRICS[name].means })]),
  ) as Record<Counter, Counting>;
  return {
    sdk,
    took: (duration, seconds, attributes) => histograms[duration].record(seconds, attributes),
    counted: (counter, count, attributes) => counters[counter].add(count, attributes),
    watch,
  };
}
