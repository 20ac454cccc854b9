import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline as piped, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { EngineSettings, MongoSettings } from '@junkan/kit/engine-settings.ts';
import { type Keys, OPERATOR } from '@junkan/kit/keys.ts';
import { connectMongo, type Database, documentFrom } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { type Signed, signaturesOf } from '@junkan/kit/store/signatures.ts';
import { CONTEXT_NAMES, OWNERS } from '@junkan/proto/programs.ts';

/**
 * A backup contains what the services have recorded: every collection as BSON, in the format of `mongodump`, with a manifest of counts and
 * hashes. Event streams and workflows are rebuilt from it; neither is a record of its own.
 */
type Copied = { readonly database: string; readonly collection: string; readonly documents: number; readonly sha256: string };
/** `format` 1 was not signed. */
type Said = { readonly format: 2; readonly at: string; readonly collections: readonly Copied[] };
export type Manifest = Said & Signed;

const DATABASES = [...CONTEXT_NAMES, 'workflows'];
const BATCH_SIZE = 500;
const ONLY_OWNER = { mode: 0o600 };
const fileOf = (folder: string, { database, collection }: Pick<Copied, 'database' | 'collection'>): string =>
  join(folder, database, `${collection}.bson.gz`);

type Place = MongoSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>;

/** Whose signature a manifest bears. */
const signing = ({ publicKey, own }: Pick<Keys, 'publicKey'> & Partial<Pick<Keys, 'own'>>) =>
  signaturesOf({ context: 'backup', owner: OPERATOR, publicKey, own });

/**
 * Signs the backup with the operator's own key. Only its owner may read the files.
 * @throws where something is in the folder already: an earlier backup is never written over.
 */
export async function writeBackup(place: Place, folder: string, keys: Keys): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: name a folder that is new or empty, since a backup overwrites nothing`);
  const mongo = await connectMongo(place);
  try {
    const collections: Copied[] = [];
    for (const database of DATABASES) {
      const db = mongo.db(databaseName(place.JUNKAN_NAMESPACE, database));
      await mkdir(join(folder, database), { recursive: true, mode: 0o700 });
      for (const { name } of await db.listCollections().toArray()) collections.push(await writeCollection(db, folder, database, name));
    }
    const said: Said = { format: 2, at: new Date().toISOString(), collections };
    const manifest = signing(keys).sign('manifest', said);
    await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`, ONLY_OWNER);
    return manifest;
  } finally {
    await mongo.close();
  }
}

async function writeCollection(db: Database, folder: string, database: string, collection: string): Promise<Copied> {
  const hash = createHash('sha256');
  let documents = 0;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const document of db.collection(collection).find({}, { raw: true })) {
      const part = document as unknown as Uint8Array;
      documents += 1;
      hash.update(part);
      yield part;
    }
  }
  await pipeline(Readable.from(bytes()), createGzip(), createWriteStream(fileOf(folder, { database, collection }), ONLY_OWNER));
  return { database, collection, documents, sha256: hash.digest('hex') };
}

/**
 * `publicKey`: of those whose signatures are believed; without it, nothing that is signed is asked for.
 * @throws where something is stored there already, or the backup is not whole, or not what the operator and the services have signed: then
 * nothing is written.
 */
export async function readBackup(place: Place, folder: string, publicKey: Keys['publicKey'] | undefined): Promise<Manifest> {
  const manifest = await manifestIn(folder);
  if (publicKey && !signing({ publicKey }).hold('manifest', manifest))
    throw new Error(
      `${folder} is not signed by an operator whose key is known here (${manifest.signedBy ?? 'nobody has signed it'}): name the public keys of the installation that wrote it with --keys, or take it as it is with --unsigned`,
    );
  for (const copied of manifest.collections) await checkWhole(folder, copied, publicKey);
  const mongo = await connectMongo(place);
  try {
    for (const database of DATABASES) {
      const found = await mongo.db(databaseName(place.JUNKAN_NAMESPACE, database)).listCollections().toArray();
      if (found.length > 0)
        throw new Error(`there is data already in ${databaseName(place.JUNKAN_NAMESPACE, database)}: restore into an empty installation`);
    }
    for (const copied of manifest.collections) {
      // What was published is in the streams of another broker: in this one nothing has been published yet.
      if (copied.collection === 'relay_marks') continue;
      const unpublished = copied.collection === 'commits' ? { relayed: 0 } : {};
      const collection = mongo.db(databaseName(place.JUNKAN_NAMESPACE, copied.database)).collection(copied.collection);
      for await (const batch of batchesOf(documentsOf(folder, copied)))
        await collection.insertMany(
          batch.map((document) => ({ ...document, ...unpublished })),
          { writeConcern: { w: 'majority', j: true } },
        );
    }
    return manifest;
  } finally {
    await mongo.close();
  }
}

async function manifestIn(folder: string): Promise<Manifest> {
  const file = join(folder, 'manifest.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch (error) {
    throw damaged(file, error);
  }
}

const damaged = (file: string, why: unknown): Error =>
  new Error(`${file} cannot be read (${why instanceof Error ? why.message : String(why)}): this is no backup, or it is damaged`);

async function checkWhole(folder: string, copied: Copied, publicKey: Keys['publicKey'] | undefined): Promise<void> {
  const context = CONTEXT_NAMES.find((name) => name === copied.database);
  const isRecord = copied.collection === 'commits' && context !== undefined && publicKey !== undefined;
  const signatures = isRecord ? signaturesOf({ context, owner: OWNERS[context], publicKey }) : undefined;
  const hash = createHash('sha256');
  let documents = 0;
  for await (const part of partsOf(folder, copied)) {
    hash.update(part);
    documents += 1;
    if (!signatures) continue;
    const commit = documentFrom(part);
    if (!signatures.hold('commit', commit as Partial<Signed>))
      throw new Error(`${String(commit['_id'])} in ${copied.database} is not signed: it was forged before the backup was written`);
  }
  if (documents !== copied.documents || hash.digest('hex') !== copied.sha256)
    throw new Error(`${fileOf(folder, copied)} is not what was written: the backup is damaged`);
}

/** The documents of a file, each as its own bytes: a BSON document begins with its length. */
async function* partsOf(folder: string, copied: Copied): AsyncGenerator<Buffer> {
  const file = fileOf(folder, copied);
  const unpacked = createGunzip();
  // What fails on the way, at the file or in it, is met where it is read.
  piped(createReadStream(file), unpacked, () => undefined);
  let buffered = Buffer.alloc(0);
  try {
    for await (const chunk of unpacked) {
      buffered = Buffer.concat([buffered, chunk as Buffer]);
      for (let length = lengthIn(buffered); length !== undefined && buffered.length >= length; length = lengthIn(buffered)) {
        yield buffered.subarray(0, length);
        buffered = buffered.subarray(length);
      }
    }
    if (buffered.length > 0) throw new Error('it ends in the middle of a document');
  } catch (error) {
    throw damaged(file, error);
  }
}

/** The shortest document is a length and an end. */
const MIN_LENGTH = 5;

function lengthIn(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < MIN_LENGTH) throw new Error('a document in it has no length');
  return length;
}

async function* documentsOf(folder: string, copied: Copied): AsyncGenerator<ReturnType<typeof documentFrom>> {
  for await (const part of partsOf(folder, copied)) yield documentFrom(part);
}

async function* batchesOf<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
