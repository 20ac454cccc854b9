import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What a file of each project usually takes, for files that no run has measured yet. */
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

/** The longest first, so that no long file runs alone at the end; files that take equally long keep their order. */
export function longestFirst<File>(files: readonly File[], timed: (file: File) => Timed): File[] {
  const takes = (file: File): number => {
    const { project, measuredMs } = timed(file);
    return measuredMs ?? USUAL_MS[project] ?? 0;
  };
  return files.toSorted((a, b) => takes(b) - takes(a));
}

/** By what each file took in its last run, which vitest keeps; without one, by what is usual in its project, and then by size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return longestFirst(await super.sort(files), (file) => ({
      project: file.project.name,
      measuredMs: this.ctx.cache.getTestSpecificationResult(file)?.duration,
    }));
  }
}
