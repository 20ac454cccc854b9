import { type Database, insertOnce } from '@junkan/kit/mongo.ts';
import type { Digest } from '../domain/settings.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** Whoever took a mail and has not said within this time that it was handed over is taken for dead. */
const LEASE_MS = 5 * 60_000;

/** The last mail to a person: of which period, whether it was handed over, until when it is somebody's, and up to which notice it told. */
type Row = { readonly _id: string; readonly period: string; readonly isDone: boolean; readonly until: number; readonly upTo: string };

/** The period of policy time that a moment is in: a day, or seven of them. */
export function periodOf(digest: Exclude<Digest, 'off'>, now: string): string {
  const day = Math.floor(Date.parse(now) / DAY_MS);
  return digest === 'daily' ? `day-${day}` : `week-${Math.floor(day / WEEK_DAYS)}`;
}

export type Outbox = ReturnType<typeof outboxIn>;

/** One row for each person: what is handed over under one key, the person and the period, is taken by one sender at a time. */
export function outboxIn(db: Database, realNow: () => number = Date.now) {
  const rows = db.collection<Row>('mails');
  return {
    /** Takes the mail of a period, before anything is sent. Answers up to which notice the mail before it told; nothing where it is not to be sent now. */
    async take(person: string, period: string): Promise<string | undefined> {
      const before = await rows.findOne({ _id: person });
      const until = realNow() + LEASE_MS;
      if (!before) return (await insertOnce(rows, { _id: person, period, isDone: false, until, upTo: '' })) ? '' : undefined;
      if (before.period === period && (before.isDone || before.until > realNow())) return undefined;
      const { modifiedCount } = await rows.updateOne(
        { _id: person, period: before.period, isDone: before.isDone, until: before.until },
        { $set: { period, isDone: false, until } },
      );
      return modifiedCount === 1 ? before.upTo : undefined;
    },
    /** It was handed over, or there was nothing to send: nothing more goes under this key. */
    async done(person: string, period: string, upTo: string): Promise<void> {
      await rows.updateOne({ _id: person, period }, { $set: { isDone: true, upTo } });
    },
  };
}
