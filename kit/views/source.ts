import { DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import { readSignedEvent } from '../messaging/cloud-event.ts';
import { type End, eventStreamEnd, eventStreamName, type Nats } from '../messaging/nats.ts';
import type { Signers } from '../messaging/signing.ts';
import type { Batch } from './loop.ts';
import type { ViewEvent } from './view.ts';

/** The feeds of all contexts. */
export type Source = {
  /** Where the feed of a context ends; nothing where nobody has made it yet. @throws while it cannot be reached. */
  end(context: string): Promise<End | undefined>;
  /**
   * The feed of a context after a sequence, in batches, and then what is still to come, until the signal aborts. It holds no more
   * than 4,096 messages that nobody has taken. @throws when it breaks, and where the feed is another than the origin says.
   */
  read(context: string, after: End, signal: AbortSignal): AsyncIterable<Batch>;
};

/** The feed is not the one that the file was made from. */
export class OtherOrigin extends Error {
  constructor(context: string) {
    super(`the events of ${context} are in another stream than before`);
  }
}

const MAX_LIVE_BATCH = 256;
const MAX_BATCH = 4_096;
/** How long one request for messages stands. Before each the stream is looked at: it may have been made again without a word. */
const PULL_MS = 5_000;

/**
 * Reads by consumers of its own, that vanish with it and remember nothing: the file says where to go on. `refused` is told of each
 * message that is no event of the context's owner.
 */
export const sourceOf = (nats: Nats, namespace: string, signers: Signers, refused: (subject: string, reason: string) => void): Source => ({
  end: (context) => eventStreamEnd(nats, namespace, context),

  async *read(context, { origin, sequence: after }, signal) {
    const from = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 };
    const consumer = await nats.js.consumers.get(eventStreamName(namespace, context), from);
    const batchOf = (messages: readonly JsMsg[]): Batch => ({
      context,
      origin,
      sequence: messages.at(-1)?.seq ?? 0,
      events: messages.flatMap((message) => eventsIn(message, context, signers, refused)),
    });
    try {
      while (!signal.aborted) {
        if ((await eventStreamEnd(nats, namespace, context))?.origin !== origin) throw new OtherOrigin(context);
        const pull = await consumer.fetch({ max_messages: MAX_BATCH, expires: PULL_MS });
        const stop = (): void => void pull.close();
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        let gathered: JsMsg[] = [];
        try {
          for await (const message of pull) {
            if (signal.aborted) return;
            gathered.push(message);
            const left = pull.getPending() + message.info.pending;
            if (left > 0 && gathered.length < (left > MAX_BATCH ? MAX_BATCH : MAX_LIVE_BATCH)) continue;
            yield batchOf(gathered);
            gathered = [];
          }
        } finally {
          signal.removeEventListener('abort', stop);
        }
        if (gathered.length > 0 && !signal.aborted) yield batchOf(gathered);
      }
    } finally {
      await consumer.delete().catch(() => undefined);
    }
  },
});

/** None where the message is not an event of the context's owner. */
function eventsIn(message: JsMsg, context: string, signers: Signers, refused: (subject: string, reason: string) => void): ViewEvent[] {
  const { subject, seq: sequence } = message;
  try {
    const { event, traceparent: _, ...published } = readSignedEvent(subject, message.string(), signers);
    const [, , , aggregate = ''] = subject.split('.');
    return [{ ...published, ...event, context, aggregate, sequence, place: 0 }];
  } catch (error) {
    refused(subject, error instanceof Error ? error.message : String(error));
    return [];
  }
}
