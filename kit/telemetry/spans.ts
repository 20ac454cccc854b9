import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, type Span as OtelSpan, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import type { Beginning, Span } from './telemetry.ts';

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** The span under way in each asynchronous chain of this process, whichever of its services began it. */
const underWay = new AsyncLocalStorage<OtelSpan>();

export function beginSpan(tracer: Tracer, { name, kind, attributes = {}, parent }: Beginning): Span {
  const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, parent === undefined ? here() : remote(parent));
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
    run: (work) => underWay.run(span, work),
    end({ name: known, attributes: more, failure } = {}) {
      if (known !== undefined) span.updateName(known);
      if (more) span.setAttributes(more);
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

const here = (): Context => {
  const span = underWay.getStore();
  return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
};

/** Only the ids: a caller's `tracestate` and baggage may hold anything, and are left where they came from. */
const remote = (traceparent: string): Context => {
  const parent = parseTraceParent(traceparent);
  return parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT;
};

/** What a log line says of where it was written, by the names that log stores go by. */
export function logFields(): { trace_id?: string; span_id?: string } {
  const span = underWay.getStore()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
