import type { Reporter, SerializedError, TestModule } from 'vitest/node';

type Sum = { tests: number; files: number; ms: number };

/** Ends the run with the tests of each kind and the time that they took, and one line that a machine can read: `N passed, N failed`. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const kinds = new Map<string, Sum>();
    let passed = 0;
    // An error outside any test, or a file that could not be loaded, fails the run as a test does.
    let failed = errors.length;
    for (const module of modules) {
      const kind = kinds.get(module.project.name) ?? { tests: 0, files: 0, ms: 0 };
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
        if (state !== 'skipped') kind.tests += 1;
      }
      kind.files += 1;
      kind.ms += module.diagnostic().duration;
      kinds.set(module.project.name, kind);
    }
    for (const [name, { tests, files, ms }] of kinds)
      process.stdout.write(`${name}: ${tests} tests in ${files} files, ${(ms / 1_000).toFixed(1)} s\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}
