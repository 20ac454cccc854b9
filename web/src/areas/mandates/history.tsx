import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages/mandates';
import { Entry } from '../../acts/Entry.tsx';
import type { Schemas } from '../../api/client.ts';
import { historyQuery } from './mandates.queries.ts';

/** What happened to a mandate: who did it is told to its sponsor and to overseers. */
export function History({ id }: { readonly id: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(id));
  const pages = data?.pages ?? [];
  const names: Schemas['Names'] = Object.assign({}, ...pages.map((page) => page.names ?? {}));
  return (
    <section className="part" aria-labelledby="h-history">
      <h2 id="h-history">{m.history()}</h2>
      <ol className="trail">
        {pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <Entry key={entry.version} entry={entry} names={names} />
          ))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.more()}
        </button>
      ) : null}
    </section>
  );
}
