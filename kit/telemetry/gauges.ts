import { ValueType } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import { AggregationTemporality, DataPointType, type GaugeMetricData, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { GAUGES, type Gauge } from './metrics.ts';
import type { Attributes } from './telemetry.ts';

type Reading = { readonly attributes: Attributes; readonly read: () => Promise<number> };

/** An engine that does not answer must not hold up what else is asked for. */
const READ_MS = 2_000;

/**
 * Values that are read when the metrics are collected. A value that cannot be read is omitted: an observable gauge of the SDK would repeat
 * its last value forever, so that an unreachable engine would look like an empty queue.
 */
export function gauges() {
  const all = Object.keys(GAUGES) as Gauge[];
  const watched = new Map(all.map((gauge) => [gauge, new Set<Reading>()]));
  const producer: MetricProducer = {
    async collect() {
      const metrics = await Promise.all([...watched].map(([gauge, readings]) => gaugeData(gauge, readings)));
      return { resourceMetrics: { resource: emptyResource(), scopeMetrics: [{ scope: { name: 'junkan' }, metrics }] }, errors: [] };
    },
  };
  return {
    producer,
    /** Answers what ends it. */
    watch(gauge: Gauge, attributes: Attributes, read: () => Promise<number>): () => void {
      const reading = { attributes, read };
      watched.get(gauge)?.add(reading);
      return () => void watched.get(gauge)?.delete(reading);
    },
  };
}

async function gaugeData(name: Gauge, readings: ReadonlySet<Reading>): Promise<GaugeMetricData> {
  const time = hrTime();
  const read = await Promise.all([...readings].map(async ({ attributes, read }) => ({ attributes, value: await inTime(read) })));
  return {
    descriptor: { name, description: GAUGES[name], unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.GAUGE,
    dataPoints: read.flatMap(({ attributes, value }) =>
      value === undefined ? [] : [{ startTime: time, endTime: time, attributes, value }],
    ),
  };
}

async function inTime(read: () => Promise<number>): Promise<number | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), READ_MS);
  try {
    return await Promise.race([read(), late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
