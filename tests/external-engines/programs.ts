import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of another maker, kept until it is stopped. */
export type Program = { readonly process: ChildProcess; stop(signal?: NodeJS.Signals): Promise<void> };

export function program(command: readonly string[], log: string): Program {
  const output = openSync(log, 'a');
  const [binary = '', ...args] = command;
  const child = spawn(binary, args, { stdio: ['ignore', output, output] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await gone;
    },
  };
}

/** Waits until somebody listens on a port of this host. */
export async function listening(port: number): Promise<void> {
  for (;;) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' }, () => resolve(true)).on('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (reached) return;
    await sleep(50);
  }
}
