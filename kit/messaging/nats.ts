import { setTimeout as sleep } from 'node:timers/promises';
import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type MsgRequest,
  RetentionPolicy,
  StorageType,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

export type Nats = {
  readonly connection: NatsConnection;
  readonly js: JetStreamClient;
  readonly manager: JetStreamManager;
  /** How many servers keep each event stream. */
  readonly replicas: number;
};

/** What the broker says where a stream of that name is there with other settings. */
const NAME_IN_USE = 10_058;

/** What the broker says where it still removes the files of a stream of that name from the disk: it answers a deletion before that. */
const STORE_FAILED = 10_049;
const STORE_ATTEMPTS = 20;
const STORE_PAUSE_MS = 50;

/** Makes a stream, unless one of that name is there: with other settings it is for its owner to change. */
export async function makeStream(
  { manager }: Pick<Nats, 'manager'>,
  config: Parameters<JetStreamManager['streams']['add']>[0],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await manager.streams.add(config);
      return;
    } catch (error) {
      if (isMissing(error, NAME_IN_USE)) return;
      if (!isMissing(error, STORE_FAILED) || attempt === STORE_ATTEMPTS) throw error;
      await sleep(STORE_PAUSE_MS);
    }
  }
}

/** The event stream of a context: on file, without age limit, because projections are rebuilt from it. */
export const eventStreamName = (namespace: string, context: string): string => `${namespace}_events_${context}`;
/** The prefix of replies to the owner of this name. It is separate, so that an account can be restricted to it. */
export const inboxOf = (name: string): string => `_INBOX_${name.replaceAll(/[^\w-]/g, '_')}`;

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
  await makeStream(nats, config);
  return name;
}

/** Has an event stream kept by as many servers as the settings say now. Its owner asks so, who publishes to it. */
export async function keepReplicas({ manager, replicas }: Nats, stream: string): Promise<void> {
  const { config } = await manager.streams.info(stream);
  if (config.num_replicas !== replicas) await manager.streams.update(stream, { num_replicas: replicas });
}

/** The end of an event stream. `origin` distinguishes it from another with the same name: sequences of the two are not comparable. */
export type End = { readonly origin: string; readonly sequence: number };

/** Undefined if the stream has not been created yet. @throws while the broker cannot be reached. */
export async function eventStreamEnd({ manager }: Nats, namespace: string, context: string): Promise<End | undefined> {
  try {
    const { created, state } = await manager.streams.info(eventStreamName(namespace, context));
    return { origin: Date.parse(created).toString(36), sequence: state.last_seq };
  } catch (error) {
    if (!isMissing(error, JetStreamApiCodes.StreamNotFound)) throw error;
    return undefined;
  }
}

/** Deletes a durable consumer, so that its reader creates it again and reads from the first event. */
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
    // If the stream has not been created yet, nothing was published.
    if (isMissing(error, JetStreamApiCodes.StreamNotFound)) return 0;
    if (!isMissing(error, JetStreamApiCodes.ConsumerNotFound)) throw error;
    return (await manager.streams.info(stream)).state.messages;
  }
}

/** The consumers of a stream for which somebody waits at the broker right now, by their names; none where there is no such stream. */
export async function awaited({ manager }: Nats, stream: string): Promise<string[]> {
  const waiting: string[] = [];
  try {
    for await (const { name, num_waiting } of manager.consumers.list(stream)) if (num_waiting > 0) waiting.push(name);
  } catch (error) {
    if (!isMissing(error, JetStreamApiCodes.StreamNotFound)) throw error;
  }
  return waiting;
}

/** For how long the oldest event that a durable consumer has yet to handle has been published, in seconds; 0 = there is none. */
export async function oldestUnreadBy({ manager }: Nats, stream: string, durable: string): Promise<number> {
  const { num_pending, num_ack_pending, ack_floor, config } = await manager.consumers.info(stream, durable);
  if (num_pending + num_ack_pending === 0) return 0;
  // The broker takes both together; the client's types know them apart alone.
  const nextOf = (subject: string) => ({ seq: ack_floor.stream_seq + 1, next_by_subj: subject }) as MsgRequest;
  const oldest = await Promise.all((config.filter_subjects ?? ['>']).map((subject) => manager.streams.getMessage(stream, nextOf(subject))));
  const times = oldest.flatMap((message) => (message ? [message.time.getTime()] : []));
  return times.length === 0 ? 0 : Math.max(0, (Date.now() - Math.min(...times)) / 1000);
}

/** Whether the broker says that something is not there, by one of these codes. */
export const isMissing = (error: unknown, ...codes: readonly number[]): boolean =>
  error instanceof JetStreamApiError && codes.includes(error.code);
