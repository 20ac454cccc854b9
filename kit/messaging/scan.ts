import { DeliverPolicy } from '@nats-io/jetstream';
import { eventStreamName, type Nats } from './nats.ts';

/** The ids of all messages in a context's event stream, in order, as they were published. */
export async function publishedIds(nats: Nats, namespace: string, context: string): Promise<string[]> {
  const stream = eventStreamName(namespace, context);
  const { state } = await nats.manager.streams.info(stream);
  const ids: string[] = [];
  if (state.messages === 0) return ids;
  const consumer = await nats.js.consumers.get(stream, { deliver_policy: DeliverPolicy.All, headers_only: true });
  const messages = await consumer.consume({ max_messages: 1_000 });
  for await (const message of messages) {
    ids.push(message.headers?.get('Nats-Msg-Id') ?? '');
    // The last ones may have been removed from the stream; then none with the last sequence ever comes.
    if (message.seq >= state.last_seq || message.info.pending === 0) break;
  }
  await messages.close();
  return ids;
}
