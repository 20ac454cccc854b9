import type { QueryClient } from '@tanstack/react-query';
import { api, type Schemas } from './client.ts';
import { keys } from './keys.ts';
import { ApiProblem } from './problems.ts';

type News =
  | { readonly kind: 'event'; readonly event: Schemas['LiveEvent'] }
  | { readonly kind: 'work'; readonly counts: Schemas['LiveWork']['counts'] }
  | { readonly kind: 'missed' };

/** The name under which the tabs of a browser agree on the one that listens and tells the others. */
const NAME = 'junkan-live';
const LISTS = ['lists', 'public'];
const MANY = 99;

const SOON_MS = 300;
let soon: ReturnType<typeof setTimeout> | undefined;
/** What follows from one's own act is shown without being asked for: once, after all of what comes together has come. */
function showSoon(queries: QueryClient): void {
  clearTimeout(soon);
  soon = setTimeout(() => void queries.invalidateQueries({ queryKey: ['lists'] }), SOON_MS);
}

/** Marks cached data that an event has made stale. Lists are only marked: nothing moves while somebody reads one. */
function take(queries: QueryClient, news: News): void {
  if (news.kind === 'missed') void queries.invalidateQueries();
  else if (news.kind === 'work') queries.setQueryData(keys.waiting, news.counts);
  else {
    const { id, version, project, collection, correlationId } = news.event;
    const isOwn = (queries.getQueryData<readonly string[]>(keys.chains) ?? []).some((chain) => correlationId.startsWith(chain));
    const concerns = new Set([id, project]);
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, item], state }) =>
        kind === 'items' && concerns.has(item as string) && ((state.data as { version?: number } | undefined)?.version ?? 0) !== version,
    });
    void queries.invalidateQueries({ predicate: ({ queryKey: [kind] }) => LISTS.includes(String(kind)), refetchType: 'none' });
    if (collection === 'clock') void queries.invalidateQueries({ queryKey: keys.session });
    if (isOwn) showSoon(queries);
    else queries.setQueryData<readonly number[]>(keys.newer, (before = []) => [...before.slice(-MANY), Date.now()]);
  }
}

/** Keeps what is shown true while the page is open. Answers how to end it. */
export function followLive(queries: QueryClient): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<News>) => take(queries, data);
  const tell = (news: News): void => {
    take(queries, news);
    channel.postMessage(news);
  };
  const listen = async (): Promise<void> => {
    for await (const { event } of api.listen({ signal, onWork: (counts) => tell({ kind: 'work', counts }) }))
      tell({ kind: 'event', event });
  };
  const listenOn = async (): Promise<void> => {
    try {
      await listen();
    } catch (error) {
      // An unknown position: everything cached is read again, and updates continue from there.
      if (error instanceof ApiProblem && error.problem.status === 400 && !signal.aborted) {
        tell({ kind: 'missed' });
        await listenOn();
      }
    }
  };
  void navigator.locks.request(NAME, { signal }, listenOn).catch(() => undefined);
  return () => {
    ending.abort();
    channel.close();
  };
}
