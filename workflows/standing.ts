import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { taskQueueOf } from './contract.ts';

/** A workflow as Temporal knows it: its id, and whether it runs, has completed or has failed. */
export type Standing = { readonly workflowId: string; readonly status: string };

/**
 * Every workflow of one installation. Temporal's list lags a little behind, so a workflow that the list does not show
 * as it is expected is asked about by its id.
 */
export async function workflowStandings(
  { address, temporalNamespace, namespace }: { address: string; temporalNamespace: string; namespace: string },
  expected: ReadonlyMap<string, string>,
): Promise<Standing[]> {
  const connection = await Connection.connect({ address, connectTimeout: '30 seconds' });
  try {
    const { workflow } = new Client({ connection, namespace: temporalNamespace });
    const found = new Map<string, string>();
    // The newest run of each comes first.
    for await (const { workflowId, status } of workflow.list({ query: `TaskQueue = "${taskQueueOf(namespace)}"` }))
      if (!found.has(workflowId)) found.set(workflowId, status.name);
    for (const [workflowId, status] of expected) {
      if (found.get(workflowId) === status) continue;
      const now = await statusOf(workflow, workflowId);
      if (now !== undefined) found.set(workflowId, now);
    }
    return [...found].map(([workflowId, status]) => ({ workflowId, status }));
  } finally {
    await connection.close();
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
