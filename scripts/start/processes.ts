import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { type Closing, Opened } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { supervisor } from './supervisor.ts';

const ROOT = new URL('../../', import.meta.url);

/** Each program, in the order of starting, with the setting by which the others find it. */
export const PROGRAMS = [
  { name: 'project-registry', folder: 'services/project-registry', setting: 'JUNKAN_PROJECT_REGISTRY' },
  { name: 'sponsor-registry', folder: 'services/sponsor-registry', setting: 'JUNKAN_SPONSOR_REGISTRY' },
  { name: 'matching', folder: 'services/matching', setting: 'JUNKAN_MATCHING' },
  { name: 'disbursement', folder: 'services/disbursement', setting: 'JUNKAN_DISBURSEMENT' },
  { name: 'workflows', folder: 'workflows', setting: 'JUNKAN_WORKFLOWS' },
] as const;

export type Processes = { readonly address: string; close: Closing };

const PATIENCE_MS = 60_000;

/** The same system as in one process, each part of it as a process of its own, kept running; answers the gateway's address. */
export async function startProcesses(env: NodeJS.ProcessEnv, listen: string, log: Log, logs: string): Promise<Processes> {
  await using opened = new Opened(log);
  const kept = supervisor(logs, log);
  opened.add('programs', () => kept.close());
  // Addresses stay as they are, so that the others find again what was started again.
  const addresses: Record<string, string> = {};
  for (const { setting } of PROGRAMS) addresses[setting] = `127.0.0.1:${await freePort(undefined)}`;
  const [host = '127.0.0.1', port = '0'] = listen.split(':');
  const gateway = `${host}:${port === '0' ? await freePort(undefined) : port}`;
  const all = [
    ...PROGRAMS.map((program) => ({ ...program, listen: addresses[program.setting] ?? '' })),
    { name: 'gateway', folder: 'services/gateway', listen: gateway },
  ];
  for (const { name, folder, listen: at } of all)
    kept.start({
      name,
      main: fileURLToPath(new URL(`${folder}/main.ts`, ROOT)),
      env: { ...env, ...addresses, ...metricsOf(env, name), JUNKAN_LISTEN: at },
    });
  await ready(`http://${gateway}/readyz`, logs);
  const held = opened.released();
  return { address: gateway, close: () => held.close() };
}

/** With telemetry on, each process has metrics of its own, at a free port that its log names. */
const metricsOf = (env: NodeJS.ProcessEnv, name: string): NodeJS.ProcessEnv =>
  name === 'gateway' || env['JUNKAN_TELEMETRY'] === undefined ? {} : { JUNKAN_METRICS_LISTEN: '127.0.0.1:0' };

async function ready(url: string, logs: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(100)) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
  }
  throw new Error(`the system does not come up; see the logs in ${logs}`);
}
