import { type Consumer, DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import { type Published, readSignedEvent, readVerifiedEvent } from '../messaging/cloud-event.ts';
import { type End, eventStreamEnd, eventStreamName, type Nats } from '../messaging/nats.ts';
import type { Signers } from '../messaging/signing.ts';
import type { Batch } from './loop.ts';
import type { Verified } from './verified.ts';
import type { ViewEvent } from './view.ts';

/** The feeds of all contexts. */
export type Source = {
  /** The end of the feed of a context; undefined if it does not exist yet. @throws while it cannot be reached. */
  end(context: string): Promise<End | undefined>;
  /**
   * The feed of a context after a sequence, in batches, continuing with new events until the signal aborts. It buffers at most 4,096
   * messages. @throws if it breaks, and if the feed is not the one of the given origin.
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
/** How long one request for messages lasts. The stream is checked before each: it may have been recreated silently. */
const PULL_MS = 5_000;
const ANSWER_TIMEOUT_MS = 2 * PULL_MS;

type Feeds = {
  readonly nats: Nats;
  readonly namespace: string;
  readonly signers: Signers;
  /** What was verified before of a context. It is open for as long as that is read. */
  readonly verified: (context: string) => Verified;
  /** Called for each message that is not an event of the context's owner. */
  readonly refused: (context: string, subject: string, reason: string) => void;
};

/** Reads with ephemeral consumers that store no position: the file says where to continue. */
export const sourceOf = ({ nats, namespace, signers, verified, refused }: Feeds): Source => ({
  end: (context) => eventStreamEnd(nats, namespace, context),

  async *read(context, { origin, sequence: after }, signal) {
    let last = after;
    const begun = () =>
      nats.js.consumers.get(eventStreamName(namespace, context), { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: last + 1 });
    let consumer = await within(begun());
    let isSilent = false;
    const known = verified(context);
    const batchOf = (messages: readonly JsMsg[]): Batch => {
      const events = messages.flatMap((message) => eventsIn(message, context, { signers, known, refused }));
      known.keep();
      return { context, origin, sequence: messages.at(-1)?.seq ?? 0, events };
    };
    try {
      while (!signal.aborted) {
        const end = await eventStreamEnd(nats, namespace, context);
        if (end?.origin !== origin) throw new OtherOrigin(context);
        // A consumer is gone with the server of a cluster that had it, and a pull does not say so: it only brings nothing.
        if (isSilent && end.sequence > last) {
          forget(consumer);
          consumer = await within(begun());
        }
        isSilent = true;
        const pull = await within(consumer.fetch({ max_messages: MAX_BATCH, expires: PULL_MS }));
        const stop = (): void => void pull.close();
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        let batch: JsMsg[] = [];
        try {
          const messages = pull[Symbol.asyncIterator]();
          const next = () => within(messages.next());
          for (let { done, value: message } = await next(); !done; { done, value: message } = await next()) {
            if (signal.aborted) return;
            batch.push(message);
            last = message.seq;
            isSilent = false;
            const left = pull.getPending() + message.info.pending;
            if (left > 0 && batch.length < (left > MAX_BATCH ? MAX_BATCH : MAX_LIVE_BATCH)) continue;
            yield batchOf(batch);
            batch = [];
          }
        } finally {
          signal.removeEventListener('abort', stop);
        }
        if (batch.length > 0 && !signal.aborted) yield batchOf(batch);
      }
    } finally {
      known.close();
      forget(consumer);
    }
  },
});

/** It expires on its own if the broker does not receive this. */
const forget = (consumer: Consumer): void => void consumer.delete().catch(() => undefined);

/** A server of a cluster that is gone never answers: then everything is requested again. @throws after a while. */
async function within<Answer>(asked: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer from the broker in ${ANSWER_TIMEOUT_MS} ms`)), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Checked = Pick<Feeds, 'signers' | 'refused'> & { readonly known: Verified };

/** None where the message is not an event of the context's owner. */
function eventsIn(message: JsMsg, context: string, { signers, known, refused }: Checked): ViewEvent[] {
  const { subject, seq: sequence } = message;
  try {
    const { event, traceparent: _, ...published } = verifiedEvent(message, signers, known);
    const [, , , aggregate = ''] = subject.split('.');
    return [{ ...published, ...event, context, aggregate, sequence, place: 0 }];
  } catch (error) {
    refused(context, subject, error instanceof Error ? error.message : String(error));
    return [];
  }
}

/** @throws when the message is no event of ours, or is not signed by the owner of its context. */
function verifiedEvent(message: JsMsg, signers: Signers, known: Verified): Published {
  if (known.has(message)) return readVerifiedEvent(message.string());
  const published = readSignedEvent(message.subject, message.string(), signers);
  known.add(message);
  return published;
}
