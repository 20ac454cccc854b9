import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** The workflows as one piece of code, as a worker loads them. Takes longer than most of what a worker does at its start. */
export const bundleWorkflows = () =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('flows/workflows.ts', import.meta.url)),
    logger: new DefaultLogger('ERROR'),
  });
