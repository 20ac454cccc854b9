import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import { type Closing, ResourceStack } from '@junkan/kit/lifecycle.ts';
import type { Log } from '@junkan/kit/log.ts';
import { addressSettingOf, PROGRAM_NAMES, type Program, SERVED } from '@junkan/proto/programs.ts';
import { mainOf } from './programs.ts';
import { supervisor } from './supervisor.ts';
import type { Env, ProgramSettings } from './trial.ts';

/** `addresses`: of each gateway. */
export type Processes = { readonly addresses: readonly string[]; close: Closing };

/** In which nothing has changed. */
const TIMEOUT_MS = 60_000;

type Options = { readonly listen: string; readonly replicas: number; readonly log: Log; readonly logs: string };

/** The same system as in one process, with each program as one or several separate processes that are restarted if they end. */
export async function startProcesses(settings: ProgramSettings, { listen, replicas, log, logs }: Options): Promise<Processes> {
  await using opened = new ResourceStack(log);
  const kept = supervisor(logs, log);
  opened.defer('programs', () => kept.close());
  // Addresses stay the same, so that others find a restarted program again.
  const places = new Map<Program, string[]>();
  for (const program of SERVED) places.set(program, await freeAddresses(replicas));
  const gateways = [await gatewayAddress(listen), ...(await freeAddresses(replicas - 1))];
  const addresses = Object.fromEntries([...places].map(([program, each]) => [addressSettingOf(program), each.join(',')]));
  places.set('gateway', gateways);
  for (const program of PROGRAM_NAMES)
    for (const [index, at] of (places.get(program) ?? []).entries())
      kept.start({
        name: replicas === 1 ? program : `${program}-${index + 1}`,
        main: fileURLToPath(mainOf(program)),
        env: { ...settings[program], ...addresses, ...metricsOf(settings[program], at === gateways[0]), JUNKAN_LISTEN: at },
      });
  for (const gateway of gateways) await ready(`http://${gateway}/status`, logs);
  const held = opened.move();
  return { addresses: gateways, close: () => held.close() };
}

async function freeAddresses(count: number): Promise<string[]> {
  const addresses: string[] = [];
  while (addresses.length < count) addresses.push(`127.0.0.1:${await freePort(undefined)}`);
  return addresses;
}

async function gatewayAddress(listen: string): Promise<string> {
  const [host = '127.0.0.1', port = '0'] = listen.split(':');
  return `${host}:${port === '0' ? await freePort(undefined) : port}`;
}

/**
 * With telemetry on, each process has its own metrics: the first gateway at the address in the settings, others at a free port that their
 * logs name.
 */
const metricsOf = (env: Env, asSet: boolean): Env =>
  asSet || env['JUNKAN_TELEMETRY'] === undefined ? {} : { JUNKAN_METRICS_LISTEN: '127.0.0.1:0' };

/** Waits until every part answers, for as long as one after the other does. @throws with the parts that do not, after a time in which none has begun to. */
export async function ready(url: string, logs: string, patienceMs = TIMEOUT_MS): Promise<void> {
  let said = '';
  for (let until = Date.now() + patienceMs; Date.now() < until; await sleep(100)) {
    const response = await fetch(url).catch(() => undefined);
    const text = (await response?.text().catch(() => '')) ?? '';
    if (response?.ok) return;
    if (text === said) continue;
    said = text;
    until = Date.now() + patienceMs;
  }
  throw new Error(`the system does not come up: ${missingIn(said)}; see the logs in ${logs}`);
}

function missingIn(status: string): string {
  try {
    const parts = Object.entries(JSON.parse(status) as Record<string, string>).filter(([, part]) => part !== 'answers');
    return parts.map(([name, part]) => `${name} ${part === 'building' ? 'still builds its views' : 'does not answer'}`).join(', ');
  } catch {
    return 'the gateway does not answer';
  }
}
