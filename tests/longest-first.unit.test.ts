import { expect, test } from 'vitest';
import { longestFirst } from './longest-first.ts';

test('what took longest comes first, and what was not measured yet where its project usually is', () => {
  const files = [
    { name: 'rule', project: 'unit', measuredMs: undefined },
    { name: 'slow rule', project: 'unit', measuredMs: 10_000 },
    { name: 'journey', project: 'e2e', measuredMs: undefined },
    { name: 'short journey', project: 'e2e', measuredMs: 900 },
    { name: 'another journey', project: 'e2e', measuredMs: undefined },
    { name: 'screen', project: 'web', measuredMs: undefined },
  ];
  expect(longestFirst(files, (file) => file).map(({ name }) => name)).toEqual([
    'journey',
    'another journey',
    'slow rule',
    'screen',
    'short journey',
    'rule',
  ]);
});
