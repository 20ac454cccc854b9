import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import type { Summary } from '@junkan/scripts/start/report.ts';
import { Command } from 'commander';

/**
 * Runs the main job on several of every process, and tells what each of them did; the totals must be what they are with one:
 * node tests/faults/replicas.ts --replicas 2
 */
const { replicas, projects } = new Command('replicas')
  .option('--replicas <number>', 'how many of each', Number, 2)
  .option('--projects <file>', 'a smaller table of projects')
  .parse()
  .opts<{ replicas: number; projects?: string }>();

const MAIN = fileURLToPath(new URL('../../scripts/start/main.ts', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'junkan-replicas-'));

/** What is counted of a process, and the lines of its metrics that add up to it. */
const KINDS = {
  requests: /^http_server_request_duration_seconds_count\{/,
  commands: /^rpc_server_call_duration_seconds_count\{(?=.*CommandService)/,
  queries: /^rpc_server_call_duration_seconds_count\{(?=.*QueryService)/,
  published: /^junkan_relay_published_events_total\{/,
  handled: /^junkan_consumer_handled_events_total\{/,
  activities: /^junkan_activity_duration_seconds_count\{/,
} as const;

type Share = Record<keyof typeof KINDS, number>;

/** Where a process tells its metrics, as its log says. */
function metricsOf(log: string): string | undefined {
  const lines = readFileSync(join(data, 'logs', log), 'utf8').split('\n');
  const line = lines.findLast((each) => each.includes('telemetry is on'));
  return line === undefined ? undefined : (JSON.parse(line) as { metrics: string }).metrics;
}

async function shareOf(url: string): Promise<Share> {
  const lines = (await (await fetch(url)).text()).split('\n');
  const sum = (kind: RegExp): number =>
    lines.filter((line) => kind.test(line)).reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' '))), 0);
  return Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, sum(kind)])) as Share;
}

async function shares(): Promise<Record<string, Share>> {
  const found: Record<string, Share> = {};
  for (const log of readdirSync(join(data, 'logs')).filter((name) => /-\d\.log$/.test(name))) {
    const url = metricsOf(log);
    if (url) found[log.replace('.log', '')] = await shareOf(url);
  }
  return found;
}

const child = spawn(
  process.execPath,
  [MAIN, '--once', '--json', '--processes', '--replicas', String(replicas), '--data', data, ...(projects ? ['--projects', projects] : [])],
  {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, JUNKAN_TELEMETRY: 'on', JUNKAN_METRICS_LISTEN: '127.0.0.1:0', JUNKAN_TRACES_KEPT: '0' },
  },
);
let output = '';
let asked: Promise<Record<string, Share>> | undefined;
child.stdout.on('data', (part: Buffer) => {
  output += part;
});
child.stderr.on('data', (part: Buffer) => {
  process.stderr.write(part);
  if (part.includes('Verifying')) asked ??= shares();
});
const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
const share = (await asked) ?? {};
await stopLeftEngines(data);
const summary = output === '' ? undefined : (JSON.parse(output) as Summary);
const broken = summary?.invariants.flatMap((invariant) => invariant.broken) ?? ['no summary'];
const { cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations = [] } = summary ?? {};
process.stdout.write(
  `${JSON.stringify({ replicas, code, cohort, closed, unfunded, milestonesPaid, paidByCurrency, demonstrations: demonstrations.length, broken, share }, undefined, 2)}\n`,
);
rmSync(data, { recursive: true, force: true });
// A replica without any work would not share it.
const idle = Object.entries(share).filter(([, each]) => Object.values(each).every((count) => count === 0));
process.exitCode = code === 0 && broken.length === 0 && idle.length === 0 && Object.keys(share).length === 6 * replicas ? 0 : 1;
