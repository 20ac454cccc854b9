import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineSettings, TemporalSettings } from '@junkan/kit/engine-settings.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { Start } from './bridge/table.ts';
import { TASK_TIMEOUT, taskQueueOf, WAKE_UP } from './contract.ts';
import { connectTemporal } from './temporal.ts';
import { POLICY, type WakeRecord } from './wake-records.ts';
import { statusOnceEnded } from './workflow-status.ts';

type Installation = TemporalSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>;

/** What is to be done about workflows that do not stand as their projects do. */
export type Repairs = {
  /** Should run, and do not; or run, and come to nothing. */
  readonly restart: readonly Start[];
  /** Run, and nothing needs them. */
  readonly end: readonly string[];
};

/** Awake at two observations this far apart, without having been woken or become idle in between. */
const TIMEOUT_MS = 20_000;
const POLL_MS = 200;
const ENDING_MS = 5_000;

/** Leaves what is known of these workflows alone. */
export async function forgetOthers(db: Database, workflowIds: readonly string[]): Promise<void> {
  await db.collection<WakeRecord>('looks').deleteMany({ _id: { $nin: [...workflowIds, POLICY] } });
}

/** Workflows that were woken and do not become idle. Only while the services run: otherwise nobody would wake them. */
export async function stuckWorkflows(db: Database, patienceMs = TIMEOUT_MS): Promise<string[]> {
  const awake = async (): Promise<Map<string, number>> =>
    new Map((await db.collection<WakeRecord>('looks').find({ awake: true }).toArray()).map(({ _id, woken }) => [_id, woken]));
  const until = Date.now() + patienceMs;
  const first = await awake();
  let stuck = [...first.keys()];
  while (stuck.length > 0 && Date.now() < until) {
    await sleep(Math.min(POLL_MS, patienceMs));
    const now = await awake();
    stuck = stuck.filter((id) => now.get(id) === first.get(id));
  }
  return stuck;
}

/**
 * Repairs them. A workflow keeps nothing that the services do not know, so starting it again loses nothing and repeats
 * nothing: its steps carry business keys.
 */
export async function repairWorkflows(settings: Installation, db: Database, { restart, end }: Repairs): Promise<void> {
  const { client, close } = await connectTemporal(settings);
  const wakeRecords = db.collection<WakeRecord>('looks');
  try {
    const { workflow } = client;
    for (const { workflow: type, workflowId, input, streams } of restart) {
      const noted = { streams, awake: true, ended: false, wakeAt: '', traceparent: '' };
      await wakeRecords.updateOne({ _id: workflowId }, { $set: noted, $inc: { woken: 1 } }, { upsert: true });
      await workflow.start(type, {
        workflowId,
        taskQueue: taskQueueOf(settings.JUNKAN_NAMESPACE),
        args: [input],
        workflowTaskTimeout: TASK_TIMEOUT,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'TERMINATE_EXISTING',
      });
    }
    for (const workflowId of end) {
      const handle = workflow.getHandle(workflowId);
      // It may only have missed its wake-up, and then ends without a repair.
      await handle.signal(WAKE_UP);
      if ((await statusOnceEnded(workflow, workflowId, ENDING_MS)) === 'RUNNING') await handle.terminate('nothing needs it');
      await wakeRecords.updateOne({ _id: workflowId }, { $set: { ended: true, awake: false, wakeAt: '' } });
    }
  } finally {
    await close();
  }
}
