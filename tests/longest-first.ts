import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What a file of each project takes where no run has measured it yet: those that wait for engines and programs take longest. */
const USUAL_MS: Readonly<Record<string, number>> = {
  e2e: 60_000,
  simulation: 20_000,
  wf: 20_000,
  web: 8_000,
  int: 5_000,
  api: 4_000,
  memory: 500,
  unit: 300,
};

type Timed = { readonly project: string; readonly measuredMs: number | undefined };

/** What takes longest comes first, so that nothing long is left to run alone at the end; the order is otherwise as it was. */
export function longestFirst<File>(files: readonly File[], timed: (file: File) => Timed): File[] {
  const takes = (file: File): number => {
    const { project, measuredMs } = timed(file);
    return measuredMs ?? USUAL_MS[project] ?? 0;
  };
  return files.toSorted((a, b) => takes(b) - takes(a));
}

/** By what each file took when it was run last, which vitest keeps, and before that by the usual of its project and the size of the file. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return longestFirst(await super.sort(files), (file) => ({
      project: file.project.name,
      measuredMs: this.ctx.cache.getTestSpecificationResult(file)?.duration,
    }));
  }
}
