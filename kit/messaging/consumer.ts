import { setTimeout as sleep } from 'node:timers/promises';
import { AckPolicy, type ConsumerMessages, DeliverPolicy, JetStreamApiCodes, type JsMsg } from '@nats-io/jetstream';
import type { Log } from '../log.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { type Published, readSignedEvent } from './cloud-event.ts';
import { handling } from './handling.ts';
import { eventStreamName, isMissing, type Nats, oldestUnreadBy, unreadBy } from './nats.ts';
import type { Signers } from './signing.ts';

const BATCH = 256;
const ACK_WAIT_NS = 5_000_000_000;
const RETRY_MS = 1_000;
/**
 * What comes too early is mostly a step behind another replica, so it is kept here and tried again soon, but not for
 * so long that the broker gives it to somebody else meanwhile.
 */
const REDELIVERY_MS = 25;
const EXTEND_ACK_MS = 2_500;
/**
 * How long one request for messages lasts. A stream or consumer that vanished silently (a broker restored with less than it had) is noticed
 * after this time, and so is an interface that was not ready right after a reconnect.
 */
const PULL_MS = 4_000;

/** An event with its place in the event stream of its context. */
export type Delivery = Published & { readonly sequence: number };

export type ConsumerOptions = {
  nats: Nats;
  namespace: string;
  /** The context whose events are read. */
  context: string;
  /** Whose events count. */
  signers: Signers;
  /** The consumer's durable name; replicas of one reader share it and its work. */
  durable: string;
  /** Whole aggregates, for example `milestone`; all of the context where none is named. */
  aggregates?: readonly string[] | undefined;
  /** Waits so long for more before it hands over what came, so that a reader can coalesce. */
  batchMs?: number;
  log: Log;
  telemetry?: Telemetry | undefined;
  /**
   * Takes what came, in order. Returning acknowledges all but the deliveries that it answers: they come too early, as a
   * gap before them is not filled yet, and come again. Throwing is an outage: all come again.
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
  const stream = eventStreamName(namespace, context);
  const queue: Held[] = [];
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;
  let messages: ConsumerMessages | undefined;
  let pumping: Promise<void> | undefined;

  const pump = async (): Promise<void> => {
    while (queue.length > 0 && !stopped()) {
      if (options.batchMs && queue.length < BATCH) await sleep(options.batchMs);
      const early = await handleBatch(options, queue.splice(0, BATCH));
      if (early.length > 0) setTimeout(() => push(...early), REDELIVERY_MS).unref();
    }
  };
  const push = (...held: readonly Held[]): void => {
    queue.push(...held);
    pumping ??= pump().finally(() => {
      pumping = undefined;
    });
  };

  const listen = async (): Promise<void> => {
    while (!stopped()) {
      try {
        await ensureConsumer(options, stream);
        const consumer = await nats.js.consumers.get(stream, durable);
        messages = await consumer.consume({ max_messages: BATCH * 2, expires: PULL_MS, abort_on_missing_resource: true });
        if (stopped()) void messages.close();
        for await (const message of messages) push({ message, since: Date.now() });
      } catch (error) {
        if (!stopped()) log.warn({ err: error, durable }, 'consumer is held up and will try again');
      }
      await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  try {
    await ensureConsumer(options, stream);
  } catch (error) {
    // The owner of the stream creates it, and may not have started yet.
    if (!isMissing(error, JetStreamApiCodes.StreamNotFound)) throw error;
  }
  const listening = listen();
  const behind = (): Promise<number> => unreadBy(nats, stream, durable);
  options.telemetry?.watch('junkan_consumer_lag_events', { context, durable }, behind);
  options.telemetry?.watch('junkan_consumer_oldest_unread_seconds', { context, durable }, () => oldestUnreadBy(nats, stream, durable));
  return {
    behind,
    async close() {
      stopping.abort();
      await messages?.close();
      await listening;
      await pumping;
    },
  };
}

type Held = { readonly message: JsMsg; readonly since: number };

/** Answers what is to be tried again soon. */
async function handleBatch(
  { handle, context, durable, signers, log, telemetry }: ConsumerOptions,
  batch: readonly Held[],
): Promise<Held[]> {
  const read = batch.flatMap((held) => {
    const { message } = held;
    try {
      return [{ held, message, delivery: { ...readSignedEvent(message.subject, message.string(), signers), sequence: message.seq } }];
    } catch (error) {
      // It belongs to no stream, so that nothing waits for it; it would only bring its whole batch back for ever.
      log.error({ err: error, durable, subject: message.subject, sequence: message.seq }, 'what is no event of ours is left out');
      telemetry?.counted('junkan_refused_events_total', 1, { context, durable });
      message.term('no event of this system');
      return [];
    }
  });
  try {
    const deliveries = read.map(({ delivery }) => delivery);
    const early = new Set((await handling(telemetry, durable, deliveries, handle)).map(({ sequence }) => sequence));
    for (const { message } of read) if (!early.has(message.seq)) message.ack();
    telemetry?.counted('junkan_consumer_handled_events_total', read.length - early.size, { context, durable });
    const waiting = Map.groupBy(
      read.filter(({ message }) => early.has(message.seq)),
      ({ held }) => Date.now() - held.since < EXTEND_ACK_MS,
    );
    for (const { message } of waiting.get(false) ?? []) message.nak(RETRY_MS);
    return (waiting.get(true) ?? []).map(({ held }) => held);
  } catch (error) {
    log.warn({ err: error, durable, count: read.length }, 'events could not be handled and will come again');
    for (const { message } of read) message.nak(RETRY_MS);
    return [];
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
