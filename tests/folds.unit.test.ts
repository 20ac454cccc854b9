import { sha256 } from '@junkan/kit/ids.ts';
import { describe, expect, test } from 'vitest';
import { FOLDS, type Fold } from './folds.ts';
import { GOLDEN } from './recorded/golden.ts';
import { goldenStreams, type Stream } from './recorded/streams.ts';

// Where a hash is not that of GOLDEN, what snapshots and lists keep is not what events are folded to today: raise the `foldVersion`
// in the service's fold.ts, and note it with the new hashes in recorded/golden.ts. A new stream has a new line there, no new version.

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

describe.each(FOLDS)('$fold.aggregate', ({ context, fold }) => {
  const { aggregate: name } = fold;
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
