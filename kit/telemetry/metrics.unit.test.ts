import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTERS, DURATIONS, GAUGES } from './metrics.ts';

test('every metric is described to operators, and no other', () => {
  const text = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  const described = [...text.matchAll(/^\| `((?:junkan|http|rpc)_\w+)`/gm)].map(([, name]) => name);
  expect(described.toSorted()).toEqual([...Object.keys(DURATIONS), ...Object.keys(GAUGES), ...Object.keys(COUNTERS)].toSorted());
});
