import { batching } from '../batching.ts';
import { type Collection, type Database, writeAll } from '../mongo.ts';
import { type Commit, commitKey } from './commit.ts';

export type CommitLog = Awaited<ReturnType<typeof openCommitLog>>;

/** The commits of one service, the only record of what happened. */
export async function openCommitLog(db: Database) {
  const commits: Collection<Commit> = db.collection<Commit>('commits');
  await Promise.all([
    commits.createIndex({ stream: 1, commandId: 1 }, { unique: true }),
    commits.createIndex({ stream: 1, from: 1 }),
    commits.createIndex({ relayed: 1 }, { partialFilterExpression: { relayed: 0 } }),
  ]);
  const areThere = batching(async (keys: readonly string[]) => {
    const found = await commits.find({ _id: { $in: [...new Set(keys)] } }, { projection: { _id: 1 } }).toArray();
    const there = new Set(found.map(({ _id }) => _id));
    return keys.map((key) => there.has(key));
  });
  const append = batching(async (made: readonly Commit[]) => {
    const refused = await writeAll(
      commits,
      made.map((document) => ({ insertOne: { document } })),
    );
    return made.map((_, place) => !refused.has(place));
  });
  return {
    /** Whether a stream has events after a version. Looks up the key of the commit that would come next, for many streams in one query. */
    hasNext: (stream: string, version: number): Promise<boolean> => areThere(commitKey(stream, version + 1)),

    /**
     * The commits of a stream from a version on, in order. Asked by stream and version, not by a range of `_id`: the
     * embedded engine answers such a range by a scan of the whole collection (77 ms instead of 0.8 ms at 5,000 commits).
     */
    since: (stream: string, version: number): Promise<Commit[]> =>
      commits
        .find({ stream, from: { $gte: version } })
        .sort({ from: 1 })
        .toArray(),

    ofCommand: (stream: string, commandId: string): Promise<Commit | null> => commits.findOne({ stream, commandId }),

    /**
     * Whether the commit was written: false where its version or its command id is there already. What comes while others are
     * written goes with the next ones: each is durable before its answer, and many share one writing to the disk.
     */
    append,
  };
}
