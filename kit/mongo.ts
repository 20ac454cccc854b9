import { BSON, type Db, MongoClient, MongoServerError } from 'mongodb';

export type { Collection, MongoClient } from 'mongodb';

/** One client per process with a small pool: the embedded engine hangs past a thousand connections. Longs are bigints. */
export async function connectMongo(url: string): Promise<MongoClient> {
  const client = new MongoClient(url, {
    maxPoolSize: 10,
    useBigInt64: true,
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
  });
  return client.connect();
}

export const isDuplicateKey = (error: unknown): boolean => error instanceof MongoServerError && error.code === 11_000;

export type Database = Db;

/** A stored document from its own bytes, and with the types that the services read it with. */
export const documentFrom = (bytes: Uint8Array): BSON.Document => BSON.deserialize(bytes, { useBigInt64: true });
