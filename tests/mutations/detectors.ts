/** How many tests of how many files have noticed, with the files. */
export type Detectors = { readonly tests: number; readonly files: readonly string[] };

/** They search for the text of each defence, so they would notice any change of it. */
const OF_TEXTS = ['tests/faults/controls/controls.unit.test.ts', 'tests/simulation/defences.unit.test.ts'];

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

/** What vitest reports as JSON. A file that could not be run at all has noticed once. */
export function detectorsIn(report: string, root: string): Detectors {
  const { testResults } = JSON.parse(report) as Report;
  const found = testResults
    .map(({ name, status, assertionResults }) => {
      const failed = assertionResults.filter((each) => each.status === 'failed').length;
      return { file: name.replace(`${root.replace(/\/$/, '')}/`, ''), failed: failed === 0 && status === 'failed' ? 1 : failed };
    })
    .filter(({ file, failed }) => failed > 0 && !OF_TEXTS.includes(file));
  return { tests: found.reduce((sum, { failed }) => sum + failed, 0), files: found.map(({ file }) => file).sort() };
}

/** A line for each defence: how many tests, how many files, and the first of those. */
export const tableOf = (rows: readonly (readonly [string, Detectors])[]): string =>
  rows
    .map(([name, { tests, files }]) => {
      const some = files.slice(0, 3).join(' ');
      return `${name.padEnd(40)} ${String(tests).padStart(4)} tests ${String(files.length).padStart(3)} files  ${some || 'NOBODY NOTICES'}`;
    })
    .join('\n');
