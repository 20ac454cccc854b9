import { randomBytes } from 'node:crypto';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import { type Collection, type Db, type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';

export type Doc = Document & { _id: string };
export type Scratch = { readonly client: MongoClient; readonly db: Db; readonly docs: Collection<Doc> };

export const ids = (found: readonly Doc[]): string[] => found.map(({ _id }) => _id);

const inMemory = (): Pick<MongoClient, 'db' | 'close' | 'connect'> =>
  Object.assign(memoryMongo(new MongoServer(), atOnce), { connect: async () => undefined }) as unknown as MongoClient;

/** A database for one test file, with a new collection for each test, opened as the services open theirs. */
export function scratchDatabase(where: 'server' | 'memory' = 'server'): Scratch {
  const client =
    where === 'memory'
      ? (inMemory() as MongoClient)
      : new MongoClient(inject('mongoUrl'), {
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
