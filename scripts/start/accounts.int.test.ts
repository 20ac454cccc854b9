import { statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engines } from '@junkan/infra/embedded/engines.ts';
import { silent } from '@junkan/kit/installation.fixture.ts';
import { OPERATOR } from '@junkan/kit/keys.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { ensureEventStream, eventStreamName, inboxOf, type Nats } from '@junkan/kit/messaging/nats.ts';
import { announceWriter } from '@junkan/kit/messaging/replicas.ts';
import { connectMongo, type MongoClient } from '@junkan/kit/mongo.ts';
import { CONTEXT_NAMES, OWNERS, PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ACCOUNT_NAMES, type AccountName, databasesOf } from './accounts.ts';
import { accountSettings, startOwnEngines } from './own-engines.ts';
import { secretsOf } from './secrets.ts';

const NAMESPACE = 'junkan';
const SOON = { timeout: 10_000 };
const log = { info: () => undefined, warn: () => undefined };

let data: string;
let engines: Engines;
const mongos = new Map<AccountName, MongoClient>();
const brokers = new Map<AccountName, Nats>();

beforeAll(async () => {
  for (const name of ['JUNKAN_MONGO_URL', 'JUNKAN_NATS_URL', 'JUNKAN_TEMPORAL_ADDRESS', 'JUNKAN_NAMESPACE']) vi.stubEnv(name, undefined);
  data = await mkdtemp(join(tmpdir(), 'junkan-accounts-'));
  engines = await startOwnEngines({ dataDir: data, log });
  const { passwords } = secretsOf(data);
  for (const name of ACCOUNT_NAMES) {
    const settings = { JUNKAN_MONGO_URL: engines.mongoUrl, JUNKAN_NATS_URL: engines.natsUrl, ...accountSettings(name, passwords) };
    if (databasesOf(NAMESPACE, name).length > 0) mongos.set(name, await connectMongo(settings));
    brokers.set(name, await connectNats(settings, name));
  }
  for (const context of CONTEXT_NAMES) await ensureEventStream(nats(OWNERS[context]), NAMESPACE, context);
});
afterAll(async () => {
  for (const { connection } of brokers.values()) await connection.close();
  for (const client of mongos.values()) await client.close();
  await engines?.stop();
  await rm(data, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

function nats(name: AccountName): Nats {
  const broker = brokers.get(name);
  if (!broker) throw new Error(`${name} is not connected`);
  return broker;
}

const isDone = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => true,
    () => false,
  );

describe('MongoDB', () => {
  const databases = databasesOf(NAMESPACE, OPERATOR);

  test.each(ACCOUNT_NAMES.filter((each) => databasesOf(NAMESPACE, each).length > 0))(
    '%s reads and writes what is its own, and nothing else',
    async (name) => {
      const client = mongos.get(name);
      const acts = {
        read: (database: string) => client?.db(database).collection('commits').find().toArray(),
        write: (database: string) => client?.db(database).collection('commits').insertOne({ by: name }),
        index: (database: string) => client?.db(database).collection('commits').createIndex({ by: 1 }),
        remove: (database: string) => client?.db(database).collection('commits').deleteMany({ by: name }),
        list: (database: string) => client?.db(database).listCollections().toArray(),
      };
      for (const [act, on] of Object.entries(acts)) {
        const done = await Promise.all(
          databases.map(async (database) => ((await isDone(Promise.resolve(on(database)))) ? [database] : [])),
        );
        expect([act, done.flat()]).toEqual([act, databasesOf(NAMESPACE, name)]);
      }
    },
  );

  test.each<[string, Record<string, string>]>([
    ['without a name', {}],
    ['with another’s password', { JUNKAN_MONGO_USERNAME: 'matching', JUNKAN_MONGO_PASSWORD: 'sponsor-registry' }],
    ['with a wrong password', { JUNKAN_MONGO_USERNAME: 'matching', JUNKAN_MONGO_PASSWORD: 'wrong' }],
    ['as the gateway, which has no business here', { JUNKAN_MONGO_USERNAME: 'gateway', JUNKAN_MONGO_PASSWORD: 'gateway' }],
  ])('lets nobody in %s', async (_, { JUNKAN_MONGO_PASSWORD: whose = '', ...given }) => {
    const { passwords } = secretsOf(data);
    const password = whose ? { JUNKAN_MONGO_PASSWORD: passwords[whose as AccountName] ?? whose } : {};
    const asked = async () => {
      const client = await connectMongo({ JUNKAN_MONGO_URL: engines.mongoUrl, ...given, ...password });
      try {
        await client.db('junkan_matching').collection('commits').findOne();
      } finally {
        await client.close();
      }
    };
    await expect(asked()).rejects.toThrow(/auth/i);
  });
});

describe('NATS', () => {
  const ownOf = (name: AccountName) => CONTEXT_NAMES.filter((context) => OWNERS[context] === name);
  const which = async (act: (context: (typeof CONTEXT_NAMES)[number]) => Promise<unknown>) => {
    const done = await Promise.all(CONTEXT_NAMES.map(async (context) => ((await isDone(act(context))) ? [context] : [])));
    return done.flat();
  };

  // What the broker forbids it leaves without an answer: side by side they wait for it once.
  test.concurrent.each(ACCOUNT_NAMES)('%s publishes what happens in its own context, and nothing else', async (name) => {
    expect(await which((context) => nats(name).js.publish(`${NAMESPACE}.events.${context}.thing.Happened`, '{}', SOON))).toEqual(
      ownOf(name),
    );
  });

  test.concurrent.each(PROGRAM_NAMES)('%s says in its own name alone which version it is, and hears all', async (name) => {
    const parts = { nats: nats(name), namespace: NAMESPACE, program: name, recorded: ['Opened'], log: silent };
    const announced = await announceWriter(parts);
    expect([...announced.names]).toEqual([]);
    await announced.close();
    const another = PROGRAM_NAMES.find((each) => each !== name);
    expect(await isDone(nats(name).js.publish(`${NAMESPACE}.replicas.lives.${another}.1`, '{}', SOON))).toBe(false);
  });

  test.concurrent.each(PROGRAM_NAMES)('%s makes, changes, empties and removes no stream of another', async (name) => {
    const { manager } = nats(name);
    const stream = (context: string) => eventStreamName(NAMESPACE, context);
    expect(await which((context) => manager.streams.update(stream(context), { description: name }))).toEqual(ownOf(name));
    expect(await which((context) => manager.streams.purge(stream(context), { seq: 1 }))).toEqual(ownOf(name));
    expect(await which((context) => manager.streams.delete(stream(context)))).toEqual([]);
    expect(await which((context) => manager.streams.deleteMessage(stream(context), 1))).toEqual([]);
    const own = {
      name: `of_${name.replaceAll('-', '_')}`,
      subjects: [`${name}.>`],
      republish: { src: '>', dest: `${NAMESPACE}.events.project.>` },
    };
    expect(await isDone(manager.streams.add(own))).toBe(false);
  });

  test.each(PROGRAM_NAMES)('%s hears neither events past their streams nor what is answered to others', async (name) => {
    const { connection } = nats(name);
    for (const subject of [`${NAMESPACE}.events.>`, '>', '_INBOX.>', `${inboxOf(OPERATOR)}.>`, '$JS.API.>']) {
      const subscription = connection.subscribe(subject);
      const refused = new Promise((resolve) => void subscription.closed.then((error) => resolve(error)));
      expect(await Promise.race([refused, connection.flush().then(() => refused)])).toBeInstanceOf(Error);
    }
  });

  test.each<[string, Record<string, string>]>([
    ['without a name', {}],
    ['with a wrong password', { JUNKAN_NATS_USERNAME: 'matching', JUNKAN_NATS_PASSWORD: 'wrong' }],
  ])('lets nobody in %s', async (_, given) => {
    await expect(connectNats({ JUNKAN_NATS_URL: engines.natsUrl, ...given }, 'stranger')).rejects.toThrow(/authorization/i);
  });
});

test('what an installation keeps is for its owner alone', async () => {
  const rightsOf = (...path: string[]): string => (statSync(join(data, ...path)).mode & 0o777).toString(8);
  expect(rightsOf()).toBe('700');
  expect(rightsOf('secrets')).toBe('700');
  expect(rightsOf('secrets', 'programs.json')).toBe('600');
  const [config = ''] = (await readdir(join(data, 'nats'))).filter((name) => name.endsWith('.conf'));
  expect(rightsOf('nats', config)).toBe('600');
});
