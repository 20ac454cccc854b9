import type { Actor } from '@junkan/proto/actor.ts';
import { type Database, insertOnce } from '../mongo.ts';
import type { Instant } from '../pure/dates.ts';
import type { Blob } from './blobs.ts';

/** Who uploaded a file, for which organisation, and when first. Several who upload the same bytes are several records. */
export type Upload = {
  readonly _id: string;
  readonly hash: string;
  readonly size: number;
  readonly organisation: string;
  readonly person: string;
  readonly at: Instant;
  /** The original file name, if known. */
  readonly name?: string;
};

export async function uploads(db: Database) {
  const noted = db.collection<Upload>('uploads');
  await Promise.all([noted.createIndex({ hash: 1 }), noted.createIndex({ organisation: 1 })]);
  return {
    /** `name`: '' = unknown. */
    async note({ hash, size }: Blob, { organisation, person }: Actor, at: Instant, name = ''): Promise<void> {
      const named = name === '' ? {} : { name };
      await insertOnce(noted, { _id: `${hash}/${organisation}/${person}`, hash, size, organisation, person, at, ...named });
    },

    of: (hashes: readonly string[]): Promise<Upload[]> =>
      noted
        .find({ hash: { $in: [...hashes] } })
        .sort({ at: 1 })
        .toArray(),

    /** The files of an organisation, by their hashes, with their sizes. */
    async sizesOf(organisation: string): Promise<ReadonlyMap<string, number>> {
      return new Map((await noted.find({ organisation }).toArray()).map(({ hash, size }) => [hash, size]));
    },
  };
}

export type Uploads = Awaited<ReturnType<typeof uploads>>;
