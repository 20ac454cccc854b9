import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, inject } from 'vitest';
import { type PolicyClock, policyClock } from './clock.ts';
import { keysOf, newKeys } from './keys.ts';
import type { Log } from './log.ts';
import { connectNats } from './messaging/connect-nats.ts';
import type { Nats } from './messaging/nats.ts';
import { startRelay } from './messaging/relay.ts';
import { signersOf } from './messaging/signing.ts';
import { connectMongo, type Database, type MongoClient } from './mongo.ts';
import { openEventStore } from './store/event-store.ts';
import { signaturesOf } from './store/signatures.ts';
import { MongoServer, memoryMongo } from './testing/memory-mongo.fixture.ts';
import { Broker, memoryNats } from './testing/memory-nats.fixture.ts';
import { atOnce } from './testing/turn.fixture.ts';

/** Waits for a condition, for as long as the test may run. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await sleep(20);
}

const keys = newKeys(['teller', 'thief']);
const { own, publicKey } = keysOf('teller', keys.teller);
/** Signs the events of a context called bank, and takes only those. */
export const signer = own;
export const signers = signersOf(publicKey, { bank: 'teller' });
/** Under what the context called bank stores. */
export const signatures = signaturesOf({ context: 'bank', owner: 'teller', publicKey, own });
/** The same as data, for a worker thread. */
export const signingKeys = { publicKeys: keys.teller.JUNKAN_INTERNAL_PUBLIC_KEYS, owners: { bank: 'teller', shop: 'teller' } };
/** Another program of the same installation. */
export const { own: thief } = keysOf('thief', keys.thief);

export const silent: Log = pino({ level: 'silent' });

export type Installation = {
  readonly namespace: string;
  readonly mongo: MongoClient;
  readonly nats: Nats;
  /** A separate database for each name; databases and event streams of a test file are dropped at its end. */
  db(name: string): Database;
};

/** The engines of this run, or where it has none, their like in memory, which must bear the same tests. */
async function engines(name: string): Promise<{ mongo: MongoClient; nats: Nats }> {
  const mongoUrl: string | undefined = inject('mongoUrl');
  if (mongoUrl === undefined) return { mongo: memoryMongo(new MongoServer(), atOnce), nats: memoryNats(new Broker(), atOnce) };
  return {
    mongo: await connectMongo({ JUNKAN_MONGO_URL: mongoUrl }),
    nats: await connectNats({ JUNKAN_NATS_URL: inject('natsUrl') }, name),
  };
}

/** A separate namespace on the shared engines, for one test file. */
export function installation(): Installation {
  const namespace = `t${randomBytes(6).toString('hex')}`;
  const names = new Set<string>();
  let opened: { mongo: MongoClient; nats: Nats };
  beforeAll(async () => {
    opened = await engines(namespace);
  });
  afterAll(async () => {
    const { mongo, nats } = opened;
    for await (const { config } of nats.manager.streams.list(`${namespace}.>`)) await nats.manager.streams.delete(config.name);
    await nats.connection.close();
    for (const name of names) await mongo.db(name).dropDatabase();
    await mongo.close();
  });
  return {
    namespace,
    get mongo() {
      return opened.mongo;
    },
    get nats() {
      return opened.nats;
    },
    db(name) {
      names.add(`${namespace}_${name}`);
      return opened.mongo.db(`${namespace}_${name}`);
    },
  };
}

/** A store with its relay, as a service has them. */
export async function openContext(
  { namespace, nats, db }: Pick<Installation, 'namespace' | 'nats' | 'db'>,
  context: string,
  clock: PolicyClock = policyClock(true),
) {
  const database = db(context);
  const relay = await startRelay({ db: database, nats, namespace, context, signer, signatures, log: silent });
  const store = await openEventStore({ db: database, signatures, clock, appended: relay.wake });
  return { db: database, relay, store };
}
