import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import type { Summary } from '@junkan/scripts/start/report.ts';
import { Command } from 'commander';
import { chanceOf } from '../chance.ts';
import { signal, VICTIMS } from './victims.ts';

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

const MAIN = fileURLToPath(new URL('../../scripts/start/main.ts', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'junkan-kills-'));

/** Kills one after another until the job is over; answers how often each was killed. */
async function killInTurn(over: AbortSignal): Promise<Record<string, number>> {
  const chance = chanceOf(seed);
  const kills: Record<string, number> = {};
  while (!over.aborted) {
    await sleep(every * 1_000, undefined, { signal: over }).catch(() => undefined);
    const name = chance.of(VICTIMS);
    if (!over.aborted && signal(data, name, 'SIGKILL')) kills[name] = (kills[name] ?? 0) + 1;
  }
  return kills;
}

const child = spawn(
  process.execPath,
  [MAIN, '--once', '--json', '--processes', '--data', data, ...(projects ? ['--projects', projects] : [])],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
  },
);
const over = new AbortController();
let output = '';
child.stdout.on('data', (part: Buffer) => {
  output += part;
});
child.stderr.on('data', (part: Buffer) => {
  process.stderr.write(part);
  // What is left then is to look at what was done.
  if (part.includes('Verifying')) over.abort();
});
const killing = sleep(15_000).then(() => killInTurn(over.signal));
const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
over.abort();
const kills = await killing;
await stopLeftEngines(data);
const summary = output === '' ? undefined : (JSON.parse(output) as Summary);
const broken = summary?.invariants.flatMap((invariant) => invariant.broken) ?? ['no summary'];
const { cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations = [] } = summary ?? {};
process.stdout.write(
  `${JSON.stringify({ seed, code, kills, cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations: demonstrations.length, broken }, undefined, 2)}\n`,
);
rmSync(data, { recursive: true, force: true });
process.exitCode = code === 0 && broken.length === 0 ? 0 : 1;
