import { setTimeout as sleep } from 'node:timers/promises';
import { rngOf } from '../../rng.ts';
import { checked, drained, type Findings, joined, verified } from '../checking.ts';
import { clear, type Installation, startInstallation } from '../installation.ts';
import { deleteStream } from '../points.ts';
import { DRAIN_SECONDS } from '../run.ts';
import { type Clients, startClients } from '../workload/clients.ts';
import { CONTROLS, type Control, type ControlName } from './controls.ts';

// Some work on an installation, disturbed as the control says, and what is wrong afterwards: node scenario.ts <control> <seed>

const [name = '', seed = '1'] = process.argv.slice(2);
const { disturbed } = CONTROLS[name as ControlName];

export type Outcome = { readonly findings: Findings; readonly drained: boolean };

const ENOUGH = 1;
const WORK_MS = 30_000;
/** So that it is no matter of chance whether a late repeat finds something that it would undo. */
const OFTEN = 50;
const KILLS = 10;
const BETWEEN_MS = 2_000;

/** Until some projects are completed, or one cannot go on. */
async function work(clients: Clients, enough: number): Promise<void> {
  const until = Date.now() + WORK_MS;
  const goesWell = () =>
    clients.troubles.length === 0 && clients.send.record.every(({ expects, refusals }) => expects !== 'done' || refusals.length === 0);
  while (clients.completed.length < enough && goesWell() && Date.now() < until) await sleep(50);
}

async function disturb(installation: Installation, clients: Clients, how: Control['disturbed']): Promise<void> {
  switch (how) {
    case 'not':
      return;
    case 'by-kills-of-mongo':
      for (let kills = 0; kills < KILLS; kills += 1) {
        await sleep(BETWEEN_MS);
        installation.signal('mongo', 'SIGKILL');
      }
      return;
    case 'by-a-stream-that-is-gone':
      await deleteStream(installation, 'disbursement');
      return work(clients, 2 * ENOUGH);
    case 'by-repeated-messages':
      return;
  }
}

async function runScenario(): Promise<Outcome> {
  const installation = await startInstallation();
  try {
    if (disturbed === 'by-repeated-messages') Object.assign(installation.messageFaults, { percent: 60, left: 10_000 });
    const many = disturbed === 'by-kills-of-mongo';
    const clients = await startClients({
      addresses: installation.addresses,
      name: 'control',
      rng: rngOf(Number(seed)),
      projects: 3,
      revisers: many ? 12 : 1,
      repeated: OFTEN,
    });
    if (!many) await work(clients, ENOUGH);
    await disturb(installation, clients, disturbed);
    const since = performance.now();
    await clients.pause();
    const isDrained = (await drained(clients, since, DRAIN_SECONDS * 1_000)) !== undefined;
    const findings = joined([await checked(installation, clients), await verified(installation)]);
    await clients.stop();
    return { findings, drained: isDrained };
  } finally {
    await installation.close();
    clear(installation.data);
  }
}

process.stdout.write(JSON.stringify(await runScenario()));
