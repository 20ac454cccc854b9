import type { Call } from '@junkan/kit/call.ts';
import { Refused } from '@junkan/kit/grpc/problem.ts';
import type { Row } from '@junkan/kit/messaging/projection.ts';
import type { Waits } from '@junkan/kit/messaging/waits.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { Neighbours } from '../api/facts.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { mandateProfile, projectProfile } from '../mapping.ts';
import { type MandateCandidate, mandateCandidates, type ProjectCandidate, projectCandidates } from '../projections/candidates.ts';

/** Rows may be written a little out of the order of their sequence; so much is read again each time. */
const OVERLAP = 512;

type Parts = Neighbours & { readonly db: Database; readonly waits: Waits };

/** The engine in memory, brought up to date from the candidates' rows before each question. Each replica has its own. */
export async function liveIndex({ db, waits, projects: projectRegistry, sponsors }: Parts) {
  const engine = createEngine();
  const mandates = follow<MandateCandidate>(db, mandateCandidates.name, ({ _id, ...row }) => {
    const profile = mandateProfile({ id: _id, ...row });
    if (profile) engine.upsertMandate(profile);
    else engine.removeMandate(_id);
  });
  const projects = follow<ProjectCandidate>(db, projectCandidates.name, ({ _id, proposal, seeking }) => {
    const profile = seeking ? projectProfile({ id: _id, proposal }) : undefined;
    if (profile) engine.upsertProject(profile);
    else engine.removeProject(_id);
  });
  await Promise.all([mandates.index(), projects.index()]);
  return {
    /** The engine as of now; with `after`, as of that version of that mandate or project at least. */
    async current(after: string, call: Call): Promise<Engine> {
      const { person } = call.actor;
      if (after.startsWith('man_'))
        await waits.until({ model: mandateCandidates.name, after, person, reached: reached((id) => sponsors.getMandate({ id }, call)) });
      else if (after !== '')
        await waits.until({
          model: projectCandidates.name,
          after,
          person,
          reached: reached((id) => projectRegistry.getProject({ id }, call)),
        });
      await Promise.all([mandates.refresh(), projects.refresh()]);
      return engine;
    },
  };
}

export type LiveIndex = Awaited<ReturnType<typeof liveIndex>>;

/** Whether a neighbour's item has come to a version. */
const reached =
  (ask: (id: string) => Promise<{ version: number }>) =>
  async (id: string, version: number): Promise<boolean> => {
    try {
      return (await ask(id)).version >= version;
    } catch (error) {
      if (error instanceof Refused && error.problem.kind === 'not-found') return false;
      throw error;
    }
  };

function follow<View extends object>(db: Database, name: string, take: (row: Row & View) => void) {
  const rows = db.collection<Row & View>(name);
  const versions = new Map<string, number>();
  let newest = 0;
  return {
    index: () => rows.createIndex({ sequence: 1 }),
    async refresh(): Promise<void> {
      for (const row of (await rows.find({ sequence: { $gt: newest - OVERLAP } } as never).toArray()) as (Row & View)[]) {
        newest = Math.max(newest, row.sequence);
        if (versions.get(row._id) === row.version) continue;
        versions.set(row._id, row.version);
        take(row);
      }
    },
  };
}
