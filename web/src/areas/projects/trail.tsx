import { useInfiniteQuery } from '@tanstack/react-query';
import { messages as events } from '#messages/events';
import * as m from '#messages/projects';
import { personName, roleText } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { said } from '../../parts/facts.ts';
import { Icon } from '../../parts/Icon.tsx';
import { momentText } from '../../parts/locale.ts';
import { trailQuery } from './project.queries.ts';

/** What happened, from the first event on, each in a sentence. */
export function Trail({ project, names }: { readonly project: string; readonly names: Schemas['Names'] }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(trailQuery(project));
  if (!data) return null;
  const all = { ...names, ...Object.assign({}, ...data.pages.map((page) => page.names ?? {})) } as Schemas['Names'];
  return (
    <section className="part" aria-labelledby="h-trail">
      <h2 id="h-trail">{m.trail()}</h2>
      <ol className="trail">
        {data.pages
          .flatMap(({ entries }) => entries)
          .map((entry) => (
            <Entry key={`${entry.stream}@${entry.version}`} entry={entry} names={all} />
          ))}
      </ol>
      {hasNextPage ? (
        <button className="btn" type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {m.trailMore()}
        </button>
      ) : null}
    </section>
  );
}

function Entry({
  entry: { type, at, actor, note, facts = {}, summary },
  names,
}: {
  readonly entry: Schemas['TimelineEntry'];
  readonly names: Schemas['Names'];
}) {
  const sentence = events[type]?.(said(facts, names, roleText));
  return (
    <li>
      <span className="dot info">
        <Icon name="open" />
      </span>
      <span>
        {sentence ?? <span lang="en">{summary}</span>}
        {actor ? <small className="quiet"> {personName(names, actor)}</small> : null}
        {note ? <blockquote dir="auto">{note}</blockquote> : null}
      </span>
      <time className="amt" dateTime={at}>
        {momentText(at)}
      </time>
    </li>
  );
}
