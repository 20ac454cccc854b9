import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { trailQuery } from './project.queries.ts';

// It stands below what is read first, and has many words.
export const loadEntry = () => import('../../acts/Entry.tsx');
const Entry = lazy(async () => ({ default: (await loadEntry()).Entry }));

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
