import type { Collection, Database } from '@junkan/kit/mongo.ts';
import { isDuplicateKey } from '@junkan/kit/mongo.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';

/**
 * What the bridge and the workflows know of each other: how often a workflow was woken, which wake-up its last look
 * answered, and at which moment it must act by itself. So it can be said whether all workflows are at rest.
 */
export type Look = {
  readonly _id: string;
  /** Streams whose events wake this workflow. */
  readonly streams: readonly string[];
  readonly woken: number;
  readonly awake: boolean;
  /** The earliest moment at which it must act by itself; '' = none. */
  readonly wakeAt: Instant | '';
  readonly ended: boolean;
};

export async function looks(db: Database) {
  const all = db.collection<Look>('looks');
  await Promise.all([
    all.createIndex({ streams: 1 }),
    all.createIndex({ awake: 1 }, { partialFilterExpression: { awake: true } }),
    all.createIndex({ wakeAt: 1 }),
  ]);
  const wake = { $inc: { woken: 1 }, $set: { awake: true } };
  return {
    /** Notes that a workflow is being started; false where it has ended already. */
    async starting(workflowId: string, streams: readonly string[]): Promise<boolean> {
      try {
        await all.updateOne(
          { _id: workflowId, ended: { $ne: true } },
          { ...wake, $setOnInsert: { streams, wakeAt: '', ended: false } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    /** Notes a wake-up of every running workflow that one of these streams concerns, and answers which those are. */
    async wakingByStreams(streams: readonly string[]): Promise<string[]> {
      return waking(all, { streams: { $in: [...streams] }, ended: false });
    },
    /** The same for those whose moment has come. */
    async wakingByTime(now: Instant): Promise<string[]> {
      return waking(all, { wakeAt: { $gt: '', $lte: now }, ended: false });
    },
    /** Which wake-up a look that begins now answers. */
    async seen(workflowId: string): Promise<number> {
      return (await all.findOne({ _id: workflowId }))?.woken ?? 0;
    },
    /** Notes that a workflow rests, unless it was woken since it last looked. */
    async resting({
      workflowId,
      seen,
      wakeAt,
      ended,
    }: {
      workflowId: string;
      seen: number;
      wakeAt: string;
      ended: boolean;
    }): Promise<void> {
      if (ended) await all.updateOne({ _id: workflowId }, { $set: { ended: true, awake: false, wakeAt: '' } });
      else await all.updateOne({ _id: workflowId, woken: seen }, { $set: { awake: false, wakeAt } });
    },
    async backlog(): Promise<{ awake: number; earliestDeadline: Instant | '' }> {
      const awake = await all.countDocuments({ awake: true });
      // A deadline counts only when all are at rest; until then whoever is awake may change it.
      const [first] =
        awake > 0
          ? []
          : await all
              .find({ wakeAt: { $gt: '' } })
              .sort({ wakeAt: 1 })
              .limit(1)
              .toArray();
      return { awake, earliestDeadline: first?.wakeAt ?? '' };
    },
  };

  async function waking(collection: Collection<Look>, filter: object): Promise<string[]> {
    const ids = (await collection.find(filter, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    if (ids.length > 0) await collection.updateMany({ _id: { $in: ids }, ended: false }, wake);
    return ids;
  }
}

export type Looks = Awaited<ReturnType<typeof looks>>;
