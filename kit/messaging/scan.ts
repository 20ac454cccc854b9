import { DeliverPolicy } from '@nats-io/jetstream';
import { eventStreamName, type Nats } from './nats.ts';

/** A message of an event stream. */
export type PublishedMessage = { readonly sequence: number; readonly subject: string; readonly id: string; readonly text: string };

/** All messages in a context's event stream, in order, as they were published. */
export async function publishedIn(nats: Nats, namespace: string, context: string): Promise<PublishedMessage[]> {
  const stream = eventStreamName(namespace, context);
  const { state } = await nats.manager.streams.info(stream);
  const found: PublishedMessage[] = [];
  if (state.messages === 0) return found;
  const consumer = await nats.js.consumers.get(stream, { deliver_policy: DeliverPolicy.All });
  const messages = await consumer.consume({ max_messages: 1_000 });
  for await (const message of messages) {
    const { seq: sequence, subject } = message;
    found.push({ sequence, subject, id: message.headers?.get('Nats-Msg-Id') ?? '', text: message.string() });
    // The last ones may have been removed from the stream; then none with the last sequence ever comes.
    if (sequence >= state.last_seq || message.info.pending === 0) break;
  }
  await messages.close();
  return found;
}

export const publishedIds = async (nats: Nats, namespace: string, context: string): Promise<string[]> =>
  (await publishedIn(nats, namespace, context)).map(({ id }) => id);
