import { setTimeout as sleep } from 'node:timers/promises';

/** The public HTTP API, as any integrator would use it: tokens, idempotency keys, problem documents. */

export type Person = { readonly organisation: string; readonly role: string };

/** What a command answers. */
export type Answer = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly offer?: string;
  readonly payment?: string;
};

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly facts?: Record<string, unknown>;
  readonly errors?: readonly { pointer: string; detail: string }[];
};

export class ApiRefusal extends Error {
  readonly problem: Problem;
  constructor(request: string, problem: Problem) {
    super(`${request}: ${problem.status} ${problem.title} ${JSON.stringify(problem.facts ?? problem.errors ?? {})}`);
    this.problem = problem;
  }
}

/** A server that is not up, a pace that is too fast, or the same command still under way. */
const isPassing = ({ status, type }: Problem): boolean => status >= 500 || status === 429 || type === '/problems/request-is-in-flight';

const ATTEMPTS = 6;
const TOKEN_MS = 10 * 60_000;

type Asking = { as: Person; chain?: string };
/** `version`: the one that the command insists on. */
type Sending = Asking & { key: string; version?: number };

export type Api = ReturnType<typeof connect>;

export function connect(address: string, fetch: typeof globalThis.fetch = globalThis.fetch) {
  const tokens = new Map<string, { token: Promise<string>; until: number }>();

  const token = ({ organisation, role }: Person): Promise<string> => {
    const person = `${organisation}/${role}`;
    const known = tokens.get(person);
    if (known && known.until > Date.now()) return known.token;
    const asked = send(
      'POST',
      '/v1/trial/tokens',
      { 'content-type': 'application/json' },
      JSON.stringify({ person, organisation, roles: [role] }),
    ).then((body) => (body as { token: string }).token);
    tokens.set(person, { token: asked, until: Date.now() + TOKEN_MS });
    return asked;
  };

  /** A request that met no answer, or a refusal that passes, is repeated: commands carry their key. */
  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<unknown> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
        const answer = (await response.json()) as unknown;
        if (response.ok) return answer;
        const problem = answer as Problem;
        if (!isPassing(problem) || attempt === ATTEMPTS) throw new ApiRefusal(`${method} ${path}`, problem);
      } catch (error) {
        if (error instanceof ApiRefusal || attempt === ATTEMPTS) throw error;
      }
      // At times of their own, so that those who wait for the same thing do not meet again.
      await sleep(100 * 2 ** attempt * (0.5 + Math.random()));
    }
  };

  const headersOf = async ({ as, chain }: Asking): Promise<Record<string, string>> => ({
    authorization: `Bearer ${await token(as)}`,
    ...(chain ? { 'x-correlation-id': chain } : {}),
  });

  return {
    async get<Found>(path: string, asking: Asking): Promise<Found> {
      return (await send('GET', `/v1${path}`, await headersOf(asking))) as Found;
    },
    /** Every item of a list, page by page. */
    async all<Item>(path: string, name: string, asking: Asking): Promise<Item[]> {
      const items: Item[] = [];
      for (let cursor = ''; ; ) {
        const page = await this.get<Record<string, Item[]> & { nextCursor?: string }>(
          `${path}${path.includes('?') ? '&' : '?'}limit=500&cursor=${cursor}`,
          asking,
        );
        items.push(...(page[name] ?? []));
        cursor = page.nextCursor ?? '';
        if (cursor === '') return items;
      }
    },
    async command(method: 'POST' | 'PUT', path: string, body: unknown, { key, version, ...asking }: Sending): Promise<Answer> {
      const headers = {
        ...(await headersOf(asking)),
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      };
      return (await send(method, `/v1${path}`, headers, JSON.stringify(body))) as Answer;
    },
    /** Uploads a file and answers its content hash. */
    async upload(bytes: Uint8Array<ArrayBuffer>, mediaType: string, asking: Asking): Promise<string> {
      const kept = await send('POST', '/v1/evidence', { ...(await headersOf(asking)), 'content-type': mediaType }, bytes);
      return (kept as { hash: string }).hash;
    },
  };
}

/** One trial person for each role and organisation. */
const SECRETARIAT = 'secretariat';
export const secretary: Person = { organisation: SECRETARIAT, role: 'secretariat.officer' };
export const verifier: Person = { organisation: SECRETARIAT, role: 'secretariat.verifier' };
export const approver: Person = { organisation: SECRETARIAT, role: 'secretariat.approver' };
export const maker: Person = { organisation: SECRETARIAT, role: 'finance.maker' };
export const checker: Person = { organisation: SECRETARIAT, role: 'finance.checker' };
export const auditor: Person = { organisation: SECRETARIAT, role: 'auditor' };
export const clockOperator: Person = { organisation: SECRETARIAT, role: 'clock.operator' };
