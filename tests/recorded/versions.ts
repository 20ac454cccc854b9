import { sha256 } from '@junkan/kit/ids.ts';
import type { Fold } from '../folds.ts';
import { goldenStreams, type Stream } from './streams.ts';

// What is kept of events is used by whoever comes to the same by them. So the version of a fold, and the schema of a view, are hashes of what
// golden streams come to: they change with that, and with the streams.

export const hashOf = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 16);

/** Over every state on the way of each golden stream of the kind. */
export const foldVersionOf = (fold: Fold, context: string): string =>
  hashOf(Object.values(goldenStreams(context, fold.aggregate)).map((streams) => streams.map((stream) => statesOf(fold, stream))));

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
