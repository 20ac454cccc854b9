import type { z } from 'zod';
import type { telemetrySettings } from '../config.ts';
import type { Log } from '../log.ts';
import type { Counter, Duration, Gauge } from './metrics.ts';

export type TelemetrySettings = { [Name in keyof typeof telemetrySettings]: z.output<(typeof telemetrySettings)[Name]> };

/** Names of kinds and counts only: nothing that names a person, an organisation or an item. */
export type Attributes = Readonly<Record<string, string | number>>;

/** A number with what it is of, where there are several. */
export type Measured = { readonly value: number; readonly of: Attributes };

export type Beginning = {
  readonly name: string;
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly attributes?: Attributes;
  /** The `traceparent` that is continued; what is none begins a trace. Without it, the span under way here is the parent. */
  readonly parent?: string;
};

/** What is known only at the end. A failure is named by its type: messages may reveal more than they should. */
export type Ending = { readonly name?: string; readonly attributes?: Attributes; readonly failure?: string | undefined };

export type Span = {
  /** The id of this span for those who continue it, as W3C Trace Context defines it. */
  readonly traceparent: string;
  /** Runs work so that what begins in it becomes a part of this span. */
  run<Result>(work: () => Result): Result;
  end(ending?: Ending): void;
};

/** The telemetry of one service; `undefined` while telemetry is off. */
export type Telemetry = {
  begin(beginning: Beginning): Span;
  took(duration: Duration, seconds: number, attributes: Attributes): void;
  counted(counter: Counter, count: number, attributes?: Attributes): void;
  /** Has a number, or one for each of several things, read each time the metrics are asked for, until this is closed. */
  watch(gauge: Gauge, attributes: Attributes, read: () => Promise<number | readonly Measured[]>): void;
  /** The same log, its lines with the ids of the trace and the span that they were written in. */
  logged(log: Log): Log;
  close(): Promise<void>;
};

/** Does work as one span; without telemetry, just the work. */
export async function within<Result>(
  telemetry: Telemetry | undefined,
  beginning: Beginning,
  work: (span?: Span) => Promise<Result>,
): Promise<Result> {
  if (!telemetry) return work();
  const span = telemetry.begin(beginning);
  try {
    const result = await span.run(() => work(span));
    span.end();
    return result;
  } catch (error) {
    span.end({ failure: failureOf(error) });
    throw error;
  }
}

/** The type of a failure, never its message. */
export const failureOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

export const secondsSince = (began: number): number => (performance.now() - began) / 1_000;
