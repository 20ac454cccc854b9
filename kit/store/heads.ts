import { createHash } from 'node:crypto';
import type { Log } from '../log.ts';
import { type Database, insertOnce } from '../mongo.ts';
import type { Commit } from './commit.ts';
import type { Signatures, Signed } from './signatures.ts';

/**
 * How far the streams of a context were at a time. Kept outside of the installation, its digest proves later that what was recorded by then
 * is there and unchanged: a person with write access to the database can cut an end off, and no signature shows that.
 */
export type Head = Signed & {
  /** Counted from 1. */
  readonly _id: number;
  /** In UTC, real time. */
  readonly day: string;
  /** The position in the event stream up to which it looked, and when that stream was made: in another one positions begin again. */
  readonly through: number;
  readonly streamMade: string;
  /** The streams that had gone on since the head before, with the versions that they had reached. */
  readonly covers: readonly (readonly [stream: string, version: number])[];
  /** SHA-256 over what it covers: a line for each, `<stream>@<version> <signature of the commit that ends there>`. */
  readonly digest: string;
  /** The signature of the head before; '' = it is the first. */
  readonly before: string;
};

/** The digest over commits, by the streams and versions that they end. */
export function digestOver(ends: Iterable<Pick<Commit, 'stream' | 'to' | 'signature'>>): string {
  const hash = createHash('sha256');
  for (const { stream, to, signature } of ends) hash.update(`${stream}@${to} ${signature}\n`);
  return hash.digest('hex');
}

/** So that a head is well below the 16 MB that a document may have. */
const MAX_COVERED = 100_000;
/** How far two relays may mark what they publish out of order. */
const OVERLAP = 5_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Writes the head of the record once a day, at the first commit of the day. What is not published yet is in the next one. */
export function dailyHeads({ db, signatures, streamMade, log, realNow = Date.now }: HeadParts) {
  const heads = db.collection<Head>('heads');
  const commits = db.collection<Commit>('commits');
  let written = '';
  let writing: Promise<void> | undefined;

  async function next(before: Head | undefined, day: string): Promise<Head | undefined> {
    const made = await streamMade();
    const from = before?.streamMade === made ? before.through : 0;
    const ends = new Map<string, Pick<Commit, 'stream' | 'to' | 'signature'>>();
    let through = from;
    const published = commits.find(
      { relayed: { $gt: Math.max(0, from - OVERLAP) } },
      { sort: { relayed: 1 }, projection: { stream: 1, to: 1, signature: 1, relayed: 1 } },
    );
    for await (const { stream, to, signature, relayed } of published) {
      if (ends.size >= MAX_COVERED) break;
      if (to > (ends.get(stream)?.to ?? 0)) ends.set(stream, { stream, to, signature });
      through = Math.max(through, relayed);
    }
    if (through === from) return undefined;
    return signatures.sign('head', {
      _id: (before?._id ?? 0) + 1,
      day,
      through,
      streamMade: made,
      covers: [...ends.values()].map(({ stream, to }) => [stream, to] as const),
      digest: digestOver(ends.values()),
      before: before?.signature ?? '',
    });
  }

  async function write(day: string): Promise<void> {
    let before = (await heads.findOne({}, { sort: { _id: -1 } })) ?? undefined;
    if (before?.day === day) return;
    for (let head = await next(before, day); head; head = await next(before, day)) {
      // Another replica may have been faster.
      if (!(await insertOnce(heads, head))) return;
      before = head;
    }
  }

  return {
    /** Called after each append. */
    wake(): void {
      const day = dayOf(realNow());
      if (day === written || writing !== undefined) return;
      writing = write(day)
        .then(() => {
          written = day;
        })
        .catch((error: unknown) => log.warn({ err: error }, 'the head of the record could not be written and will be tried again'))
        .finally(() => {
          writing = undefined;
        });
    },
    async close(): Promise<void> {
      await writing;
    },
  };
}

type HeadParts = {
  readonly db: Database;
  readonly signatures: Signatures;
  /** When the event stream was made in which commits have their positions. */
  readonly streamMade: () => Promise<string>;
  readonly log: Pick<Log, 'warn'>;
  readonly realNow?: () => number;
};
