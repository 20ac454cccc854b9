import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { GridFSBucket, type ObjectId } from 'mongodb';
import { crashAt } from '../crash.ts';
import type { Log } from '../log.ts';
import { type Database, isDuplicateKey, isOutOfReach } from '../mongo.ts';
import { ProblemError } from '../problem.ts';

/** Content by its hash: lower-case hexadecimal SHA-256 of the bytes. */
export type Blob = { readonly hash: string; readonly size: number; readonly mediaType: string };
type Kept = { _id: string; file: ObjectId; size: number; mediaType: string };

const BUCKET = 'blob_bytes';

/**
 * Files kept once each by their content. The bytes are stored under a number of their own, and the hash names them
 * only when all are there: a half-stored file is never found, and of two that store the same bytes one gives way.
 */
export async function blobs(db: Database, log: Pick<Log, 'error'>) {
  await makeBuckets(db);
  const bucket = new GridFSBucket(db, { bucketName: BUCKET });
  const kept = db.collection<Kept>('blobs');

  async function store(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, mediaType: string): Promise<Kept> {
    const upload = bucket.openUploadStream('blob');
    const hash = createHash('sha256');
    let size = 0;
    const measured = async function* () {
      for await (const part of parts) {
        hash.update(part);
        size += part.length;
        yield part;
      }
    };
    try {
      await pipeline(measured, upload);
      return { _id: hash.digest('hex'), file: upload.id, size, mediaType };
    } catch (error) {
      // For an unfinished file the driver removes the bytes and then reports that there is no such file.
      await bucket.delete(upload.id).catch(() => undefined);
      throw error;
    }
  }

  /** What is not there, or not all there, has the hash of what is left. */
  async function hashOfFile(file: ObjectId): Promise<string> {
    const hash = createHash('sha256');
    try {
      for await (const part of bucket.openDownloadStream(file)) hash.update(part as Uint8Array);
    } catch (error) {
      if (isOutOfReach(error)) throw error;
    }
    return hash.digest('hex');
  }

  return {
    /**
     * Stores what comes; the same bytes again keep the first copy and its media type. `admit` sees what was stored before
     * it can be found. What `parts` or `admit` throws is thrown, and nothing is kept.
     */
    async put(
      parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
      mediaType: string,
      admit: (blob: Blob) => Promise<void> = async () => undefined,
    ): Promise<Blob> {
      const stored = await store(parts, mediaType);
      try {
        await admit(blobOf(stored));
      } catch (error) {
        await bucket.delete(stored.file);
        throw error;
      }
      crashAt('blob.stored');
      try {
        await kept.insertOne(stored);
        return blobOf(stored);
      } catch (error) {
        const first = isDuplicateKey(error) ? await kept.findOne({ _id: stored._id }) : undefined;
        if (!first) throw error;
        // The name may be our own, written by an insert that was sent twice.
        if (!first.file.equals(stored.file)) await bucket.delete(stored.file);
        return blobOf(first);
      }
    },

    /** @throws ProblemError where the bytes are not those that the hash names: they are read once before they are given. */
    async get(hash: string): Promise<(Blob & { readonly parts: AsyncIterable<Uint8Array> }) | undefined> {
      const found = await kept.findOne({ _id: hash });
      if (!found) return undefined;
      if ((await hashOfFile(found.file)) !== hash) {
        log.error({ hash }, 'a kept file is damaged: restore it from a backup');
        throw new ProblemError({ kind: 'bug', type: 'ContentIsDamaged', data: { content: hash } });
      }
      return { ...blobOf(found), parts: bucket.openDownloadStream(found.file) };
    },

    /** What the hashes name, of those that name something kept. */
    async known(hashes: readonly string[]): Promise<ReadonlyMap<string, Blob>> {
      const found = await kept.find({ _id: { $in: [...hashes] } }).toArray();
      return new Map(found.map((each) => [each._id, blobOf(each)]));
    },
  };
}

export type Blobs = Awaited<ReturnType<typeof blobs>>;

const blobOf = ({ _id, size, mediaType }: Kept): Blob => ({ hash: _id, size, mediaType });

/**
 * Creates the collections of a bucket with the indexes that the driver expects, before the first upload, when the driver would create them.
 * The embedded engine hangs forever if one client creates an index of a collection while another inserts its first document.
 */
async function makeBuckets(db: Database): Promise<void> {
  await db.collection(`${BUCKET}.files`).createIndex({ filename: 1, uploadDate: 1 });
  await db.collection(`${BUCKET}.chunks`).createIndex({ files_id: 1, n: 1 }, { unique: true });
}
