import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { Call } from '../call.ts';
import { KINDS, kindOfCode, type Problem, ProblemError } from '../problem.ts';
import { TRACE_HEADER } from '../telemetry/trace-header.ts';

/** How a call's context and a refusal travel in gRPC metadata. */
export const HEADERS = {
  actor: 'junkan-actor',
  command: 'junkan-command-id',
  expected: 'junkan-expected-version',
  correlation: 'junkan-correlation-id',
  causation: 'junkan-causation-id',
  clock: 'junkan-clock-offset',
  position: 'junkan-position',
  /** How many recorded events the view lacks that has answered. */
  behind: 'junkan-behind',
  problem: 'junkan-problem-bin',
  /** That another replica of the program may answer. */
  elsewhere: 'junkan-elsewhere',
} as const;

export function metadataOf(call: Call, token: string, clockOffset: number, traceparent?: string): Metadata {
  const metadata = new Metadata();
  metadata.set(HEADERS.actor, token);
  metadata.set(HEADERS.command, call.commandId);
  metadata.set(HEADERS.correlation, call.correlationId);
  metadata.set(HEADERS.causation, call.causationId);
  metadata.set(HEADERS.clock, String(clockOffset));
  if (traceparent !== undefined) metadata.set(TRACE_HEADER, traceparent);
  if (call.seen) metadata.set(HEADERS.position, call.seen);
  if (call.expectedVersion !== undefined) metadata.set(HEADERS.expected, String(call.expectedVersion));
  return metadata;
}

export const textOf = (metadata: Metadata, name: string): string => String(metadata.get(name)[0] ?? '');

/** Of a replica that has not yet read what it answers from. */
export const NOT_READY = 'PartIsNotReady';
/** How the library is kept from repeating a call (gRPC, A6). */
const PUSHBACK = 'grpc-retry-pushback-ms';
const NEVER = '-1';

/** Of a replica that does not know all of what it is asked, or may not record it yet. */
export const NOT_YET = 'NotYetEverywhere';
/** What another replica may answer at once: one that is ready, or of another version. */
const FOR_ANOTHER: readonly string[] = [NOT_READY, NOT_YET, 'EventIsNotRecognised'];
const isForAnother = (type: string): boolean => FOR_ANOTHER.includes(type);

/** `isReceived`: it is the answer of another program, whose replicas were all asked. */
export function statusOf(problem: Problem, isReceived = false): { code: number; details: string; metadata: Metadata } {
  const metadata = new Metadata();
  metadata.set(HEADERS.problem, Buffer.from(JSON.stringify(problem)));
  if (isForAnother(problem.type)) {
    // The library does not repeat it; the caller asks the next replica at once, where it was this one that could not answer.
    metadata.set(PUSHBACK, NEVER);
    if (!isReceived) metadata.set(HEADERS.elsewhere, 'true');
  }
  return { code: KINDS[problem.kind].code, details: problem.type, metadata };
}

/** Whether the library is not to repeat the call at the same replica. */
export const isNeverRepeated = (metadata: Metadata | undefined): boolean => metadata?.get(PUSHBACK)[0] === NEVER;

/** The refusal that a failed call carries; outages and bugs become problems too, so that callers see one kind of failure. */
export function refusalOf(error: ServiceError): ProblemError {
  if (error.code === status.UNIMPLEMENTED) return isOlder(error.details);
  const carried = error.metadata?.get(HEADERS.problem)[0];
  const problem = carried
    ? (JSON.parse(carried.toString()) as Problem)
    : { kind: kindOfCode(error.code), type: 'CallFailed', data: { details: error.details } };
  return Object.assign(new ProblemError(problem), { isReceived: true, isForAnother: error.metadata?.get(HEADERS.elsewhere)[0] === 'true' });
}

/** Of a replica that lacks what it is asked, because it is older than its caller. */
const isOlder = (what: string): ProblemError =>
  Object.assign(new ProblemError({ kind: 'unavailable', type: NOT_YET, data: { what } }), { isReceived: true, isForAnother: true });

/**
 * Ends a stream of requests that is whole: a message without content, which means nothing in proto3. Needed because
 * what a sender breaks off arrives as an orderly end: HTTP/2 in Node closes the sending side before it resets the stream.
 */
export const WHOLE = Symbol('the stream of requests is whole');
const NO_BYTES = Buffer.alloc(0);

export const writingEnd =
  (serialise: (value: unknown) => Buffer) =>
  (value: unknown): Buffer =>
    value === WHOLE ? NO_BYTES : serialise(value);

export const readingEnd =
  (deserialise: (bytes: Buffer) => unknown) =>
  (bytes: Buffer): unknown =>
    bytes.length === 0 ? WHOLE : deserialise(bytes);
