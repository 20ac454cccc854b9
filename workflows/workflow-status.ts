import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineSettings, TemporalSettings } from '@junkan/kit/engine-settings.ts';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { taskQueueOf } from './contract.ts';
import { connectTemporal } from './temporal.ts';

/** A workflow as Temporal knows it: its id, and whether it runs, has completed or has failed. */
export type WorkflowStatus = { readonly workflowId: string; readonly status: string };

/**
 * Every workflow of one installation. Temporal's list lags a little behind, so a workflow whose entry is not as expected is queried by its
 * id.
 */
export async function workflowStatuses(
  settings: TemporalSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>,
  expected: ReadonlyMap<string, string>,
): Promise<WorkflowStatus[]> {
  const { client, close } = await connectTemporal(settings);
  try {
    const { workflow } = client;
    const found = new Map<string, string>();
    // The newest run of each comes first.
    for await (const { workflowId, status } of workflow.list({ query: `TaskQueue = "${taskQueueOf(settings.JUNKAN_NAMESPACE)}"` }))
      if (!found.has(workflowId)) found.set(workflowId, status.name);
    for (const [workflowId, status] of expected) {
      if (found.get(workflowId) === status) continue;
      const now = status === 'COMPLETED' ? await statusOnceEnded(workflow, workflowId) : await statusOf(workflow, workflowId);
      if (now !== undefined) found.set(workflowId, now);
    }
    return [...found].map(([workflowId, status]) => ({ workflowId, status }));
  } finally {
    await close();
  }
}

const ENDING_MS = 20_000;
const POLL_MS = 200;

/** A workflow says that it has ended as its last step; that the server has noted its end may take a task's timeout longer. */
export async function statusOnceEnded(
  workflow: Client['workflow'],
  workflowId: string,
  patienceMs = ENDING_MS,
): Promise<string | undefined> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const status = await statusOf(workflow, workflowId);
    if (status !== 'RUNNING' || Date.now() > until) return status;
    await sleep(POLL_MS);
  }
}

async function statusOf(workflow: Client['workflow'], workflowId: string): Promise<string | undefined> {
  try {
    return (await workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
