import { batching } from '@junkan/kit/batching.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { crashAt } from '@junkan/kit/crash.ts';
import { type Database, writeAll } from '@junkan/kit/mongo.ts';
import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Idle } from './flows/reconcile-loop.ts';

/**
 * What the bridge and the workflows know of each other: how often a workflow was woken, which wake-up its last look
 * answered, and at which moment it must act by itself. So it can be said whether all workflows are at rest.
 */
export type WakeRecord = {
  readonly _id: string;
  /** Streams whose events wake this workflow. */
  readonly streams: readonly string[];
  readonly woken: number;
  readonly awake: boolean;
  /** The earliest moment at which it must act by itself; '' = none. */
  readonly wakeAt: Instant | '';
  readonly ended: boolean;
  /** The trace of what woke it last, for what it does until it rests; '' where it is part of none. */
  readonly traceparent: string;
};

type Beginning = { readonly workflowId: string; readonly streams: readonly string[]; readonly traceparent: string | undefined };

/** Which trace the last event of a stream is a part of. */
type Traces = ReadonlyMap<string, string>;

const lastOf = (streams: readonly string[], traces: Traces): string | undefined =>
  streams.map((stream) => traces.get(stream)).findLast((trace) => trace !== undefined);

/**
 * How far policy time has been advanced, for the replicas of the worker that have not heard of it. It stands among the wake records, so
 * that one question tells both.
 */
const POLICY = 'clock:policy';
type Advanced = { readonly _id: typeof POLICY; readonly offset: number };

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
     * Those whose moment has come. It needs no note: the moment stays until the workflow rests again, so a wake-up that
     * is lost on the way can be repeated.
     */
    async due(now: Instant): Promise<string[]> {
      const found = await all.find({ wakeAt: { $gt: '', $lte: now } }, { projection: { _id: 1 } }).toArray();
      return found.map(({ _id }) => _id);
    },
    /** The trace that what a workflow does now is a part of. */
    async traceOf(workflowId: string): Promise<string> {
      return (await all.findOne({ _id: workflowId }))?.traceparent ?? '';
    },
    /** Notes the trace that began when a moment woke a workflow, for the rest of what it does. */
    async tracing(workflowId: string, traceparent: string): Promise<void> {
      await all.updateOne({ _id: workflowId, traceparent: '' }, { $set: { traceparent } });
    },
    /** Notes how far policy time is, before those are woken whose moment has come by that. */
    async timePassed(): Promise<void> {
      const advanced = db.collection<Advanced>('looks');
      await advanced.updateOne({ _id: POLICY }, { $max: { offset: clock.offset() } }, { upsert: true });
    },
    /**
     * Which wake-up a look that begins now answers: asked before the observation, so that a later one is never taken as answered.
     * From then on the clock is as far as the wake-up was.
     */
    seen: timesWoken,
    /**
     * Notes that a workflow rests, or ends, unless it was woken since it last looked.
     * @returns whether that stands. If not, it must look again: it was woken while it would have ended, or goes on after an end that was
     * noted, since when nobody has woken it.
     */
    async resting(resting: Idle): Promise<boolean> {
      const stands = await rest(resting);
      crashAt('activity.rested');
      return stands;
    },
    /**
     * How many are not at rest, and the earliest moment that those at rest wait for. Whose moment has come is not at
     * rest either, though nothing was noted: its timer may have woken it just now, and what it does then is under way.
     */
    async backlog(now: Instant): Promise<{ awake: number; earliestDeadline: Instant | '' }> {
      // In this order: whose moment has come keeps it while it is woken, so between the two questions nobody is missed.
      const come = await all.countDocuments({ wakeAt: { $gt: '', $lte: now }, awake: false });
      const awake = come + (await all.countDocuments({ awake: true }));
      // A deadline counts only when all are at rest; until then whoever is awake may change it.
      if (awake > 0) return { awake, earliestDeadline: '' };
      const [first] = await all
        .find({ wakeAt: { $gt: '' } })
        .sort({ wakeAt: 1 })
        .limit(1)
        .toArray();
      return { awake, earliestDeadline: first?.wakeAt ?? '' };
    },
  };
}

export type WakeRecords = Awaited<ReturnType<typeof wakeRecords>>;

const waking = (traceparent = '') => ({ $inc: { woken: 1 }, $set: { awake: true, traceparent } });

/** Who goes on after an end that was noted is woken again by whatever happens from now on, and by this for what happened since. */
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
        // Whoever was woken on its way to a rest has a signal waiting; at its end that may find nobody.
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
