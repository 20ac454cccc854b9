import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/history';
import { type AnswerOf, api, type OperationName, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { numberText } from '../base/parts/locale.ts';
import { Entry } from './Entry.tsx';

const PAGE = 50;

/** The operations that tell what happened to an item, page by page. */
type Timeline = Extract<OperationName, `get${string}Timeline`>;

const historyQuery = (timeline: Timeline, id: string, kind: string) => ({
  queryKey: keys.part(id, kind === '' ? 'history' : `history ${kind}`),
  initialPageParam: '',
  queryFn: ({ pageParam, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations[timeline](
      { id, limit: PAGE, sort: '-at', with: 'names', ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      { signal },
    ),
  getNextPageParam: ({ nextCursor }: AnswerOf<Timeline>) => nextCursor,
});

type Happened = Schemas['TimelineEntry'];

/** Entries one behind the other in which the same person did the same without a word: a draft that was saved again and again. */
function runsOf(entries: readonly Happened[]): Happened[][] {
  const runs: Happened[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const isSame = last?.every(
      ({ type, actor, note, facts }) =>
        type === entry.type && actor === entry.actor && !note && !entry.note && JSON.stringify(facts) === JSON.stringify(entry.facts),
    );
    if (last && isSame) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

type Props = {
  readonly timeline: Timeline;
  readonly id: string;
  readonly names?: Schemas['Names'];
  /** What the button is called that shows the next page. */
  readonly more: string;
  /** Replaces a history that the reader may not see. */
  readonly forOthers?: string;
  /** What the entries are about; all of them where it is left out. */
  readonly kind?: string;
};

/** What happened to an item, the newest first. */
export function History({ timeline, id, names = {}, more, forOthers, kind = '' }: Props) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isError } = useInfiniteQuery(historyQuery(timeline, id, kind));
  const pages = data?.pages ?? [];
  const all: Schemas['Names'] = Object.assign({}, names, ...pages.map((page) => page.names ?? {}));
  const runs = runsOf(pages.flatMap(({ entries }) => entries));
  return (
    <>
      {isError && forOthers ? <p className="quiet">{forOthers}</p> : null}
      {data && runs.length === 0 ? <p className="quiet">{m.nothing()}</p> : null}
      <ol className="trail">
        {runs.map(([first, ...same]) => (first ? <Run key={keyOf(first)} first={first} same={same} names={all} /> : null))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {more}
        </button>
      ) : null}
    </>
  );
}

const keyOf = ({ stream, version }: Happened): string => `${stream}@${version}`;

type RunProps = { readonly first: Happened; readonly same: readonly Happened[]; readonly names: Schemas['Names'] };

/** An entry, and those before it that say the same. */
function Run({ first, same, names }: RunProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Entry entry={first} names={names} />
      {same.length === 0 ? null : (
        <li>
          <span className="dot" />
          <button className="btn bare small" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {m.same({ shown: numberText(same.length) })}
          </button>
        </li>
      )}
      {isOpen ? same.map((entry) => <Entry key={keyOf(entry)} entry={entry} names={names} />) : null}
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
