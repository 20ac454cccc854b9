import { randomBytes } from 'node:crypto';
import { type Collection, type Db, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';

export type Doc = Document & { _id: string };
export type Scratch = { readonly client: MongoClient; readonly db: Db; readonly docs: Collection<Doc> };

export const ids = (found: readonly Doc[]): string[] => found.map(({ _id }) => _id);

/** A database for one test file, with a new collection for each test, opened as the services open theirs. */
export function scratchDatabase(): Scratch {
  const client = new MongoClient(inject('mongoUrl'), {
    maxPoolSize: 5,
    useBigInt64: true,
    ignoreUndefined: true,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
  const db = client.db(`conformance_${randomBytes(4).toString('hex')}`);
  let tests = 0;
  beforeAll(() => client.connect());
  beforeEach(() => {
    tests += 1;
  });
  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });
  return {
    client,
    db,
    get docs() {
      return db.collection<Doc>(`docs_${tests}`);
    },
  };
}
