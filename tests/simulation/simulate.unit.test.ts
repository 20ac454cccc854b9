import { expect, test } from 'vitest';
import { type Ran, ran } from './run.ts';
import { NO_FAULTS } from './scheduler.ts';
import { simulate, USUAL_FAULTS } from './simulate.ts';

// A whole system in this process; npm run simulate walks on for longer.

test.each([1, 2])('whatever goes wrong on the way, every answer is the model’s and every invariant holds (seed %d)', async (seed) => {
  const { steps, failure, trail } = await simulate({ seed, steps: 80, faults: USUAL_FAULTS, verifyEvery: 40 });
  expect([failure, failure && trail]).toEqual([undefined, undefined]);
  expect(steps).toBe(80);
});

test('a seed does again what it did, in whatever process', async () => {
  const walk = { seed: 3, steps: 40, faults: USUAL_FAULTS, verifyEvery: 40 };
  const inProcesses = await Promise.all([ran(walk), ran(walk)]);
  const [{ cpuSeconds: _, ...first }, { cpuSeconds: __, ...again }] = inProcesses as [Ran, Ran];
  expect(again).toEqual(first);
});

test('where nothing goes wrong, nobody repeats anything', async () => {
  const { failure, tally } = await simulate({ seed: 5, steps: 40, faults: NO_FAULTS, verifyEvery: 40 });
  expect([failure, tally?.steps]).toEqual([undefined, 40]);
});
