import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

export type Nats = { readonly connection: NatsConnection; readonly js: JetStreamClient; readonly manager: JetStreamManager };

/** Connects and keeps reconnecting for as long as the process lives: an outage of the broker delays, it loses nothing. */
export async function connectNats(url: string, name: string): Promise<Nats> {
  const connection = await connect({ servers: url, name, maxReconnectAttempts: -1, reconnectTimeWait: 500 });
  return { connection, js: jetstream(connection, { timeout: 10_000 }), manager: await jetstreamManager(connection) };
}

/** The event stream of a context: on file, without age limit, because projections are rebuilt from it. */
export const eventStreamName = (namespace: string, context: string): string => `${namespace}_events_${context}`;
export const subjectOf = (namespace: string, context: string, aggregate: string, type: string): string =>
  `${namespace}.events.${context}.${aggregate}.${type}`;

export async function ensureEventStream(nats: Nats, namespace: string, context: string): Promise<string> {
  const name = eventStreamName(namespace, context);
  const config = {
    name,
    subjects: [`${namespace}.events.${context}.>`],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    duplicate_window: 120_000_000_000,
    allow_direct: true,
  };
  await nats.manager.streams.add(config);
  return name;
}
