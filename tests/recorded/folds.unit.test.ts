import * as disbursement from '@junkan/disbursement/mapping.ts';
import * as matching from '@junkan/matching/mapping.ts';
import * as project from '@junkan/project-registry/mapping.ts';
import * as sponsor from '@junkan/sponsor-registry/mapping.ts';
import { describe, expect, test } from 'vitest';
import { goldenStreams } from './streams.ts';
import { type Fold, foldVersionOf } from './versions.ts';

// After a change of what events are folded to: npm test -- --project unit tests/recorded -u

const isFold = (part: unknown): part is Fold => typeof part === 'object' && part !== null && 'foldVersion' in part;
const SERVICES = [
  { context: 'project', folder: 'project-registry', mapping: project },
  { context: 'sponsor', folder: 'sponsor-registry', mapping: sponsor },
  { context: 'matching', folder: 'matching', mapping: matching },
  { context: 'disbursement', folder: 'disbursement', mapping: disbursement },
].map(({ mapping, ...service }) => ({ ...service, folds: Object.values<unknown>(mapping).filter(isFold) }));

test.each(SERVICES)('$folder: each fold has the version of the states that it comes to', async ({ context, folder, folds }) => {
  const key = (name: string) => (/^\w+$/.test(name) ? name : `'${name}'`);
  const lines = folds.map((fold) => `  ${key(fold.aggregate)}: '${foldVersionOf(fold, context)}',\n`);
  const said = '// Written by the test of the folds over golden streams: a snapshot of another version is not used.\n';
  const file = `../../services/${folder}/fold-versions.ts`;
  await expect(`${said}export const FOLD_VERSIONS = {\n${lines.join('')}} as const;\n`).toMatchFileSnapshot(file);
});

describe.each(SERVICES.flatMap(({ context, folds }) => folds.map((fold) => ({ name: fold.aggregate, context, fold }))))(
  '$name',
  ({ name, context, fold }) => {
    test('has each of its events in a golden stream', () => {
      const streams = Object.values(goldenStreams(context, name)).flat(2);
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
  },
);
