import { condition } from '@temporalio/workflow';

/** Waits for ever, as a workflow may. */
export async function waits(): Promise<void> {
  await condition(() => false);
}

/** Never returns, which no workflow may. */
export async function spins(): Promise<void> {
  for (;;);
}
