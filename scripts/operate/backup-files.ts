import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { EngineSettings, MongoSettings } from '@junkan/kit/engine-settings.ts';
import { type Keys, OPERATOR } from '@junkan/kit/keys.ts';
import { type Signed, signaturesOf } from '@junkan/kit/store/signatures.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { sealed, unsealed } from './sealing.ts';

/**
 * A backup contains what the services have recorded up to a point: every collection as BSON, in the format of `mongodump`, compressed and
 * encrypted, with a signed manifest of counts and hashes. Event streams, views and workflows are rebuilt from it; none is a record of its own.
 */
export type Copied = { readonly database: string; readonly collection: string; readonly documents: number; readonly sha256: string };

export type Said = {
  /** 1 was not signed. 1 and 2 hold what a stopped installation had, in any order, and not encrypted. */
  readonly format: 1 | 2 | 3;
  /** The name of its folder. */
  readonly name?: string;
  /** When it was written. */
  readonly at: string;
  /** Up to when it is whole, in real time; from 3 on. */
  readonly point?: string;
  /** For how long nothing was recorded around the point. */
  readonly pauseMs?: number;
  /** The public keys that its files are encrypted to; none = they are not. */
  readonly recipients?: readonly string[];
  readonly collections: readonly Copied[];
};
export type Manifest = Said & Signed;

export type Place = MongoSettings & Pick<EngineSettings, 'JUNKAN_NAMESPACE'>;

export const DATABASES = [...CONTEXT_NAMES, 'workflows'];
const ONLY_OWNER = { mode: 0o600 };

/** Whose signature a manifest bears. */
export const signing = ({ publicKey, own }: Pick<Keys, 'publicKey'> & Partial<Pick<Keys, 'own'>>) =>
  signaturesOf({ context: 'backup', owner: OPERATOR, publicKey, own });

const manifestFileIn = (folder: string): string => join(folder, 'manifest.json');

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(manifestFileIn(folder), `${JSON.stringify(manifest, undefined, 2)}\n`, ONLY_OWNER);

export async function manifestIn(folder: string): Promise<Manifest> {
  const file = manifestFileIn(folder);
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Manifest;
  } catch (error) {
    throw damaged(file, error);
  }
}

const damaged = (file: string, why: unknown): Error =>
  new Error(`${file} cannot be read (${why instanceof Error ? why.message : String(why)}): this is no backup, or it is damaged`);

type Named = Pick<Copied, 'database' | 'collection'>;

export const fileOf = (folder: string, { database, collection }: Named, { recipients = [] }: Pick<Said, 'recipients'>): string =>
  join(folder, database, `${collection}.bson.gz${recipients.length > 0 ? '.age' : ''}`);

/** Writes documents, each as its own bytes. */
export async function writeParts(
  folder: string,
  named: Named,
  parts: AsyncIterable<Uint8Array>,
  said: Pick<Said, 'recipients'>,
): Promise<void> {
  const { recipients = [] } = said;
  const file = createWriteStream(fileOf(folder, named, said), { ...ONLY_OWNER, flush: true });
  // Documents are small, and each is not worth a round through the compressor.
  const gathered = Readable.from(gathering(parts), { objectMode: false });
  if (recipients.length === 0) await pipeline(gathered, createGzip(), file);
  else await pipeline(gathered, createGzip(), (packed: AsyncIterable<Uint8Array>) => sealed(packed, recipients), file);
}

const GATHERED_BYTES = 64 * 1024;

async function* gathering(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of parts) {
    gathered.push(part);
    bytes += part.length;
    if (bytes < GATHERED_BYTES) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

/** The documents of a file, each as its own bytes: a BSON document begins with its length. */
export async function* partsOf(
  folder: string,
  named: Named,
  said: Pick<Said, 'recipients'>,
  privateKeys: readonly string[] = [],
): AsyncGenerator<Buffer> {
  const file = fileOf(folder, named, said);
  const isSealed = (said.recipients ?? []).length > 0;
  if (isSealed && privateKeys.length === 0)
    throw new Error(`${folder} is encrypted to ${said.recipients?.join(', ')}: name the file of its private key with --private-key`);
  const opened = async function* (packed: AsyncIterable<Uint8Array>) {
    yield* isSealed ? unsealed(packed, privateKeys) : packed;
  };
  const unpacked = createGunzip();
  // What fails on the way, at the file or in it, is met where it is read.
  const reading = pipeline(createReadStream(file), opened, unpacked).catch((error: unknown) => unpacked.destroy(error as Error));
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
  } finally {
    await reading;
  }
}

/** The shortest document is a length and an end; no database keeps one of more than 16 MB. */
const MIN_LENGTH = 5;
const MAX_LENGTH = 17 * 1024 * 1024;

function lengthIn(bytes: Buffer): number | undefined {
  if (bytes.length < 4) return undefined;
  const length = bytes.readInt32LE(0);
  if (length < MIN_LENGTH || length > MAX_LENGTH) throw new Error('a document in it has a length that none has');
  return length;
}
