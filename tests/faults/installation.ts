import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engines } from '@junkan/infra/embedded/engines.ts';
import { freePort } from '@junkan/infra/embedded/ports.ts';
import type { EngineName } from '@junkan/infra/embedded/specs.ts';
import { ResourceStack } from '@junkan/kit/lifecycle.ts';
import { createLog } from '@junkan/kit/log.ts';
import { HANG_MS } from '@junkan/kit/testing/hang.fixture.ts';
import { addressSettingOf, PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';
import { reaching } from '@junkan/scripts/operate/installation.ts';
import { engineChecks } from '@junkan/scripts/start/engine-checks.ts';
import { namespaceIn, startOwnEngines } from '@junkan/scripts/start/own-engines.ts';
import { ready } from '@junkan/scripts/start/processes.ts';
import { mainOf } from '@junkan/scripts/start/programs.ts';
import { secretsOf } from '@junkan/scripts/start/secrets.ts';
import { supervisor } from '@junkan/scripts/start/supervisor.ts';
import { type ProgramSettings, trialSettings } from '@junkan/scripts/start/trial.ts';
import { type Rng, rngOf } from '../rng.ts';
import { disturbing, noMessageFaults } from './proxy/message-faults.ts';
import { startProxy, type TcpProxy } from './proxy/tcp.ts';
import { pidOf, replicasOf, signal, type Victim, victimsOf } from './victims.ts';

export type Installation = Awaited<ReturnType<typeof startInstallation>>;

type Options = {
  /** Where the engines keep their data; a new folder where none is given. */
  readonly data?: string;
  /** Additional settings of every program. */
  readonly env?: NodeJS.ProcessEnv;
  readonly rng?: Rng;
  /** How many of every program. */
  readonly replicas?: number;
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'junkan-faults-'));
/** Removes an installation's folder, unless it is to be kept for a diagnosis. */
export const clear = (data: string): void => {
  if (!process.env['JUNKAN_FAULTS_KEEP']) rmSync(data, { recursive: true, force: true });
};

const INTERRUPTIONS = ['SIGINT', 'SIGTERM'] as const;

const portOf = (address: string): number => Number(/:(\d+)(?:\/|$)/.exec(address)?.[1]);
const throughPort = (address: string, port: number): string => address.replace(/:\d+(?=\/|$)/, `:${port}`);

const ADDRESSES = ['JUNKAN_MONGO_URL', 'JUNKAN_NATS_URL', 'JUNKAN_TEMPORAL_ADDRESS'];
/** Engines that the environment names are somebody's: they are not killed, so there is nothing to do with them here. */
export const areEnginesExternal = ADDRESSES.some((name) => process.env[name] !== undefined);

/** A whole installation: engines, every program as a process of its own, and between any two of them a way that can be made bad. */
export async function startInstallation({ data = newFolder(), env = {}, rng = rngOf(1), replicas = 1 }: Options = {}) {
  if (areEnginesExternal) throw new Error(`faults are made in engines of one's own: unset ${ADDRESSES.join(', ')}`);
  const log = createLog('faults', 'info', join(data, 'logs', 'faults.log'));
  await using opened = new ResourceStack(log);
  // The database prints where its threads are when it is aborted.
  process.env['PYTHONFAULTHANDLER'] = '1';
  const checks = engineChecks(namespaceIn(process.env), secretsOf(data).passwords);
  const engines = await startOwnEngines({ dataDir: data, log, checks });
  opened.defer('engines', () => engines.stop());
  const proxies = new Map<Victim, TcpProxy>();
  const messageFaults = noMessageFaults();
  const through = async (name: Victim, to: number): Promise<number> => {
    const proxy = await startProxy({ to, ...(name === 'nats' ? { answers: () => disturbing(messageFaults, rng) } : {}) });
    proxies.set(name, proxy);
    opened.defer(`way to ${name}`, () => proxy.close());
    return proxy.port;
  };
  const settings = await settingsThrough(data, engines, through);
  const addresses: NodeJS.ProcessEnv = {};
  const ports = new Map<Victim, number>();
  for (const program of PROGRAM_NAMES) {
    const ways: string[] = [];
    for (const replica of replicasOf(program, replicas)) {
      ports.set(replica, await freePort(undefined));
      ways.push(`127.0.0.1:${await through(replica, ports.get(replica) ?? 0)}`);
    }
    addresses[addressSettingOf(program)] = ways.join(',');
  }
  const kept = supervisor(join(data, 'logs'), log);
  opened.defer('programs', () => kept.close());
  const programOf = (program: Program, name: Victim = program, more: NodeJS.ProcessEnv = {}) => ({
    name,
    main: fileURLToPath(mainOf(program)),
    env: { ...process.env, ...settings[program], ...addresses, ...env, ...more, JUNKAN_LISTEN: `127.0.0.1:${ports.get(name)}` },
  });
  for (const program of PROGRAM_NAMES) for (const name of replicasOf(program, replicas)) kept.start(programOf(program, name));
  const gateways = replicasOf('gateway', replicas).map((name) => `http://127.0.0.1:${proxies.get(name)?.port}`);
  const areReady = async (): Promise<void> => {
    for (const gateway of gateways) await ready(`${gateway}/status`, join(data, 'logs'), HANG_MS);
  };
  await areReady();

  const held = opened.move();
  // Engines outlive the process that started them: an interrupted run must not leave any behind.
  const interrupted = (name: NodeJS.Signals): void => void held.close().then(() => process.kill(process.pid, name));
  for (const name of INTERRUPTIONS) process.once(name, interrupted);
  return {
    data,
    /** Of each gateway. */
    addresses: gateways,
    victims: victimsOf(replicas),
    /** By which the engines themselves are reached, past the proxies. */
    settings: reaching(engines, data),
    /** The ways to each engine and program. */
    proxies: proxies as ReadonlyMap<Victim, TcpProxy>,
    messageFaults,
    pidOf: (name: Victim): number | undefined => pidOf(data, name),
    signal: (name: Victim, what: Parameters<typeof signal>[2]): boolean => signal(data, name, what),
    /** Ends a program at once, which is then started with these settings; whenever it is started after that, without them. */
    restartWith(name: Program, more: NodeJS.ProcessEnv): Promise<void> {
      const before = pidOf(data, name);
      kept.change(programOf(name, name, more));
      signal(data, name, 'SIGKILL');
      return until(() => {
        if (pidOf(data, name) === before) return false;
        kept.change(programOf(name));
        return true;
      });
    },
    ready: areReady,
    close(): Promise<void> {
      for (const name of INTERRUPTIONS) process.off(name, interrupted);
      return held.close();
    },
  };
}

/** The settings of a trial installation whose engines are reached through proxies. */
async function settingsThrough(
  data: string,
  engines: Engines,
  through: (name: EngineName, port: number) => Promise<number>,
): Promise<ProgramSettings> {
  const at = async (name: EngineName, address: string) => throughPort(address, await through(name, portOf(address)));
  return trialSettings(data, {
    mongoUrl: await at('mongo', engines.mongoUrl),
    natsUrl: await at('nats', engines.natsUrl),
    temporalAddress: await at('temporal', engines.temporalAddress),
  });
}

const POLL_MS = 20;
const TIMEOUT_MS = 30_000;

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + TIMEOUT_MS; !isSo(); await new Promise((resolve) => setTimeout(resolve, POLL_MS)))
    if (Date.now() > end) throw new Error('a program is not started again');
}
