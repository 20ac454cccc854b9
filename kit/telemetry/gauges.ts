import { ValueType } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import { emptyResource } from '@opentelemetry/resources';
import { AggregationTemporality, DataPointType, type GaugeMetricData, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { type Gauge, METRICS, metricsOf } from './metrics.ts';
import type { Attributes, Measured } from './telemetry.ts';

type Read = () => Promise<number | readonly Measured[]>;
type Reading = { readonly attributes: Attributes; readonly read: Read };

/** An engine that does not answer must not hold up what else is asked for. */
const READ_MS = 2_000;

/**
 * Values that are read when the metrics are collected. A value that cannot be read is omitted: an observable gauge of the SDK would repeat
 * its last value forever, so that an unreachable engine would look like an empty queue.
 */
export function gauges() {
  const watched = new Map(metricsOf('gauge').map((gauge) => [gauge, new Set<Reading>()]));
  const producer: MetricProducer = {
    async collect() {
      const metrics = await Promise.all([...watched].map(([gauge, readings]) => gaugeData(gauge, readings)));
      return { resourceMetrics: { resource: emptyResource(), scopeMetrics: [{ scope: { name: 'junkan' }, metrics }] }, errors: [] };
    },
  };
  return {
    producer,
    /** Answers what ends it. */
    watch(gauge: Gauge, attributes: Attributes, read: Read): () => void {
      const reading = { attributes, read };
      watched.get(gauge)?.add(reading);
      return () => void watched.get(gauge)?.delete(reading);
    },
  };
}

async function gaugeData(name: Gauge, readings: ReadonlySet<Reading>): Promise<GaugeMetricData> {
  const time = hrTime();
  const read = await Promise.all([...readings].map(valuesOf));
  return {
    descriptor: { name, description: METRICS[name].means, unit: '', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.GAUGE,
    dataPoints: read.flat().map(({ of, value }) => ({ startTime: time, endTime: time, attributes: of, value })),
  };
}

/** What could be read in time, with all of its labels. */
async function valuesOf({ attributes, read }: Reading): Promise<Measured[]> {
  const measured = await inTime(read);
  if (measured === undefined) return [];
  const each = typeof measured === 'number' ? [{ value: measured, of: {} }] : measured;
  return each.map(({ value, of }) => ({ value, of: { ...attributes, ...of } }));
}

async function inTime(read: Read): Promise<number | readonly Measured[] | undefined> {
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
