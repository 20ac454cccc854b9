import { createHash } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Keys } from '@junkan/kit/keys.ts';
import { connectMongo, type Database, documentFrom } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import type { Commit } from '@junkan/kit/store/commit.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { type Copied, DATABASES, type Manifest, type Place, type Said, signing, writeManifest, writeParts } from './backup-files.ts';
import { takePoint, upTo } from './point.ts';
import { requireRecipients } from './sealing.ts';

/** What is made again from the record, or means nothing elsewhere. */
const LEFT_OUT = ['snapshots', 'presence', 'relay_marks', 'read_models', 'parked'];
/** The record comes first, then the names of files and then their bytes: so nothing names what came later. */
const FIRST = ['commits', 'blobs'];
const orderOf = (collection: string): number => (FIRST.includes(collection) ? FIRST.indexOf(collection) : FIRST.length);

export type Writing = {
  /** Public keys to encrypt to; none = not encrypted. */
  readonly recipients: readonly string[];
  readonly progress?: (line: string) => void;
  readonly lookMs?: number;
  readonly realNow?: () => number;
};

/**
 * Writes what the services have recorded, also while they run: the commits of all contexts up to one point, and what these name. Signed with
 * the operator's own key. Only its owner may read the files.
 * @throws where something is in the folder already: an earlier backup is never written over. What was begun is then removed.
 */
export async function writeBackup(place: Place, folder: string, keys: Keys, writing: Writing): Promise<Manifest> {
  const { recipients, progress = () => undefined, realNow = Date.now } = writing;
  requireRecipients(recipients);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: name a folder that is new or empty, since a backup overwrites nothing`);
  const mongo = await connectMongo(place);
  const db = (database: string): Database => mongo.db(databaseName(place.JUNKAN_NAMESPACE, database));
  try {
    const { at, pauseMs } = await takePoint(CONTEXT_NAMES.map(db), writing);
    const point = new Date(at).toISOString();
    progress(`Everything recorded up to ${point}`);
    const collections: Copied[] = [];
    for (const { database, collection } of await collectionsIn(db)) {
      const copied = await writeCollection({ db: db(database), folder, database, collection, point: at, recipients, progress });
      collections.push(copied);
    }
    const name = basename(resolve(folder));
    const said: Said = { format: 3, name, at: new Date(realNow()).toISOString(), point, pauseMs, recipients, collections };
    const manifest = signing(keys).sign('manifest', said);
    await writeManifest(folder, manifest);
    return manifest;
  } catch (error) {
    for (const database of DATABASES) await rm(join(folder, database), { recursive: true, force: true });
    throw error;
  } finally {
    await mongo.close();
  }
}

async function collectionsIn(db: (database: string) => Database): Promise<Pick<Copied, 'database' | 'collection'>[]> {
  const found = await Promise.all(
    DATABASES.map(async (database) => {
      const listed = await db(database).listCollections({}, { nameOnly: true }).toArray();
      return listed.filter(({ name }) => !LEFT_OUT.includes(name)).map(({ name }) => ({ database, collection: name }));
    }),
  );
  return found.flat().toSorted((one, other) => orderOf(one.collection) - orderOf(other.collection));
}

const SAID_EVERY = 100_000;
/** The usual would be as many as have 16 MB. */
const DOCUMENTS_AT_ONCE = 500;
/** Parts of files, each a quarter of a megabyte. */
const CHUNKS_AT_ONCE = 8;

type Part = Pick<Copied, 'database' | 'collection'> & {
  readonly db: Database;
  readonly folder: string;
  readonly point: number;
  readonly recipients: readonly string[];
  readonly progress: (line: string) => void;
};

async function writeCollection({ db, folder, database, collection, point, recipients, progress }: Part): Promise<Copied> {
  const hash = createHash('sha256');
  let documents = 0;
  const isWithin = upTo(point);
  // In the order of their ids, in which one commit of a stream follows the other.
  const sort = collection === 'commits' ? { sort: { _id: 1 } as const } : {};
  const batchSize = collection.endsWith('.chunks') ? CHUNKS_AT_ONCE : DOCUMENTS_AT_ONCE;
  const found = db.collection(collection).find({}, { raw: true, batchSize, ...sort });
  async function* parts(): AsyncGenerator<Uint8Array> {
    for await (const document of found) {
      const part = document as unknown as Uint8Array;
      if (collection === 'commits' && !isWithin(documentFrom(part) as Commit)) continue;
      documents += 1;
      hash.update(part);
      if (documents % SAID_EVERY === 0) progress(`${documents} of ${database}/${collection}`);
      yield part;
    }
  }
  await mkdir(join(folder, database), { recursive: true, mode: 0o700 });
  await writeParts(folder, { database, collection }, parts(), { recipients });
  return { database, collection, documents, sha256: hash.digest('hex') };
}
