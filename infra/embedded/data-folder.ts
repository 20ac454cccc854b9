import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, isRunning, type ProcessIdentity } from './processes.ts';
import type { EngineName } from './specs.ts';

/** What is known of an engine between two runs: its port always, its process while one may be running. */
export type EngineRecord = { readonly port: number; readonly command?: readonly string[]; readonly process?: ProcessIdentity };
export type EngineRecords = Partial<Record<EngineName, EngineRecord>>;

class DataInUse extends Error {
  override readonly name = 'DataInUse';
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Synchronous, so that nothing runs between the start of an engine and its being on record. */
function writeAtomically(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(draft, path);
}

/** Takes the folder for this process, until `release` or the end of the process. */
export function lockDataFolder(dataDir: string): { release: () => void } {
  mkdirSync(dataDir, { recursive: true });
  // Other users of this machine must not read it, whatever the permissions of the files in it.
  chmodSync(dataDir, 0o700);
  const lock = join(dataDir, 'lock');
  const self = identify(process.pid);
  const draft = `${lock}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(self));
  try {
    // A link appears with its content or not at all, and only one of two processes gets it.
    while (!tryLink(draft, lock)) removeStale(lock, dataDir);
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => rmSync(lock, { force: true }) };
}

/** Whether a live process owns the folder. */
export function isDataInUse(dataDir: string): boolean {
  const holder = readJson<ProcessIdentity>(join(dataDir, 'lock'));
  return holder !== undefined && isRunning(holder);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(lock: string, dataDir: string): void {
  refuseLiveHolder(lock, dataDir);
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // Another process was first to move it.
  }
  try {
    // It may have changed hands since it was read.
    refuseLiveHolder(aside, dataDir);
  } catch (error) {
    tryLink(aside, lock);
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function refuseLiveHolder(lock: string, dataDir: string): void {
  const holder = readJson<ProcessIdentity>(lock);
  if (!holder || !isRunning(holder)) return;
  throw new DataInUse(`The data in ${dataDir} is in use by process ${holder.pid}: stop that one first, or choose another data folder`);
}

export class EngineRecordFile {
  private readonly path: string;
  private records: EngineRecords;

  constructor(dataDir: string) {
    this.path = join(dataDir, 'engines.json');
    this.records = readJson<EngineRecords>(this.path) ?? {};
  }

  get(name: EngineName): EngineRecord | undefined {
    return this.records[name];
  }

  set(name: EngineName, record: EngineRecord): void {
    this.records = { ...this.records, [name]: record };
    writeAtomically(this.path, this.records);
  }
}
