import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@junkan/kit/mongo.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';

type Timed = Pick<Commit, 'at' | 'clockOffset'>;

/** When a commit was recorded, in real time by the clock of the service that recorded it. */
export const recordedAt = ({ at, clockOffset }: Timed): number => Date.parse(at) - Number(clockOffset);

/**
 * Which commits of a context were recorded up to a moment. They are asked about in the order of their ids, as one counts only with all before
 * it in its stream, whatever clock its service had.
 */
export function upTo(point: number): (commit: Timed & Pick<Commit, 'stream'>) => boolean {
  let current = '';
  let isOver = false;
  return (commit) => {
    if (commit.stream !== current) isOver = false;
    current = commit.stream;
    isOver ||= recordedAt(commit) > point;
    return !isOver;
  };
}

/**
 * A moment up to which all contexts are whole: what a commit depends on was recorded before it, in whatever context. `pauseMs`: for how long
 * nothing was recorded around it, and so by how much the clocks of services may have differed.
 */
export type Point = { readonly at: number; readonly pauseMs: number };

/** The middle of the longest pause between two moments, at which something may have been recorded itself. */
export function longestPause(times: readonly number[], from: number, to: number): Point {
  const within = times.filter((time) => time > from && time < to).toSorted((a, b) => a - b);
  let longest: Point = { at: from, pauseMs: -1 };
  for (const [index, end] of [...within, to].entries()) {
    const begin = within[index - 1] ?? from;
    if (end - begin > longest.pauseMs) longest = { at: begin + Math.floor((end - begin) / 2), pauseMs: end - begin };
  }
  return longest;
}

type Looking = { readonly lookMs?: number; readonly realNow?: () => number };

const LOOK_MS = 2_000;
/** Clocks that differ by more than this are a fault that somebody has to mend first. */
const TOLERATED_MS = 5_000;

/**
 * Takes the point in the seconds after the call, so that what was acknowledged before it is there.
 * @throws where a service's clock is ahead, as what it acknowledged would count as later.
 */
export async function takePoint(contexts: readonly Database[], { lookMs = LOOK_MS, realNow = Date.now }: Looking = {}): Promise<Point> {
  const marks = await Promise.all(contexts.map(furthestMark));
  const from = realNow();
  await sleep(lookMs);
  const times = (await Promise.all(contexts.map((db, index) => timesSince(db, marks[index] ?? 0, from)))).flat();
  const to = realNow();
  const ahead = times.reduce((most, time) => Math.max(most, time - to), 0);
  if (ahead > TOLERATED_MS)
    throw new Error(
      `the clock of a service is ${Math.ceil(ahead / 1_000)} s ahead of the clock here, so nobody can tell what was recorded before now: set the clocks of all hosts, and try again once that time has passed`,
    );
  return longestPause(times, from, to);
}

const commitsIn = (db: Database) => db.collection<Commit>('commits');

async function furthestMark(db: Database): Promise<number> {
  const furthest = await commitsIn(db).findOne({ relayed: { $gt: 0 } }, { sort: { relayed: -1 }, projection: { relayed: 1 } });
  return furthest?.relayed ?? 0;
}

/** When commits were recorded since a moment: they are among those that were not published then, or are not yet. */
async function timesSince(db: Database, mark: number, from: number): Promise<number[]> {
  const times: number[] = [];
  for (const relayed of [0, { $gt: mark }])
    for await (const commit of commitsIn(db).find({ relayed }, { projection: { at: 1, clockOffset: 1 } })) {
      const time = recordedAt(commit);
      if (time >= from) times.push(time);
    }
  return times;
}
