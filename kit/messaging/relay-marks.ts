import { crashAt } from '../crash.ts';
import type { Log } from '../log.ts';
import { type Database, isDuplicateKey } from '../mongo.ts';
import type { Commit } from '../store/commit.ts';
import { deleteConsumer, type Nats } from './nats.ts';
import { type Mark, relayTurns } from './relay-turns.ts';

/** The position of an event in the stream, as the broker reports it; an event that the broker already has keeps its position. */
export type Acked = { readonly messageId: string; readonly sequence: number; readonly duplicate: boolean };

/** What the outbox knows of the event stream: how far each commit got, and whether the stream still holds that. */
export function relayMarks({ db, nats, stream, replica, log }: { db: Database; nats: Nats; stream: string; replica: string; log: Log }) {
  const commits = db.collection<Commit>('commits');
  const marks = db.collection<Mark>('relay_marks');
  const turns = relayTurns(marks, stream, replica);

  const messageAt = (sequence: number) => nats.manager.streams.getMessage(stream, { seq: sequence });
  /** The mark as this relay set or found it last. */
  let known: Mark | undefined;
  const idAt = async (sequence: number): Promise<string | undefined> => (await messageAt(sequence))?.header.get('Nats-Msg-Id');

  /** The end of the last batch that the stream still holds: the message there is an event of a commit with this mark. */
  const lastKept = async (): Promise<number> => {
    let below = (await nats.manager.streams.info(stream)).state.last_seq + 1;
    for (;;) {
      const candidate = await commits.findOne({ relayed: { $gt: 0, $lt: below } }, { sort: { relayed: -1 } });
      if (!candidate) return 0;
      const [name = '', version = 0] = (await idAt(candidate.relayed))?.split('@') ?? [];
      const at = Number(version);
      if (await commits.findOne({ stream: name, relayed: candidate.relayed, from: { $lte: at }, to: { $gte: at } }))
        return candidate.relayed;
      below = candidate.relayed;
    }
  };

  /**
   * An earlier version published events without signatures, which no reader accepts any more. They are replaced by the same events with
   * signatures; positions keep rising, so consumers stay.
   */
  const republish = async ({ _id, sequence, messageId }: Mark): Promise<void> => {
    log.warn({ stream }, 'the events in the stream are not signed; publishing them again');
    const { last_seq: last } = (await nats.manager.streams.info(stream)).state;
    await commits.updateMany({ relayed: { $gt: 0, $lte: last } }, { $set: { relayed: 0 } });
    await nats.manager.streams.purge(stream, { seq: last + 1 });
    await marks.deleteOne({ _id, sequence, messageId });
  };

  return {
    isTurn: turns.isOurs,
    hasTurn: turns.hasTurn,

    /** Whether the message at the furthest place that is known here is still there; false where none is known. */
    async isIntact(): Promise<boolean> {
      return known !== undefined && (await idAt(known.sequence)) === known.messageId;
    },

    /**
     * Compares the message at the highest position with what was acknowledged there. If it is gone, everything lost is unmarked and the
     * consumers are deleted, because their own positions mean nothing any more. Returns the highest position that is intact.
     */
    async compare(): Promise<number> {
      const mark = await marks.findOne({ _id: stream });
      known = mark ?? undefined;
      if (!mark) return 0;
      const stored = await messageAt(mark.sequence);
      const isThere = stored?.header.get('Nats-Msg-Id') === mark.messageId;
      if (isThere && isSigned(stored.string())) return mark.sequence;
      if (isThere) {
        await republish(mark);
        return 0;
      }
      const kept = await lastKept();
      log.error({ stream, acknowledged: mark.sequence, kept }, 'the event stream lost what it had acknowledged; publishing it again');
      for await (const { name } of nats.manager.consumers.list(stream)) await deleteConsumer(nats, stream, name);
      crashAt('rewind.begun');
      await commits.updateMany({ relayed: { $gt: kept } }, { $set: { relayed: 0 } });
      crashAt('rewind.unmarked');
      // Last, so that a failure before it begins all over; and only this one, as another relay may have set its own by now.
      await marks.deleteOne({ _id: stream, sequence: mark.sequence, messageId: mark.messageId });
      return 0;
    },

    /** Marks the commits as published, and the furthest place unless another relay has got further. Answers that place. */
    async advance(batch: readonly Commit[], acked: readonly Acked[]): Promise<number> {
      const { sequence, messageId } = acked.reduce((furthest, each) => (each.sequence > furthest.sequence ? each : furthest));
      try {
        await marks.updateOne(
          { _id: stream, replica, sequence: { $lt: sequence } },
          { $set: { replica, sequence, messageId } },
          { upsert: true },
        );
        turns.learns(true);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        turns.learns(false);
        await marks.updateOne({ _id: stream, sequence: { $lt: sequence } }, { $set: { sequence, messageId } });
      }
      known = { _id: stream, sequence, messageId };
      crashAt('relay.advanced');
      await commits.updateMany({ _id: { $in: batch.map(({ _id }) => _id) } }, { $set: { relayed: sequence } });
      return sequence;
    },
  };
}

const isSigned = (text: string): boolean => typeof (JSON.parse(text) as Record<string, unknown>)['signature'] === 'string';
