import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import { bundleWorkflows } from '@junkan/workflows/bundle.ts';
import { test } from 'vitest';
import { climbedOnTheirDays } from './ladder-at-length.ts';

const timeout = 20 * HANG_MS;

test('a hundred cities over ten years, under three versions of the worker: each step of each ladder comes on its day', {
  timeout,
}, async () => {
  const { code } = await bundleWorkflows();
  await climbedOnTheirDays(100, code, [9, 0.1, 0.9]);
});
