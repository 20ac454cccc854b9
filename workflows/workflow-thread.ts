import { promiseHooks } from 'node:v8';

// The thread that workflows run in. A stack of each promise would be taken for a query that nobody makes.
promiseHooks.createHook = () => () => undefined;
await import('@temporalio/worker/lib/workflow/workflow-worker-thread.js');
