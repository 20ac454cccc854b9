import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as disbursement from '@junkan/disbursement/mapping.ts';
import { sha256 } from '@junkan/kit/ids.ts';
import { documentFrom } from '@junkan/kit/mongo.ts';
import type { StoredEvent } from '@junkan/kit/store/codec.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Folding } from '@junkan/kit/store/event-store.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as project from '@junkan/project-registry/mapping.ts';
import * as sponsor from '@junkan/sponsor-registry/mapping.ts';
import { describe, expect, test } from 'vitest';
import { GOLDEN } from './recorded/golden.ts';
import { SINCE } from './recorded/since.ts';

// Where a hash is not that of GOLDEN, what snapshots and lists keep is not what events are folded to today: raise the `foldVersion`
// in the service's mapping.ts, and note it with the new hashes in recorded/golden.ts. A new stream has a new line there, no new version.

type Stream = readonly StoredEvent[];
type Fold = Folding<unknown, { readonly type: string }>;

const isFold = (part: unknown): part is Fold => typeof part === 'object' && part !== null && 'foldVersion' in part;
const folds = Object.entries({ project, sponsor, matching, disbursement }).flatMap(([context, mapping]) =>
  Object.values<unknown>(mapping)
    .filter(isFold)
    .map((fold) => ({ name: fold.aggregate, context, fold })),
);

/** What an earlier version recorded in a context. */
function commitsOf(context: string): Commit[] {
  const bytes = gunzipSync(readFileSync(new URL(`recorded/2026-11/${context}/commits.bson.gz`, import.meta.url)));
  const commits: Commit[] = [];
  // A BSON document begins with its length.
  for (let at = 0; at < bytes.length; at += bytes.readInt32LE(at))
    commits.push(documentFrom(bytes.subarray(at, at + bytes.readInt32LE(at))) as Commit);
  return commits;
}

/** The streams of a kind: as they were recorded, and as one of them could go on since, by the last event of that. */
function goldenStreams(context: string, aggregate: string): Readonly<Record<string, readonly Stream[]>> {
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

/** Each state on the way, as text. */
function statesOf({ initial, evolve, codec }: Fold, stream: Stream): string[] {
  let state = initial;
  return stream.map((event) => {
    state = evolve(state, codec.decode(event));
    return JSON.stringify(state, asJson);
  });
}

function asJson(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return `${value}n`;
  return value instanceof Map || value instanceof Set ? [...value] : value;
}

describe.each(folds)('$name', ({ name, context, fold }) => {
  const streams = goldenStreams(context, name);

  test('is folded to the states of its version', () => {
    const hashes = Object.entries(streams).map(([label, of]) => {
      const states = of.map((stream) => statesOf(fold, stream));
      return [label, sha256(JSON.stringify(states)).slice(0, 16)];
    });
    expect({ foldVersion: fold.foldVersion, ...Object.fromEntries(hashes) }).toEqual(GOLDEN[name]);
  });

  test('has each of its events in a golden stream', () => {
    const found = new Set(Object.values(streams).flatMap((of) => of.flat().map(({ type }) => type)));
    expect(fold.codec.types.filter((type) => !found.has(type))).toEqual([]);
  });
});
