import { batching } from '@junkan/kit/batching.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { type Database, writeAll } from '@junkan/kit/mongo.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import { crashAt } from './crash.ts';
import type { Idle } from './flows/reconcile-loop.ts';

/**
 * What the bridge and the workflows know of each other: how often a workflow was woken, which wake-up its last observation answered, and
 * its next deadline. From this it is known whether all workflows are idle.
 */
export type WakeRecord = {
  readonly _id: string;
  /** Streams whose events wake this workflow. */
  readonly streams: readonly string[];
  readonly woken: number;
  readonly awake: boolean;
  /** Its next deadline; '' = none. */
  readonly wakeAt: Instant | '';
  readonly ended: boolean;
  /** The trace that woke it last, for what it does until it is idle; '' = none. */
  readonly traceparent: string;
};

type Beginning = { readonly workflowId: string; readonly streams: readonly string[]; readonly traceparent: string | undefined };

/** Which trace the last event of a stream is a part of. */
type Traces = ReadonlyMap<string, string>;

const lastOf = (streams: readonly string[], traces: Traces): string | undefined =>
  streams.map((stream) => traces.get(stream)).findLast((trace) => trace !== undefined);

/**
 * How far policy time has been advanced, for the replicas of the worker that have not heard of it. It is one of the wake records, so that
 * one query reads both.
 */
export const POLICY = 'clock:policy';
type Advanced = { readonly _id: typeof POLICY; readonly offset: number };

/** Notes how far policy time is ahead; never that it is less. */
export async function noteAdvanced(db: Database, offset: number): Promise<void> {
  await db.collection<Advanced>('looks').updateOne({ _id: POLICY }, { $max: { offset } }, { upsert: true });
}

export async function wakeRecords(db: Database, clock: PolicyClock) {
  const all = db.collection<WakeRecord>('looks');
  await Promise.all([
    all.createIndex({ streams: 1 }),
    all.createIndex({ awake: 1 }, { partialFilterExpression: { awake: true } }),
    all.createIndex({ wakeAt: 1 }),
  ]);
  const { begin, timesWoken, rest } = together(db, clock);

  return {
    /** Notes that a workflow is being started; false where it has ended already. */
    starting: (workflowId: string, streams: readonly string[], traceparent?: string): Promise<boolean> =>
      begin({ workflowId, streams, traceparent }),
    /** Notes a wake-up of every running workflow that one of these streams concerns, and answers which those are. */
    async wakingByStreams(streams: readonly string[], traces: Traces = new Map()): Promise<string[]> {
      const concerned = { streams: { $in: [...streams] }, ended: false };
      const found = await all.find(concerned, { projection: { streams: 1 } }).toArray();
      const byTrace = Map.groupBy(found, (look) => lastOf(look.streams, traces));
      for (const [traceparent, woken] of byTrace)
        await all.updateMany({ _id: { $in: woken.map(({ _id }) => _id) }, ended: false }, waking(traceparent));
      return found.map(({ _id }) => _id);
    },
    /**
     * Those whose deadline has passed. It is not marked: the deadline remains until the workflow is idle again, so a wake-up that is lost
     * can be repeated.
     */
    async due(now: Instant): Promise<string[]> {
      const found = await all.find({ wakeAt: { $gt: '', $lte: now } }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    /** Which are awake, and how often each was woken. */
    awake: (): Promise<Pick<WakeRecord, '_id' | 'woken'>[]> => all.find({ awake: true }, { projection: { woken: 1 } }).toArray(),
    /** The trace that what a workflow does now is a part of. */
    async traceOf(workflowId: string): Promise<string> {
      return (await all.findOne({ _id: workflowId }))?.traceparent ?? '';
    },
    /** Stores the trace that began when a deadline woke a workflow, for everything it does until it is idle. */
    async tracing(workflowId: string, traceparent: string): Promise<void> {
      await all.updateOne({ _id: workflowId, traceparent: '' }, { $set: { traceparent } });
    },
    /** Notes how far policy time is, before those are woken whose moment has come by that. */
    timePassed: (): Promise<void> => noteAdvanced(db, clock.offset()),
    /**
     * The wake-up that an observation starting now answers: read before the observation, so that a later one is never counted as answered.
     * From then on the clock is as far as the wake-up was.
     */
    seen: timesWoken,
    /**
     * Marks a workflow as idle, or ended, unless it was woken since its last observation.
     * @returns whether it was marked. If not, it must observe again: it was woken when it was about to end, or continues after a recorded
     * end since which nobody has woken it.
     */
    async resting(resting: Idle): Promise<boolean> {
      const isRecorded = await rest(resting);
      crashAt('activity.rested');
      return isRecorded;
    },
    /**
     * How many are awake; where none is, of how many the deadline has passed; and where there are none of these either, the earliest
     * deadline. A workflow whose deadline has passed is not idle, though nothing was recorded: its timer may have woken it just now, and it
     * may be acting.
     */
    async backlog(now: Instant): Promise<{ awake: number; earliestDeadline: Instant | '' }> {
      // In this order: a workflow whose deadline has passed keeps it while it is woken, so that none is missed between the two queries.
      const awake = await all.countDocuments({ awake: true });
      // A deadline counts only when all are idle; until then a workflow that is awake may change it.
      if (awake > 0) return { awake, earliestDeadline: '' };
      const [first] = await all
        .find({ wakeAt: { $gt: '' } })
        .sort({ wakeAt: 1 })
        .limit(1)
        .toArray();
      if (first && first.wakeAt <= now)
        return { awake: await all.countDocuments({ wakeAt: { $gt: '', $lte: now } }), earliestDeadline: '' };
      return { awake: 0, earliestDeadline: first?.wakeAt ?? '' };
    },
  };
}

export type WakeRecords = Awaited<ReturnType<typeof wakeRecords>>;

const waking = (traceparent = '') => ({ $inc: { woken: 1 }, $set: { awake: true, traceparent } });

/** A workflow that continues after a recorded end is woken by whatever happens from now on, and by this for what happened since. */
const goingOn = { $inc: { woken: 1 }, $set: { awake: true, ended: false, traceparent: '' } };

/** What workflows note and ask all the time, of many of them in one operation each. */
function together(db: Database, clock: PolicyClock) {
  const all = db.collection<WakeRecord>('looks');
  const noted = db.collection<WakeRecord | Advanced>('looks');

  const begin = batching(async (starts: readonly Beginning[]) => {
    const there = await writeAll(
      all,
      starts.map(({ workflowId, streams, traceparent }) => ({
        updateOne: {
          filter: { _id: workflowId, ended: { $ne: true } },
          update: { ...waking(traceparent), $setOnInsert: { streams, wakeAt: '' as const, ended: false } },
          upsert: true,
        },
      })),
    );
    return Promise.all(starts.map((start, index) => !there.has(index) || isRunning(start)));
  });

  /** What could not be inserted has ended, or another noted the same start at this very moment; then both must see it through. */
  const isRunning = async ({ workflowId, traceparent }: Beginning): Promise<boolean> =>
    (await all.updateOne({ _id: workflowId, ended: false }, waking(traceparent))).matchedCount > 0;

  const timesWoken = batching(async (workflowIds: readonly string[]) => {
    const asked = { _id: { $in: [POLICY, ...new Set(workflowIds)] } };
    const found = await noted.find(asked, { projection: { woken: 1, offset: 1 } }).toArray();
    const woken = new Map<string, number>();
    for (const each of found) {
      if ('offset' in each) clock.adopt(each.offset);
      else woken.set(each._id, each.woken);
    }
    return workflowIds.map((workflowId) => woken.get(workflowId) ?? 0);
  });

  const rest = batching(async (resting: readonly Idle[]) => {
    const noted = await all.bulkWrite(
      resting.map((each) => ({ updateOne: restOf(each) })),
      { ordered: false },
    );
    if (noted.matchedCount === resting.length) return resting.map(() => true);
    const ids = resting.map(({ workflowId }) => workflowId);
    const found = await all.find({ _id: { $in: ids } }, { projection: { ended: 1 } }).toArray();
    const ended = new Map(found.map((record) => [record._id, record.ended]));
    return Promise.all(
      resting.map(async (each) => {
        // A workflow that was woken while becoming idle has a signal waiting; if it ended, nobody may receive it.
        if (each.ended === (ended.get(each.workflowId) ?? each.ended)) return true;
        if (!each.ended) await all.updateOne({ _id: each.workflowId, ended: true }, goingOn);
        return false;
      }),
    );
  });

  return { begin, timesWoken, rest };
}

const restOf = ({ workflowId, seen, wakeAt, ended }: Idle) =>
  ended
    ? { filter: { _id: workflowId, woken: seen }, update: { $set: { ended: true, awake: false, wakeAt: '' as const } } }
    : { filter: { _id: workflowId, woken: seen, ended: false }, update: { $set: { awake: false, wakeAt, traceparent: '' } } };
