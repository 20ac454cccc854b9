import { Binary, MongoBulkWriteError, type MongoClient, MongoServerError } from 'mongodb';
import { Documents, NOTHING, type Sort, type Written } from './collection.fixture.ts';
import { type Document, projected } from './documents.fixture.ts';
import type { Turn } from './turn.fixture.ts';

/** What a server of MongoDB keeps, in memory: collections by the names of their databases. It outlives the programs that connect to it. */
export class MongoServer {
  readonly #databases = new Map<string, Map<string, Documents>>();

  collection(database: string, name: string): Documents {
    const collections = this.#databases.get(database) ?? new Map<string, Documents>();
    this.#databases.set(database, collections);
    const found = collections.get(name) ?? new Documents();
    collections.set(name, found);
    return found;
  }
  drop(database: string, name: string): void {
    this.#databases.get(database)?.delete(name);
  }
  dropDatabase(database: string): void {
    this.#databases.delete(database);
  }
}

/** A connection to it, as far as the programs use one. Each operation takes effect in one step, on its turn. */
export function memoryMongo(server: MongoServer, turn: Turn): MongoClient {
  const db = (database: string) => ({
    dropDatabase: () => turn(`drop ${database}`, () => server.dropDatabase(database)),
    collection: (name: string) =>
      collectionOf(
        () => server.collection(database, name),
        `${database}.${name}`,
        turn,
        () => server.drop(database, name),
      ),
  });
  return { db, close: async () => undefined } as unknown as MongoClient;
}

type Options = {
  readonly promoteBuffers?: boolean;
  readonly projection?: Readonly<Record<string, number>>;
  readonly sort?: Sort;
  readonly upsert?: boolean;
};
type Write = {
  readonly insertOne?: { readonly document: Document };
  readonly updateOne?: { readonly filter: Document; readonly update: Document; readonly upsert?: boolean };
  readonly replaceOne?: { readonly filter: Document; readonly replacement: Document; readonly upsert?: boolean };
};

function collectionOf(documents: () => Documents, name: string, turn: Turn, drop: () => void) {
  const does = <Result>(operation: string, effect: (all: Documents) => Result): Promise<Result> =>
    turn(`${operation} ${name}`, () => effect(documents()));
  return {
    createIndex: (spec: Sort, { unique = false } = {}) => does('createIndex', (all) => all.index(spec, unique)),
    indexes: () => does('indexes', (all) => all.indexNames.map((index) => ({ name: index }))),
    find: (filter: Document = {}, options: Options = {}) => cursor((sort) => does('find', (all) => all.find(filter, sort)), options),
    findOne: (filter: Document, { projection, sort, promoteBuffers = false }: Options = {}) =>
      does('findOne', (all) => {
        const [found] = all.find(filter, sort);
        return found ? withBuffers(projected(found, projection), promoteBuffers) : null;
      }),
    countDocuments: (filter: Document = {}) => does('count', (all) => all.find(filter).length),
    estimatedDocumentCount: () => does('count', ({ size }) => size),
    distinct: (field: string) => does('distinct', (all) => [...new Set(all.find({}).map((document) => document[field]))]),
    insertOne: (document: Document) => does('insertOne', (all) => ({ acknowledged: true, insertedId: all.insert(document) })),
    insertMany: (many: readonly Document[]) =>
      does('insertMany', (all) => ({ insertedCount: many.map((each) => all.insert(each)).length })),
    updateOne: (filter: Document, update: Document, options: Options = {}) =>
      does('updateOne', (all) => all.update(filter, update, { upsert: options.upsert ?? false })),
    updateMany: (filter: Document, update: Document) => does('updateMany', (all) => all.update(filter, update, { many: true })),
    replaceOne: (filter: Document, replacement: Document, options: Options = {}) =>
      does('replaceOne', (all) => all.replace(filter, replacement, { upsert: options.upsert ?? false })),
    findOneAndUpdate: (filter: Document, update: Document, options: Options = {}) =>
      does('findOneAndUpdate', (all) => {
        all.update(filter, update, { upsert: options.upsert ?? false });
        return all.find(filter)[0] ?? null;
      }),
    deleteOne: (filter: Document) => does('deleteOne', (all) => ({ deletedCount: all.delete(filter, false) })),
    deleteMany: (filter: Document) => does('deleteMany', (all) => ({ deletedCount: all.delete(filter, true) })),
    bulkWrite: (writes: readonly Write[]) => does('bulkWrite', (all) => bulk(all, writes)),
    drop: () => does('drop', drop),
  };
}

const withBuffers = (document: Document, promoted: boolean): Document =>
  promoted
    ? Object.fromEntries(Object.entries(document).map(([name, value]) => [name, value instanceof Binary ? value.buffer : value]))
    : document;

function cursor(ask: (sort: Sort | undefined) => Promise<Document[]>, { projection, sort }: Options) {
  let order = sort;
  let fields = projection;
  let most = Number.POSITIVE_INFINITY;
  let left: Promise<Document[]> | undefined;
  const toArray = async (): Promise<Document[]> => (await ask(order)).slice(0, most).map((each) => projected(each, fields));
  const self = {
    sort(by: Sort) {
      order = by;
      return self;
    },
    limit(count: number) {
      // None, as in MongoDB.
      most = count === 0 ? Number.POSITIVE_INFINITY : count;
      return self;
    },
    project(wanted: Options['projection']) {
      fields = wanted;
      return self;
    },
    batchSize: () => self,
    toArray,
    async next(): Promise<Document | null> {
      left ??= toArray();
      return (await left).shift() ?? null;
    },
    close: async () => undefined,
    async *[Symbol.asyncIterator]() {
      yield* await toArray();
    },
  };
  return self;
}

/** Each one separately, as in an unordered bulk write: a failure does not stop the others. */
function bulk(all: Documents, writes: readonly Write[]): Written {
  const writeErrors: { index: number; code: number }[] = [];
  const done = writes.map((write, index): Written => {
    try {
      return written(all, write);
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error;
      writeErrors.push({ index, code: Number(error.code) });
      return NOTHING;
    }
  });
  const total = (count: keyof Written): number => done.reduce((sum, each) => sum + each[count], 0);
  const result = { matchedCount: total('matchedCount'), modifiedCount: total('modifiedCount'), upsertedCount: total('upsertedCount') };
  if (writeErrors.length === 0) return result;
  throw new MongoBulkWriteError({ message: 'E11000', code: 11_000, writeErrors: writeErrors as never }, result as never);
}

function written(all: Documents, { insertOne, updateOne, replaceOne }: Write): Written {
  if (insertOne) {
    all.insert(insertOne.document);
    return NOTHING;
  }
  if (updateOne) return all.update(updateOne.filter, updateOne.update, { upsert: updateOne.upsert ?? false });
  if (replaceOne) return all.replace(replaceOne.filter, replaceOne.replacement, { upsert: replaceOne.upsert ?? false });
  throw new Error('the database in memory does not know this write');
}
