import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFrom } from '@junkan/kit/mongo.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';

/** What an earlier version recorded in a context, in the order in which it was recorded, as a feed tells it. */
export function recordedEvents(context: string): ViewEvent[] {
  const bytes = gunzipSync(readFileSync(new URL(`recorded/2026-11/${context}/commits.bson.gz`, import.meta.url)));
  const commits: Commit[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    commits.push(documentFrom(bytes.subarray(at, at + bytes.readInt32LE(at))) as unknown as Commit);
  return eventsOf(
    context,
    commits.sort((a, b) => a.at.localeCompare(b.at) || Number(a.from) - Number(b.from)),
  );
}

export function eventsOf(context: string, commits: readonly Commit[]): ViewEvent[] {
  let sequence = 0;
  return commits.flatMap(({ stream, aggregate, from, events, at, actor, correlationId, causationId, clockOffset }) =>
    events.map(({ type, schema, data }, index) => {
      sequence += 1;
      const told = { at, actor: actor.person, correlationId, causationId, clockOffset: Number(clockOffset) };
      return { context, aggregate, stream, version: Number(from) + index, type, schema: Number(schema), data, ...told, sequence, place: 0 };
    }),
  );
}
