import type { Counter as Counting, Histogram } from '@opentelemetry/api';
import type { Log } from '../log.ts';
import { gauges } from './gauges.ts';
import { BUCKETS, COUNTERS, type Counter, DURATIONS, type Duration } from './metrics.ts';
import { type Sdk, startSdk } from './sdk.ts';
import { beginSpan, logFields } from './spans.ts';
import type { Telemetry, TelemetrySettings } from './telemetry.ts';

type Shared = Pick<Telemetry, 'took' | 'counted'> & Pick<ReturnType<typeof gauges>, 'watch'> & { readonly sdk: Sdk };

/** What the services of one process share, for as long as one of them is open. */
let opened: { users: number; readonly shared: Promise<Shared> } | undefined;

/** The telemetry of one service, under its name. The first in a process opens the exporters, the last closes them. */
export async function telemetryOf(service: string, settings: TelemetrySettings, log: Log): Promise<Telemetry> {
  opened ??= { users: 0, shared: share(settings, log) };
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
  return {
    begin: (beginning) => beginSpan(tracer, beginning),
    took: (duration, seconds, attributes) => took(duration, seconds, { service, ...attributes }),
    counted: (counter, count, attributes) => counted(counter, count, { service, ...attributes }),
    watch: (gauge, attributes, read) => void watching.push(watch(gauge, { service, ...attributes }, read)),
    logged: (given) => given.child({}, { formatters: { log: (line) => ({ ...line, ...logFields() }) } }),
    close: leave,
  };
}

async function share(settings: TelemetrySettings, log: Log): Promise<Shared> {
  const { producer, watch } = gauges();
  const sdk = await startSdk(settings, producer, log);
  const advice = { explicitBucketBoundaries: [...BUCKETS] };
  const histograms = Object.fromEntries(
    Object.entries(DURATIONS).map(([name, description]) => [name, sdk.meter.createHistogram(name, { description, advice })]),
  ) as Record<Duration, Histogram>;
  const counters = Object.fromEntries(
    Object.entries(COUNTERS).map(([name, description]) => [name, sdk.meter.createCounter(name, { description })]),
  ) as Record<Counter, Counting>;
  return {
    sdk,
    took: (duration, seconds, attributes) => histograms[duration].record(seconds, attributes),
    counted: (counter, count, attributes) => counters[counter].add(count, attributes),
    watch,
  };
}
