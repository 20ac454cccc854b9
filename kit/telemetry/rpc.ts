import { type Metadata, status } from '@grpc/grpc-js';
import { KINDS, ProblemError } from '../problem.ts';
import { failureOf, type Span, secondsSince, type Telemetry } from './telemetry.ts';
import { TRACE_HEADER } from './trace-header.ts';

/** How a call came out: a status, and where it was refused the fact by its name. */
export type Outcome = { readonly code: status; readonly details?: string };
export const ANSWERED: Outcome = { code: status.OK };

/** Outcomes that are somebody's fault; every other refusal is an answer. */
const FAULTS: readonly status[] = [
  status.UNKNOWN,
  status.DEADLINE_EXCEEDED,
  status.UNIMPLEMENTED,
  status.INTERNAL,
  status.UNAVAILABLE,
  status.DATA_LOSS,
];

/** How a caller sees that a call failed. */
const outcomeOf = (error: unknown): Outcome =>
  error instanceof ProblemError
    ? { code: KINDS[error.problem.kind].code, details: error.problem.type }
    : { code: status.UNKNOWN, details: failureOf(error) };

/** Asked of every part many times a second while something is waited for: counted, but no part of any trace. */
const isOperating = (path: string): boolean => path.startsWith('/junkan.operations.');

/** Answers a call as a part of its caller's trace. `work` says when it has ended. */
export function answering(
  telemetry: Telemetry | undefined,
  path: string,
  metadata: Metadata,
  work: (ended: (outcome: Outcome) => void) => void,
): void {
  const call = telemetry && begin(telemetry, 'server', path, String(metadata.get(TRACE_HEADER)[0] ?? ''));
  if (call) call.run(() => work(call.end));
  else work(() => undefined);
}

/** Makes a call; its `traceparent` is to go with it. */
export async function asking<Result>(
  telemetry: Telemetry | undefined,
  path: string,
  work: (traceparent?: string) => Promise<Result>,
): Promise<Result> {
  if (!telemetry) return work();
  const call = begin(telemetry, 'client', path);
  try {
    const result = await work(call.traceparent);
    call.end(ANSWERED);
    return result;
  } catch (error) {
    call.end(outcomeOf(error));
    throw error;
  }
}

/** A call with a streamed answer: the span ends with the last message, or when the reader stops. */
export async function* askingForStream<Part>(
  telemetry: Telemetry | undefined,
  path: string,
  work: (traceparent?: string) => AsyncIterable<Part>,
): AsyncGenerator<Part> {
  if (!telemetry) return yield* work();
  const call = begin(telemetry, 'client', path);
  let outcome: Outcome = { code: status.CANCELLED };
  try {
    yield* work(call.traceparent);
    outcome = ANSWERED;
  } catch (error) {
    outcome = outcomeOf(error);
    throw error;
  } finally {
    call.end(outcome);
  }
}

function begin(telemetry: Telemetry, kind: 'server' | 'client', path: string, parent?: string) {
  const began = performance.now();
  const method = path.slice(1);
  const span: Span | undefined = isOperating(path)
    ? undefined
    : telemetry.begin({
        name: method,
        kind,
        attributes: { 'rpc.system.name': 'grpc', 'rpc.method': method },
        ...(parent === undefined ? {} : { parent }),
      });
  return {
    traceparent: span?.traceparent,
    run: (work: () => void): void => (span ? span.run(work) : work()),
    end({ code, details }: Outcome): void {
      const name = status[code];
      span?.end({
        attributes: { 'rpc.response.status_code': name, ...(details === undefined ? {} : { 'junkan.refusal': details }) },
        failure: FAULTS.includes(code) ? name : undefined,
      });
      const duration = kind === 'server' ? 'rpc_server_call_duration_seconds' : 'rpc_client_call_duration_seconds';
      telemetry.took(duration, secondsSince(began), { rpc_method: method, rpc_response_status_code: name });
    },
  };
}
