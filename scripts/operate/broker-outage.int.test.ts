import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Engines, startEngines } from '@junkan/infra/embedded/engines.ts';
import { policyClock } from '@junkan/kit/clock.ts';
import { signatures, signer, signers } from '@junkan/kit/installation.fixture.ts';
import { createLog } from '@junkan/kit/log.ts';
import { connectNats } from '@junkan/kit/messaging/connect-nats.ts';
import { feedOf } from '@junkan/kit/messaging/feed.ts';
import { eventStreamName, type Nats, subjectOf } from '@junkan/kit/messaging/nats.ts';
import { startRelay } from '@junkan/kit/messaging/relay.ts';
import { publishedIds } from '@junkan/kit/messaging/scan.ts';
import { connectMongo, type Database, type MongoClient } from '@junkan/kit/mongo.ts';
import { accounts, deposit, received } from '@junkan/kit/store/account.fixture.ts';
import { openEventStore } from '@junkan/kit/store/event-store.ts';
import { readAccounts } from '@junkan/kit/views/reading.fixture.ts';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';

const namespace = `t${randomBytes(6).toString('hex')}`;
const log = createLog('test', 'silent');
let dataDir: string;
let broker: Engines;
let mongo: MongoClient;
let db: Database;
let nats: Nats;
let opened: { close(): Promise<void> }[];
const startBroker = () => startEngines({ dataDir, only: ['nats'], log: { info: () => undefined, warn: () => undefined } });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'junkan-broker-'));
  broker = await startBroker();
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  db = mongo.db(`${namespace}_${randomUUID().slice(0, 8)}`);
  nats = await connectNats({ JUNKAN_NATS_URL: broker.natsUrl }, namespace);
  opened = [];
});
afterEach(async () => {
  for (const each of opened.reverse()) await each.close();
  await nats.connection.close();
  await db.dropDatabase();
  await mongo.close();
  await broker.stop();
  await rm(dataDir, { recursive: true });
});

async function openBank() {
  const relay = await startRelay({ db, nats, namespace, context: 'bank', signer, signatures, log });
  const store = await openEventStore({ db, signatures, clock: policyClock(true), appended: relay.wake });
  opened.push(relay);
  const give = async (...given: readonly bigint[]): Promise<void> => {
    for (const amount of given) await store.execute(accounts, { stream: 'acc_1', command: deposit(amount), call: received(randomUUID()) });
  };
  return { relay, give };
}

/** A view of the accounts. Its function waits until so many events of the account are read. */
async function openViewOfAccounts() {
  const { rows, close } = await readAccounts({ natsUrl: broker.natsUrl, namespace });
  opened.push({ close });
  return async (version: number): Promise<void> => {
    const all = [['acc_1', version, Array.from({ length: version }, (_, index) => String(index + 1))]];
    while (!isDeepStrictEqual(rows(), all)) await sleep(20);
  };
}

test('what is recorded while the broker is down is published, once, and read when it is back', async () => {
  const { relay, give } = await openBank();
  const untilSeen = await openViewOfAccounts();
  await give(1n, 2n);
  await untilSeen(2);
  await broker.stop();
  await give(3n, 4n);
  broker = await startBroker();
  await untilSeen(4);
  await give(5n);
  await untilSeen(5);
  while ((await relay.backlog()).unrelayed > 0) await sleep(20);
  expect(await publishedIds(nats, namespace, 'bank')).toEqual([1, 2, 3, 4, 5].map((version) => `acc_1@${version}`));
});

test('a broker that comes back with nothing is given everything again, and views end the same', async () => {
  const { give } = await openBank();
  const untilSeen = await openViewOfAccounts();
  await give(1n, 2n);
  await untilSeen(2);
  await broker.stop();
  await rm(join(dataDir, 'nats'), { recursive: true });
  await give(3n);
  broker = await startBroker();
  await untilSeen(3);
  while ((await publishedIds(nats, namespace, 'bank').catch(() => [])).length < 3) await sleep(20);
  expect(await publishedIds(nats, namespace, 'bank')).toEqual([1, 2, 3].map((version) => `acc_1@${version}`));
});

test('who reads events over an outage, from where it was each time its reading broke, gets each once and in order', async () => {
  const { give } = await openBank();
  await give(1n);
  const feed = feedOf(nats, namespace, signers, log);
  const stopping = new AbortController();
  opened.push({ close: async () => stopping.abort() });
  const seen: string[] = [];
  let after = 0;
  const reading = (async () => {
    while (!stopping.signal.aborted) {
      try {
        for await (const { stream, version, sequence } of feed.read('bank', after, stopping.signal)) {
          seen.push(`${stream}@${version}`);
          after = sequence;
        }
      } catch {
        await sleep(100);
      }
    }
  })();
  const untilHeard = async (count: number): Promise<void> => {
    while (seen.length < count) await sleep(20);
  };
  await untilHeard(1);
  const { sequence, origin } = await feed.end('bank');
  expect([sequence, after]).toEqual([1, 1]);
  await broker.stop();
  await give(2n, 3n);
  broker = await startBroker();
  await untilHeard(3);
  await give(4n);
  await untilHeard(4);
  expect(seen).toEqual([1, 2, 3, 4].map((version) => `acc_1@${version}`));
  expect(await feed.end('bank')).toEqual({ origin, sequence: 4 });
  stopping.abort();
  await reading;
  // Nothing else reads here, and what was made to read with is gone again.
  const left = await Array.fromAsync(nats.manager.consumers.list(eventStreamName(namespace, 'bank')));
  expect(left.filter(({ config }) => config.durable_name === undefined)).toEqual([]);
});

test('who reads events goes on behind what is none', async () => {
  const { give } = await openBank();
  const untilSeen = await openViewOfAccounts();
  await give(1n);
  await untilSeen(1);
  for (const text of ['no JSON', '{"type":"nothing of ours"}', '[]', 'null'])
    await nats.js.publish(subjectOf(namespace, 'bank', 'account', 'Deposited'), text);
  await give(2n);
  const stopping = new AbortController();
  const seen: string[] = [];
  for await (const { stream, version } of feedOf(nats, namespace, signers, log).read('bank', 0, stopping.signal)) {
    seen.push(`${stream}@${version}`);
    if (version === 2) stopping.abort();
  }
  expect(seen).toEqual(['acc_1@1', 'acc_1@2']);
});

test('a stream that was deleted and made again under the same name is distinguished from the one before', async () => {
  const { give } = await openBank();
  const untilSeen = await openViewOfAccounts();
  await give(1n);
  await untilSeen(1);
  const feed = feedOf(nats, namespace, signers, log);
  const before = await feed.end('bank');
  await nats.manager.streams.delete(eventStreamName(namespace, 'bank'));
  await expect(feed.end('bank')).rejects.toThrow('EventsAreNotThereYet');
  await give(2n);
  await expect
    .poll(() =>
      feed.end('bank').then(
        ({ sequence }) => sequence,
        () => 0,
      ),
    )
    .toBeGreaterThanOrEqual(2);
  expect((await feed.end('bank')).origin).not.toBe(before.origin);
});
