import type { StoredEvent } from '@junkan/kit/store/codec.ts';
import { recordedCommits } from '../recorded.ts';
import { sinceOf } from './since.ts';

export type Stream = readonly StoredEvent[];

/** The streams of a kind: as they were recorded, and as one of them could go on since, by the last event of that. */
export function goldenStreams(context: string, aggregate: string): Readonly<Record<string, readonly Stream[]>> {
  const ofKind = recordedCommits(context).filter((commit) => commit.aggregate === aggregate);
  const recorded = [...Map.groupBy(ofKind, ({ stream }) => stream).values()].map((commits) => commits.flatMap(({ events }) => events));
  const since = sinceOf(aggregate).map(({ after, come }) => {
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
