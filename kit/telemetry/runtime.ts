import { constrainedMemory, cpuUsage, memoryUsage, uptime } from 'node:process';
import { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node';
import { AggregationType, type MeterProvider, type ViewOptions } from '@opentelemetry/sdk-metrics';
import { METRICS, type metricsOf } from './metrics.ts';

/** Each measurement wakes the process up. */
const PRECISION_MS = 20;
const NO_LIMIT = 2 ** 53;

/** As the instrumentation calls what METRICS says; whatever else it measures is left out. */
const DROPPED = [
  'v8js.memory.heap.space*',
  'v8js.resource*',
  'nodejs.eventloop.time',
  ...['min', 'mean', 'stddev', 'p90'].map((each) => `nodejs.eventloop.delay.${each}`),
];
export const runtimeViews: ViewOptions[] = DROPPED.map((instrumentName) => ({
  instrumentName,
  aggregation: { type: AggregationType.DROP },
}));

/** Has the process report its processor time, memory, event loop and collections of garbage. Answers what ends it. */
export function watchRuntime(meters: MeterProvider): () => void {
  const instrumentation = new RuntimeNodeInstrumentation({ monitoringPrecision: PRECISION_MS });
  instrumentation.setMeterProvider(meters);
  const meter = meters.getMeter('junkan');
  const of = (name: ReturnType<typeof metricsOf<'runtime'>>[number]) => ({ description: METRICS[name].means });
  meter.createObservableCounter('process_cpu_time', { ...of('process_cpu_time_total'), unit: 's' }).addCallback((result) => {
    const { user, system } = cpuUsage();
    result.observe(user / 1e6, { cpu_mode: 'user' });
    result.observe(system / 1e6, { cpu_mode: 'system' });
  });
  meter.createObservableGauge('process_memory_usage', { ...of('process_memory_usage'), unit: 'By' }).addCallback((result) => {
    result.observe(memoryUsage.rss());
  });
  const limit = constrainedMemory();
  if (limit > 0 && limit < NO_LIMIT)
    meter.createObservableGauge('process_memory_limit', { ...of('process_memory_limit'), unit: 'By' }).addCallback((result) => {
      result.observe(limit);
    });
  const began = Date.now() / 1000 - uptime();
  meter.createObservableGauge('process_start_time', { ...of('process_start_time'), unit: 's' }).addCallback((result) => {
    result.observe(began);
  });
  return () => instrumentation.disable();
}
