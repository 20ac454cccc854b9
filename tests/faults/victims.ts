import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EngineRecordFile } from '@junkan/infra/embedded/data-folder.ts';
import { ENGINE_NAMES, type EngineName } from '@junkan/infra/embedded/specs.ts';
import { PROGRAM_NAMES, type Program } from '@junkan/proto/programs.ts';

/** Each part of an installation whose parts are processes of their own. Of several replicas of a program the first bears its name. */
export type Victim = Program | `${Program}-${number}` | EngineName;

export const replicasOf = (program: Program, replicas: number): Victim[] =>
  Array.from({ length: replicas }, (_, index) => (index === 0 ? program : (`${program}-${index + 1}` as const)));

export const victimsOf = (replicas: number): Victim[] => [
  ...PROGRAM_NAMES.flatMap((program) => replicasOf(program, replicas)),
  ...ENGINE_NAMES,
];

/** The process that runs a part of the installation in this folder now, or ran it last. */
export function pidOf(data: string, name: Victim): number | undefined {
  const engine = ENGINE_NAMES.find((each) => each === name);
  if (engine) return new EngineRecordFile(data).get(engine)?.process?.pid;
  const note = join(data, 'logs', `${name}.pid`);
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  return pid > 0 ? pid : undefined;
}

type What = 'SIGKILL' | 'SIGSTOP' | 'SIGCONT' | 'SIGABRT';

/** Returns whether the process existed to be signalled. */
export function sendSignal(pid: number | undefined, what: What): boolean {
  try {
    return pid !== undefined && process.kill(pid, what);
  } catch {
    return false;
  }
}

/** The process that runs a program now; it may be restarting at this moment, and absent. */
export const signal = (data: string, name: Victim, what: What): boolean => sendSignal(pidOf(data, name), what);
