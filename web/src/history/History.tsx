import { useInfiniteQuery } from '@tanstack/react-query';
import { type AnswerOf, api, type OperationName, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { Entry } from './Entry.tsx';

const PAGE = 50;

/** The operations that tell what happened to an item, page by page. */
type Timeline = Extract<OperationName, `get${string}Timeline`>;

const historyQuery = (timeline: Timeline, id: string) => ({
  queryKey: keys.part(id, 'history'),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations[timeline]({ id, limit: PAGE, with: 'names', ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<Timeline>) => nextCursor,
});

type Props = {
  readonly timeline: Timeline;
  readonly id: string;
  readonly names?: Schemas['Names'];
  /** What the button is called that shows the next page. */
  readonly more: string;
  /** Replaces a history that the reader may not see. */
  readonly forOthers?: string;
};

/** What happened to an item, entry by entry. */
export function History({ timeline, id, names = {}, more, forOthers }: Props) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isError } = useInfiniteQuery(historyQuery(timeline, id));
  const pages = data?.pages ?? [];
  const all: Schemas['Names'] = Object.assign({}, names, ...pages.map((page) => page.names ?? {}));
  return (
    <>
      {isError && forOthers ? <p className="quiet">{forOthers}</p> : null}
      <ol className="trail">
        {pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <Entry key={`${entry.stream}@${entry.version}`} entry={entry} names={all} />
          ))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more}
        </button>
      ) : null}
    </>
  );
}

/** The same as a part of a page, below its title. */
export const HistoryPart = ({ title, ...of }: Props & { readonly title: string }) => (
  <section className="part" aria-labelledby="h-history">
    <h2 id="h-history">{title}</h2>
    <History {...of} />
  </section>
);
