import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    workflowCode: string;
  }
}

/** Bundling takes longer than most tests: once for a whole test run, which gets the code with `inject('workflowCode')`. */
export async function setup(project: TestProject): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../flows/workflows.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
  project.provide('workflowCode', code);
}
