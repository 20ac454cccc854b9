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

/** For so long a pause is looked for. */
export const LOOK_MS = 2_000;

/** The point before a moment that somebody names, by when something was recorded before it. */
export const pauseBefore = (times: readonly number[], moment: number): Point => longestPause(times, moment - LOOK_MS, moment);

type Looking = { readonly lookMs?: number; readonly realNow?: () => number };

/** Clocks that are ahead by more than this are a fault that somebody has to mend first. */
const TOLERATED_MS = 1_000;

/**
 * Takes the point in the seconds after the call, and after as much as clocks may be ahead, so that what was acknowledged before the call is
 * there.
 * @throws where a service's clock is further ahead, as what it acknowledged would count as later.
 */
export async function takePoint(contexts: readonly Database[], { lookMs = LOOK_MS, realNow = Date.now }: Looking = {}): Promise<Point> {
  const marks = await Promise.all(contexts.map(furthestMark));
  const from = realNow();
  const before = await timesIn(contexts, marks.map(earlier));
  requireNotAhead(before, from);
  await sleep(TOLERATED_MS + lookMs);
  const times = await timesIn(contexts, marks);
  const to = realNow();
  requireNotAhead(times, to);
  return longestPause([...before, ...times], from + TOLERATED_MS, to);
}

function requireNotAhead(times: readonly number[], now: number): void {
  const ahead = times.reduce((most, time) => Math.max(most, time - now), 0);
  if (ahead > TOLERATED_MS)
    throw new Error(
      `the clock of a service is ${Math.ceil(ahead / 1_000)} s ahead of the clock here, so nobody can tell what was recorded before now: set the clocks of all hosts, and try again once that time has passed`,
    );
}

const commitsIn = (db: Database) => db.collection<Commit>('commits');

async function furthestMark(db: Database): Promise<number> {
  const furthest = await commitsIn(db).findOne({ relayed: { $gt: 0 } }, { sort: { relayed: -1 }, projection: { relayed: 1 } });
  return furthest?.relayed ?? 0;
}

/** What was published shortly before a mark, too. */
const earlier = (mark: number): number => Math.max(0, mark - 1_000);

const timesIn = async (contexts: readonly Database[], marks: readonly number[]): Promise<number[]> =>
  (await Promise.all(contexts.map((db, index) => timesSince(db, marks[index] ?? 0)))).flat();

/** When commits were recorded that are not published yet, or were published since a mark. */
async function timesSince(db: Database, mark: number): Promise<number[]> {
  const times: number[] = [];
  for (const relayed of [0, { $gt: mark }])
    for await (const commit of commitsIn(db).find({ relayed }, { projection: { at: 1, clockOffset: 1 } })) times.push(recordedAt(commit));
  return times;
}
