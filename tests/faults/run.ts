import { setTimeout as sleep } from 'node:timers/promises';
import { rngOf } from '../rng.ts';
import { checked, drained, type Findings, joined, verified } from './checking.ts';
import { diagnosisOf } from './diagnosis.ts';
import { clear, type Installation, startInstallation } from './installation.ts';
import { type Done, faultsAtRandom } from './random.ts';
import { type Clients, startClients } from './workload/clients.ts';
import type { Sent } from './workload/record.ts';

/** A system that is idle by then, after the last fault, has drained in time. */
export const DRAIN_SECONDS = 30;

export type Say = (line: string) => void;

/** Those who work, and the installation on which they do: after a loss of power it is another. */
export type AtWork = { installation: Installation; readonly clients: Clients };

type Options = {
  readonly seed: number;
  readonly seconds: number;
  readonly projects?: number;
  readonly replicas?: number;
  readonly say: Say;
};

export type RandomSummary = Done & {
  readonly seed: number;
  readonly minutes: number;
  readonly messages: object;
  readonly commands: number;
  readonly acknowledged: number;
  readonly repeated: number;
  readonly refusedAsExpected: number;
  readonly projectsPaid: number;
  readonly projectsCompleted: number;
  readonly drainSeconds: number | undefined;
  readonly statuses: object;
  readonly lost: number;
  readonly doubled: number;
  readonly wrong: number;
  readonly owed: number;
  readonly brokenInvariants: number;
  readonly replicas: number;
  readonly listsRead: number;
  readonly wentBack: number;
  readonly findings: Findings;
};

export async function randomFaults(options: Options): Promise<RandomSummary> {
  const { seed, replicas = 1, projects = 8, say } = options;
  const installation = await startInstallation({ rng: rngOf(seed + 1), replicas });
  say(`Data and logs are in ${installation.data}`);
  try {
    const clients = await startClients({ addresses: installation.addresses, name: `faults:${seed}`, rng: rngOf(seed + 2), projects });
    const summary = await randomFaultsIn({ installation, clients }, options);
    await clients.stop();
    return summary;
  } finally {
    await installation.close();
    clear(installation.data);
  }
}

const FIRST_PAYMENT_MS = 60_000;
/** So that the faults meet money that is on its way: until a bank payment is reported, or a time limit. */
async function moneyMoves({ send: { record } }: Clients): Promise<void> {
  const before = record.length;
  const isPaying = () => record.slice(before).some(({ step, answers }) => step.endsWith('/settlement') && answers.length > 0);
  for (const until = performance.now() + FIRST_PAYMENT_MS; !isPaying() && performance.now() < until; ) await sleep(100);
}

/**
 * Work on a whole installation while it is killed, stopped, cut off and receives repeated messages; then everything must be as
 * acknowledged.
 */
export async function randomFaultsIn(
  { installation, clients }: AtWork,
  { seed, seconds, replicas = 1, say }: Omit<Options, 'projects'>,
): Promise<RandomSummary> {
  clients.goOn();
  await moneyMoves(clients);
  const over = new AbortController();
  const faults = faultsAtRandom(installation, rngOf(seed), over.signal, say);
  await sleep(seconds * 1_000);
  over.abort();
  const done = await faults;
  const healed = performance.now();
  say('The last fault is over; draining');
  await clients.pause();
  const drainSeconds = await drained(clients, healed);
  say(`Drained in ${drainSeconds ?? 'no'} seconds; checking what was acknowledged`);
  if (drainSeconds === undefined) say(await diagnosisOf(installation));
  const findings = joined([await checked(installation, clients), await verified(installation)]);
  const { record, statuses } = clients.send;
  return {
    seed,
    minutes: Math.round(seconds / 6) / 10,
    ...done,
    messages: installation.messageFaults.done,
    ...counted(record),
    projectsCompleted: clients.completed.length,
    drainSeconds,
    statuses,
    replicas,
    listsRead: clients.listsRead(),
    ...sizes(findings),
    findings,
  };
}

const sizes = ({ lost, doubled, wrong, owed, invariants, wentBack }: Findings) => ({
  lost: lost.length,
  doubled: doubled.length,
  wrong: wrong.length,
  owed: owed.length,
  brokenInvariants: invariants.length,
  wentBack: wentBack.length,
});

const counted = (record: readonly Sent[]) => ({
  commands: record.length,
  acknowledged: record.filter(({ answers }) => answers.length > 0).length,
  repeated: record.reduce((sum, { attempts }) => sum + attempts - 1, 0),
  projectsPaid: new Set(record.flatMap(({ step, answers }) => (step.endsWith('/confirmation') ? answers.map(({ id }) => id) : []))).size,
  refusedAsExpected: record.filter(({ refusals, expects }) => refusals.length > 0 && expects !== 'done').length,
});
