import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENGINE_NAMES, type EngineName } from '@junkan/infra/embedded/specs.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { rngOf } from '../rng.ts';
import { checked, drained, type Findings, joined, verified } from './checking.ts';
import { clear, type Installation, newFolder, startInstallation } from './installation.ts';
import type { AtWork, Say } from './run.ts';
import { type Clients, startClients } from './workload/clients.ts';

export type PowerOutcome = {
  /** By how many seconds the broker's files were older than the others. */
  readonly brokerBehind: number;
  /** Since all of it ran. */
  readonly acknowledgedBefore: number;
  readonly drainSeconds: number | undefined;
};
export type PowerSummary = { readonly seed: number; readonly outcomes: readonly PowerOutcome[]; readonly findings: Findings };

type Options = {
  readonly seed: number;
  readonly workMs?: number;
  readonly projects?: number;
  /** How many seconds older the broker's files are, each time. */
  readonly behind?: readonly number[];
  readonly say: Say;
};

export async function powerLoss(options: Options): Promise<PowerSummary> {
  const { seed, projects = 3 } = options;
  const installation = await startInstallation();
  const atWork: AtWork = {
    installation,
    clients: await startClients({ addresses: installation.addresses, name: `power:${seed}`, rng: rngOf(seed), projects }),
  };
  try {
    const summary = await powerLossIn(atWork, options);
    await atWork.clients.stop();
    return summary;
  } finally {
    await atWork.installation.close();
    clear(atWork.installation.data);
  }
}

/**
 * Everything stops at one moment in the middle of work, and is started from the files as they were then; and once more, with the broker's
 * files some seconds older than the others. Clients continue with the new processes.
 */
export async function powerLossIn(
  atWork: AtWork,
  { seed, workMs = 8_000, behind = [0, 4], say }: Omit<Options, 'projects'>,
): Promise<PowerSummary> {
  const { clients } = atWork;
  const outcomes: PowerOutcome[] = [];
  const found: Findings[] = [];
  for (const brokerBehind of behind) {
    const before = acknowledgedBy(clients);
    clients.goOn();
    await sleep(workMs);
    const copy = await endedAt(atWork.installation, brokerBehind);
    const acknowledgedBefore = acknowledgedBy(clients) - before;
    atWork.installation = await startInstallation({ data: copy });
    const since = performance.now();
    clients.send.moveTo(atWork.installation.addresses);
    await sleep(workMs / 2);
    await clients.pause();
    const drainSeconds = await drained(clients, since);
    found.push(await checked(atWork.installation, clients), await verified(atWork.installation));
    outcomes.push({ brokerBehind, acknowledgedBefore, drainSeconds });
    say(`power lost with the broker ${brokerBehind} s behind: ${acknowledgedBefore} acknowledged before, drained in ${drainSeconds}`);
  }
  return { seed, outcomes, findings: joined(found) };
}

const acknowledgedBy = ({ send }: Clients): number => send.record.filter(({ answers }) => answers.length > 0).length;

/** Ends all of it at one moment. Answers the folder with the files as they were then, those of the broker so many seconds earlier. */
async function endedAt(installation: Installation, brokerBehind: number): Promise<string> {
  const copy = newFolder();
  if (brokerBehind > 0) {
    copyOf(installation, ['nats'], copy);
    await sleep(brokerBehind * 1_000);
  }
  let ending: Promise<void> | undefined;
  copyOf(installation, brokerBehind > 0 ? ['mongo', 'temporal'] : ENGINE_NAMES, copy, () => {
    ending = cutOff(installation);
  });
  await ending;
  return copy;
}

/** Copies the files of engines while all of them are stopped, and does what must be done before they continue. */
function copyOf(installation: Installation, engines: readonly EngineName[], copy: string, meanwhile: () => void = () => undefined): void {
  for (const engine of engines) installation.signal(engine, 'SIGSTOP');
  for (const engine of engines) cpSync(join(installation.data, engine), join(copy, engine), { recursive: true });
  cpSync(join(installation.data, 'secrets'), join(copy, 'secrets'), { recursive: true });
  meanwhile();
  for (const engine of engines) installation.signal(engine, 'SIGCONT');
}

/** Nobody gets an answer from it any more; resolves when nothing of it is left. */
async function cutOff(installation: Installation): Promise<void> {
  const closing = installation.close();
  for (const program of PROGRAM_NAMES) installation.signal(program, 'SIGKILL');
  await closing;
  clear(installation.data);
}
