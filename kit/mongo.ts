import {
  type AnyBulkWriteOperation,
  BSON,
  type CommandStartedEvent,
  type Db,
  MongoBulkWriteError,
  MongoClient,
  type MongoClientOptions,
  type Collection as MongoCollection,
  MongoError,
  MongoErrorLabel,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  type OptionalUnlessRequiredId,
} from 'mongodb';
import type { MongoSettings } from './engine-settings.ts';
import { ending } from './mongo-connection.ts';
import { durabilityOf } from './setting-rules.ts';
import type { Attributes, Telemetry } from './telemetry/telemetry.ts';

export type { Collection, MongoClient } from 'mongodb';

/** One client per process with a small pool: the embedded engine hangs past a thousand connections. Longs are bigints. */
export async function connectMongo(settings: MongoSettings, telemetry?: Telemetry): Promise<MongoClient> {
  const client = new MongoClient(settings.JUNKAN_MONGO_URL, {
    ...ending,
    maxPoolSize: 10,
    monitorCommands: telemetry !== undefined,
    useBigInt64: true,
    ignoreUndefined: true,
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority', journal: true },
    readConcern: { level: 'majority' },
    ...accessOf(settings),
  });
  client.on('commandStarted', (event) => telemetry?.counted('junkan_mongo_operations_total', 1, operationOf(event)));
  return client.connect();
}

/** What is asked of which collection, and by which fields: `find`, `commits` and `stream,from`, never by which values. */
export function operationOf({ command, commandName }: Pick<CommandStartedEvent, 'command' | 'commandName'>): Attributes {
  const collection = commandName === 'getMore' ? command['collection'] : command[commandName];
  const filter = command['filter'] ?? command['updates']?.[0]?.q ?? command['deletes']?.[0]?.q ?? command['pipeline']?.[0]?.$match ?? {};
  return { operation: commandName, collection: typeof collection === 'string' ? collection : '', by: Object.keys(filter).join() };
}

function accessOf(settings: MongoSettings): MongoClientOptions {
  const {
    JUNKAN_MONGO_USERNAME: username,
    JUNKAN_MONGO_PASSWORD: password,
    JUNKAN_MONGO_CA: ca,
    JUNKAN_MONGO_CERTIFICATE: cert,
    JUNKAN_MONGO_KEY: key,
  } = settings;
  return {
    ...(username && password ? { auth: { username, password } } : {}),
    ...(ca ? { tls: true, ca } : {}),
    ...(cert && key ? { tls: true, cert, key } : {}),
  };
}

const MIN_MEMBERS = 3;

/** Outside of a trial: @throws where the server cannot keep what is acknowledged as the settings say. */
export async function requireReplication(client: MongoClient, settings: MongoSettings & Parameters<typeof durabilityOf>[0]): Promise<void> {
  if (settings.JUNKAN_TRIAL) return;
  const [hello, build] = await Promise.all([client.db('admin').command({ hello: 1 }), client.db('admin').command({ buildInfo: 1 })]);
  const fault = faultOf(hello, build, durabilityOf(settings));
  if (fault) throw new Error(`JUNKAN_MONGO_URL: ${fault}`);
}

function faultOf(hello: BSON.Document, build: BSON.Document, durability: string): string | undefined {
  if (Object.keys(build).some((key) => key.startsWith('secantus')))
    return 'this is the embedded engine, which is for trial installations (JUNKAN_TRIAL)';
  if (hello['msg'] === 'isdbgrid') return undefined;
  if (!hello['setName']) return 'a server that is no member of a replica set cannot acknowledge by a majority';
  const members = (hello['hosts'] ?? []).length + (hello['passives'] ?? []).length;
  return durability === 'replicated' && members < MIN_MEMBERS
    ? `its replica set has ${members} of the ${MIN_MEMBERS} members that JUNKAN_DURABILITY=replicated needs`
    : undefined;
}

/** Whether a document was inserted: false where its key is there already. */
export async function insertOnce<Kept extends BSON.Document>(
  into: MongoCollection<Kept>,
  document: OptionalUnlessRequiredId<Kept>,
): Promise<boolean> {
  try {
    await into.insertOne(document);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Writes all of these in one operation. Answers the places of those that were not written, as their key is there already.
 * @throws what is wrong otherwise, as an operation of one write does: the driver wraps it.
 */
export async function writeAll<Kept extends BSON.Document>(
  into: MongoCollection<Kept>,
  writes: readonly AnyBulkWriteOperation<Kept>[],
): Promise<ReadonlySet<number>> {
  try {
    await into.bulkWrite(writes, { ordered: false });
    return new Set();
  } catch (error) {
    if (!(error instanceof MongoBulkWriteError)) throw error;
    if (error.errorResponse instanceof Error) throw error.errorResponse;
    const failed = [error.writeErrors].flat();
    if (failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
    return new Set(failed.map(({ index }) => index));
  }
}

const DUPLICATE_KEY = 11_000;
/** InternalError and OutOfDiskSpace: what a server says whose disk is full or broken; the request is not at fault. */
const FAILING: readonly number[] = [1, 14_031];
export const isDuplicateKey = (error: unknown): boolean => error instanceof MongoServerError && error.code === DUPLICATE_KEY;

/** Whether the database could not be asked, or has not said what it did: an outage, which passes, and no bug. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return true;
  if (error instanceof MongoServerError && FAILING.includes(Number(error.code))) return true;
  if (error instanceof MongoError) return error.hasErrorLabel(MongoErrorLabel.RetryableWriteError);
  // A socket that broke while it was written to is reported as it is.
  return error instanceof Error && ['EPIPE', 'ECONNRESET'].includes((error as NodeJS.ErrnoException).code ?? '');
}

export type Database = Db;

/** A stored document from its own bytes, and with the types that the services read it with. */
export const documentFrom = (bytes: Uint8Array): BSON.Document => BSON.deserialize(bytes, { useBigInt64: true });
