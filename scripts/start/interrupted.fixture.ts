import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import { expect, onTestFinished } from 'vitest';
import type { Summary } from './report.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const TABLE = fileURLToPath(new URL('../main-job/data/projects.csv', import.meta.url));
/** Short ones: two sponsors over three years, one sponsor over one year, and two that stay unfunded, one of them with a live offer. */
const CHOSEN = ['P181388', 'P180439', 'P124549', 'P162938'];
/** One that is refused its payment and one that loses a sponsor; every other variant has a test of its own. */
const VARIANTS = ['payment-failed', 'sponsor-declines-to-sign'];

const usd = (amount: string) => ({ amount, currency: 'USD' });
/** What the two tables alone come to, whatever happens on the way. */
export const TOTALS = {
  projects: 4,
  sponsors: 37,
  rejectedRows: 0,
  matches: 5,
  cohort: 4,
  closed: 2,
  unfunded: 2,
  milestonesPaid: 4,
  paidBySponsor: {
    'IDA credit or grant: Bangladesh': usd('500000000.00'),
    'IDA credit or grant: Solomon Islands': usd('15000000.00'),
    'Trust-fund grant: Solomon Islands': usd('26260000.00'),
  },
  paidByCurrency: { USD: usd('541260000.00') },
  ledgerBalanced: true,
  eventsUnrelayed: 0,
  workflowsOutOfStep: 0,
};

/** Waits until it has done the whole main job. */
export async function finish(child: ChildProcess): Promise<{ code: number | null; totals: Partial<Summary> }> {
  let output = '';
  let progress = '';
  child.stdout?.on('data', (part: Buffer) => {
    output += part;
  });
  child.stderr?.on('data', (part: Buffer) => {
    progress += part;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (output === '') throw new Error(progress);
  const { setupSeconds, jobSeconds, mongoOperationsPerCommand, invariants, demonstrations, ...totals } = JSON.parse(output) as Summary;
  expect(mongoOperationsPerCommand).toBeGreaterThan(0);
  expect(invariants.flatMap(({ broken }) => broken)).toEqual([]);
  expect(demonstrations.filter(({ status, ends }) => status !== ends)).toEqual([]);
  return { code, totals };
}

/** Signals the whole group as soon as a line of progress says so, and waits until the leader is gone. */
export async function interrupt(child: ChildProcess, at: string, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  if (!child.stderr || !child.pid) throw new Error('not started');
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes(at)) process.kill(-child.pid, signal);
  }
  await closed;
}

/** Starts the main job of a few projects on a folder of its own, as a terminal does: as the leader of a process group. All of it is removed when the test is over. */
export function starts(name: string) {
  const work = mkdtempSync(join(tmpdir(), 'junkan-interrupted-'));
  const data = join(work, name);
  const projects = join(work, 'projects.csv');
  const [header = '', ...lines] = readFileSync(TABLE, 'utf8').split('\n');
  writeFileSync(projects, [header, ...lines.filter((line) => CHOSEN.includes(line.split(',')[0] ?? ''))].join('\n'));
  onTestFinished(async () => {
    await stopLeftEngines(data);
    rmSync(work, { recursive: true, force: true });
  });
  const args = ['--once', '--json', '--projects', projects, '--data', data, '--demonstrations', ...VARIANTS];
  return {
    data,
    start: (...more: string[]): ChildProcess =>
      spawn(process.execPath, [MAIN, ...args, ...more], { detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
  };
}
