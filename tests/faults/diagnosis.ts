import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { statFields } from '@junkan/infra/embedded/processes.ts';
import type { Installation } from './installation.ts';
import { sendSignal } from './victims.ts';

const LINES = 6;
/** As long as the database's threads need to say where they are. */
const DUMP_MS = 1_000;
const DUMP_LINES = 400;

const tailOf = (file: string, lines: number): string[] => {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines);
  } catch {
    return ['no log'];
  }
};

/** Whether a process runs, sleeps or is stopped, as the kernel says. */
const stateOf = (pid: number | undefined): string => (pid === undefined ? undefined : statFields(pid)?.[0]) ?? 'gone';

/**
 * What can be seen of an installation that does not become idle: which programs are ready, the state of each process and its last log
 * lines. The embedded database ends by this, because it prints its threads' stacks in no other way.
 */
export async function diagnosisOf(installation: Installation): Promise<string> {
  const { addresses, data, pidOf, victims } = installation;
  const ready = await Promise.all(
    addresses.map((address) => fetch(`${address}/status`, { signal: AbortSignal.timeout(5_000) }).then((each) => each.text(), String)),
  );
  const states = victims.flatMap((name) => [
    `${name}: process ${pidOf(name)}, ${stateOf(pidOf(name))}`,
    ...tailOf(join(data, 'logs', `${name}.log`), LINES).map((line) => `  ${line.slice(0, 600)}`),
  ]);
  sendSignal(pidOf('mongo'), 'SIGABRT');
  await sleep(DUMP_MS);
  return [...ready, ...states, 'the threads of the database:', ...tailOf(join(data, 'logs', 'mongo.log'), DUMP_LINES)].join('\n');
}
