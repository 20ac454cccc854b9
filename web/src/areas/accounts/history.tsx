import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages/accounts';
import { Entry } from '../../acts/Entry.tsx';
import type { Schemas } from '../../api/client.ts';
import { historyQuery } from './accounts.queries.ts';

/** What happened to a bank account, for whoever sees its number. */
export function History({ id, names }: { readonly id: string; readonly names: Schemas['Names'] }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(historyQuery(id));
  const all = { ...names, ...Object.assign({}, ...(data?.pages ?? []).map((page) => page.names ?? {})) } as Schemas['Names'];
  return (
    <>
      <ol className="trail">
        {(data?.pages ?? [])
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <Entry key={`${entry.stream}@${entry.version}`} entry={entry} names={all} />
          ))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.more()}
        </button>
      ) : null}
    </>
  );
}
