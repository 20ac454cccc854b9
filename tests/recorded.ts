import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFrom } from '@junkan/kit/mongo.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';

/** What an earlier version recorded in a context; nothing in one that is newer. */
export function recordedCommits(context: string): Commit[] {
  const file = new URL(`recorded/2026-11/${context}/commits.bson.gz`, import.meta.url);
  if (!existsSync(file)) return [];
  const bytes = gunzipSync(readFileSync(file));
  const commits: Commit[] = [];
  // A BSON document begins with its length.
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    commits.push(documentFrom(bytes.subarray(at, at + bytes.readInt32LE(at))) as unknown as Commit);
  return commits;
}

/** The same in the order in which it was recorded, as a feed delivers it. */
export const recordedEvents = (context: string): ViewEvent[] =>
  eventsOf(
    context,
    recordedCommits(context).sort((a, b) => a.at.localeCompare(b.at) || Number(a.from) - Number(b.from)),
  );

export function eventsOf(context: string, commits: readonly Commit[]): ViewEvent[] {
  let sequence = 0;
  return commits.flatMap(({ stream, aggregate, from, events, at, actor, correlationId, causationId, clockOffset }) =>
    events.map(({ type, schema, data }, index) => {
      sequence += 1;
      const envelope = { at, actor: actor.person, correlationId, causationId, clockOffset: Number(clockOffset) };
      return {
        context,
        aggregate,
        stream,
        version: Number(from) + index,
        type,
        schema: Number(schema),
        data,
        ...envelope,
        sequence,
        place: 0,
      };
    }),
  );
}
