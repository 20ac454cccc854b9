import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages/projects';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { numberText } from '../../base/parts/locale.ts';
import { Entry } from '../../history/Entry.tsx';

const PAGE = 50;

/** What readers look for, and what the entries of the API are about. */
const ABOUT = {
  all: '',
  money: 'payment',
  reports: 'milestone,report,reminder',
  offers: 'funding,offer,question',
  agreement: 'agreement',
  proposal: 'project',
} as const;
type About = keyof typeof ABOUT;

/** From the last entry back: what follows a page is asked for with its cursor. */
const trailQuery = (id: string, about: About) => ({
  queryKey: keys.part(id, `trail ${about}`),
  initialPageParam: '',
  queryFn: ({ pageParam: cursor, signal }: { readonly pageParam: string; readonly signal: AbortSignal }) =>
    api.operations.getTimeline({ id, limit: PAGE, sort: '-at', kind: ABOUT[about], with: 'names', cursor }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getTimeline'>) => nextCursor,
});

type Told = Schemas['TimelineEntry'];

/** Entries one behind the other in which the same person did the same without a word: a draft that was saved again and again. */
function runsOf(entries: readonly Told[]): Told[][] {
  const runs: Told[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    const isSame = last?.every(({ type, actor, note }) => type === entry.type && actor === entry.actor && !note);
    if (last && isSame && !entry.note && entry.facts === undefined) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** What happened, the newest first, each in a sentence. */
export function Trail({ project, names }: { readonly project: string; readonly names: Schemas['Names'] }) {
  const [about, setAbout] = useState<About>('all');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(trailQuery(project, about));
  const pages = data?.pages ?? [];
  const all: Schemas['Names'] = Object.assign({}, names, ...pages.map((page) => page.names ?? {}));
  const runs = runsOf(pages.flatMap(({ entries }) => entries));
  return (
    <section className="part" aria-labelledby="h-trail">
      <h2 id="h-trail">{m.trail()}</h2>
      <fieldset className="seg">
        <legend className="vh">{m.trailAbout()}</legend>
        {(Object.keys(ABOUT) as About[]).map((each) => (
          <button key={each} type="button" aria-pressed={each === about} onClick={() => setAbout(each)}>
            {m.trailKind({ about: each })}
          </button>
        ))}
      </fieldset>
      {data && runs.length === 0 ? <p className="quiet">{m.trailEmpty()}</p> : null}
      <ol className="trail">
        {runs.map(([first, ...same]) => (first ? <Run key={keyOf(first)} first={first} same={same} names={all} /> : null))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.trailMore()}
        </button>
      ) : null}
    </section>
  );
}

const keyOf = ({ stream, version }: Told): string => `${stream}@${version}`;

type RunProps = { readonly first: Told; readonly same: readonly Told[]; readonly names: Schemas['Names'] };

/** An entry, and those before it that say the same. */
function Run({ first, same, names }: RunProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Entry entry={first} names={names} />
      {same.length === 0 ? null : (
        <li className="same">
          <span className="dot" />
          <button className="btn bare small" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {m.trailSame({ shown: numberText(same.length) })}
          </button>
        </li>
      )}
      {isOpen ? same.map((entry) => <Entry key={keyOf(entry)} entry={entry} names={names} />) : null}
    </>
  );
}
