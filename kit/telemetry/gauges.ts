import type { Meter } from '@opentelemetry/api';
import { GAUGES, type Gauge } from './metrics.ts';
import type { Attributes } from './telemetry.ts';

type Reading = { readonly attributes: Attributes; readonly read: () => Promise<number> };

/** An engine that does not answer must not hold up what else is asked for. */
const READ_MS = 2_000;

/** Numbers that are read when the metrics are asked for. What cannot be read then is left out. */
export function gauges(meter: Meter) {
  const readings = new Map<Gauge, Set<Reading>>();

  const readingsOf = (gauge: Gauge): Set<Reading> => {
    const known = readings.get(gauge);
    if (known) return known;
    const made = new Set<Reading>();
    readings.set(gauge, made);
    meter.createObservableGauge(gauge, { description: GAUGES[gauge] }).addCallback(async (result) => {
      const reading = [...made].map(async ({ attributes, read }) => ({ attributes, value: await inTime(read) }));
      for (const { attributes, value } of await Promise.all(reading)) if (value !== undefined) result.observe(value, attributes);
    });
    return made;
  };

  return {
    watch(gauge: Gauge, attributes: Attributes, read: () => Promise<number>): () => void {
      const reading = { attributes, read };
      readingsOf(gauge).add(reading);
      return () => void readings.get(gauge)?.delete(reading);
    },
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
