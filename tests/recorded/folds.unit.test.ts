import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FOLDS } from '../folds.ts';
import { goldenStreams } from './streams.ts';
import { foldVersionOf, versionsModule } from './versions.ts';

test('the versions of folds and views that set-up has written are those that another process comes to', () => {
  expect(readFileSync(new URL('../../proto/gen/versions.ts', import.meta.url), 'utf8')).toBe(versionsModule());
});

describe.each(FOLDS)('$fold.aggregate', ({ context, fold }) => {
  test('has each of its events in a golden stream', () => {
    const streams = Object.values(goldenStreams(context, fold.aggregate)).flat(2);
    const found = new Set(streams.map(({ type }) => type));
    expect(fold.codec.types.filter((type) => !found.has(type))).toEqual([]);
  });

  test('another state on the way is another version', () => {
    const otherwise = {
      ...fold,
      evolve: (state: unknown, event: { type: string }) => ({ ...(fold.evolve(state, event) as object), more: 1 }),
    };
    expect(foldVersionOf(otherwise, context)).not.toBe(foldVersionOf(fold, context));
  });
});
