import type { TestProject } from 'vitest/node';
import { bundleWorkflows } from '../bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    workflowCode: string;
  }
}

/** Bundling takes longer than most tests: once for a whole test run, which gets the code with `inject('workflowCode')`. */
export async function setup(project: TestProject): Promise<void> {
  const { code } = await bundleWorkflows();
  project.provide('workflowCode', code);
}
