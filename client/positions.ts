import type { Send } from './retrying.ts';

const POSITION = 'junkan-position';
/** The most positions that the API accepts in one request. */
const MAX_POSITIONS = 16;

/**
 * Sends with each query how far the lists went that were seen, so that no later one is older, whichever server answers it. A position is
 * opaque: which of two is the newer is known only where one was answered to a request that had sent the other. Of requests under way at
 * once all are kept.
 */
export function positioned(send: Send): Send {
  let newest: readonly string[] = [];
  return async (request, signal) => {
    if (request.method === 'GET' && newest.length > 0) request.headers.set(POSITION, newest.join(','));
    const response = await send(request, signal);
    const answered = response.headers.get(POSITION);
    if (answered === null) return response;
    const sent = (request.headers.get(POSITION) ?? '').split(',');
    const left = newest.filter((position) => !sent.includes(position));
    newest = [...new Set([...left, ...answered.split(',')])].slice(-MAX_POSITIONS);
    return response;
  };
}
