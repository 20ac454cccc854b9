import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { rngOf } from '../rng.ts';
import { conclude, mainJob } from './main-job.ts';
import { signal, victimsOf } from './victims.ts';

/**
 * Runs the main job with every part as a process of its own while a random one of them, engines included, is killed every
 * few seconds; then the totals must be what they are without: node tests/faults/kills.ts --seed 1 --every 5
 */
const { seed, every, projects } = new Command('kills')
  .option('--seed <number>', 'which victims, in which order', Number, 1)
  .option('--every <seconds>', 'how long a pause between two kills', Number, 5)
  .option('--projects <file>', 'a smaller table of projects')
  .parse()
  .opts<{ seed: number; every: number; projects?: string }>();

const STARTED_MS = 15_000;
const over = new AbortController();
const kills: Record<string, number> = {};

/** Kills one after another until the job is over, and counts how often each was killed. */
async function killInTurn(data: string): Promise<void> {
  const rng = rngOf(seed);
  await sleep(STARTED_MS);
  while (!over.signal.aborted) {
    await sleep(every * 1_000, undefined, { signal: over.signal }).catch(() => undefined);
    const name = rng.of(victimsOf(1));
    if (!over.signal.aborted && signal(data, name, 'SIGKILL')) kills[name] = (kills[name] ?? 0) + 1;
  }
}

const outcome = await mainJob({ projects, onVerifying: () => over.abort(), meanwhile: killInTurn });
conclude(outcome, { seed, kills });
