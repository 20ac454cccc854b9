import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream';
import type { Nats } from '../messaging/nats.ts';
import { Durable, EventStream, type Kept } from './event-stream.fixture.ts';
import { Inbox } from './inbox.fixture.ts';
import type { Host } from './memory-network.fixture.ts';
import type { Turn } from './turn.fixture.ts';

const MOST_AT_ONCE = 64;
const RETRY_MS = 100;

/** What a JetStream server keeps, in memory. It outlives the programs that connect to it. */
export class Broker {
  readonly streams = new Map<string, EventStream>();

  /** @throws JetStreamApiError where it is not there. */
  stream(name: string): EventStream {
    const found = this.streams.get(name);
    if (!found) throw missing(JetStreamApiCodes.StreamNotFound, 'stream not found');
    return found;
  }
  durable(stream: string, name: string): Durable {
    const found = this.stream(stream).durables.get(name);
    if (!found) throw missing(JetStreamApiCodes.ConsumerNotFound, 'consumer not found');
    return found;
  }
}

const missing = (code: number, description: string): JetStreamApiError =>
  new JetStreamApiError({ code: 404, err_code: code, description } as never);

/** A connection to it, as far as the programs use one. */
export function memoryNats(broker: Broker, turn: Turn, onDeath: Host['onDeath'] = () => undefined): Nats {
  const closing = new Inbox<never>();
  const connection = {
    status: () => closing,
    close: async () => closing.end(),
  };
  return { connection, js: clientOf(broker, turn, onDeath), manager: managerOf(broker, turn), replicas: 1 } as unknown as Nats;
}

function managerOf(broker: Broker, turn: Turn) {
  return {
    streams: {
      add: ({ name, subjects }: { name: string; subjects: readonly string[] }) =>
        turn(`make stream ${name}`, () => {
          if (!broker.streams.has(name)) broker.streams.set(name, new EventStream(name, subjects[0] ?? ''));
        }),
      info: (name: string) =>
        turn(`stream ${name}?`, () => {
          const { created, last, count, replicas } = broker.stream(name);
          return { created, config: { name, num_replicas: replicas }, state: { last_seq: last, messages: count } };
        }),
      update: (name: string, { num_replicas }: { num_replicas: number }) =>
        turn(`update ${name}`, () => Object.assign(broker.stream(name), { replicas: num_replicas })),
      purge: (name: string, { seq }: { seq: number }) => turn(`purge ${name}`, () => broker.stream(name).purge(seq)),
      delete: (name: string) =>
        turn(`delete ${name}`, () => {
          for (const durable of broker.stream(name).durables.values()) durable.delete();
          return broker.streams.delete(name);
        }),
      getMessage: (name: string, asked: { seq?: number; last_by_subj?: string }) =>
        turn(`message of ${name}?`, () => {
          const stream = broker.stream(name);
          const found = asked.seq === undefined ? stream.lastOn(asked.last_by_subj ?? '') : stream.at(asked.seq);
          return found ? { ...found, data: found.text, header: { get: () => found.id }, string: () => found.text } : null;
        }),
      list: () => listed([...broker.streams.keys()].map((name) => ({ config: { name } }))),
    },
    consumers: {
      add: (stream: string, config: { durable_name: string; filter_subjects?: readonly string[]; ack_wait: number }) =>
        turn(`make consumer ${config.durable_name}`, () => {
          const { durables } = broker.stream(stream);
          if (!durables.has(config.durable_name)) durables.set(config.durable_name, new Durable(broker.stream(stream), config));
        }),
      info: (stream: string, name: string) =>
        turn(`consumer ${name}?`, () => {
          const { pending, unacknowledged, floor, config } = broker.durable(stream, name);
          return { num_pending: pending, num_ack_pending: unacknowledged, ack_floor: { stream_seq: floor }, config };
        }),
      delete: (stream: string, name: string) =>
        turn(`delete consumer ${name}`, () => {
          broker.durable(stream, name).delete();
          return broker.stream(stream).durables.delete(name);
        }),
      list: (stream: string) => listed([...broker.stream(stream).durables.keys()].map((name) => ({ name }))),
    },
  };
}

/** A single page with everything. */
const listed = <Item>(items: readonly Item[]) => ({
  next: async () => items,
  async *[Symbol.asyncIterator]() {
    yield* items;
  },
});

type Publishing = { readonly msgID?: string; readonly headers?: { get(name: string): string } };

function clientOf(broker: Broker, turn: Turn, onDeath: Host['onDeath']) {
  return {
    publish: (subject: string, text: string, { headers, msgID = headers?.get('Nats-Msg-Id') ?? '' }: Publishing = {}) =>
      turn(`publish ${msgID}`, () => {
        const stream = [...broker.streams.values()].find(({ prefix }) => subject.startsWith(prefix));
        if (!stream) throw new Error(`no stream takes ${subject}`);
        return { ...stream.publish(subject, msgID, text), stream: stream.name };
      }),
    consumers: {
      get: (name: string, from: string | { opt_start_seq?: number }) =>
        turn(`consumer of ${name}`, () =>
          typeof from === 'string'
            ? durableReader(broker.durable(name, from), name, turn, onDeath)
            : reader(broker.stream(name), from.opt_start_seq ?? 1, turn),
        ),
    },
  };
}

type Message = ReturnType<typeof messageOf>;
type Fate = { ack(seq: number): void; nak(seq: number, afterMs: number): void };

const messageOf = ({ seq, subject, text, id }: Kept, pending: number, fate: Fate) => ({
  seq,
  subject,
  headers: { get: () => id },
  get data() {
    return Buffer.from(text);
  },
  string: () => text,
  info: { pending },
  ack: () => fate.ack(seq),
  nak: (afterMs = 0) => fate.nak(seq, afterMs),
  term: () => fate.ack(seq),
});

/** Gives what a durable consumer hands out, while somebody listens. What is lost on the way comes again when its time is over. */
function durableReader(durable: Durable, name: string, turn: Turn, onDeath: Host['onDeath']) {
  const acked: number[] = [];
  const fate: Fate = {
    ack(seq) {
      acked.push(seq);
      // Several in one message, as over the wire.
      if (acked.length === 1) turn(`ack ${name}`, () => durable.acknowledge(acked.splice(0))).catch(() => acked.splice(0));
    },
    nak: (seq, afterMs) => void turn(`nak ${name}`, () => durable.refuse(seq, afterMs)).catch(() => undefined),
  };
  return {
    async consume() {
      const inbox = new Inbox<Message>();
      let isTaking = false;
      const pump = async (): Promise<void> => {
        if (isTaking || inbox.hasEnded) return;
        if (durable.isDeleted) return inbox.end(new Error('the consumer was deleted'));
        if (durable.pending === 0) return;
        isTaking = true;
        try {
          const taken = await turn(`deliver ${name}`, () => (inbox.hasEnded ? [] : durable.take(MOST_AT_ONCE)));
          inbox.push(...taken.map((kept) => messageOf(kept, 0, fate)));
        } catch {
          setTimeout(() => void pump(), RETRY_MS);
        }
        isTaking = false;
        await pump();
      };
      const leave = durable.onReady(() => void pump());
      onDeath(leave);
      void pump();
      return Object.assign(inbox, {
        async close() {
          leave();
          inbox.end();
        },
      });
    },
  };
}

/** Reads a stream from a place on, and remembers nothing that its owner does not. */
function reader(stream: EventStream, from: number, turn: Turn) {
  let next = from;
  const fate: Fate = { ack: () => undefined, nak: () => undefined };
  const fetching = (most: number, expiresMs: number | undefined) => {
    const inbox = new Inbox<Message>();
    let left = most;
    let isTaking = false;
    const pump = async (): Promise<void> => {
      if (isTaking || inbox.hasEnded || next > stream.readable) return;
      isTaking = true;
      try {
        const taken = await turn(`read ${stream.name}`, () => upTo(Math.min(left, MOST_AT_ONCE)));
        // What is lost on the way is missed by its reader, and read again.
        next = (taken.at(-1)?.seq ?? next - 1) + 1;
        left -= taken.length;
        inbox.push(...taken);
      } catch {
        setTimeout(() => void pump(), RETRY_MS);
      }
      isTaking = false;
      if (left === 0) close();
      await pump();
    };
    const upTo = (count: number): Message[] => {
      const found: Message[] = [];
      for (let seq = next; found.length < count && seq <= stream.readable && !inbox.hasEnded; seq += 1) {
        const kept = stream.at(seq);
        if (kept) found.push(messageOf(kept, stream.last - seq, fate));
      }
      return found;
    };
    const leave = stream.onPublished(() => void pump());
    const timer = expiresMs === undefined ? undefined : setTimeout(() => close(), expiresMs);
    const close = (): void => {
      clearTimeout(timer);
      leave();
      inbox.end();
    };
    void pump();
    return Object.assign(inbox, { close, getPending: () => inbox.waiting });
  };
  return {
    fetch: async ({ max_messages, expires }: { max_messages: number; expires: number }) => fetching(max_messages, expires),
    consume: async () => fetching(Number.POSITIVE_INFINITY, undefined),
    delete: async () => true,
  };
}
