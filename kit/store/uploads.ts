import type { Actor } from '@junkan/proto/actor.ts';
import { lookDistance, MAX_LOOK_DISTANCE, partsOfLook } from '../files/looks.ts';
import type { Taken } from '../files/taken.ts';
import { type Database, insertOnce } from '../mongo.ts';
import type { Instant } from '../pure/dates.ts';
import type { Blob } from './blobs.ts';
import { altered, type Signatures, type Signed } from './signatures.ts';

/** Who uploaded a file, for which organisation, and when first. Several who upload the same bytes are several records. */
export type Upload = Signed & {
  readonly _id: string;
  readonly hash: string;
  readonly size: number;
  readonly organisation: string;
  readonly person: string;
  readonly at: Instant;
  /** The original file name, if known. */
  readonly name?: string;
  /** What a picture looks like, and the parts by which it is found. Of what was uploaded earlier, and of other files, it is not known. */
  readonly look?: string;
  readonly lookParts?: readonly string[];
  /** What a picture says of when and where it was taken. Of what was uploaded earlier it is not known. */
  readonly taken?: Taken;
};

type Found = { readonly name?: string; readonly look?: string | undefined; readonly taken?: Taken | undefined };

/** Who uploaded a file may not judge it: a note that is not signed is not believed. */
export async function uploads(db: Database, signatures: Signatures) {
  const noted = db.collection<Upload>('uploads');
  await Promise.all([noted.createIndex({ hash: 1 }), noted.createIndex({ organisation: 1 }), noted.createIndex({ lookParts: 1 })]);
  function believed(found: readonly Upload[]): readonly Upload[] {
    const forged = found.find((upload) => !signatures.hold('upload', upload));
    if (forged) throw altered(forged._id);
    return found;
  }

  return {
    /** `name`: '' = unknown. */
    async note({ hash, size }: Blob, { organisation, person }: Actor, at: Instant, { name = '', look, taken }: Found = {}): Promise<void> {
      const looks = look !== undefined && { look, lookParts: partsOfLook(look) };
      const more = { ...(name !== '' && { name }), ...looks, ...(taken && { taken }) };
      const upload = { _id: `${hash}/${organisation}/${person}`, hash, size, organisation, person, at, ...more };
      await insertOnce(noted, signatures.sign('upload', upload));
    },

    /** @throws ProblemError where one of them is not signed. */
    async of(hashes: readonly string[]): Promise<readonly Upload[]> {
      return believed(
        await noted
          .find({ hash: { $in: [...hashes] } })
          .sort({ at: 1 })
          .toArray(),
      );
    },

    /** Of each of these files that is a picture, by its hash, the hashes of others that look like it, of all organisations. */
    async alike(files: readonly Upload[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
      const looks = new Map(files.flatMap(({ hash, look }) => (look === undefined ? [] : [[hash, look] as const])));
      const parts = [...new Set([...looks.values()].flatMap(partsOfLook))];
      const candidates = parts.length === 0 ? [] : await noted.find({ lookParts: { $in: parts } }).toArray();
      const near = (hash: string, look: string): Upload[] =>
        candidates.filter((each) => each.hash !== hash && each.look !== undefined && lookDistance(each.look, look) <= MAX_LOOK_DISTANCE);
      return new Map([...looks].map(([hash, look]) => [hash, new Set(believed(near(hash, look)).map((each) => each.hash))]));
    },

    /** The files of an organisation, by their hashes, with their sizes. */
    async sizesOf(organisation: string): Promise<ReadonlyMap<string, number>> {
      return new Map(believed(await noted.find({ organisation }).toArray()).map(({ hash, size }) => [hash, size]));
    },
  };
}

export type Uploads = Awaited<ReturnType<typeof uploads>>;
