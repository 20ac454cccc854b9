import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { conclude, mainJob } from './main-job.ts';

/**
 * Runs the main job on several of every process, and reports what each of them did; the totals must be what they are with one: node
 * tests/faults/replicas.ts --replicas 2
 */
const { replicas, projects } = new Command('replicas')
  .option('--replicas <number>', 'how many of each', Number, 2)
  .option('--projects <file>', 'a smaller table of projects')
  .parse()
  .opts<{ replicas: number; projects?: string }>();

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

/** The address of a process's metrics, from its log. */
function metricsOf(logs: string, log: string): string | undefined {
  const lines = readFileSync(join(logs, log), 'utf8').split('\n');
  const line = lines.findLast((each) => each.includes('telemetry is on'));
  return line === undefined ? undefined : (JSON.parse(line) as { metrics: string }).metrics;
}

async function shareOf(url: string): Promise<Share> {
  const lines = (await (await fetch(url)).text()).split('\n');
  const sum = (kind: RegExp): number =>
    lines.filter((line) => kind.test(line)).reduce((total, line) => total + Number(line.slice(line.lastIndexOf(' '))), 0);
  return Object.fromEntries(Object.entries(KINDS).map(([name, kind]) => [name, sum(kind)])) as Share;
}

async function shares(data: string): Promise<Record<string, Share>> {
  const found: Record<string, Share> = {};
  const logs = join(data, 'logs');
  for (const log of readdirSync(logs).filter((name) => /-\d\.log$/.test(name))) {
    const url = metricsOf(logs, log);
    if (url) found[log.replace('.log', '')] = await shareOf(url);
  }
  return found;
}

const verifying = Promise.withResolvers<void>();
let share: Record<string, Share> = {};
const outcome = await mainJob({
  args: ['--replicas', String(replicas)],
  projects,
  env: { JUNKAN_TELEMETRY: 'on', JUNKAN_METRICS_LISTEN: '127.0.0.1:0', JUNKAN_TRACES_KEPT: '0' },
  onVerifying: verifying.resolve,
  async meanwhile(data) {
    await verifying.promise;
    // Where the job did not come so far, nobody is there to be asked.
    share = await shares(data).catch(() => ({}));
  },
});
// A replica without any work would not share it.
const idle = Object.values(share).filter((each) => Object.values(each).every((count) => count === 0));
conclude(outcome, { replicas, share }, idle.length === 0 && Object.keys(share).length === 6 * replicas);
