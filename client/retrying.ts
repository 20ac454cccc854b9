import { sleep } from './sleep.ts';

/** A request that would have to wait for longer is answered at once, as it is. */
const MAX_WAIT_MS = 60_000;

/**
 * What ends a request is given with it, never within: the signal of a `Request` is a copy that follows the caller's only as long as that
 * request is in memory, so that an answer under way would no longer end once the request was collected.
 */
export type Send = (request: Request, signal?: AbortSignal) => Promise<Response>;

/**
 * Repeats a request that got no answer or a temporary one: a server that is not up, too many requests, or the same command still in
 * progress. Commands carry their key, so that a repeat has no second effect. Any other answer is returned at once.
 */
export function retrying(fetch: typeof globalThis.fetch, attempts: number): Send {
  return async (request, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      let wait = backoff(attempt);
      try {
        const response = await fetch(request.clone(), signal && { signal });
        const asked = waitOf(response);
        if (attempt === attempts || asked > MAX_WAIT_MS || !(await passes(response))) return response;
        wait += asked;
      } catch (error) {
        if (attempt === attempts || signal?.aborted) throw error;
      }
      await sleep(wait, signal);
    }
  };
}

/** At times of their own, so that those who wait for the same thing do not meet again. */
const backoff = (attempt: number): number => 100 * 2 ** attempt * (0.5 + Math.random());

async function passes(response: Response): Promise<boolean> {
  if (response.status >= 500 || response.status === 429) return true;
  if (response.status !== 409) return false;
  const { type } = (await response.clone().json()) as { type?: string };
  return type === '/problems/request-is-in-flight';
}

/** What the server asks for, which is in seconds. */
function waitOf({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.max(seconds, 0) * 1_000 : 0;
}
