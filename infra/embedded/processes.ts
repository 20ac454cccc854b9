import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process named so that a recycled pid cannot pass for it. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

const CLOCK_TICKS_PER_SECOND = 100;
const procfs = process.platform === 'linux';

/** The fields of /proc/<pid>/stat after the command name, which itself may hold spaces and brackets: the first is the state. */
export function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const output = execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    return output.trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * When the process started, in the platform's own notation; undefined once it is gone or only waits to be reaped. A process whose first
 * thread has ended looks as if it waits to be reaped while another thread still holds its ports and files.
 */
function startTime(pid: number): string | undefined {
  if (!procfs) return ps(pid, 'state')?.startsWith('Z') ? undefined : ps(pid, 'lstart');
  const fields = statFields(pid);
  const threads = Number(fields?.[17]);
  return fields?.[0] === 'Z' && threads <= 1 ? undefined : fields?.[19];
}

export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = startTime(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

export function isRunning(identity: ProcessIdentity): boolean {
  return startTime(identity.pid) === identity.startedAt;
}

export function runsCommand(identity: ProcessIdentity, command: readonly string[]): boolean {
  if (!isRunning(identity)) return false;
  if (!procfs) return ps(identity.pid, 'command') === command.join(' ');
  try {
    return readFileSync(`/proc/${identity.pid}/cmdline`, 'utf8') === command.map((word) => `${word}\0`).join('');
  } catch {
    return false;
  }
}

/** User and system time in seconds; 0 where the platform does not report it. */
export function cpuSecondsOf(identity: ProcessIdentity): number {
  if (!procfs || !isRunning(identity)) return 0;
  const fields = statFields(identity.pid);
  return (Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0)) / CLOCK_TICKS_PER_SECOND;
}

function signal(identity: ProcessIdentity, name: 'SIGTERM' | 'SIGKILL'): void {
  if (!isRunning(identity)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function goneWithin(identity: ProcessIdentity, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

export async function stopProcess(identity: ProcessIdentity, graceMilliseconds: number): Promise<void> {
  signal(identity, 'SIGTERM');
  if (await goneWithin(identity, graceMilliseconds)) return;
  signal(identity, 'SIGKILL');
  await goneWithin(identity, 5_000);
}
