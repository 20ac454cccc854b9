import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { documentFrom } from '@junkan/kit/mongo.ts';
import type { StoredEvent } from '@junkan/kit/store/codec.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { SINCE } from './since.ts';

export type Stream = readonly StoredEvent[];

/** What an earlier version recorded in a context. */
function commitsOf(context: string): Commit[] {
  const bytes = gunzipSync(readFileSync(new URL(`2026-11/${context}/commits.bson.gz`, import.meta.url)));
  const commits: Commit[] = [];
  // A BSON document begins with its length.
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    commits.push(documentFrom(bytes.subarray(at, at + bytes.readInt32LE(at))) as Commit);
  return commits;
}

/** The streams of a kind: as they were recorded, and as one of them could go on since, by the last event of that. */
export function goldenStreams(context: string, aggregate: string): Readonly<Record<string, readonly Stream[]>> {
  const ofKind = commitsOf(context).filter((commit) => commit.aggregate === aggregate);
  const recorded = [...Map.groupBy(ofKind, ({ stream }) => stream).values()].map((commits) => commits.flatMap(({ events }) => events));
  const since = (SINCE[aggregate] ?? []).map(({ after, come }) => {
    const before = after === '' ? [] : upTo(after, recorded);
    const later = come(before.at(-1)?.data ?? {}).map(([type, data]) => ({ type, schema: 1, data }));
    return [later.at(-1)?.type ?? '', [[...before, ...later]]] as const;
  });
  return { ...(recorded.length > 0 ? { recorded } : {}), ...Object.fromEntries(since) };
}

function upTo(type: string, streams: readonly Stream[]): Stream {
  const ofType = (event: StoredEvent): boolean => event.type === type;
  const stream = streams.find((events) => events.some(ofType));
  if (!stream) throw new Error(`nothing recorded ${type}`);
  return stream.slice(0, stream.findIndex(ofType) + 1);
}
