import { setTimeout as sleep } from 'node:timers/promises';
import { AckPolicy, type ConsumerMessages, DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import type { Log } from '../log.ts';
import { type Published, readCloudEvent } from './cloud-event.ts';
import { ensureEventStream, type Nats } from './nats.ts';

const BATCH = 256;
const ACK_WAIT_NS = 5_000_000_000;
const RETRY_MS = 1_000;

/** An event with its place in the event stream of its context. */
export type Delivery = Published & { readonly sequence: number };

export type ConsumerOptions = {
  nats: Nats;
  namespace: string;
  /** The context whose events are read. */
  context: string;
  /** The consumer's durable name; replicas of one reader share it and its work. */
  durable: string;
  /** Whole aggregates, for example `milestone`; all of the context where none is named. */
  aggregates?: readonly string[];
  /** Waits so long for more before it hands over what came, so that a reader can coalesce. */
  gatherMs?: number;
  log: Log;
  /**
   * Takes what came, in order. Returning acknowledges all but the deliveries that it answers (they come again later:
   * a gap before them is not filled yet); throwing is an outage: all come again.
   */
  handle: (deliveries: readonly Delivery[]) => Promise<readonly Delivery[]>;
};

export type RunningConsumer = {
  /** How many events it has yet to handle. */
  behind(): Promise<number>;
  close(): Promise<void>;
};

/** Reads a context's events at least once, in order per stream, in batches, for as long as it runs. */
export async function startConsumer(options: ConsumerOptions): Promise<RunningConsumer> {
  const { nats, namespace, context, durable, log } = options;
  const stream = await ensureEventStream(nats, namespace, context);
  const queue: JsMsg[] = [];
  let stopped = false;
  let messages: ConsumerMessages | undefined;
  let pumping: Promise<void> | undefined;

  const pump = async (): Promise<void> => {
    while (queue.length > 0 && !stopped) {
      if (options.gatherMs && queue.length < BATCH) await sleep(options.gatherMs);
      await handleBatch(options, queue.splice(0, BATCH));
    }
  };
  const push = (message: JsMsg): void => {
    queue.push(message);
    pumping ??= pump().finally(() => {
      pumping = undefined;
    });
  };

  const listen = async (): Promise<void> => {
    while (!stopped) {
      try {
        await ensureConsumer(options, stream);
        const consumer = await nats.js.consumers.get(stream, durable);
        messages = await consumer.consume({ max_messages: BATCH * 2, abort_on_missing_resource: true });
        for await (const message of messages) push(message);
      } catch (error) {
        if (!stopped) log.warn({ err: error, durable }, 'consumer is held up and will try again');
      }
      if (!stopped) await sleep(RETRY_MS);
    }
  };

  await ensureConsumer(options, stream);
  const listening = listen();
  return {
    async behind() {
      const { num_pending, num_ack_pending } = await nats.manager.consumers.info(stream, durable);
      return num_pending + num_ack_pending;
    },
    async close() {
      stopped = true;
      await messages?.close();
      await listening;
      await pumping;
    },
  };
}

async function handleBatch({ handle, durable, log }: ConsumerOptions, batch: readonly JsMsg[]): Promise<void> {
  try {
    const deliveries = batch.map((message) => ({ ...readCloudEvent(message.string()), sequence: message.seq }));
    const early = new Set((await handle(deliveries)).map(({ sequence }) => sequence));
    for (const message of batch) early.has(message.seq) ? message.nak(RETRY_MS) : message.ack();
  } catch (error) {
    log.warn({ err: error, durable, count: batch.length }, 'events could not be handled and will come again');
    for (const message of batch) message.nak(RETRY_MS);
  }
}

async function ensureConsumer({ nats, namespace, context, durable, aggregates }: ConsumerOptions, stream: string): Promise<void> {
  await nats.manager.consumers.add(stream, {
    durable_name: durable,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: ACK_WAIT_NS,
    max_ack_pending: BATCH * 4,
    ...(aggregates ? { filter_subjects: aggregates.map((aggregate) => `${namespace}.events.${context}.${aggregate}.>`) } : {}),
  });
}
