import { randomUUID } from 'node:crypto';
import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import type { Problem } from '@junkan/client/problem.ts';
import { requestNow } from '@junkan/client/requests.ts';
import type { Role } from '@junkan/proto/actor.ts';
import { trialTokens } from '@junkan/scripts/main-job/api.ts';

/** A person of the trial, with as many roles as the test gives. */
export type Someone = { readonly person: string; readonly organisation: string; readonly roles: readonly Role[] };

/** An answer as it came: nothing is repeated or thrown. */
export type Reply = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer };

type Sending = {
  readonly as?: Someone;
  readonly token?: string;
  /** The idempotency key; a new one where none is given, and none at all for `null`. */
  readonly key?: string | null;
  readonly body?: unknown;
  /** Sent as it is, in the place of a JSON body. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Http = ReturnType<typeof http>;

/** Plain requests to the API, for what a well-behaved client never sends. */
export function http(address: string, fetch: typeof globalThis.fetch = globalThis.fetch) {
  const tokenOf = trialTokens(address, fetch);

  async function send(method: string, path: string, { as, token, key, body, raw, headers = {} }: Sending = {}): Promise<Reply> {
    const bearer = token ?? (as ? await tokenOf(as) : undefined);
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomUUID() }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  return {
    send,
    tokenOf,
    /** An operation by its name, with whatever parameters and body. */
    ask(as: Someone | undefined, name: OperationName, parameters: Parameters = {}, body: unknown = {}, more: Sending = {}): Promise<Reply> {
      const { method, path } = requestNow(name, parameters);
      return send(method, `/v1${path}`, { ...(as ? { as } : {}), ...(method === 'GET' ? {} : { body }), ...more });
    },
  };
}

/** Where an operation is, with its parameters. */
export const urlOf = (address: string, name: OperationName, parameters?: Parameters): string =>
  `${address}/v1${requestNow(name, parameters).path}`;

export const bodyOf = <Body>({ bytes }: Reply): Body => JSON.parse(bytes.toString()) as Body;

/** What a refusal says, in the parts that clients may go by. */
export function problemOf(reply: Reply): { status: number; type: string; pointers: string[] } {
  const { type, status, errors = [] } = bodyOf<Problem>(reply);
  if (reply.headers.get('content-type') !== 'application/problem+json; charset=utf-8' || status !== reply.status)
    throw new Error(`not a problem document: ${reply.status} ${reply.headers.get('content-type')} ${reply.bytes}`);
  return { status, type, pointers: errors.map(({ pointer }) => pointer) };
}

/** The same of a call that must be refused. */
export const refusal = async (asked: Promise<Reply>): Promise<[number, string]> => {
  const { status, type } = problemOf(await asked);
  return [status, type];
};
