import { expect, test } from 'vitest';
import { act, end, type Next, rest } from '../rules/next.ts';
import { type Idle, reconcileLoop } from './reconcile-loop.ts';
import type { Runtime } from './runtime.ts';

type Step = { readonly do: 'Pay' };
type View = { readonly now: string; readonly left: 'nothing' | 'payment' | 'confirmation' };

/** Plays a flow over these observations, the last of which repeats forever. @returns what it did, and how it reported that it is idle */
async function played(looks: readonly View['left'][], recorded: readonly (boolean | undefined)[]) {
  const [seen, rested, done] = [[...looks], [] as Idle[], [] as string[]];
  const answers = [...recorded];
  const runtime: Runtime = {
    workflowId: 'milestone:mst_a',
    isLong: () => false,
    activities: <Activities extends object>() =>
      ({
        rest: async (idle: Idle) => {
          rested.push(idle);
          return answers.shift();
        },
      }) as Activities,
    onSignal: () => undefined,
    onQuery: () => undefined,
    sleep: async () => undefined,
    until: async () => void done.push('waited'),
    has: () => true,
    goOnAsNewRun: async () => Promise.reject(new Error('not long')),
    handled: async () => undefined,
    warn: () => undefined,
  };
  let looked = 0;
  await reconcileLoop<View, Step>(runtime, {
    observe: async () => {
      looked += 1;
      return { seen: looked, view: { now: '2026-11-24T12:00:00.000Z', left: (seen.length > 1 ? seen.shift() : seen[0]) ?? 'nothing' } };
    },
    next: ({ left }): Next<Step> => (left === 'payment' ? act<Step>({ do: 'Pay' }) : left === 'confirmation' ? rest() : end()),
    act: async (steps) => void done.push(...steps.map((step) => step.do)),
    input: {},
  });
  return { done, rested: rested.map(({ seen, ended }) => [seen, ended]) };
}

test('a flow acts, waits and ends by what it sees', async () => {
  expect(await played(['payment', 'confirmation', 'nothing'], [true, true])).toEqual({
    done: ['Pay', 'waited'],
    rested: [
      [2, false],
      [3, true],
    ],
  });
});

test('an end or a wait that is not recorded is observed again at once', async () => {
  expect(await played(['nothing', 'confirmation', 'payment', 'nothing'], [false, false, true])).toEqual({
    done: ['Pay'],
    rested: [
      [1, true],
      [2, false],
      [4, true],
    ],
  });
});

test('histories that say nothing of it go on as they did', async () => {
  expect(await played(['confirmation', 'nothing'], [undefined, undefined])).toEqual({
    done: ['waited'],
    rested: [
      [1, false],
      [2, true],
    ],
  });
});
