import { expect, test } from 'vitest';
import { detectorsIn, tableOf } from './detectors.ts';

const report = (...files: readonly (readonly [string, string, ...string[]])[]): string =>
  JSON.stringify({
    testResults: files.map(([name, status, ...tests]) => ({
      name: `/checkout/${name}`,
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });

test('each test that fails is counted, a file that cannot be run once, and the tests of the texts are not', () => {
  const text = report(
    ['kit/b.unit.test.ts', 'failed', 'failed', 'passed', 'failed'],
    ['kit/a.unit.test.ts', 'failed'],
    ['kit/c.unit.test.ts', 'passed', 'passed'],
    ['tests/faults/controls/controls.unit.test.ts', 'failed', 'failed'],
  );
  expect(detectorsIn(text, '/checkout/')).toEqual({ tests: 3, files: ['kit/a.unit.test.ts', 'kit/b.unit.test.ts'] });
});

test('a defence whose absence no test notices is seen at once', () => {
  expect(tableOf([['journal', { tests: 0, files: [] }]])).toContain('0 tests   0 files  NOBODY NOTICES');
});
