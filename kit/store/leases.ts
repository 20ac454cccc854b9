import { type Database, insertOnce } from '../mongo.ts';

/** A lease that its holder has neither finished nor renewed within this time counts as abandoned. */
const LEASE_MS = 5 * 60_000;

/** What was taken last under a key: which occurrence of it, whether it is done, until when it is somebody's, and up to where it went. */
type Row = { readonly _id: string; readonly occurrence: string; readonly isDone: boolean; readonly until: number; readonly upTo: string };

export type Leases = ReturnType<typeof leases>;

/** What one of several replicas does at a time: one row for each key, of which one occurrence comes after the other. */
export function leases(db: Database, collection: string, realNow: () => number = Date.now) {
  const rows = db.collection<Row>(collection);
  return {
    /** Takes an occurrence before anything is done. Answers up to where the one before went; nothing where it is done, or another's now. */
    async take(key: string, occurrence: string): Promise<string | undefined> {
      const before = await rows.findOne({ _id: key });
      const until = realNow() + LEASE_MS;
      if (!before) return (await insertOnce(rows, { _id: key, occurrence, isDone: false, until, upTo: '' })) ? '' : undefined;
      if (before.occurrence === occurrence && (before.isDone || before.until > realNow())) return undefined;
      const { modifiedCount } = await rows.updateOne(
        { _id: key, occurrence: before.occurrence, isDone: before.isDone, until: before.until },
        { $set: { occurrence, isDone: false, until } },
      );
      return modifiedCount === 1 ? before.upTo : undefined;
    },
    /** How many were taken and are not done. */
    unfinished: (): Promise<number> => rows.countDocuments({ isDone: false }),
    /** Nothing more is done for this occurrence. */
    async done(key: string, occurrence: string, upTo: string): Promise<void> {
      await rows.updateOne({ _id: key, occurrence }, { $set: { isDone: true, upTo } });
    },
  };
}
