import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineRecordFile } from './data-folder.ts';
import { freePort } from './ports.ts';
import { cpuSecondsOf, identify, isRunning, type ProcessIdentity, runsCommand, stopProcess } from './processes.ts';
import type { EngineSpec } from './specs.ts';

/** Takes what a pino logger takes. */
export type EngineLog = { info(details: object, message: string): void; warn(details: object, message: string): void };

const READY_MILLISECONDS = 30_000;
/** A crashed engine left alone replays its log before it answers. */
const ADOPTION_MILLISECONDS = 10_000;
export const STOP_MILLISECONDS = 10_000;
const WATCH_MILLISECONDS = 200;
/** An engine that lives and does not do its work is asked this often, and this many times, before it is restarted. */
const USUAL_CHECK = { everyMs: 10_000, times: 4, mostTimes: 60 };
const MAX_BACKOFF_MS = 10_000;
const STABLE_MILLISECONDS = 30_000;
const LOG_BYTES = 10 * 1024 * 1024;

/**
 * Whether an engine does its work: what it acknowledges is on its disk. Asked every so often; after so many failures it is restarted, and
 * where that has not helped, after twice as many, up to the most.
 */
export type EngineCheck = {
  readonly works: (address: string) => Promise<boolean>;
  readonly everyMs?: number;
  readonly times?: number;
  readonly mostTimes?: number;
};

/** One engine process: started or adopted, watched, restarted where it was, stopped. */
export class Engine {
  readonly spec: EngineSpec;
  private readonly dataDir: string;
  private readonly records: EngineRecordFile;
  private readonly log: EngineLog;
  private readonly check: EngineCheck | undefined;
  private readonly stopping = new AbortController();
  private process: ProcessIdentity | undefined;
  private port = 0;
  private watching: Promise<void> = Promise.resolve();

  constructor(spec: EngineSpec, dataDir: string, records: EngineRecordFile, log: EngineLog, check?: EngineCheck) {
    this.spec = spec;
    this.dataDir = dataDir;
    this.records = records;
    this.log = log;
    this.check = check;
  }

  get address(): string {
    return this.spec.address(this.port);
  }

  get cpuSeconds(): number {
    return this.process ? cpuSecondsOf(this.process) : 0;
  }

  /** Whether it was adopted rather than started. */
  async open(): Promise<boolean> {
    const adopted = await this.adopt();
    if (!adopted) {
      this.port = await freePort(this.records.get(this.spec.name)?.port);
      await this.start();
    }
    this.watching = Promise.all([this.watch(), this.checkOn()]).then(() => undefined);
    return adopted;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.watching;
    await this.end();
  }

  /** Takes over what an earlier owner left running, or stops it where it is ours but of no use. */
  private async adopt(): Promise<boolean> {
    const record = this.records.get(this.spec.name);
    if (!record?.process || !record.command || !runsCommand(record.process, record.command)) return false;
    const current = JSON.stringify(record.command) === JSON.stringify(this.spec.command(record.port));
    this.process = record.process;
    this.port = record.port;
    if (current && (await this.answersWithin(ADOPTION_MILLISECONDS))) {
      // The owner may have died before it came to this.
      await this.spec.prepare?.(this.port);
      return true;
    }
    this.log.warn({ engine: this.spec.name, pid: record.process.pid }, 'engine left running cannot be adopted; stopping it');
    await this.end();
    return false;
  }

  private async start(): Promise<void> {
    await this.spec.setUp?.();
    const command = this.spec.command(this.port);
    this.process = await this.spawn(command);
    if (!(await this.answersWithin(READY_MILLISECONDS))) {
      await this.end();
      throw new Error(`${this.spec.name} did not become ready on port ${this.port}; see ${this.logPath}`);
    }
    await this.spec.prepare?.(this.port);
  }

  private spawn(command: readonly string[]): Promise<ProcessIdentity> {
    const output = this.openLog();
    const [binary = '', ...args] = command;
    // Its own process group: a Ctrl-C in the terminal must not end it before the application has drained.
    const child = spawn(binary, args, { detached: true, stdio: ['ignore', output, output], cwd: this.dataDir });
    closeSync(output);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.unref();
      if (child.pid === undefined) return;
      const identity = identify(child.pid);
      if (!identity) return reject(new Error(`${this.spec.name} ended at once; see ${this.logPath}`));
      this.records.set(this.spec.name, { port: this.port, command, process: identity });
      resolve(identity);
    });
  }

  private async answersWithin(milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    while (this.process && isRunning(this.process) && Date.now() < deadline) {
      if (await this.spec.answers(this.port)) return true;
      await sleep(50);
    }
    return false;
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    let since = Date.now();
    let backoff = 0;
    while (await pause(WATCH_MILLISECONDS, signal)) {
      if (this.process && isRunning(this.process)) continue;
      backoff = Date.now() - since > STABLE_MILLISECONDS ? 0 : Math.min(Math.max(2 * backoff, 250), MAX_BACKOFF_MS);
      this.log.warn({ engine: this.spec.name, backoff }, 'engine ended by itself; restarting it on the same port and data');
      if (!(await pause(backoff, signal))) return;
      since = Date.now();
      await this.start().then(
        () => this.log.info({ engine: this.spec.name, pid: this.process?.pid }, 'engine is back'),
        (error: unknown) => this.log.warn({ engine: this.spec.name, err: error }, 'engine did not come back'),
      );
    }
  }

  /** A full disk, say, leaves an engine alive that acknowledges nothing any more, also once there is room. */
  private async checkOn(): Promise<void> {
    if (!this.check) return;
    const { works, everyMs, times, mostTimes } = { ...USUAL_CHECK, ...this.check };
    let patience = times;
    for (let failures = 0; await pause(everyMs, this.stopping.signal); ) {
      const { process } = this;
      if (!process || !isRunning(process)) failures = 0;
      else if (!(await works(this.address))) failures += 1;
      else [failures, patience] = [0, times];
      if (failures < patience || this.stopping.signal.aborted) continue;
      failures = 0;
      patience = Math.min(2 * patience, mostTimes);
      this.log.warn(
        { engine: this.spec.name, nextSeconds: Math.round((patience * everyMs) / 1_000) },
        `engine lives and does not do its work; restarting it, and if that does not help, again after nextSeconds: see that the disk of ${this.dataDir} has room, and what ${this.logPath} says`,
      );
      if (process) await stopProcess(process, STOP_MILLISECONDS);
    }
  }

  private async end(): Promise<void> {
    if (!this.process) return;
    await stopProcess(this.process, STOP_MILLISECONDS);
    this.process = undefined;
    this.records.set(this.spec.name, { port: this.port });
  }

  private get logPath(): string {
    return join(this.dataDir, 'logs', `${this.spec.name}.log`);
  }

  private openLog(): number {
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true });
    if ((statSync(this.logPath, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES) renameSync(this.logPath, `${this.logPath}.1`);
    return openSync(this.logPath, 'a');
  }
}

/** False once aborted. Does not keep the process alive. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return sleep(milliseconds, undefined, { signal, ref: false }).then(
    () => true,
    () => false,
  );
}
