import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerOf } from '@junkan/client/operations.ts';
import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { viewsIn } from '@junkan/scripts/operate/installation.ts';
import { verify } from '@junkan/scripts/verify/verify.ts';
import type { Installation } from './installation.ts';
import type { Clients } from './workload/clients.ts';
import { desk } from './workload/parties.ts';
import { type Kept, type Sent, type Wrongs, wrongsOf } from './workload/record.ts';

/** A system that is not idle by then has not drained. */
const TIMEOUT_MS = 120_000;
const POLL_MS = 100;

/** Waits until nothing is under way; answers how many seconds that took since then, or nothing where it never came. */
export async function drained({ send }: Clients, since: number, patienceMs = TIMEOUT_MS): Promise<number | undefined> {
  while (performance.now() - since < patienceMs) {
    const clock = await send.read(desk.clock, 'getClock', {}, POLL_MS).catch(() => undefined);
    if (clock?.settled) return Math.round((performance.now() - since) / 10) / 100;
    await sleep(POLL_MS);
  }
  return undefined;
}

/** What of a run is wrong: nothing, where all of these are empty. */
export type Findings = Wrongs & {
  /** Effects that the system owes and that no drain will bring. */
  readonly owed: readonly string[];
  readonly invariants: readonly string[];
  /** What a list returned, and an earlier state of it afterwards. */
  readonly wentBack: readonly string[];
};

export const none: Findings = { lost: [], doubled: [], wrong: [], owed: [], invariants: [], wentBack: [] };

export const isRed = (found: Findings): boolean => Object.values(found).some((list) => list.length > 0);

export const joined = (all: readonly Findings[]): Findings => ({
  lost: all.flatMap(({ lost }) => lost),
  doubled: all.flatMap(({ doubled }) => doubled),
  wrong: all.flatMap(({ wrong }) => wrong),
  owed: all.flatMap(({ owed }) => owed),
  invariants: all.flatMap(({ invariants }) => invariants),
  wentBack: all.flatMap(({ wentBack }) => wentBack),
});

/** Holds the record against the API and the raw store of a system that is idle. */
export async function checked(installation: Installation, clients: Clients): Promise<Findings> {
  const { record } = clients.send;
  const { lost, doubled, wrong } = wrongsOf(record, await storeOf(installation));
  const shown = await Promise.all([missing(clients, record), missingFromLists(clients, record)]);
  return {
    ...none,
    lost: [...lost, ...shown.flat()],
    doubled,
    wrong: [...wrong, ...clients.troubles],
    owed: await clients.owed(),
    wentBack: clients.wentBack,
  };
}

/** All invariants, over everything that is stored; if they cannot be checked, that is a finding too. */
export async function verified({ settings, data }: Installation): Promise<Findings> {
  try {
    const { invariants, eventsUnrelayed } = await verify(settings, { isRunning: true, views: viewsIn(data) });
    const broken = invariants.flatMap(({ number, broken }) => broken.map((fault) => `${number}: ${fault}`));
    return { ...none, invariants: [...broken, ...(eventsUnrelayed > 0 ? [`9: ${eventsUnrelayed} events are not published`] : [])] };
  } catch (error) {
    return { ...none, invariants: [`none can be verified: ${error instanceof Error ? error.message : String(error)}`] };
  }
}

/**
 * What is stored with an act and belongs to its commit: the organisation its person acts for, which payment or project has its
 * reference, and what counts towards the limits of a day.
 */
const WITH_ACTS = ['person', 'bank-reference', 'day-limit', 'project-reference'];

/** Every commit of every act in every context, from the database itself. */
export async function storeOf({ settings }: Pick<Installation, 'settings'>): Promise<Kept[]> {
  const mongo = await connectMongo(settings);
  try {
    const stored = CONTEXT_NAMES.map((context) =>
      mongo
        .db(databaseName(settings.JUNKAN_NAMESPACE, context))
        .collection<Commit>('commits')
        .find({ aggregate: { $nin: WITH_ACTS } })
        .toArray(),
    );
    return (await Promise.all(stored)).flat().map(({ stream, to, correlationId, actor, events }) => ({
      // The chain's name from its caller is followed by the caller's identity.
      stream,
      to,
      chain: correlationId.split('~')[0] ?? '',
      person: actor.person,
      types: events.map(({ type }) => type),
      payments: events.flatMap(({ data }) => (typeof data['payment'] === 'string' ? [data['payment']] : [])),
    }));
  } finally {
    await mongo.close();
  }
}

const READS = {
  prj: 'getProject',
  fnd: 'getFunding',
  agr: 'getAgreement',
  mst: 'getMilestone',
  man: 'getMandate',
  spo: 'getSponsor',
} as const;
const isReadable = (prefix: string): prefix is keyof typeof READS => Object.hasOwn(READS, prefix);

/** The newest version of each item that was acknowledged. */
function newest(record: readonly Sent[]): Map<string, number> {
  const versions = new Map<string, number>();
  for (const { id, version } of record.flatMap(({ answers }) => answers)) versions.set(id, Math.max(version, versions.get(id) ?? 0));
  return versions;
}

/** What the API does not show as far as it was acknowledged. */
async function missing({ send }: Clients, record: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const [id, version] of newest(record)) {
    const prefix = id.slice(0, 3);
    if (!isReadable(prefix)) continue;
    const shown = await send.read(desk.auditor, READS[prefix], { id });
    if ((shown?.version ?? 0) < version)
      found.push(`${id} was acknowledged at version ${version} and is shown at ${shown?.version ?? 'none'}`);
  }
  return found;
}

/** What the list of projects does not show as far as it was acknowledged. */
async function missingFromLists({ send, cities }: Clients, record: readonly Sent[]): Promise<string[]> {
  const shown = new Map<string, number>();
  for (const { id: city } of cities) {
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: AnswerOf<'listProjects'> | undefined = await send.read(desk.auditor, 'listProjects', {
        proposer: city,
        limit: 500,
        cursor,
      });
      for (const { id, version } of page?.projects ?? []) shown.set(id, version);
      cursor = page?.nextCursor;
    }
  }
  return [...newest(record)]
    .filter(([id, version]) => id.startsWith('prj_') && (shown.get(id) ?? 0) < version)
    .map(([id, version]) => `${id} was acknowledged at version ${version} and is listed at ${shown.get(id) ?? 'none'}`);
}
