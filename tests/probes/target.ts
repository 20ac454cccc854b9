import { randomUUID } from 'node:crypto';
import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { requestNow } from '@junkan/client/requests.ts';

/** A system under load, as persons and strangers reach it over loopback. */
export type Target = ReturnType<typeof target>;

export const AUDITOR = { organisation: 'secretariat', roles: ['auditor'] };

export const pathOf = (name: OperationName, of?: Parameters): string => `/v1${requestNow(name, of).path}`;

export function target(address: string) {
  const tokens = new Map<string, Promise<string>>();

  async function issued(person: string, { organisation, roles }: typeof AUDITOR): Promise<string> {
    const response = await fetch(`${address}${pathOf('issueToken')}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, organisation, roles }),
    });
    return ((await response.json()) as { token: string }).token;
  }

  function tokenOf(person: string, as = AUDITOR): Promise<string> {
    const token = tokens.get(person) ?? issued(person, as);
    tokens.set(person, token);
    return token;
  }

  return {
    address,
    tokenOf,
    /** A request of which the whole answer is taken. */
    async ask(path: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {}) {
      const response = await fetch(`${address}${path}`, { ...init, headers });
      return { status: response.status, etag: response.headers.get('etag') ?? '', text: await response.text() };
    },
    /** A command with a key of its own. */
    async command(
      name: OperationName,
      of: Parameters,
      person: string,
      as: typeof AUDITOR,
      body: object,
      headers: Record<string, string> = {},
    ) {
      const authorization = `Bearer ${await tokenOf(person, as)}`;
      const sent = { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers };
      return this.ask(pathOf(name, of), { method: requestNow(name, of).method, headers: sent, body: JSON.stringify(body) });
    },
  };
}
