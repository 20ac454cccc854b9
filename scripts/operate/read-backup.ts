import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { Keys } from '@junkan/kit/keys.ts';
import { connectMongo, type Database, documentFrom } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import type { Head } from '@junkan/kit/store/heads.ts';
import { type Signed, signaturesOf } from '@junkan/kit/store/signatures.ts';
import { CONTEXT_NAMES, OWNERS } from '@junkan/proto/programs.ts';
import { noteAdvanced } from '@junkan/workflows/wake-records.ts';
import { type Copied, DATABASES, fileOf, type Manifest, manifestIn, type Place, partsOf, signing } from './backup-files.ts';
import { isDated } from './dated-folders.ts';
import { LOOK_MS, pauseBefore, recordedAt, upTo } from './point.ts';

export type Reading = {
  /** Of those whose signatures are believed; without it, nothing that is signed is asked for. */
  readonly publicKey?: Keys['publicKey'] | undefined;
  /** By which the files are decrypted. */
  readonly privateKeys?: readonly string[];
  /** Up to when what was recorded is restored, in real time: to the longest pause before it; the backup's own point where nothing is said. */
  readonly until?: number | undefined;
  /** A backup that ends before this is another than the one that is meant. */
  readonly notBefore?: number | undefined;
  readonly realNow?: () => number;
  readonly progress?: (line: string) => void;
};

/** What was restored, and up to when. */
export type Restored = { readonly documents: number; readonly until: string | undefined };

type From = { readonly folder: string; readonly manifest: Manifest } & Reading;
type Document = ReturnType<typeof documentFrom>;

/**
 * @throws where something is stored there already, or the backup is not whole, or not what the operator and the services have signed: then
 * nothing is written.
 */
export async function readBackup(place: Place, folder: string, reading: Reading): Promise<Restored> {
  const manifest = await manifestIn(folder);
  const asked = untilOf(manifest, reading);
  const { publicKey, progress = () => undefined, realNow = Date.now } = reading;
  if (publicKey && !signing({ publicKey }).hold('manifest', manifest))
    throw new Error(
      `${folder} is not signed by an operator whose key is known here (${manifest.signedBy ?? 'nobody has signed it'}): name the public keys of the installation that wrote it with --keys, or take it as it is with --unsigned`,
    );
  requireMeant(folder, manifest, reading);
  progress(whichOf(manifest, realNow()));
  const times: number[] = [];
  for (const copied of manifest.collections) {
    await checkWhole({ ...reading, folder, manifest }, copied, (commit) => {
      const at = asked === undefined ? Number.NaN : asked - recordedAt(commit);
      if (at >= 0 && at < LOOK_MS) times.push(recordedAt(commit));
    });
    if (copied.documents > 0) progress(`${copied.database}/${copied.collection} is whole: ${copied.documents}`);
  }
  const until = reading.until === undefined || asked === undefined ? asked : pauseBefore(times, asked).at;
  const from: From = { ...reading, folder, manifest, until };
  const mongo = await connectMongo(place);
  const db = (database: string): Database => mongo.db(databaseName(place.JUNKAN_NAMESPACE, database));
  try {
    await requireEmpty(db);
    let documents = 0;
    let clockOffset = 0;
    for (const database of DATABASES) {
      const restored = await restoreDatabase(from, database, db(database));
      documents += restored.documents;
      clockOffset = Math.max(clockOffset, restored.clockOffset);
    }
    if (clockOffset > 0) await noteAdvanced(db('workflows'), clockOffset);
    return { documents, until: until === undefined ? undefined : new Date(until).toISOString() };
  } finally {
    await mongo.close();
  }
}

/** @throws where the backup does not reach so far, or cannot be cut. */
function untilOf({ point }: Manifest, { until }: Reading): number | undefined {
  if (until === undefined) return point === undefined ? undefined : Date.parse(point);
  if (point === undefined)
    throw new Error('this backup is of a version that wrote none to a point: it can only be restored whole, without --until');
  if (!(until <= Date.parse(point))) throw new Error(`this backup ends at ${point}: name an earlier time, or leave --until out`);
  return until;
}

/** @throws where it is another backup than its folder says, or than is asked for: an older one in the place of a newer. */
function requireMeant(folder: string, { name, point, at }: Manifest, { notBefore }: Reading): void {
  const here = basename(resolve(folder));
  if (name !== undefined && isDated(here) && here !== name)
    throw new Error(`${folder} holds the backup ${name}: somebody has put it there, so look for the backup ${here} elsewhere`);
  if (notBefore !== undefined && Date.parse(point ?? at) < notBefore)
    throw new Error(`this backup ends at ${point ?? at}, before ${new Date(notBefore).toISOString()}: it is not the one that is meant`);
}

const HOUR_MS = 3_600_000;

function whichOf({ name, at, point }: Manifest, now: number): string {
  const hours = Math.floor((now - Date.parse(at)) / HOUR_MS);
  const age = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  return `The backup${name === undefined ? '' : ` ${name}`}, written ${at} (${age} ago)${point === undefined ? '' : `, holds what was recorded up to ${point}`}`;
}

async function requireEmpty(db: (database: string) => Database): Promise<void> {
  for (const database of DATABASES)
    if ((await db(database).listCollections({}, { nameOnly: true }).toArray()).length > 0)
      throw new Error(
        `there is data already in ${db(database).databaseName}: restore into an empty installation, before its services start`,
      );
}

async function checkWhole(from: From, copied: Copied, met: (commit: Commit) => void): Promise<void> {
  const { publicKey, folder, manifest } = from;
  const context = copied.collection === 'commits' ? CONTEXT_NAMES.find((name) => name === copied.database) : undefined;
  const signatures = context && publicKey ? signaturesOf({ context, owner: OWNERS[context], publicKey }) : undefined;
  const hash = createHash('sha256');
  let documents = 0;
  let end = { stream: '', to: 0, signature: '' };
  for await (const part of partsIn(from, copied)) {
    hash.update(part);
    documents += 1;
    if (!context) continue;
    const commit = documentFrom(part) as Commit;
    met(commit);
    if (!signatures) continue;
    if (!signatures.hold('commit', commit as Partial<Signed>))
      throw new Error(`${String(commit._id)} in ${copied.database} is not signed: it was forged before the backup was written`);
    if (manifest.format < 3) continue;
    const before = commit.stream === end.stream ? end : { to: 0, signature: '' };
    if (commit.from !== before.to + 1 || commit.before !== before.signature)
      throw new Error(
        `${commit._id} in ${copied.database} does not follow the commit before it: that was gone before the backup was written`,
      );
    end = commit;
  }
  if (documents !== copied.documents || hash.digest('hex') !== copied.sha256)
    throw new Error(`${fileOf(folder, copied, manifest)} is not what was written: the backup is damaged`);
}

const partsIn = ({ folder, manifest, privateKeys }: From, copied: Copied) => partsOf(folder, copied, manifest, privateKeys);

type RestoredPart = { readonly documents: number; readonly clockOffset: number };

async function restoreDatabase(from: From, database: string, db: Database): Promise<RestoredPart> {
  const inDatabase = from.manifest.collections.filter((copied) => copied.database === database);
  const [commits] = inDatabase.filter(({ collection }) => collection === 'commits');
  const [heads] = inDatabase.filter(({ collection }) => collection === 'heads');
  const ends = await inDoubt(from, heads);
  const isWithin = from.until === undefined ? () => true : upTo(from.until);
  let documents = 0;
  let clockOffset = 0;
  if (commits)
    documents += await insertAll(from, commits, db, (commit: Commit) => {
      if (!isWithin(commit)) return undefined;
      if (ends.has(commit.stream)) ends.set(commit.stream, commit.to);
      clockOffset = Math.max(clockOffset, Number(commit.clockOffset ?? 0));
      // What was published is in the streams of another broker: in this one nothing has been published yet.
      return { ...commit, relayed: 0 };
    });
  for (const copied of inDatabase) {
    if (copied === commits || copied.collection === 'relay_marks') continue;
    const keep = KEPT[copied.collection]?.(from, ends);
    documents += await insertAll(from, copied, db, keep ?? ((document: Document) => document));
  }
  return { documents, clockOffset };
}

/** Of these, what is restored of a document, or nothing. */
const KEPT: Readonly<Record<string, (from: From, ends: ReadonlyMap<string, number>) => (document: never) => Document | undefined>> = {
  // Workflows begin again; only that one has ended is known of it.
  looks: () => (look: { readonly ended?: boolean }) => (look.ended ? look : undefined),
  heads:
    ({ until }, ends) =>
    (head: Head) =>
      until === undefined || head.day < dayOf(until) || (head.day === dayOf(until) && covers(head, ends)) ? head : undefined,
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const covers = ({ covers }: Head, ends: ReadonlyMap<string, number>): boolean =>
  covers.every(([stream, version]) => (ends.get(stream) ?? 0) >= Number(version));

/** The streams of which it is to be seen whether they reach as far as the heads of the last day say. */
async function inDoubt(from: From, heads: Copied | undefined): Promise<Map<string, number>> {
  const ends = new Map<string, number>();
  if (heads === undefined || from.until === undefined) return ends;
  for await (const part of partsIn(from, heads)) {
    const head = documentFrom(part) as unknown as Head;
    if (head.day === dayOf(from.until)) for (const [stream] of head.covers) ends.set(stream, 0);
  }
  return ends;
}

const BATCH_SIZE = 500;
/** Parts of files are large. */
const BATCH_BYTES = 4 * 1024 * 1024;
const SAID_EVERY = 100_000;

/** Answers how many documents there were. */
async function insertAll<Stored>(
  from: From,
  copied: Copied,
  db: Database,
  keep: (document: Stored) => object | undefined,
): Promise<number> {
  const collection = db.collection(copied.collection);
  let inserted = 0;
  let batch: Document[] = [];
  let bytes = 0;
  const insert = async (): Promise<void> => {
    if (batch.length === 0) return;
    await collection.insertMany(batch, { writeConcern: { w: 'majority', j: true } });
    const before = inserted;
    inserted += batch.length;
    if (Math.floor(before / SAID_EVERY) < Math.floor(inserted / SAID_EVERY))
      from.progress?.(`${inserted} of ${copied.database}/${copied.collection} are restored`);
    batch = [];
    bytes = 0;
  };
  const hash = createHash('sha256');
  for await (const part of partsIn(from, copied)) {
    hash.update(part);
    const document = keep(documentFrom(part) as Stored);
    if (document === undefined) continue;
    batch.push(document);
    bytes += part.length;
    if (batch.length >= BATCH_SIZE || bytes >= BATCH_BYTES) await insert();
  }
  await insert();
  // It was whole when it was checked: somebody has changed it since.
  if (hash.digest('hex') !== copied.sha256)
    throw new Error(
      `${fileOf(from.folder, copied, from.manifest)} was changed while it was restored: clear the databases, and restore it again`,
    );
  return inserted;
}
