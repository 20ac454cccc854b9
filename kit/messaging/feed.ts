import { DeliverPolicy, type JsMsg } from '@nats-io/jetstream';
import type { Log } from '../log.ts';
import { ProblemError } from '../problem.ts';
import { type Published, readSignedEvent } from './cloud-event.ts';
import { type End, eventStreamEnd, eventStreamName, type Nats } from './nats.ts';
import type { Signers } from './signing.ts';

/** How many events are buffered at most while the reader is not ready for more. */
const BATCH = 64;
const PULL_MS = 5_000;

/** An event with its place: its aggregate, and its sequence in the event stream of its context. */
export type Fed = Published & { readonly context: string; readonly aggregate: string; readonly sequence: number };

export type Feed = {
  /** @throws ProblemError while the broker or the stream is not there. */
  end(context: string): Promise<End>;
  /** The events after a sequence, in order, and then those to come, until the signal aborts. @throws when the broker goes away. */
  read(context: string, after: number, signal: AbortSignal): AsyncGenerator<Fed>;
};

/** Reads the event streams of an installation without a trace: by consumers of the reader's own that vanish with it. */
export const feedOf = (nats: Nats, namespace: string, signers: Signers, log: Log): Feed => ({
  async end(context) {
    const end = await eventStreamEnd(nats, namespace, context).catch(() => {
      throw new ProblemError({ kind: 'unavailable', type: 'EventsAreOutOfReach', data: { context } });
    });
    if (!end) throw new ProblemError({ kind: 'unavailable', type: 'EventsAreNotThereYet', data: { context } });
    return end;
  },

  async *read(context, after, signal) {
    const from = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 };
    const consumer = await nats.js.consumers.get(eventStreamName(namespace, context), from);
    try {
      while (!signal.aborted) {
        // In batches: the library's endless reading would buffer without a limit.
        const batch = await consumer.fetch({ max_messages: BATCH, expires: PULL_MS });
        const stop = (): void => void batch.close();
        signal.addEventListener('abort', stop, { once: true });
        if (signal.aborted) stop();
        try {
          for await (const message of batch) {
            if (signal.aborted) return;
            const event = eventIn(message, signers, log);
            if (event) yield { ...event, context, sequence: message.seq };
          }
        } finally {
          signal.removeEventListener('abort', stop);
        }
      }
    } finally {
      await consumer.delete().catch(() => undefined);
    }
  },
});

/** Undefined if a message is not an event of this installation: the reader skips it. */
function eventIn(message: JsMsg, signers: Signers, log: Log): (Published & { aggregate: string }) | undefined {
  const { subject, seq } = message;
  const [, , , aggregate = ''] = subject.split('.');
  try {
    return { ...readSignedEvent(subject, message.string(), signers), aggregate };
  } catch (error) {
    log.error({ err: error, subject, sequence: seq }, 'ignored: not an event of this installation');
    return undefined;
  }
}
