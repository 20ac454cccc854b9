import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { eventStreamName } from '@junkan/kit/messaging/nats.ts';
import { OWNERS, type Program, programOf } from '@junkan/proto/programs.ts';
import { checker, connect, maker } from '@junkan/scripts/main-job/api.ts';
import { statementText } from '@junkan/scripts/main-job/statements.ts';
import { type Rng, rngOf } from '../rng.ts';
import { checked, drained, type Findings, joined, none, verified } from './checking.ts';
import { clear, type Installation, startInstallation } from './installation.ts';
import type { AtWork, Say } from './run.ts';
import { type Clients, startClients } from './workload/clients.ts';

type Passing = {
  /** Who passes the point when the clients are at work. */
  readonly programs: readonly Program[];
  /** At which pass at the latest it dies: a point that is passed seldom is taken at the first. */
  readonly passes: number;
  /** What makes the program come there. */
  readonly provoke?: (installation: Installation, program: Program) => Promise<void>;
};

const SERVICES = Object.values(OWNERS);
const REGISTRY = ['project-registry'] as const;
const PAYING = { programs: ['disbursement'], passes: 2 } as const;
const AMENDING = { programs: ['disbursement'], passes: 3 } as const;
const WORKER = { programs: ['workflows'], passes: 6 } as const;
const DECIDING = { programs: ['disbursement'], passes: 1, provoke: decideLine } as const;
const REWOUND = { programs: SERVICES, passes: 1, provoke: deleteStream } as const;

export const PASSED_BY = {
  'blob.stored': { programs: REGISTRY, passes: 2 },
  'texts.kept': { programs: REGISTRY, passes: 3 },
  'append.ready': { programs: SERVICES, passes: 6 },
  'append.written': { programs: SERVICES, passes: 6 },
  'snapshot.due': { programs: REGISTRY, passes: 1 },
  'snapshot.written': { programs: REGISTRY, passes: 1 },
  'relay.published': { programs: SERVICES, passes: 6 },
  'relay.advanced': { programs: SERVICES, passes: 6 },
  'rewind.begun': REWOUND,
  'rewind.unmarked': REWOUND,
  'view.written': { programs: ['matching', 'disbursement', 'catalogue'], passes: 4 },
  'bridge.start-noted': WORKER,
  'bridge.started': WORKER,
  'bridge.wake-noted': WORKER,
  'bridge.woken': WORKER,
  'activity.looked': WORKER,
  'activity.acted': WORKER,
  'activity.rested': WORKER,
  'gateway.answered': { programs: ['gateway'], passes: 20 },
  'day-limit.used': PAYING,
  'reference.reserved': PAYING,
  'part-payment.requested': { programs: ['disbursement'], passes: 1 },
  'targets.amended': AMENDING,
  'targets.taken-over': { programs: REGISTRY, passes: 3 },
  'payment.instructed': PAYING,
  'payment.reported': PAYING,
  'statement.confirmed': DECIDING,
  'entry.said': DECIDING,
  'payment.settled': PAYING,
} as const satisfies Record<string, Passing>;
type CrashPoint = keyof typeof PASSED_BY;

/** The stream is deleted as if the broker had come back without it; its publisher notices that it has gone back. */
export async function deleteStream({ settings }: Installation, program: Program): Promise<void> {
  const nats = await connectNats(settings, 'faults');
  try {
    await nats.manager.streams.delete(eventStreamName(settings.JUNKAN_NAMESPACE, programOf(program).context ?? ''));
  } finally {
    await nats.connection.close();
  }
}

/** One person says what a line of a bank's statement is, and another confirms it: the program dies within, and the clients settle by hand alone. */
async function decideLine({ addresses }: Installation): Promise<void> {
  const api = connect(addresses[0] ?? '');
  try {
    const day = (await api.as(maker).getClock()).now.slice(0, 10);
    const stated = { id: randomUUID().slice(0, 30), account: 'POINTS', currency: 'EUR', day, opening: '2.00', closing: '1.00' };
    const text = statementText(stated, [{ amount: '1.00', reference: stated.id }]);
    const { statements } = await api.as(maker).uploadStatements(new TextEncoder().encode(text));
    const { id = '' } = statements[0] ?? {};
    const parts = [{ as: 'interest', amount: { amount: '1.00', currency: 'EUR' }, direction: 'debit' }] as const;
    await api.as(maker).explainEntry({ id, entry: '1' }, { parts, note: 'Interest.' });
    await api.as(checker).confirmStatement({ id }, {});
  } catch {
    // Whether it died at the point its note says.
  }
}

const REACH_MS = 90_000;
const POLL_MS = 50;

export type PointOutcome = {
  readonly point: CrashPoint;
  readonly program: Program;
  readonly pass: number;
  readonly reached: boolean;
  readonly drainSeconds: number | undefined;
};
export type PointsSummary = { readonly seed: number; readonly outcomes: readonly PointOutcome[]; readonly findings: Findings };

type Options = { readonly seed: number; readonly points?: readonly CrashPoint[]; readonly projects?: number; readonly say: Say };

export async function crashPoints(options: Options): Promise<PointsSummary> {
  const { seed, projects = 3 } = options;
  const installation = await startInstallation();
  try {
    const clients = await startClients({ addresses: installation.addresses, name: `points:${seed}`, rng: rngOf(seed + 1), projects });
    const summary = await crashPointsIn({ installation, clients }, options);
    await clients.stop();
    return summary;
  } finally {
    await installation.close();
    clear(installation.data);
  }
}

/** On one running installation: at each point a process dies, once; then everything drains, and is as it was acknowledged. */
export async function crashPointsIn(
  { installation, clients }: AtWork,
  { seed, points = Object.keys(PASSED_BY) as CrashPoint[], say }: Omit<Options, 'projects'>,
): Promise<PointsSummary> {
  const rng = rngOf(seed);
  clients.goOn();
  const outcomes: PointOutcome[] = [];
  let findings = none;
  for (const point of points) {
    const outcome = await crashOnce(installation, clients, point, rng);
    const found = await checked(installation, clients);
    say(
      `${point} in ${outcome.program}, pass ${outcome.pass}: ${outcome.reached ? 'died' : 'NOT REACHED'}, drained in ${outcome.drainSeconds}`,
    );
    outcomes.push(outcome);
    findings = joined([findings, found]);
    clients.goOn();
  }
  await clients.pause();
  if ((await drained(clients, performance.now())) === undefined) throw new Error('the system did not become idle after the last death');
  findings = joined([findings, await verified(installation)]);
  return { seed, outcomes, findings };
}

async function crashOnce(installation: Installation, clients: Clients, point: CrashPoint, rng: Rng): Promise<PointOutcome> {
  const { programs, passes, provoke }: Passing = PASSED_BY[point];
  const program = rng.of(programs);
  const pass = rng.upTo(passes);
  const note = join(installation.data, 'crash-note');
  rmSync(note, { force: true });
  await installation.restartWith(program, { JUNKAN_CRASH_AT: `${point}:${pass}`, JUNKAN_CRASH_NOTE: note });
  if (provoke) {
    await installation.ready();
    await provoke(installation, program);
  }
  const until = Date.now() + REACH_MS;
  while (!existsSync(note) && Date.now() < until) await sleep(POLL_MS);
  const reached = existsSync(note);
  if (!reached) await installation.restartWith(program, {});
  const since = performance.now();
  await clients.pause();
  return { point, program, pass, reached, drainSeconds: await drained(clients, since) };
}
