import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { bodyOf, type Http, problemOf, type Reply } from '../http.ts';
import type { Rng } from '../rng.ts';
import type { Step } from './state.ts';

/**
 * Sends a step as a request. Some requests come twice, one after the other or at once. @throws where one that was done is answered in
 * another way when it comes again.
 */
export const sending =
  (web: Http, rng: Rng) =>
  async ({ by, operation, of, body, raw, version }: Step): Promise<Reply> => {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` };
    const key = randomUUID();
    const sender = by?.token ? { ...by, roles: by.token } : by;
    const request = (): Promise<Reply> => web.ask(sender, operation, of, body, { headers, key, ...(raw === undefined ? {} : { raw }) });
    const first = request();
    // Of a file that comes again it is said that it is known.
    if (raw !== undefined || !rng.is(10)) return first;
    if (rng.is(50)) await first;
    const [reply, again] = await Promise.all([first, request()]);
    if (reply.status < 300 && !isDeepStrictEqual([reply.status, answerOf(reply)], [again.status, answerOf(again)]))
      throw new Error(`answered ${reply.status} ${reply.bytes}, and when it came again ${again.status} ${again.bytes}`);
    return reply;
  };

/** What the API answers; of a file, which has no id, nothing that a model takes over. */
export const answerOf = (reply: Reply): { readonly id: string } =>
  reply.headers.get('content-type')?.includes('json') ? bodyOf(reply) : { id: '' };

export const isDone = ({ status }: Reply): boolean => status < 300;

export const outcomeOf = (reply: Reply): string => (isDone(reply) ? `${reply.status}` : `${reply.status} ${problemOf(reply).type}`);

/** @throws where the answer is not what the model says. */
export function mustBeRight({ rules }: Step, reply: Reply): void {
  const broken = new Set(rules.filter(([isKept]) => !isKept).map(([, status]) => status));
  if (broken.size === 0 ? isDone(reply) : broken.has(reply.status)) return;
  throw new Error(`expected ${broken.size === 0 ? 'it to be done' : [...broken].join(' or ')}, but: ${outcomeOf(reply)} ${reply.bytes}`);
}
