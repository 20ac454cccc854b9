import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import { afterAll, describe, expect, test } from 'vitest';
import type { Summary } from './report.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const TABLE = fileURLToPath(new URL('../main-job/data/projects.csv', import.meta.url));
/** Short ones: two sponsors over three years, one sponsor over one year, and two that stay unfunded, one of them with a live offer. */
const CHOSEN = ['P181388', 'P180439', 'P124549', 'P162938'];
/** One that is refused its payment and one that loses a sponsor; every other variant has a test of its own. */
const VARIANTS = ['payment-failed', 'sponsor-declines-to-sign'];

const usd = (amount: string) => ({ amount, currency: 'USD' });
/** What the two tables alone come to, whatever happens on the way. */
const TOTALS = {
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

const work = mkdtempSync(join(tmpdir(), 'junkan-interrupted-'));
const projects = join(work, 'projects.csv');
const [header = '', ...lines] = readFileSync(TABLE, 'utf8').split('\n');
writeFileSync(projects, [header, ...lines.filter((line) => CHOSEN.includes(line.split(',')[0] ?? ''))].join('\n'));

/** As a terminal starts it: the leader of a process group of its own. */
function start(data: string, ...more: string[]): ChildProcess {
  return spawn(
    process.execPath,
    [MAIN, '--once', '--json', '--projects', projects, '--data', data, '--demonstrations', ...VARIANTS, ...more],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
}

async function finish(child: ChildProcess): Promise<{ code: number | null; totals: Partial<Summary> }> {
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
async function interrupt(child: ChildProcess, at: string, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  if (!child.stderr || !child.pid) throw new Error('not started');
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes(at)) process.kill(-child.pid, signal);
  }
  await closed;
}

describe('a start that is interrupted goes on where it was and ends with the same totals', () => {
  afterAll(async () => {
    for (const name of ['signals', 'processes']) await stopLeftEngines(join(work, name));
    rmSync(work, { recursive: true, force: true });
  });

  test('by a signal to the whole group: SIGKILL while importing, SIGINT while offering, SIGKILL while paying', async () => {
    const data = join(work, 'signals');
    await interrupt(start(data), 'Importing', 'SIGKILL');
    await interrupt(start(data), 'Offers', 'SIGINT');
    await interrupt(start(data), 'milestones passed', 'SIGKILL');
    expect(await finish(start(data))).toEqual({ code: 0, totals: TOTALS });
  });

  test('with two of every process, one of them killed at each stage: they share the work, and all of it goes on by itself', async () => {
    const data = join(work, 'processes');
    const child = start(data, '--processes', '--replicas', '2');
    const victims = new Map([
      ['Importing', 'matching-1'],
      ['Offers', 'workflows-2'],
      ['Approvals', 'gateway-1'],
      ['Signatures', 'disbursement-2'],
      ['Demonstrations', 'project-registry-1'],
    ]);
    const killed: string[] = [];
    createInterface({ input: child.stderr ?? process.stdin }).on('line', (line) => {
      for (const [stage, program] of victims) {
        if (!line.includes(stage) || killed.includes(program)) continue;
        process.kill(Number(readFileSync(join(data, 'logs', `${program}.pid`), 'utf8')), 'SIGKILL');
        killed.push(program);
      }
    });
    expect(await finish(child)).toEqual({ code: 0, totals: TOTALS });
    expect(killed).toEqual([...victims.values()]);
  });
});
