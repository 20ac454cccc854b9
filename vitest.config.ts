import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/longest-first.ts';

const exclude = ['**/node_modules/**', '.tools/**', '.junkan/**'];
/** Starts the engines once for the whole run, and only where a test of one of these projects is to run. */
const globalSetup = ['./tests/engines.global.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './tests/summary-reporter.ts'],
    // One fewer, as is usual, would be one at a time on two cores.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      // Properties are work and no waiting: on a busy machine they take longer.
      {
        test: {
          name: 'unit',
          include: ['**/*.unit.test.ts'],
          exclude: [...exclude, 'tests/simulation/**'],
          testTimeout: 30_000,
          // They hold no state beyond themselves, and a module is loaded once for all of them.
          isolate: false,
        },
      },
      { test: { name: 'simulation', include: ['tests/simulation/*.unit.test.ts'], exclude, testTimeout: 60_000 } },
      // What stands in memory for the engines is held to the same tests as they are.
      {
        test: {
          name: 'memory',
          include: ['kit/store/{event-store,texts}.int.test.ts', 'kit/messaging/relay.int.test.ts'],
          exclude,
          testTimeout: 30_000,
        },
      },
      // What the API decides, by the whole system in memory: no engine has a part in it.
      { test: { name: 'api', include: ['**/*.api.test.ts'], exclude, testTimeout: 120_000, hookTimeout: 60_000 } },
      // What a browser shows: a real one, before the whole system in memory.
      { test: { name: 'web', include: ['**/*.web.test.ts'], exclude, testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'int', include: ['**/*.int.test.ts'], exclude, globalSetup, testTimeout: 30_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'wf',
          include: ['**/*.{wf,replay}.test.ts'],
          exclude,
          globalSetup: ['./workflows/testing/bundle.global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'e2e', include: ['**/*.e2e.test.ts'], exclude, globalSetup, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
});
