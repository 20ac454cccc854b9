import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type ServerUnaryCall,
  type ServerWritableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import type { Caller, Callers, CommandCallers } from '@junkan/proto/caller.ts';
import type { Commands, Fields } from '@junkan/proto/command.ts';
import { HealthImplementation } from 'grpc-health-check';
import type { Received } from '../call.ts';
import type { PolicyClock } from '../clock.ts';
import { sha256 } from '../ids.ts';
import type { Log } from '../log.ts';
import { isOutOfReach } from '../mongo.ts';
import { ProblemError } from '../problem.ts';
import { ANSWERED, answering } from '../telemetry/rpc.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { admits } from './admission.ts';
import type { Contract, Handlers, ServiceDefinition, UntypedServiceImplementation } from './contract.ts';
import type { InternalTokens } from './internal-token.ts';
import { type Answering, positionFor } from './position.ts';
import { isLoopback, reflectionOf } from './reflection.ts';
import { checked } from './rules.ts';
import { HEADERS, NOT_READY, NOT_YET, readingEnd, statusOf, textOf, WHOLE } from './wire-format.ts';

export type Served = {
  readonly contract: Contract;
  readonly callers: Callers<Contract>;
  readonly commands: Commands;
  readonly handlers: UntypedHandlers;
  /** Whether it answers also while the program is not ready. */
  readonly always?: true;
};
type UntypedHandlers = Record<string, (request: never, call: Received) => unknown>;

/** Pairs a generated contract with its permitted callers and its implementation. */
export const serving = <C extends Contract>(contract: C, callers: Callers<C>, handlers: Handlers<C>): Served => ({
  contract,
  callers,
  commands: {},
  handlers: handlers as unknown as UntypedHandlers,
});

/** The same, answered also while the program is not ready. */
export const always = (served: Served): Served => ({ ...served, always: true });

/** The same of commands: what breaks a rule of its contract comes to no handler. */
export const servingCommands = <C extends Contract, Checked extends object>(
  contract: C,
  { callers, commands }: CommandCallers<C>,
  handlers: Handlers<C, Checked>,
): Served => ({ contract, callers, commands, handlers: handlers as unknown as UntypedHandlers });

export type ServerParts = {
  tokens: InternalTokens;
  clock: PolicyClock;
  log: Log;
  telemetry?: Telemetry | undefined;
  /** The view that answers all of it, if one does. */
  view?: Answering;
  /** Whether the program has all that it answers from; without it, it always has. */
  readiness?: Readiness | undefined;
};
export type Readiness = { readonly isReady: boolean; onChange(listener: () => void): void };

/** With the permitted callers of each method, and the rules of its request if it is a command. */
type MethodParts = ServerParts & { admitted: readonly Caller[]; rules: Fields | undefined };

const MAX_BYTES = 4 * 1024 * 1024;
const CONNECTION_AGE_MS = 300_000;
/** Longer than any call may take. */
const CONNECTION_AGE_GRACE_MS = 150_000;
/** A caller that does not let go is cut off then; it repeats what it asked. */
const DRAIN_MS = 5_000;

/** Serves contracts with health on one address, with reflection if only this host can reach it. Returns the address. */
export async function serve(
  services: readonly Served[],
  { listen, ...parts }: ServerParts & { listen: string },
): Promise<{ address: string; close(): Promise<void> }> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_BYTES,
    // Callers resolve addresses again when they reconnect, so that a replica added later gets its share.
    'grpc.max_connection_age_ms': CONNECTION_AGE_MS,
    'grpc.max_connection_age_grace_ms': CONNECTION_AGE_GRACE_MS,
  });
  const { readiness } = parts;
  const standing = () => (readiness === undefined || readiness.isReady ? 'SERVING' : 'NOT_SERVING');
  const health = new HealthImplementation({ '': standing() });
  readiness?.onChange(() => health.setStatus('', standing()));
  health.addToServer(server);
  if (isLoopback(listen)) reflectionOf(services.map(({ contract }) => contract)).addToServer(server);
  for (const served of services) server.addService(definitionOf(served.contract), implement(served, parts));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(listen, ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  return {
    address: `${listen.slice(0, listen.lastIndexOf(':'))}:${port}`,
    close: () => {
      health.setStatus('', 'NOT_SERVING');
      return new Promise((resolve) => {
        const cut = setTimeout(() => server.forceShutdown(), DRAIN_MS);
        server.tryShutdown(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };
}

type Deserialised = Method & { requestSerialize(value: unknown): Buffer; requestDeserialize(bytes: Buffer): object };

/** Requests that say more than this version knows. */
const newer = new WeakSet<object>();
const notingNewer =
  ({ requestSerialize, requestDeserialize }: Deserialised) =>
  (bytes: Buffer): object => {
    const request = requestDeserialize(bytes);
    if (requestSerialize(request).length < bytes.length) newer.add(request);
    return request;
  };

/** @throws ProblemError where a request says more than this version knows: nothing of it is done. */
function requireKnown(request: unknown, { path }: Method): void {
  if (newer.has(request as object)) throw new ProblemError({ kind: 'unavailable', type: NOT_YET, data: { what: path } });
}

/** The contract as the library expects it, with a marker that distinguishes a complete stream from a broken one, and a note of what is not known of a request. */
export function definitionOf(contract: Contract): ServiceDefinition {
  const methods = Object.entries(contract).map(([name, method]) => {
    const noting = notingNewer(method as Deserialised);
    return [name, { ...method, requestDeserialize: method.requestStream ? readingEnd(noting) : noting }];
  });
  return Object.fromEntries(methods) as ServiceDefinition;
}

/** What the library calls for each method of a contract, as its server takes it. */
export function implement({ contract, callers, commands, handlers, always }: Served, given: ServerParts): UntypedServiceImplementation {
  const implementation: UntypedServiceImplementation = {};
  for (const [name, method] of Object.entries(contract)) {
    const handler = handlers[name];
    const admitted = callers[name];
    if (!handler || !admitted) throw new Error(`${method.path} is not implemented, or nobody says who may call it`);
    const parts = { ...given, readiness: always ? undefined : given.readiness, admitted, rules: commands[name]?.request };
    if (method.responseStream) implementation[name] = streaming(handler, method, parts);
    else implementation[name] = method.requestStream ? collecting(handler, method, parts) : unary(handler, method, parts);
  }
  return implementation;
}

type Method = Contract[string];
type Handler = UntypedHandlers[string];

const tellPlace = (call: { sendMetadata(metadata: Metadata): void }, { clock, view }: ServerParts, position: string): void => {
  const metadata = new Metadata();
  metadata.set(HEADERS.clock, String(clock.offset()));
  if (position !== '') metadata.set(HEADERS.position, position);
  const lag = view?.lag?.() ?? 0;
  if (lag > 0) metadata.set(HEADERS.behind, String(lag));
  call.sendMetadata(metadata);
};

/** Answers a call exactly once, and reports to observers how it ended. */
function answerOnce(
  { metadata }: Headed,
  method: Method,
  { telemetry, log }: ServerParts,
  respond: () => Promise<unknown>,
  answer: sendUnaryData<unknown>,
): void {
  answering(telemetry, method.path, metadata, (ended) => {
    respond().then(
      (response) => {
        ended(ANSWERED);
        answer(null, response);
      },
      (error: unknown) => {
        const failed = failure(error, method, log);
        ended(failed);
        answer(failed);
      },
    );
  });
}

type Headed = Pick<ServerUnaryCall<unknown, unknown>, 'metadata'>;

const unary =
  (handler: Handler, method: Method, parts: MethodParts) =>
  (call: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>): void => {
    const serialise = (method as unknown as { requestSerialize(value: unknown): Buffer }).requestSerialize;
    const hash = () => sha256(Buffer.concat([Buffer.from(method.path), serialise(call.request)]));
    const respond = async (): Promise<unknown> => {
      const asked = await received(call, parts, hash);
      requireKnown(call.request, method);
      const position = parts.view ? await positionFor(parts.view, asked) : '';
      const request = parts.rules ? checked(parts.rules, call.request as Record<string, unknown>) : call.request;
      const response = await handler(request as never, asked);
      tellPlace(call, parts, position);
      return response;
    };
    answerOnce(call, method, parts, noting(call, call.request, method, parts, respond), answer);
  };

/**
 * One line for each command with its item, its duration and its chain, so that the correlation id of a request finds all that followed
 * from it; the queries of such a chain only where all details are asked for.
 */
const noting =
  ({ metadata }: Headed, request: unknown, method: Method, { log, rules }: MethodParts, respond: () => Promise<unknown>) =>
  async (): Promise<unknown> => {
    if (textOf(metadata, HEADERS.command) === '') return respond();
    const began = performance.now();
    const note = (outcome: string, stream: string | undefined): void => {
      const line = {
        method: method.path,
        outcome,
        stream,
        ms: Math.round(performance.now() - began),
        correlationId: textOf(metadata, HEADERS.correlation),
        causationId: textOf(metadata, HEADERS.causation),
      };
      if (rules || method.requestStream) log.info(line, 'command');
      else log.debug(line, 'query');
    };
    try {
      const response = await respond();
      note('accepted', idIn(response) ?? subjectOf(rules, request));
      return response;
    } catch (error) {
      note(error instanceof ProblemError ? error.problem.type : 'failed', subjectOf(rules, request));
      throw error;
    }
  };

const idIn = (message: unknown): string | undefined => {
  const { id } = (message ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/** The item that a command is about: the first that its request names. */
function subjectOf(rules: Fields | undefined, request: unknown): string | undefined {
  const field = Object.entries(rules ?? {}).find(([, { is }]) => is === 'id')?.[0];
  return field === undefined ? undefined : idIn({ id: (request as Record<string, unknown>)[field] });
}

const collecting =
  (handler: Handler, method: Method, parts: MethodParts) =>
  (call: ServerReadableStream<unknown, unknown>, answer: sendUnaryData<unknown>): void => {
    const respond = async (): Promise<unknown> => handler(wholeOf(call, method) as never, await received(call, parts, () => ''));
    answerOnce(call, method, parts, noting(call, undefined, method, parts, respond), answer);
  };

/** The requests of a stream. @throws ProblemError at one that says more than is known, and after the last where the sender broke off. */
async function* wholeOf(call: ServerReadableStream<unknown, unknown>, method: Method): AsyncIterable<unknown> {
  let isWhole = false;
  for await (const request of call) {
    requireKnown(request, method);
    isWhole = request === WHOLE;
    if (!isWhole) yield request;
  }
  if (!isWhole) throw new ProblemError({ kind: 'unavailable', type: 'SenderBrokeOff', data: {} });
}

const streaming =
  (handler: Handler, method: Method, parts: MethodParts) =>
  (call: ServerWritableStream<unknown, unknown>): void => {
    const send = async (): Promise<void> => {
      const asked = await received(call, parts, () => '');
      requireKnown(call.request, method);
      for await (const part of handler(call.request as never, asked) as AsyncIterable<unknown>) {
        if (call.cancelled) return;
        if (!call.write(part)) await untilDrained(call);
      }
      call.end();
    };
    answering(parts.telemetry, method.path, call.metadata, (ended) => {
      send().then(
        () => ended(call.cancelled ? { code: status.CANCELLED } : ANSWERED),
        (error: unknown) => {
          const failed = failure(error, method, parts.log);
          ended(failed);
          // Emitted, not destroyed: the library ends the stream with this status only then.
          call.emit('error', Object.assign(new Error('refused'), failed));
        },
      );
    });
  };

/** Waits until there is room for more. A caller that has gone makes no room any more: its leaving ends the wait too. */
const untilDrained = (call: ServerWritableStream<unknown, unknown>): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done).off('cancelled', done);
      resolve();
    };
    call.on('drain', done).on('cancelled', done);
    if (call.cancelled) done();
  });

async function received(
  { metadata }: Headed,
  { tokens, clock, admitted, readiness, log }: MethodParts,
  requestHash: () => string,
): Promise<Received> {
  // Another replica, which the caller tries next, may be ready.
  if (readiness?.isReady === false) throw new ProblemError({ kind: 'unavailable', type: NOT_READY, data: {} });
  const caller = await tokens.check(textOf(metadata, HEADERS.actor));
  const { actor, program } = caller;
  if (!admits(admitted, caller)) {
    log.warn({ program, person: actor.person }, 'a program asked what is not for it');
    throw new ProblemError({ kind: 'forbidden', type: 'CallIsNotForCaller', data: { program } });
  }
  clock.adopt(Number(textOf(metadata, HEADERS.clock)));
  const expected = textOf(metadata, HEADERS.expected);
  const commandId = textOf(metadata, HEADERS.command);
  const seen = textOf(metadata, HEADERS.position);
  return {
    actor,
    commandId,
    expectedVersion: expected === '' ? undefined : Number(expected),
    correlationId: textOf(metadata, HEADERS.correlation),
    causationId: textOf(metadata, HEADERS.causation),
    ...(seen === '' ? {} : { seen }),
    // Only what is done under an id can come again under it.
    requestHash: commandId === '' ? '' : requestHash(),
  };
}

function failure(error: unknown, method: Method, log: Log) {
  if (error instanceof ProblemError) return statusOf(error.problem, error.isReceived);
  if (isOutOfReach(error)) {
    log.warn({ err: error, method: method.path }, 'the database is out of reach');
    return statusOf({ kind: 'unavailable', type: 'StoreIsOutOfReach', data: {} });
  }
  log.error({ err: error, method: method.path }, 'call failed');
  return statusOf({ kind: 'bug', type: 'CallFailed', data: {} });
}
