import { expect, test } from 'vitest';
import { ran } from './run.ts';
import { NO_FAULTS } from './scheduler.ts';
import { simulate, USUAL_FAULTS } from './simulate.ts';

// A whole system in this process; npm run simulate walks on for longer.

const walk = (seed: number) => ({ seed, steps: 80, faults: USUAL_FAULTS, verifyEvery: 40 });

test('whatever goes wrong on the way, every answer is the model’s, every invariant holds, and results add up', async () => {
  const { steps, figures, failure, trail } = await simulate(walk(2));
  expect([failure, failure && trail]).toEqual([undefined, undefined]);
  expect(steps).toBe(80);
  expect(figures).toBeGreaterThan(0);
});

test('what cities learn from each other and are awarded for goes on through the same, and matches and orders are those of the facts', async () => {
  const { tally, failure, trail } = await simulate({ ...walk(1), through: 'programme', steps: 160, verifyEvery: 160 });
  expect([failure, failure && trail]).toEqual([undefined, undefined]);
  expect(tally?.reached).toEqual(expect.arrayContaining(['acceptance', 'conclusion', 'outcome', 'announcement']));
});

test('a seed does again what it did, in whatever process', async () => {
  const { cpuSeconds: _, ...inAnother } = await ran(walk(1));
  expect([inAnother.failure, inAnother.steps]).toEqual([undefined, 80]);
  expect(inAnother).toEqual(JSON.parse(JSON.stringify(await simulate(walk(1)))));
});

test('where nothing goes wrong, nobody repeats anything', async () => {
  const { failure, tally } = await simulate({ seed: 5, steps: 40, faults: NO_FAULTS, verifyEvery: 40 });
  expect([failure, tally?.steps]).toEqual([undefined, 40]);
});
