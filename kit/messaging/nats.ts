import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import {
  type Authenticator,
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  type NatsConnection,
  TimeoutError,
  type TlsOptions,
  usernamePasswordAuthenticator,
} from '@nats-io/transport-node';
import type { NatsSettings } from '../engine-settings.ts';
import { streamReplicasOf } from '../setting-rules.ts';

const DIAL_MS = 5_000;
const CONNECT_MS = 10_000;
const PATIENCE_MS = 30_000;
const CHECK_MS = 2_000;

export type Nats = {
  readonly connection: NatsConnection;
  readonly js: JetStreamClient;
  readonly manager: JetStreamManager;
  /** How many servers keep each event stream. */
  readonly replicas: number;
};

type Settings = NatsSettings & Parameters<typeof streamReplicasOf>[0];

/** Connects and keeps reconnecting for as long as the process lives: an outage of the broker delays, it loses nothing. */
export async function connectNats(settings: Settings, name: string): Promise<Nats> {
  const servers = settings.JUNKAN_NATS_URL.split(',').map((url) => url.trim());
  const tls = tlsOf(settings);
  const authenticator = authenticatorOf(settings);
  const connection = await withinReason({
    servers,
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 500,
    timeout: DIAL_MS,
    ...(tls ? { tls } : {}),
    ...(authenticator ? { authenticator } : {}),
  });
  const options = { timeout: 10_000 };
  return {
    connection,
    js: jetstream(connection, options),
    manager: await managerOnceLed(connection, options),
    replicas: streamReplicasOf({ JUNKAN_TRIAL: true, ...settings }),
  };
}

/** The library goes on without end where a server takes the connection and then lets go of it, as it does with a wrong certificate. */
function withinReason(options: ConnectionOptions): Promise<NatsConnection> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('JUNKAN_NATS_URL: no server answers; it may not take our certificate')), CONNECT_MS);
  return Promise.race([connect(options), late]).finally(() => clearTimeout(timer));
}

/** A cluster that comes up, or has just lost a server, has nobody for a while who answers questions about streams. */
async function managerOnceLed(connection: NatsConnection, options: { timeout: number }): Promise<JetStreamManager> {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      await jetstreamManager(connection, { timeout: CHECK_MS });
      return await jetstreamManager(connection, { ...options, checkAPI: false });
    } catch (error) {
      if (!(error instanceof TimeoutError) || Date.now() > until) {
        await connection.close();
        throw error;
      }
    }
  }
}

function tlsOf({
  JUNKAN_NATS_URL,
  JUNKAN_NATS_CA: ca,
  JUNKAN_NATS_CERTIFICATE: cert,
  JUNKAN_NATS_KEY: key,
}: NatsSettings): TlsOptions | undefined {
  if (!ca && !cert && !JUNKAN_NATS_URL.includes('tls://')) return undefined;
  return { ...(ca ? { ca } : {}), ...(cert && key ? { cert, key } : {}) };
}

function authenticatorOf(settings: NatsSettings): Authenticator | undefined {
  const { JUNKAN_NATS_USERNAME: username, JUNKAN_NATS_PASSWORD: password, JUNKAN_NATS_CREDENTIALS: credentials } = settings;
  // The library insists on a line's end behind its last line.
  if (credentials) return credsAuthenticator(new TextEncoder().encode(`${credentials}\n`));
  return username && password ? usernamePasswordAuthenticator(username, password) : undefined;
}

/** What the broker says where a stream of that name is there with other settings. */
const NAME_IN_USE = 10_058;

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
    num_replicas: nats.replicas,
  };
  try {
    await nats.manager.streams.add(config);
  } catch (error) {
    // It was made when fewer or more servers were to keep it: that is for its owner to change.
    if (!isMissing(error, NAME_IN_USE)) throw error;
  }
  return name;
}

/** Has an event stream kept by as many servers as the settings say now. Its owner asks so, who publishes to it. */
export async function keepReplicas({ manager, replicas }: Nats, stream: string): Promise<void> {
  const { config } = await manager.streams.info(stream);
  if (config.num_replicas !== replicas) await manager.streams.update(stream, { num_replicas: replicas });
}

/** Deletes a durable consumer, so that whoever reads with it makes it anew and reads from the first event. */
export async function deleteConsumer({ manager }: Nats, stream: string, durable: string): Promise<void> {
  try {
    await manager.consumers.delete(stream, durable);
  } catch (error) {
    if (!isMissing(error, JetStreamApiCodes.ConsumerNotFound, JetStreamApiCodes.StreamNotFound)) throw error;
  }
}

/**
 * How many events a durable consumer has yet to see acknowledged; all of the stream where there is no such consumer (yet).
 * The broker counts a message for its consumers a little after it has acknowledged the publish, so where nothing is
 * counted, the newest message that concerns the consumer must also lie within what it has acknowledged.
 */
export async function unreadBy({ manager }: Nats, stream: string, durable: string): Promise<number> {
  try {
    const { num_pending, num_ack_pending, ack_floor, config } = await manager.consumers.info(stream, durable);
    if (num_pending + num_ack_pending > 0) return num_pending + num_ack_pending;
    const newest = await Promise.all(
      (config.filter_subjects ?? ['>']).map((subject) => manager.streams.getMessage(stream, { last_by_subj: subject })),
    );
    return newest.filter((message) => message && message.seq > ack_floor.stream_seq).length;
  } catch (error) {
    if (!isMissing(error, JetStreamApiCodes.ConsumerNotFound)) throw error;
    return (await manager.streams.info(stream)).state.messages;
  }
}

/** Whether the broker says that something is not there, by one of these codes. */
export const isMissing = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof JetStreamApiError && codes.includes(error.code);
