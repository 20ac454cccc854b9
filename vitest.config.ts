import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { HANG_MS } from './kit/testing/hang.fixture.ts';
import { LongestFirst } from './tests/longest-first.ts';

const exclude = ['**/node_modules/**', '.tools/**', '.junkan/**'];
/** Starts the engines once for the whole run, and only where a test of one of these projects is to run. */
const globalSetup = ['./tests/engines.global.ts'];
/** For what hangs alone: no test takes more than a small part of it, however busy the machine is. */
const limits = { testTimeout: 6 * HANG_MS, hookTimeout: 6 * HANG_MS };

export default defineConfig({
  test: {
    // What was transformed is kept for the next run.
    fsModuleCache: true,
    expect: { poll: { timeout: HANG_MS } },
    reporters: ['default', './tests/summary-reporter.ts'],
    // One fewer, as is usual, would be one at a time on two cores.
    maxWorkers: availableParallelism(),
    // Of those tests of a file that may run side by side, which only wait.
    maxConcurrency: 20,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.unit.test.ts'],
          exclude: [...exclude, 'tests/simulation/**'],
          ...limits,
          // They hold no state beyond themselves, and a module is loaded once for all of them.
          isolate: false,
        },
      },
      { test: { name: 'simulation', include: ['tests/simulation/*.unit.test.ts'], exclude, ...limits } },
      // What stands in memory for the engines is held to the same tests as they are.
      {
        test: {
          name: 'memory',
          include: ['kit/store/{event-store,texts}.int.test.ts', 'kit/messaging/relay.int.test.ts'],
          exclude,
          ...limits,
        },
      },
      // What the API decides, by the whole system in memory: no engine has a part in it.
      // Each of them has systems of its own, and the modules are loaded once for all of them.
      { test: { name: 'api', include: ['**/*.api.test.ts'], exclude, ...limits, isolate: false } },
      // What a browser shows: a real one, before the whole system in memory. Each file has a system of its own; a worker has one browser for all of its files.
      { test: { name: 'web', include: ['**/*.web.test.ts'], exclude, ...limits, isolate: false } },
      { test: { name: 'int', include: ['**/*.int.test.ts'], exclude, globalSetup, ...limits } },
      {
        test: {
          name: 'wf',
          include: ['**/*.{wf,replay}.test.ts'],
          exclude,
          globalSetup: ['./workflows/testing/bundle.global.ts'],
          ...limits,
        },
      },
      { test: { name: 'e2e', include: ['**/*.e2e.test.ts'], exclude, globalSetup, ...limits } },
      // What takes too long for every commit: npm run nightly.
      ...(process.env['JUNKAN_NIGHTLY']
        ? [{ test: { name: 'nightly', include: ['**/*.nightly.test.ts'], exclude, globalSetup, ...limits } }]
        : []),
    ],
  },
});
