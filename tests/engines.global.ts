import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engines, startEngines, stopLeftEngines } from '@junkan/infra/embedded/engines.ts';
import type { TestProject } from 'vitest/node';
import { takeAddresses } from './engine-addresses.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongoUrl: string;
    natsUrl: string;
    temporalAddress: string;
  }
}

type Shared = Pick<Engines, 'mongoUrl' | 'natsUrl' | 'temporalAddress' | 'stop'>;

/** Several projects of one run load this module, each its own copy; they share the engines through the process. */
const holder = globalThis as { junkanTestEngines?: { users: number; readonly started: Promise<Shared> } };

const PREFIX = 'junkan-test-';

/** A test run that was killed leaves its engines running; folders of runs that still live are in use and stay. */
async function clearLeftOvers(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX)).map((name) => join(tmpdir(), name));
  const clear = (folder: string) => stopLeftEngines(folder).then(() => rm(folder, { recursive: true, force: true }));
  await Promise.allSettled(folders.map(clear));
}

async function startEmbedded(): Promise<Shared> {
  await clearLeftOvers();
  const dataDir = await mkdtemp(join(tmpdir(), PREFIX));
  const log = { info: () => undefined, warn: (details: object, message: string) => console.warn(message, details) };
  const engines = await startEngines({ dataDir, log });
  const stop = async () => {
    await engines.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...engines, stop };
}

/** ENGINES says which; tests that stop, kill or own engines use embedded ones of their own either way. */
async function start(engines = process.env['ENGINES'] ?? 'embedded'): Promise<Shared> {
  if (engines === 'embedded') return startEmbedded();
  // Loaded late: nobody else needs its dependencies.
  if (engines === 'containers') return (await import('@junkan/infra/containers/engines.fixture.ts')).startEngineContainers();
  if (engines === 'addresses') return { ...takeAddresses(process.env), stop: async () => undefined };
  throw new Error(`ENGINES=${engines}: must be embedded (the usual), containers or addresses`);
}

/** Starts the three engines once for a whole test run; tests get their addresses with `inject('mongoUrl')` and so on. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  holder.junkanTestEngines ??= { users: 0, started: start() };
  const shared = holder.junkanTestEngines;
  shared.users += 1;
  const engines = await shared.started;
  project.provide('mongoUrl', engines.mongoUrl);
  project.provide('natsUrl', engines.natsUrl);
  project.provide('temporalAddress', engines.temporalAddress);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder.junkanTestEngines;
    await engines.stop();
  };
}
