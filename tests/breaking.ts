import { DatabaseSync } from 'node:sqlite';
import type { Database } from '@junkan/kit/mongo.ts';
import { type Commit, commitKey } from '@junkan/kit/store/commit.ts';
import { pathOf } from '@junkan/kit/views/file.ts';
import type { View } from '@junkan/kit/views/view.ts';
import type { Verified } from '@junkan/scripts/verify/verify.ts';
import type { TestSystem } from './test-system.ts';

/** What is wrong, by the number of its invariant. */
export type Faults = Readonly<Record<number, readonly string[]>>;

const faultsOf = ({ invariants }: Verified): Faults =>
  Object.fromEntries(invariants.filter(({ broken }) => broken.length > 0).map(({ number, broken }) => [number, broken]));

/** What the file of a view goes by. */
export const labelOf = ({ name, schema }: Pick<View, 'name' | 'schema'>): string => `${name}-${schema}`;

/** What is published, and what was signed, are no more what is recorded. */
const COMPARISONS = [14, 36];

// biome-ignore lint/suspicious/noExplicitAny: what is broken here on purpose is no proper event any more
type Data = Record<string, any>;
type Context = Parameters<TestSystem['database']>[0];
type Which = { readonly in: Context; readonly type: string; readonly where?: object };

type Change = (data: Data, commit: { -readonly [Key in keyof Commit]: Commit[Key] }) => void;

/** Breaks one stored thing, verifies, and puts it back as it was. Only for services that are stopped: they would repair some of it. */
export function breaking(testSystem: Pick<TestSystem, 'database' | 'verify' | 'views'>) {
  const { database } = testSystem;
  const verified = (): Promise<Faults> => verifiedFaults(testSystem);
  /**
   * A change of the record is also found because it was published and signed differently: these findings are tested separately, and ignored elsewhere.
   */
  const others = (faults: Faults): Faults =>
    Object.fromEntries(Object.entries(faults).filter(([number]) => !COMPARISONS.includes(Number(number))));

  async function commitOf({ in: context, type, where }: Which): Promise<Commit> {
    const [commit] = await commitsOf(database(context))
      .find({ 'events.type': type, ...where })
      .sort({ _id: 1 })
      .limit(1)
      .toArray();
    if (!commit) throw new Error(`no ${type} is stored`);
    return commit;
  }

  async function rewritten(which: Which, change: Change): Promise<Faults> {
    const commit = await commitOf(which);
    const copy = structuredClone(commit);
    const event = copy.events.find(({ type }) => type === which.type);
    change(event?.data ?? {}, copy);
    const commits = commitsOf(database(which.in));
    await commits.replaceOne({ _id: commit._id }, copy);
    try {
      return await verified();
    } finally {
      await commits.replaceOne({ _id: commit._id }, commit);
    }
  }

  return {
    verified,
    commitOf,
    /** With the event of a commit changed, and the commit itself where the change says so. */
    changed: async (which: Which, change: Change): Promise<Faults> => others(await rewritten(which, change)),
    rewritten,
    /** With the commit gone. */
    async removed(which: Which): Promise<Faults> {
      const commit = await commitOf(which);
      const commits = commitsOf(database(which.in));
      await commits.deleteOne({ _id: commit._id });
      try {
        return others(await verified());
      } finally {
        await commits.insertOne(commit);
      }
    },
    /** With the event once more at the end of its stream, changed. */
    async appended(which: Which, change: (data: Data) => void = () => undefined): Promise<Faults> {
      const commit = await commitOf(which);
      const commits = commitsOf(database(which.in));
      const [last] = await commits.find({ stream: commit.stream }).sort({ _id: -1 }).limit(1).toArray();
      const from = (last?.to ?? 0) + 1;
      const events = structuredClone(commit.events.filter(({ type }) => type === which.type));
      for (const { data } of events) change(data);
      const _id = commitKey(commit.stream, from);
      await commits.insertOne({ ...commit, _id, from, to: from, events, commandId: `${commit.commandId}/again` });
      try {
        return others(await verified());
      } finally {
        await commits.deleteOne({ _id });
      }
    },
    /** With a view changed by SQL, and changed back. */
    async withView(of: Pick<View, 'name' | 'schema'>, change: string, back: string): Promise<Faults> {
      const view = new DatabaseSync(pathOf(testSystem.views, of));
      view.exec(change);
      try {
        return await verified();
      } finally {
        view.exec(back);
        view.close();
      }
    },
  };
}

/** All of the invariants, over everything that is stored. */
export const verifiedFaults = async (testSystem: Pick<TestSystem, 'verify'>): Promise<Faults> => faultsOf(await testSystem.verify());

const commitsOf = (db: Database) => db.collection<Commit>('commits');
