import { type Heard, type Listening, listen } from './listen.ts';
import {
  type ItemOf,
  type ListName,
  type OperationName,
  operationsBy,
  type Parameters,
  type ParametersOf,
  requestOf,
  type Schemas,
} from './operations.ts';
import { positioned } from './positions.ts';
import { problemOf } from './problem.ts';
import { retrying } from './retrying.ts';

const ATTEMPTS = 6;
const PAGE = 500;

export type Connection = {
  /** Scheme, host and port. */
  readonly address: string;
  /** A bearer token that is valid now; asked for with each request. Without it only what is open can be asked. */
  readonly token?: () => string | Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
  /** How often a request is sent at most, where it meets no answer or one that passes. */
  readonly attempts?: number;
};

/** `correlationId`: one's own name for the chain of what follows. */
export type Asking = { readonly correlationId?: string | undefined; readonly signal?: AbortSignal | undefined };

/** `key`: the same key has one effect, also when sent again later; a new one where none is given. `version`: the one insisted on. */
export type Sending = Asking & { readonly key?: string | undefined; readonly version?: number | undefined };

/**
 * What live updates are wanted. `onWork` is given how much waits for the caller, at once and whenever it has changed; `onOpen` is called
 * whenever a connection is open.
 */
export type Wanted = Pick<Listening, 'cursor' | 'signal' | 'onWork'> & { readonly project?: string; readonly onOpen?: () => void };

export type Client = ReturnType<typeof connect>;

type File = { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string };
type Init = { readonly body?: NonNullable<RequestInit['body']>; readonly headers?: Readonly<Record<string, string>> };

/** The HTTP API, its parameters, bodies and answers checked at compile time. Every call throws ApiProblem where it is refused. */
export function connect({ address, token, fetch = globalThis.fetch, attempts = ATTEMPTS }: Connection) {
  const send = retrying((...request) => fetch(...request), attempts);
  const positionedSend = positioned(send);

  const authorization = async (): Promise<Record<string, string>> => (token ? { authorization: `Bearer ${await token()}` } : {});

  async function ask(name: OperationName, parameters: Parameters, { correlationId, signal }: Asking, init: Init = {}): Promise<unknown> {
    const { method, path } = await requestOf(name, parameters);
    const headers = {
      ...init.headers,
      ...(correlationId ? { 'x-correlation-id': correlationId } : {}),
      ...(await authorization()),
    };
    const request = new Request(`${address}/v1${path}`, { method, ...init, headers });
    const response = await positionedSend(request, signal);
    if (!response.ok) throw problemOf(`${method} ${path}`, response, await contentOf(response));
    return contentOf(response);
  }

  /** A command: it has one effect, however often it had to be sent. */
  const command = (name: OperationName, parameters: Parameters, body: unknown, sending: Sending): Promise<unknown> => {
    const { key = crypto.randomUUID(), version, ...asking } = sending;
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': key,
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    };
    return ask(name, parameters, asking, { body: JSON.stringify(body), headers });
  };

  /** A file as the whole body: the same bytes again have no second effect. */
  const sendFile = (name: OperationName, parameters: Parameters, file: File, asking: Asking): Promise<unknown> =>
    ask(name, parameters, asking, { body: file.bytes, headers: { 'content-type': file.mediaType } });

  /** Live updates from now, or behind a cursor: without end, over as many connections as it takes. */
  function live(wanted: Wanted = {}): AsyncGenerator<Heard, void> {
    const { signal, onOpen, ...more } = wanted;
    const open = async (from: string): Promise<Response> => {
      const headers = { ...(await authorization()), ...(from ? { 'last-event-id': from } : {}) };
      const response = await opened(await send(new Request(`${address}/v1${await pathOf(wanted)}`, { headers }), signal));
      onOpen?.();
      return response;
    };
    return listen({ open, signal, ...more });
  }

  return {
    /** Every operation by its name. */
    operations: operationsBy<Asking, Sending, { listen: typeof live }>(ask, command, { listen: live }),

    /** Every item of a list; pages are fetched as they are needed. */
    async *each<Name extends ListName>(name: Name, wanted?: ParametersOf<Name>, asking: Asking = {}): AsyncGenerator<ItemOf<Name>, void> {
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const { nextCursor, ...lists } = (await ask(name, { ...(wanted as Parameters), limit: PAGE, cursor }, asking)) as {
          nextCursor?: string;
        };
        // A list may also contain the number of its items.
        yield* Object.values(lists).filter(Array.isArray).flat() as ItemOf<Name>[];
        cursor = nextCursor;
      }
    },

    /** Uploads a file as evidence; it is known by its content's hash, and to people by its name. */
    async upload(
      bytes: Uint8Array<ArrayBuffer>,
      mediaType: string,
      { name, ...asking }: Asking & { readonly name?: string } = {},
    ): Promise<Schemas['Evidence']> {
      return (await sendFile('uploadEvidence', name === undefined ? {} : { name }, { bytes, mediaType }, asking)) as Schemas['Evidence'];
    },

    /** Imports a file of a bank’s statements (camt.053.001.08). The same file again changes nothing. */
    async uploadStatements(bytes: Uint8Array<ArrayBuffer>, asking: Asking = {}): Promise<Schemas['ImportedStatements']> {
      return (await sendFile('importStatements', {}, { bytes, mediaType: 'application/xml' }, asking)) as Schemas['ImportedStatements'];
    },

    /** Brings a bank’s answer to a file of payments (pain.002). The same answer again changes nothing. */
    async uploadAnswer(bytes: Uint8Array<ArrayBuffer>, asking: Asking = {}): Promise<Schemas['AnsweredPaymentFile']> {
      return (await sendFile('answerPaymentFile', {}, { bytes, mediaType: 'application/xml' }, asking)) as Schemas['AnsweredPaymentFile'];
    },

    /** A file of payments as its bank gets it (pain.001): who has it so is recorded. */
    async downloadPaymentFile({ id }: { readonly id: string }, asking: Asking = {}): Promise<string> {
      return (await ask('downloadPaymentFile', { id }, asking)) as string;
    },

    listen: live,
  };
}

/** Its JSON, or its text where it is none; nothing where it is empty. */
async function contentOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function opened(response: Response): Promise<Response> {
  if (!response.ok) throw problemOf('GET /events', response, await response.json());
  return response;
}

const pathOf = async ({ project, onWork }: Wanted): Promise<string> =>
  (await requestOf('listen', { project, work: onWork ? 'true' : undefined })).path;
