import { EventEmitter } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Metadata, type ServiceError, type sendUnaryData, status } from '@grpc/grpc-js';
import type { Channel } from '../grpc/dial.ts';
import { definitionOf, implement, type Served, type ServerParts } from '../grpc/serve.ts';
import { isNeverRepeated } from '../grpc/wire-format.ts';
import { Inbox } from './inbox.fixture.ts';
import type { Turn } from './turn.fixture.ts';

const ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 100;

/** A program as the network sees it: when it dies, what it was asked breaks off. */
export type Host = { readonly turn: Turn; onDeath(listener: () => void): void };

type Method = {
  requestSerialize(value: unknown): Buffer;
  requestDeserialize(bytes: Buffer): unknown;
  responseSerialize(value: unknown): Buffer;
  responseDeserialize(bytes: Buffer): unknown;
};
type Implementation = (call: unknown, answer: sendUnaryData<unknown>) => void;
type Server = {
  readonly methods: ReadonlyMap<string, readonly [Method, Implementation]>;
  readonly asked: Set<(error: ServiceError) => void>;
};

/** Who serves at which address. Calls go from one program to another as bytes, without a socket. */
export class Network {
  readonly #servers = new Map<string, Server[]>();
  readonly #pick: (servers: readonly Server[]) => Server | undefined;

  constructor(pick: <Item>(items: readonly Item[]) => Item | undefined = ([first]) => first) {
    this.#pick = pick;
  }

  async serve(host: Host, services: readonly Served[], { listen, ...parts }: ServerParts & { listen: string }) {
    const methods = services.flatMap((served) => methodsOf(served, parts));
    const server: Server = { methods: new Map(methods), asked: new Set() };
    this.#servers.set(listen, [...(this.#servers.get(listen) ?? []), server]);
    const leave = (): void => {
      this.#servers.set(
        listen,
        (this.#servers.get(listen) ?? []).filter((each) => each !== server),
      );
      for (const breakOff of server.asked) breakOff(failed(status.UNAVAILABLE, 'the connection broke'));
    };
    host.onDeath(leave);
    return { address: listen, close: async () => leave() };
  }

  /** What a program calls those at an address through. What meets no server, or loses its answer, is called again. */
  channel({ turn }: Host, address: string): Channel {
    const serverFor = (path: string): Server => {
      const found = this.#pick(this.#servers.get(address) ?? []);
      if (!found?.methods.has(path)) throw failed(status.UNAVAILABLE, `nobody serves ${path} at ${address}`);
      return found;
    };
    const channel = {
      makeUnaryRequest: (
        path: string,
        write: Write,
        read: Read,
        request: unknown,
        metadata: Metadata,
        { deadline }: Deadline,
        answer: Answer,
      ) => {
        const events = new EventEmitter();
        const sendHeaders = (headers: Metadata): void => void events.emit('metadata', headers);
        const once = () => turn(`call ${path}`, () => unary(serverFor(path), path, write(request), metadata, sendHeaders));
        inTime(
          { turn, deadline },
          repeated(async () => read(await turn(`answer ${path}`, await once()))),
        )
          .then((response) => answer(null, response))
          .catch((error: unknown) => answer(asServiceError(error)));
        return events;
      },
      makeClientStreamRequest: (path: string, write: Write, read: Read, metadata: Metadata, _: object, answer: Answer): Writable => {
        const requests = new PassThrough({ objectMode: true });
        turn(`stream to ${path}`, () => serverFor(path))
          .then((server) => collected(server, path, bytesOf(requests, write), metadata))
          .then((bytes) => answer(null, read(bytes)))
          .catch((error: unknown) => answer(asServiceError(error)));
        return Object.assign(requests, { cancel: () => requests.destroy() });
      },
      makeServerStreamRequest: (path: string, write: Write, read: Read, request: unknown, metadata: Metadata) => {
        const parts = new Inbox<unknown>();
        turn(`stream from ${path}`, () => streamed(serverFor(path), path, write(request), metadata, read, parts)).catch((error: unknown) =>
          parts.end(asServiceError(error)),
        );
        return Object.assign(parts, { cancel: () => parts.end() });
      },
      close: () => undefined,
    };
    return channel as unknown as Channel;
  }
}

/** In milliseconds of real time. */
type Deadline = { readonly deadline: number };
type Write = (value: unknown) => Buffer;
type Read = (bytes: Buffer) => unknown;
type Answer = (error: ServiceError | null, response?: unknown) => void;

function methodsOf(served: Served, parts: ServerParts): [string, readonly [Method, Implementation]][] {
  const implementation = implement(served, parts) as Record<string, Implementation>;
  return Object.entries(definitionOf(served.contract)).map(([name, method]) => [
    method.path,
    [method as unknown as Method, implementation[name] as Implementation],
  ]);
}

function methodAt({ methods }: Server, path: string): readonly [Method, Implementation] {
  const found = methods.get(path);
  if (!found) throw failed(status.UNIMPLEMENTED, path);
  return found;
}

/** Asks a server. Resolves to what gives the answer's bytes, or throws the refusal: so that the way back takes its own turn. */
function unary(
  server: Server,
  path: string,
  request: Buffer,
  metadata: Metadata,
  sendMetadata: (headers: Metadata) => void,
): Promise<() => Buffer> {
  const [{ requestDeserialize, responseSerialize }, implementation] = methodAt(server, path);
  return untilAnswered(server, (answer) => {
    const call = { request: requestDeserialize(request), metadata, sendMetadata: sendMetadata };
    implementation(call, (error, response) => answer(error as ServiceError | null, response));
  }).then(
    (response) => () => responseSerialize(response),
    (error: unknown) => () => {
      throw error;
    },
  );
}

function collected(server: Server, path: string, requests: AsyncIterable<Buffer>, metadata: Metadata): Promise<Buffer> {
  const [{ requestDeserialize, responseSerialize }, implementation] = methodAt(server, path);
  const read = async function* () {
    for await (const bytes of requests) yield requestDeserialize(bytes);
  };
  const call = Object.assign(read(), { metadata, sendMetadata: () => undefined });
  return untilAnswered(server, (answer) => implementation(call, (error, response) => answer(error as ServiceError | null, response))).then(
    responseSerialize,
  );
}

function streamed(server: Server, path: string, request: Buffer, metadata: Metadata, read: Read, parts: Inbox<unknown>): void {
  const [{ requestDeserialize, responseSerialize }, implementation] = methodAt(server, path);
  const call = Object.assign(new EventEmitter(), {
    request: requestDeserialize(request),
    metadata,
    get cancelled() {
      return parts.hasEnded;
    },
    write(part: unknown) {
      parts.push(read(responseSerialize(part)));
      return true;
    },
    end: () => parts.end(),
  });
  call.on('error', (error) => parts.end(error));
  server.asked.add((error) => parts.end(error));
  implementation(call, () => undefined);
}

/** An answer, or the end of the server that was to give it. */
function untilAnswered(server: Server, ask: (answer: Answer) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    server.asked.add(reject);
    ask((error, response) => {
      server.asked.delete(reject);
      if (error) reject(error);
      else resolve(response);
    });
  });
}

async function* bytesOf(requests: AsyncIterable<unknown>, write: Write): AsyncIterable<Buffer> {
  for await (const request of requests) yield write(request);
}

/** What takes longer than the caller has time for is given up. */
async function inTime<Result>({ turn, deadline }: { turn: Turn } & Deadline, asked: Promise<Result>): Promise<Result> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(failed(status.DEADLINE_EXCEEDED, 'the deadline has passed'));
  // A dead process releases nothing any more.
  const timer = setTimeout(() => void turn('deadline', giveUp).catch(giveUp), deadline - Date.now());
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

async function repeated<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1, wait = FIRST_BACKOFF_MS; ; attempt += 1, wait *= 2.5) {
    try {
      return await ask();
    } catch (error) {
      const { code, metadata } = asServiceError(error);
      if (attempt === ATTEMPTS || code !== status.UNAVAILABLE || isNeverRepeated(metadata)) throw error;
      await sleep(wait);
    }
  }
}

const failed = (code: status, details: string): ServiceError =>
  Object.assign(new Error(details), { code, details, metadata: new Metadata() });

/** What broke on the way is as a server out of reach. */
const asServiceError = (error: unknown): ServiceError =>
  error !== null && typeof error === 'object' && 'code' in error && typeof error.code === 'number'
    ? (error as ServiceError)
    : failed(status.UNAVAILABLE, String(error));
