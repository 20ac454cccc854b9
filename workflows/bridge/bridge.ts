import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Log } from '@junkan/kit/log.ts';
import { type Delivery, type RunningConsumer, startConsumer } from '@junkan/kit/messaging/consumer.ts';
import type { Nats } from '@junkan/kit/messaging/nats.ts';
import type { Signers } from '@junkan/kit/messaging/signing.ts';
import type { Telemetry } from '@junkan/kit/telemetry/telemetry.ts';
import { PROGRAMS } from '@junkan/proto/programs.ts';
import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { BRIDGE, TASK_TIMEOUT, taskQueueOf, WAKE_UP } from '../contract.ts';
import { crashAt } from '../crash.ts';
import type { WakeRecords } from '../wake-records.ts';
import { type ContextRead, eventIn, type Start, startOf, wokenBy } from './table.ts';
import { NONE_UNANSWERED, unansweredIn } from './unanswered.ts';

/** Where not all kinds of streams of a context concern workflows, those that do. */
const AGGREGATES: Partial<Record<ContextRead, readonly string[]>> = { sponsor: ['passport', 'envelope'] };
const AT_ONCE = 8;
const GATHER_MS = 15;
const CALL_DEADLINE_MS = 5_000;
const SWEEP_MS = 10_000;

type Parts = {
  client: Client;
  wakeRecords: WakeRecords;
  clock: PolicyClock;
  nats: Nats;
  namespace: string;
  signers: Signers;
  log: Log;
  telemetry?: Telemetry | undefined;
  /** How long it waits before it checks again who should be awake. */
  sweepMs?: number | undefined;
};

/**
 * Turns events into starts and wake-ups of workflows. All of it may be repeated: a duplicate start is rejected, and a wake-up carries
 * nothing.
 */
export async function startBridge(parts: Parts): Promise<RunningConsumer> {
  const { nats, namespace, signers, log, telemetry } = parts;
  const consumers = await Promise.all(
    PROGRAMS.workflows.reads.map((context) =>
      startConsumer({
        nats,
        namespace,
        signers,
        context,
        aggregates: AGGREGATES[context],
        durable: BRIDGE,
        batchMs: GATHER_MS,
        log,
        telemetry,
        handle: (deliveries) => pass(parts, deliveries),
      }),
    ),
  );
  const sweep = startSweep(parts);
  return {
    behind: async () => (await Promise.all(consumers.map((consumer) => consumer.behind()))).reduce((sum, count) => sum + count, 0),
    close: async () => void (await Promise.all([sweep.close(), ...consumers.map((consumer) => consumer.close())])),
  };
}

/**
 * A workflow's timer runs for the policy time that was left when it became idle. If the clock has been advanced since, the timer is too
 * long: its deadline comes earlier in real time. And a workflow that observed while the clock was being advanced may wait for a deadline
 * that has passed. A wake-up that is noted may be lost with the worker that received its signal. This finds all of them.
 */
function startSweep(parts: Parts): { close(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let unanswered = NONE_UNANSWERED;
  const wakeAgain = async (): Promise<void> => {
    const { found, again } = unansweredIn(unanswered, await parts.wakeRecords.awake());
    unanswered = found;
    if (again.length > 0) parts.log.info({ workflows: again.length }, 'waking again what has not answered');
    await inTurns(again, (workflowId) => wake(parts, workflowId));
  };
  const sweep = () =>
    wakeDue(parts)
      .then(wakeAgain)
      .catch((error: unknown) => parts.log.warn({ err: error }, 'who should be awake could not be woken; trying again'));
  const sweepOn = async (): Promise<void> => {
    for (;;) {
      await sleep(parts.sweepMs ?? SWEEP_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await sweep();
    }
  };
  const sweeping = sweepOn();
  return {
    close() {
      stopping.abort();
      return sweeping;
    },
  };
}

async function pass(parts: Parts, deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
  const { wakeRecords } = parts;
  const isAdvanced = deliveries.map((delivery) => adopt(parts, delivery)).includes(true);
  const starts = deliveries.flatMap((delivery) => {
    const start = startOf(delivery);
    return start ? [{ start, traceparent: delivery.traceparent }] : [];
  });
  await inTurns(starts, ({ start, traceparent }) => startWorkflow(parts, start, traceparent));
  const woken = deliveries.flatMap((delivery) => wokenBy(delivery).map((stream) => [stream, delivery.traceparent] as const));
  const streams = [...new Set(woken.map(([stream]) => stream))];
  const traces = new Map(woken.flatMap(([stream, traceparent]) => (traceparent === undefined ? [] : [[stream, traceparent] as const])));
  if (streams.length > 0) {
    const concerned = await wakeRecords.wakingByStreams(streams, traces);
    crashAt('bridge.wake-noted');
    await inTurns(concerned, (workflowId) => wake(parts, workflowId));
    crashAt('bridge.woken');
  }
  if (isAdvanced) {
    await wakeRecords.timePassed();
    await wakeDue(parts);
  }
  return [];
}

/** Takes over the time that an event brings. @returns whether it is that of an advanced clock */
function adopt({ clock, log, telemetry }: Parts, delivery: Delivery): boolean {
  clock.adopt(delivery.clockOffset);
  const event = eventIn(delivery);
  if (event === 'unrecognised') {
    const { stream, version } = delivery;
    log.error(
      { type: delivery.event.type, stream, version },
      'an event that this version of the workflows does not know: it starts and wakes nobody',
    );
    telemetry?.counted('junkan_unrecognised_status_total', 1, { of: 'event' });
    return false;
  }
  if (event.type !== 'ClockAdvanced') return false;
  clock.adopt(Number(event.data.offset));
  return true;
}

const wakeDue = async (parts: Parts): Promise<void> =>
  inTurns(await parts.wakeRecords.due(parts.clock.now()), (workflowId) => wake(parts, workflowId));

async function startWorkflow({ client, wakeRecords, namespace }: Parts, start: Start, traceparent: string | undefined): Promise<void> {
  const { workflow, workflowId, input, streams } = start;
  if (!(await wakeRecords.starting(workflowId, streams, traceparent))) return;
  crashAt('bridge.start-noted');
  try {
    await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () =>
      client.workflow.start(workflow, {
        workflowId,
        taskQueue: taskQueueOf(namespace),
        args: [input],
        workflowTaskTimeout: TASK_TIMEOUT,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    );
    crashAt('bridge.started');
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    // It may have observed before this wake-up was noted.
    await wake({ client }, workflowId);
  }
}

async function wake({ client }: Pick<Parts, 'client'>, workflowId: string): Promise<void> {
  try {
    await client.withDeadline(Date.now() + CALL_DEADLINE_MS, () => client.workflow.getHandle(workflowId).signal(WAKE_UP));
  } catch (error) {
    // A wake-up after the end has no recipient.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
