import { inject, test } from 'vitest';
import { climbedOnTheirDays } from './ladder-at-length.ts';

test('ten cities over ten years, under three versions of the worker: each step of each ladder comes on its day', async () => {
  await climbedOnTheirDays(10, inject('workflowCode'), [9, 0.1, 0.9]);
});
