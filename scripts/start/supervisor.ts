import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@junkan/kit/log.ts';
import { LEAN } from './lean.mjs';

/** A program of the system, as a separate process. */
export type Program = { readonly name: string; readonly main: string; readonly env: NodeJS.ProcessEnv };

const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 5_000;
/** A process that has run this long has started well: the next wait is short again. */
const STEADY_MS = 20_000;
/** A little more than a service takes to drain before it cuts itself off. */
const STOP_MS = 12_000;

/**
 * Keeps programs running: one that ends is started again, after a wait that doubles each time. Each writes to its own log file, next to a
 * file with its process id, and ends with this process, however that ends.
 */
export function supervisor(logs: string, log: Log) {
  mkdirSync(logs, { recursive: true });
  const programs = new Map<string, Program>();
  const running = new Map<string, ChildProcess>();
  const keeping: Promise<void>[] = [];
  const stopping = new AbortController();

  function begin({ name, main, env }: Program): ChildProcess {
    const output = openSync(join(logs, `${name}.log`), 'a');
    try {
      // Nothing is written to the channel: its end notifies the child that its parent is gone.
      const child = spawn(process.execPath, [...LEAN, main], { env, stdio: ['ignore', output, output, 'ipc'] });
      running.set(name, child);
      writeFileSync(join(logs, `${name}.pid`), String(child.pid ?? ''));
      return child;
    } finally {
      closeSync(output);
    }
  }

  async function keep(name: string): Promise<void> {
    let wait = 0;
    for (let program = programs.get(name); program && !stopping.signal.aborted; program = programs.get(name)) {
      const began = performance.now();
      const ended = await endOf(begin(program));
      if (stopping.signal.aborted) return;
      const isChanged = programs.get(name) !== program;
      const isNew = isChanged || performance.now() - began > STEADY_MS;
      wait = isNew ? FIRST_WAIT_MS : Math.min(Math.max(wait * 2, FIRST_WAIT_MS), MAX_WAIT_MS);
      log.warn({ program: name, ended, wait }, 'a program has ended and is started again');
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    start(program: Program): void {
      programs.set(program.name, program);
      keeping.push(keep(program.name));
    },
    /** What is started the next time under the program's name: to apply a change, end the running process. */
    change: (program: Program): void => void programs.set(program.name, program),
    /** Asks all to stop, last started first, and waits for each. */
    async close(): Promise<void> {
      stopping.abort();
      for (const child of [...running.values()].toReversed()) await stop(child);
      await Promise.all(keeping);
    },
  };
}

/** How a process ended: its exit code, or the signal that ended it. */
const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  });

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(cut);
}
