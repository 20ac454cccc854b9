import { describe, expect, test } from 'vitest';
import { FOLDS } from '../folds.ts';
import { goldenStreams } from './streams.ts';
import { foldVersionOf } from './versions.ts';

// After a change of what events are folded to: npm test -- --project unit tests/recorded -u

const key = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

test.each([...Map.groupBy(FOLDS, ({ folder }) => folder)])(
  '%s: each fold has the version of the states that it comes to',
  async (folder, folds) => {
    const lines = folds.map(({ fold, context }) => `  ${key(fold.aggregate)}: '${foldVersionOf(fold, context)}',\n`);
    const said = '// Written by the test of the folds over golden streams: a snapshot of another version is not used.\n';
    const file = `${said}export const FOLD_VERSIONS = {\n${lines.join('')}} as const;\n`;
    await expect(file).toMatchFileSnapshot(`../../${folder}/fold-versions.ts`);
  },
);

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
