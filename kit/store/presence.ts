import type { Database } from '../mongo.ts';

/** A person who has sent no sign of presence for this long has left. */
const STAYS_MS = 45_000;

type Row = { readonly _id: string; readonly item: string; readonly person: string; readonly until: number };

export type Presence = Awaited<ReturnType<typeof presence>>;

/** Who is working on what right now. It is not a record: it is deleted when they leave, and nothing says when they were there. */
export async function presence(db: Database, realNow: () => number = Date.now) {
  const rows = db.collection<Row>('presence');
  await rows.createIndex({ item: 1 });
  return {
    /** Says that a person is at an item, or leaves it. Answers who else is there, in the order of their ids. */
    async attend(item: string, person: string, leaves: boolean): Promise<string[]> {
      const now = realNow();
      const own = { _id: `${item}/${person}` };
      if (leaves) await rows.deleteOne(own);
      else await rows.updateOne(own, { $set: { item, person, until: now + STAYS_MS } }, { upsert: true });
      const all = await rows.find({ item }).toArray();
      const gone = all.filter(({ until }) => until <= now).map(({ _id }) => _id);
      if (gone.length > 0) await rows.deleteMany({ _id: { $in: gone }, until: { $lte: now } });
      const others = all.filter((row) => row.until > now && row.person !== person);
      return others.map((row) => row.person).sort();
    },
  };
}
