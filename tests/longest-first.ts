import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than all others, the longest first. */
export const LONG = [
  'tests/faults/faults.e2e.test.ts',
  'scripts/start/interrupted.e2e.test.ts',
  'tests/e2e/external-engines.e2e.test.ts',
  'tests/e2e/variants.e2e.test.ts',
  'scripts/operate/broker-outage.int.test.ts',
  'workflows/flows/upgrade.wf.test.ts',
  'workflows/histories.replay.test.ts',
  'kit/views/views.int.test.ts',
  'workflows/flows/milestone.wf.test.ts',
  'tests/permissions.unit.test.ts',
  'tests/work.unit.test.ts',
];
/** What needs engines takes longer than what needs none. */
const PROJECTS = ['e2e', 'wf', 'api', 'int', 'memory', 'simulation', 'unit'];

/** Begins with what takes longest, so that nothing long is left to run alone at the end, also where no earlier run has told what takes how long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const long = LONG.findIndex((path) => moduleId.endsWith(path));
      return long === -1 ? LONG.length + PROJECTS.indexOf(project.name) : long;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
