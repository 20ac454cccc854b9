import { Client, Connection } from '@temporalio/client';

/** A workflow as Temporal knows it: its id, and whether it runs, has completed or has failed. */
export type Standing = { readonly workflowId: string; readonly status: string };

/** Every workflow execution of the namespace. */
export async function workflowStandings(address: string, namespace: string): Promise<Standing[]> {
  const connection = await Connection.connect({ address });
  try {
    const found: Standing[] = [];
    for await (const { workflowId, status } of new Client({ connection, namespace }).workflow.list())
      found.push({ workflowId, status: status.name });
    return found;
  } finally {
    await connection.close();
  }
}
