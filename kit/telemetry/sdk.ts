import { createServer } from 'node:http';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { DiagLogLevel, diag, type Meter, type Tracer } from '@opentelemetry/api';
import { setGlobalErrorHandler } from '@opentelemetry/core';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { type Resource, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, type MetricProducer } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from '../log.ts';
import { VERSION } from '../version.ts';
import { runtimeViews, watchRuntime } from './runtime.ts';
import type { TelemetrySettings } from './telemetry.ts';

export type Sdk = { tracerOf(service: string): Tracer; readonly meter: Meter; close(): Promise<void> };

const EXPORT_MS = 5_000;
/** What a burst leaves behind is dropped beyond this: reports of work must not take the memory that the work needs. */
const MAX_WAITING = 16_384;
const DRAIN_MS = 2_000;
const REPEAT_LOG_MS = 60_000;

/** What a process is, to those who collect from many. It bears the name of the service that it began with. */
const resourceOf = (service: string): Resource =>
  resourceFromAttributes({
    'service.name': service,
    'service.namespace': 'junkan',
    'service.version': VERSION,
    'service.instance.id': `${hostname()}/${process.pid}`,
  });

/** The machinery of a process: one way out for its traces, one address for its metrics. */
export async function startSdk(service: string, settings: TelemetrySettings, gauges: MetricProducer, log: Log): Promise<Sdk> {
  const complain = atMostOnceIn(REPEAT_LOG_MS, (fault: unknown) =>
    log.warn({ fault: fault instanceof Error ? fault.message : String(fault) }, 'telemetry does not get out'),
  );
  setGlobalErrorHandler(complain);
  const quiet = () => undefined;
  diag.setLogger(
    { error: complain, warn: complain, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );

  const url = `${settings.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, '')}/v1/traces`;
  const spans = new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS }), maxQueueSize: MAX_WAITING });
  // By the trace's id alone, so that all parts of a chain decide alike, and no caller decides for them.
  const sampler = new TraceIdRatioBasedSampler(settings.JUNKAN_TRACES_KEPT);
  const metrics = new PrometheusExporter({
    preventServerStart: true,
    withoutScopeInfo: true,
    metricProducers: [gauges],
  });
  const meters = new MeterProvider({ resource: resourceOf(service), readers: [metrics], views: runtimeViews });
  const endpoint = await serveMetrics(metrics, settings.JUNKAN_METRICS_LISTEN);
  const unwatch = watchRuntime(meters);
  log.info({ metrics: `http://${endpoint.address}/metrics`, traces: url }, 'telemetry is on');

  return {
    tracerOf(service) {
      return new TracerProvider({ resource: resourceOf(service), sampler, spanProcessors: [spans] }).getTracer('junkan');
    },
    meter: meters.getMeter('junkan'),
    async close() {
      await endpoint.close();
      unwatch();
      await meters.shutdown();
      await Promise.race([spans.shutdown().catch(complain), sleep(DRAIN_MS, undefined, { ref: false })]);
      diag.disable();
    },
  };
}

/** @throws with the setting's name where the address is taken: it is the one that a second process must change. */
async function serveMetrics(metrics: PrometheusExporter, listen: string): Promise<{ address: string; close(): Promise<void> }> {
  const [host = '127.0.0.1', port = '0'] = listen.split(':');
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    metrics.getMetricsRequestHandler(request, response);
    response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
  });
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error): void => reject(new Error(`JUNKAN_METRICS_LISTEN: ${error.message}`));
    server.once('error', refuse).listen(Number(port), host, resolve);
  });
  const bound = server.address();
  return {
    address: `${host}:${typeof bound === 'object' ? bound?.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A collector that is away is away for every batch; saying so once a minute is enough. */
function atMostOnceIn(milliseconds: number, say: (what: unknown) => void): (what: unknown) => void {
  let silentUntil = 0;
  return (what) => {
    if (Date.now() < silentUntil) return;
    silentUntil = Date.now() + milliseconds;
    say(what);
  };
}
