import type { Log } from '../log.ts';
import type { Collection, Database } from '../mongo.ts';
import type { Commit } from '../store/commit.ts';
import { cloudEventOf, messageId } from './cloud-event.ts';
import { ensureEventStream, type Nats, subjectOf } from './nats.ts';

const BATCH = 400;
const SWEEP_MS = 1_000;

type Mark = { _id: string; sequence: number; messageId: string };

/**
 * Publishes what the outbox holds, in stream order, and marks it when the broker has acknowledged it. The outbox is
 * the record: where the event stream has lost what it had acknowledged, the marks go back and it is published again.
 */
export async function startRelay({
  db,
  nats,
  namespace,
  context,
  log,
}: {
  db: Database;
  nats: Nats;
  namespace: string;
  context: string;
  log: Log;
}) {
  const commits = db.collection<Commit>('commits');
  const marks = db.collection<Mark>('relay_marks');
  const stream = await ensureEventStream(nats, namespace, context);
  let stopped = false;
  let mustCompare = true;
  let wake: () => void = () => {};
  let woken = false;

  const watchReconnects = async (): Promise<void> => {
    for await (const status of nats.connection.status()) if (status.type === 'reconnect') mustCompare = true;
  };

  const publish = async (batch: readonly Commit[]): Promise<void> => {
    const events = batch.flatMap((commit) => commit.events.map((event, index) => ({ commit, event, index })));
    const acks = await Promise.all(
      events.map(({ commit, event, index }) =>
        nats.js.publish(subjectOf(namespace, context, commit.aggregate, event.type), cloudEventOf(context, commit, index), {
          msgID: messageId(commit.stream, commit.from + index),
        }),
      ),
    );
    const sequence = Math.max(...acks.map((ack) => ack.seq));
    const newest = events[acks.findIndex((ack) => ack.seq === sequence)];
    if (newest && !acks[events.indexOf(newest)]?.duplicate) {
      await marks.replaceOne(
        { _id: stream },
        { sequence, messageId: messageId(newest.commit.stream, newest.commit.from + newest.index) },
        { upsert: true },
      );
    }
    await commits.updateMany({ _id: { $in: batch.map(({ _id }) => _id) } }, { $set: { relayed: sequence } });
  };

  const round = async (): Promise<number> => {
    if (mustCompare) {
      await rewindWhatWasLost(nats, stream, commits, marks, log);
      mustCompare = false;
    }
    const batch = await commits.find({ relayed: 0 }).sort({ _id: 1 }).limit(BATCH).toArray();
    if (batch.length > 0) await publish(batch);
    return batch.length;
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      let sent = 0;
      try {
        sent = await round();
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'relay is held up and will try again');
        mustCompare = true;
      }
      if (sent === BATCH || woken || stopped) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, SWEEP_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  void watchReconnects();
  const running = loop();
  return {
    /** Called after each append. */
    wake(): void {
      woken = true;
      wake();
    },
    async backlog(): Promise<{ unrelayed: number; published: bigint }> {
      // In this order: what is relayed between the two questions is then counted as published.
      const unrelayed = await commits.countDocuments({ relayed: 0 });
      return { unrelayed, published: BigInt((await nats.manager.streams.info(stream)).state.last_seq) };
    },
    async close(): Promise<void> {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Compares the message at the last acknowledged sequence with what was published there; unmarks all that is gone. */
async function rewindWhatWasLost(
  nats: Nats,
  stream: string,
  commits: Collection<Commit>,
  marks: Collection<Mark>,
  log: Log,
): Promise<void> {
  const mark = await marks.findOne({ _id: stream });
  if (!mark) return;
  const found = await nats.manager.streams.getMessage(stream, { seq: mark.sequence });
  if (found?.header.get('Nats-Msg-Id') === mark.messageId) return;
  const { state } = await nats.manager.streams.info(stream);
  const kept = found ? 0 : state.last_seq;
  log.error({ stream, acknowledged: mark.sequence, kept }, 'the event stream lost what it had acknowledged; publishing it again');
  for await (const consumer of nats.manager.consumers.list(stream)) await nats.manager.consumers.delete(stream, consumer.name);
  await commits.updateMany({ relayed: { $gt: kept } }, { $set: { relayed: 0 } });
  await marks.deleteOne({ _id: stream });
}
