import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, Client as GrpcClient, type ServiceError } from '@grpc/grpc-js';
import { type Call, isProgram } from '../call.ts';
import type { PolicyClock } from '../clock.ts';
import { ProblemError } from '../problem.ts';
import { asking, askingForStream } from '../telemetry/rpc.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Client, Contract } from './contract.ts';
import type { InternalTokens } from './internal-token.ts';
import { HEADERS, metadataOf, refusalOf, textOf, WHOLE, writingEnd } from './wire-format.ts';

const DEADLINE_MS = 10_000;
const STREAM_DEADLINE_MS = 120_000;
const KEEP_ALIVE_MS = 10_000;

/** Replicas take turns. Every command is idempotent by its id, so a call that met no server may simply be repeated. */
const SERVICE_CONFIG = JSON.stringify({
  loadBalancingConfig: [{ round_robin: {} }],
  methodConfig: [
    {
      name: [{}],
      retryPolicy: {
        maxAttempts: 5,
        initialBackoff: '0.1s',
        maxBackoff: '2s',
        backoffMultiplier: 2.5,
        retryableStatusCodes: ['UNAVAILABLE'],
      },
    },
  ],
});

type Serialised = Contract[string] & { requestSerialize(value: unknown): Buffer; responseDeserialize(bytes: Buffer): unknown };

/** What calls are made through. */
export type Channel = Pick<GrpcClient, 'makeUnaryRequest' | 'makeClientStreamRequest' | 'makeServerStreamRequest' | 'close'>;

export type Parts = {
  readonly tokens: InternalTokens;
  /** The program that is called. */
  readonly program: string;
  readonly clock: PolicyClock;
  /** How long a single call may take, retries included. */
  readonly deadlineMs?: number;
  readonly telemetry?: Telemetry | undefined;
};

/** Several addresses, comma-separated, are replicas. A single name is resolved by DNS, and may have several addresses as well. */
const targetOf = (addresses: string): string => (addresses.includes(',') ? `ipv4:${addresses.replaceAll(' ', '')}` : `dns:///${addresses}`);

/** A client of the services at an address, or at those of its replicas, each method a function; failures are `ProblemError`. */
export function dialler(addresses: string, parts: Parts, channel: Channel = channelTo(addresses)) {
  return {
    client<C extends Contract>(contract: C): Client<C> {
      const methods = Object.entries(contract).map(([name, method]) => [name, callOf(channel, method as Serialised, parts)]);
      return Object.fromEntries(methods) as Client<C>;
    },
    close: (): void => channel.close(),
  };
}

const channelTo = (addresses: string): Channel =>
  new GrpcClient(targetOf(addresses), credentials.createInsecure(), {
    'grpc.service_config': SERVICE_CONFIG,
    // Leaves out a replica that no longer answers although its connection is open.
    'grpc.keepalive_time_ms': KEEP_ALIVE_MS,
    'grpc.keepalive_timeout_ms': KEEP_ALIVE_MS / 2,
    // Otherwise the channel waits a second or more before it reconnects, and all retries fail in that time.
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
  });

function callOf(channel: Channel, method: Serialised, parts: Parts) {
  const { path } = method;
  if (method.responseStream) {
    const ask = streamed(channel, method, parts);
    return (request: unknown, call: Call) => askingForStream(parts.telemetry, path, (traceparent) => ask(request, call, traceparent));
  }
  const ask = method.requestStream ? streaming(channel, method, parts) : unary(channel, method, parts);
  return (request: never, call: Call) => asking(parts.telemetry, path, (traceparent) => ask(request, call, traceparent));
}

const deadline = (milliseconds: number) => ({ deadline: Date.now() + milliseconds });

const metadataFor = async ({ tokens, program, clock }: Parts, call: Call, traceparent?: string) =>
  metadataOf(call, await tokens.issue(call.actor, program, isProgram(call.actor)), clock.offset(), traceparent);

const streamed = (channel: Channel, { path, requestSerialize, responseDeserialize }: Serialised, parts: Parts) =>
  async function* (request: unknown, call: Call, traceparent?: string) {
    const stream = channel.makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      await metadataFor(parts, call, traceparent),
      deadline(STREAM_DEADLINE_MS),
    );
    try {
      yield* stream;
    } catch (error) {
      throw refusalOf(error as ServiceError);
    } finally {
      // Otherwise the server goes on writing after the reader has stopped half-way.
      stream.cancel();
    }
  };

const streaming =
  (channel: Channel, { path, requestSerialize, responseDeserialize }: Serialised, parts: Parts) =>
  async (requests: AsyncIterable<unknown>, call: Call, traceparent?: string) => {
    const sent = await metadataFor(parts, call, traceparent);
    return new Promise((resolve, reject) => {
      const source = Readable.from(endingWhole(requests));
      const stream = channel.makeClientStreamRequest(
        path,
        writingEnd(requestSerialize),
        responseDeserialize,
        sent,
        deadline(STREAM_DEADLINE_MS),
        (error, response) => {
          // Nobody reads beyond the answer: asks the source to stop.
          source.destroy();
          return error ? reject(refusalOf(error)) : resolve(response);
        },
      );
      source.once('error', (error) => {
        stream.cancel();
        reject(error);
      });
      // The answer, not the pipe, has the outcome: a refusal closes the stream before the source has ended.
      source.pipe(stream);
    });
  };

/** How long a call goes from replica to replica while it meets those that cannot answer it yet, and how soon it tries the next. */
const ELSEWHERE_MS = 2_000;
const NEXT_MS = 40;

const unary = (channel: Channel, method: Serialised, parts: Parts) => {
  const once = unaryOnce(channel, method, parts);
  return async (request: unknown, call: Call, traceparent?: string) => {
    for (const until = Date.now() + ELSEWHERE_MS; ; await sleep(NEXT_MS)) {
      try {
        return await once(request, call, traceparent);
      } catch (error) {
        const isElsewhere = error instanceof ProblemError && error.isForAnother;
        if (!isElsewhere || Date.now() > until) throw error;
      }
    }
  };
};

const unaryOnce =
  (channel: Channel, { path, requestSerialize, responseDeserialize }: Serialised, parts: Parts) =>
  async (request: unknown, call: Call, traceparent?: string) => {
    const sent = await metadataFor(parts, call, traceparent);
    return new Promise((resolve, reject) => {
      channel
        .makeUnaryRequest(
          path,
          requestSerialize,
          responseDeserialize,
          request,
          sent,
          deadline(parts.deadlineMs ?? DEADLINE_MS),
          (error, response) => (error ? reject(refusalOf(error)) : resolve(response)),
        )
        .on('metadata', (received) => {
          parts.clock.adopt(Number(textOf(received, HEADERS.clock)));
          const position = textOf(received, HEADERS.position);
          if (position !== '') call.onPosition?.(position, Number(textOf(received, HEADERS.behind)));
        });
    });
  };

async function* endingWhole(requests: AsyncIterable<unknown>): AsyncIterable<unknown> {
  yield* requests;
  yield WHOLE;
}
