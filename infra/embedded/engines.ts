import { resolve } from 'node:path';
import type { EngineAccounts } from './accounts.ts';
import { EngineRecordFile, isDataInUse, lockDataFolder } from './data-folder.ts';
import { Engine, type EngineCheck, type EngineLog, STOP_MILLISECONDS } from './engine.ts';
import { runsCommand, stopProcess } from './processes.ts';
import { ENGINE_NAMES, type EngineName, engineSpec } from './specs.ts';

export type Engines = {
  /** An address is empty where `only` left its engine out. */
  readonly mongoUrl: string;
  readonly natsUrl: string;
  readonly temporalAddress: string;
  /** Engines that were found running after an owner died, and taken over. */
  readonly adopted: readonly EngineName[];
  /** Processor time so far; 0 for an engine that runs elsewhere. */
  cpuSeconds(): Record<EngineName, number>;
  stop(): Promise<void>;
};

export type EngineOptions = {
  readonly dataDir: string;
  readonly log: EngineLog;
  readonly only?: readonly EngineName[];
  /** Their accounts; without them, everybody on this host is admitted. */
  readonly accounts?: EngineAccounts;
  /** How it is known that an engine does its work; without it, it is restarted only once it has ended. */
  readonly checks?: Partial<Record<EngineName, EngineCheck>>;
};

const ADDRESS_VARIABLES: Record<EngineName, string> = {
  mongo: 'JUNKAN_MONGO_URL',
  nats: 'JUNKAN_NATS_URL',
  temporal: 'JUNKAN_TEMPORAL_ADDRESS',
};

/** Where the environment says that an engine runs; nothing where it is for us to run it. */
export const addressElsewhere = (name: EngineName): string | undefined => process.env[ADDRESS_VARIABLES[name]];

/** The addresses of all engines, where the environment says that none is for us to run: then there is no data folder either. */
export function addressesElsewhere(): Pick<Engines, 'mongoUrl' | 'natsUrl' | 'temporalAddress'> | undefined {
  const [mongoUrl, natsUrl, temporalAddress] = [addressElsewhere('mongo'), addressElsewhere('nats'), addressElsewhere('temporal')];
  return mongoUrl && natsUrl && temporalAddress ? { mongoUrl, natsUrl, temporalAddress } : undefined;
}

/**
 * Starts MongoDB, NATS JetStream and Temporal on loopback with their data under `dataDir`; an engine whose address is in the environment is
 * used as it is.
 * @throws `DataInUse` if another live process owns the folder. If one engine does not start, none is left running.
 */
export async function startEngines({ dataDir, log, only = ENGINE_NAMES, accounts, checks = {} }: EngineOptions): Promise<Engines> {
  const folder = resolve(dataDir);
  const elsewhere = addressElsewhere;
  const lock = lockDataFolder(folder);
  const engines = new Map<EngineName, Engine>();
  const stop = async () => {
    await Promise.all([...engines.values()].map((engine) => engine.close()));
    lock.release();
  };
  try {
    const records = new EngineRecordFile(folder);
    for (const name of only.filter((each) => !elsewhere(each))) {
      engines.set(name, new Engine(engineSpec(name, folder, accounts), folder, records, log, checks[name]));
    }
    const adopted = await openAll([...engines.values()], log);
    const address = (name: EngineName) => elsewhere(name) ?? engines.get(name)?.address ?? '';
    const cpu = (name: EngineName) => engines.get(name)?.cpuSeconds ?? 0;
    return {
      mongoUrl: address('mongo'),
      natsUrl: address('nats'),
      temporalAddress: address('temporal'),
      adopted,
      cpuSeconds: () => ({ mongo: cpu('mongo'), nats: cpu('nats'), temporal: cpu('temporal') }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Stops what a killed owner left running, without starting anything. Throws `DataInUse` where the owner still lives. */
export async function stopLeftEngines(dataDir: string): Promise<void> {
  const folder = resolve(dataDir);
  const lock = lockDataFolder(folder);
  try {
    const records = new EngineRecordFile(folder);
    await Promise.all(ENGINE_NAMES.map((name) => stopRecorded(name, records)));
  } finally {
    lock.release();
  }
}

async function stopRecorded(name: EngineName, records: EngineRecordFile): Promise<void> {
  const record = records.get(name);
  if (!record?.process || !record.command || !runsCommand(record.process, record.command)) return;
  await stopProcess(record.process, STOP_MILLISECONDS);
  records.set(name, { port: record.port });
}

/** All in parallel, and it rejects only after every one has finished, so that a failed start can be undone completely. */
async function openAll(engines: readonly Engine[], log: EngineLog): Promise<EngineName[]> {
  const outcomes = await Promise.allSettled(
    engines.map(async (engine) => {
      const adopted = await engine.open();
      log.info({ engine: engine.spec.name, address: engine.address, adopted }, adopted ? 'engine adopted' : 'engine started');
      return adopted ? [engine.spec.name] : [];
    }),
  );
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []));
}

/** The addresses of the engines that another process runs on this data right now, or nothing where none does. */
export function addressesOfRunning(dataDir: string): Pick<Engines, 'mongoUrl' | 'natsUrl' | 'temporalAddress'> | undefined {
  const folder = resolve(dataDir);
  if (!isDataInUse(folder)) return undefined;
  const records = new EngineRecordFile(folder);
  const address = (name: EngineName) => addressElsewhere(name) ?? engineSpec(name, folder).address(records.get(name)?.port ?? 0);
  return { mongoUrl: address('mongo'), natsUrl: address('nats'), temporalAddress: address('temporal') };
}
