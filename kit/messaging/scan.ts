import { DeliverPolicy } from '@nats-io/jetstream';
import { eventStreamName, type Nats } from './nats.ts';

/** A message of an event stream. */
export type PublishedMessage = { readonly sequence: number; readonly subject: string; readonly id: string; readonly text: string };

/** All messages in a context's event stream, in order, as they were published, up to the last one that was there when that was asked for. */
export async function* publishedIn(nats: Nats, namespace: string, context: string): AsyncGenerator<PublishedMessage> {
  const stream = eventStreamName(namespace, context);
  const { state } = await nats.manager.streams.info(stream);
  if (state.messages === 0) return;
  const consumer = await nats.js.consumers.get(stream, { deliver_policy: DeliverPolicy.All });
  const messages = await consumer.consume({ max_messages: 1_000 });
  try {
    for await (const message of messages) {
      const { seq: sequence, subject } = message;
      if (sequence > state.last_seq) return;
      yield { sequence, subject, id: message.headers?.get('Nats-Msg-Id') ?? '', text: message.string() };
      // The last ones may have been removed from the stream; then none with the last sequence ever comes.
      if (sequence === state.last_seq || message.info.pending === 0) return;
    }
  } finally {
    await messages.close();
  }
}

export const publishedIds = async (nats: Nats, namespace: string, context: string): Promise<string[]> =>
  (await Array.fromAsync(publishedIn(nats, namespace, context))).map(({ id }) => id);
