import { statSync } from 'node:fs';
import { view } from '@junkan/catalogue/view/view.ts';
import { checkpointSeldom, finishBuild, openForWriting } from '@junkan/kit/views/file.ts';
import { taker } from '@junkan/kit/views/loop.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { cpuSeconds, percentile, print } from './measure.ts';
import { SEED, syntheticFeed } from './synthetic-feed.ts';

export const LIVE_BATCH = 256;
export const BUILD_BATCH = 4_096;
/** With so many events in the file it is looked what one more costs, live. */
const LOOKED_AT: readonly number[] = [100_000, 1_000_000];
const LOOKED_BATCHES = 40;

type Asked = { readonly projects: number; readonly size: number; readonly events?: number };
/** Events per CPU second, and CPU in microseconds of one event in live batches, by how many events the file had. */
export type Built = { readonly pace: number; readonly costAt: ReadonlyMap<number, number> };

/** Builds the file of the catalogue from the events of so many projects, or from as many as are asked for. What it costs to make them is left out. */
export function built(path: string, { projects, size, events = Number.POSITIVE_INFINITY }: Asked): Built {
  const db = openForWriting(path, view);
  checkpointSeldom(db, size === BUILD_BATCH);
  const take = taker(db, view.rows(db));
  const feed = syntheticFeed({ projects, seed: SEED });
  const times: number[] = [];
  let stored = 0;
  /** CPU seconds of one batch more; nothing where there are no more events. */
  const taken = (most: number): number | undefined => {
    const batch = nextOf(feed, Math.min(most, events - stored));
    const sequence = batch.at(-1)?.sequence;
    if (sequence === undefined) return undefined;
    stored += batch.length;
    const began = performance.now();
    const { seconds } = cpuSeconds(() => take({ context: 'project', origin: 'bench', sequence, events: batch }));
    times.push(performance.now() - began);
    return seconds;
  };
  const costAt = new Map<number, number>();
  const look = (at: number): void => {
    const [before, cost] = [stored, sum(Array.from({ length: LOOKED_BATCHES }, () => taken(LIVE_BATCH) ?? 0))];
    if (stored > before) costAt.set(at, (cost / (stored - before)) * 1e6);
  };
  let [seconds, counted] = [0, 0];
  for (let before = 0, cost = taken(size); cost !== undefined; before = stored, cost = taken(size)) {
    seconds += cost;
    counted += stored - before;
    for (const at of LOOKED_AT) if (size === BUILD_BATCH && before < at && stored >= at) look(at);
  }
  finishBuild(db);
  db.close();
  const pace = counted / seconds;
  const spread = `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
  console.log();
  print(`${stored} events in transactions of ${size}`, `${(pace / 1_000).toFixed(1)} k events per CPU second; ${spread}`);
  for (const [at, cost] of costAt)
    print(`then one event more, behind ${at}, in transactions of ${LIVE_BATCH}`, `${cost.toFixed(1)} us CPU`);
  print('size of the file', `${(statSync(path).size / 1e6).toFixed(1)} MB`);
  return { pace, costAt };
}

function nextOf(feed: Iterator<ViewEvent>, most: number): ViewEvent[] {
  const batch: ViewEvent[] = [];
  while (batch.length < most) {
    const { value, done } = feed.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
