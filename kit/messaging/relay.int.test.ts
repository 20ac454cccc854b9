import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { installation, openContext, signatures, signer, silent, until } from '../installation.fixture.ts';
import type { Database } from '../mongo.ts';
import type { Commit } from '../store/commit.ts';
import { readAccounts } from '../views/reading.fixture.ts';
import { give } from './accounts.fixture.ts';
import { ensureEventStream, eventStreamName, type Nats } from './nats.ts';
import { type Relay, startRelay } from './relay.ts';
import { publishedIds } from './scan.ts';

const shared = installation();
type Place = Pick<typeof shared, 'namespace' | 'nats' | 'db'>;

/** Each test has its own event stream and outbox. */
let place: Place;
let bank: Awaited<ReturnType<typeof openContext>>;
let opened: { close(): Promise<void> }[];
const eventStream = () => eventStreamName(place.namespace, 'bank');
const published = () => publishedIds(place.nats, place.namespace, 'bank');
const commits = () => bank.db.collection<Commit>('commits');
const isEmpty = (relay: Relay) => relay.backlog().then(({ unrelayed }) => unrelayed === 0);
const ids = (stream: string, count: number) => Array.from({ length: count }, (_, index) => `${stream}@${index + 1}`);

beforeEach(async () => {
  const part = randomUUID().slice(0, 8);
  place = { namespace: `${shared.namespace}_${part}`, nats: shared.nats, db: (name) => shared.db(`${part}_${name}`) };
  bank = await openContext(place, 'bank');
  opened = [bank.relay];
});
afterEach(async () => {
  for (const each of opened.reverse()) await each.close();
  await shared.nats.manager.streams.delete(eventStream());
});

async function anotherRelay(nats = place.nats, db = bank.db): Promise<Relay> {
  const relay = await startRelay({
    db,
    nats,
    namespace: place.namespace,
    context: 'bank',
    signer,
    signatures,
    log: silent,
  });
  opened.push(relay);
  return relay;
}

async function readBank() {
  const reading = await readAccounts({ natsUrl: inject('natsUrl'), nats: place.nats, namespace: place.namespace });
  opened.push(reading);
  return { ...reading, isQuiet: async () => (await isEmpty(bank.relay)) && (await reading.isQuiet()) };
}

test('what is appended is published in stream order under its own id, and marked with its place', async () => {
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  await until(() => isEmpty(bank.relay));
  expect(await published()).toEqual(ids('acc_1', 3));
  for (const { relayed, stream, from, to } of await commits().find().toArray()) {
    const { header } = (await place.nats.manager.streams.getMessage(eventStream(), { seq: relayed })) ?? {};
    expect(relayed).toBeGreaterThan(0);
    expect(header?.get('Nats-Msg-Id').startsWith(`${stream}@`)).toBe(true);
    expect(from).toBe(to);
  }
});

test('what waits in several streams is published in the order in which it was appended', async () => {
  await bank.relay.close();
  const appended = ['acc_3', 'acc_1', 'acc_2', 'acc_3', 'acc_1'];
  for (const stream of appended) {
    await give(bank.store, stream, 1n);
    await sleep(2);
  }
  await anotherRelay();
  await until(async () => (await published()).length === appended.length);
  expect(await published()).toEqual(['acc_3@1', 'acc_1@1', 'acc_2@1', 'acc_3@2', 'acc_1@2']);
});

test('several relays on one outbox publish each event once', async () => {
  await Promise.all([anotherRelay(), anotherRelay()]);
  const streams = ['acc_1', 'acc_2', 'acc_3', 'acc_4'];
  await Promise.all(streams.map((stream) => give(bank.store, stream, ...Array<bigint>(25).fill(1n))));
  await until(() => isEmpty(bank.relay));
  expect((await published()).sort()).toEqual(streams.flatMap((stream) => ids(stream, 25)).sort());
});

/** Counts what is sent to the broker. */
function counting(nats: Nats): { readonly nats: Nats; sent(): number } {
  let sent = 0;
  const publish: Nats['js']['publish'] = (...message) => {
    sent += 1;
    return nats.js.publish(...message);
  };
  return { nats: { ...nats, js: Object.create(nats.js, { publish: { value: publish } }) }, sent: () => sent };
}

test('of several relays one publishes for all, and another takes its place where it no longer does', async () => {
  await bank.relay.close();
  const [one, other] = [counting(place.nats), counting(place.nats)];
  const relays = [await anotherRelay(one.nats), await anotherRelay(other.nats)] as const;
  for (let version = 1; version <= 60; version += 1) {
    await give(bank.store, 'acc_1', 1n);
    for (const relay of relays) relay.wake();
    if (version % 20 === 0) await until(() => isEmpty(relays[0]));
  }
  expect(await published()).toEqual(ids('acc_1', 60));
  expect(one.sent() + other.sent()).toBeLessThan(90);

  // The one that has published does nothing any more.
  const [gone, left] = one.sent() > other.sent() ? relays : relays.toReversed();
  await gone?.close();
  const before = one.sent() + other.sent();
  await give(bank.store, 'acc_1', 1n, 2n);
  left?.wake();
  await until(() => isEmpty(relays[0]));
  expect(await published()).toEqual(ids('acc_1', 62));
  expect(one.sent() + other.sent()).toBe(before + 2);
});

/** Counts the commits that are read whole. */
function reading(db: Database): { readonly db: Database; read(): number } {
  let read = 0;
  const collection: Database['collection'] = (name: string) => {
    const kept = db.collection(name);
    const find = (...asked: Parameters<typeof kept.find>) => {
      const cursor = kept.find(...asked);
      const toArray = cursor.toArray.bind(cursor);
      cursor.toArray = async () => {
        const found = await toArray();
        read += found.length;
        return found;
      };
      return cursor;
    };
    return Object.create(kept, { find: { value: find } });
  };
  return { db: Object.create(db, { collection: { value: collection } }), read: () => read };
}

test('a relay that leaves what waits to another does not read it', async () => {
  await give(bank.store, 'acc_1', 1n);
  await until(() => isEmpty(bank.relay));
  const [{ nats, sent }, { db, read }] = [counting(place.nats), reading(bank.db)];
  const waiting = await anotherRelay(nats, db);
  for (let version = 2; version <= 60; version += 1) {
    await give(bank.store, 'acc_1', 1n);
    waiting.wake();
  }
  await until(() => isEmpty(bank.relay));
  // It has its turn where the other one was slow: then it publishes what it has read.
  expect(read()).toBeLessThanOrEqual(sent());
});

test('what the broker acknowledged before a crash, but the outbox never heard of, is published once', async () => {
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  await until(() => isEmpty(bank.relay));
  await bank.relay.close();
  await commits().updateMany({ from: { $gte: 2 } }, { $set: { relayed: 0 } });
  const relay = await anotherRelay();
  await until(() => isEmpty(relay));
  expect(await published()).toEqual(ids('acc_1', 3));
  expect((await commits().find().toArray()).every(({ relayed }) => relayed > 0)).toBe(true);
});

test('a deleted event stream is made again and gets everything again; views end the same', async () => {
  const { rows, isQuiet } = await readBank();
  await give(bank.store, 'acc_1', 1n, 2n);
  await give(bank.store, 'acc_2', 5n);
  await until(isQuiet);
  const before = rows();
  await place.nats.manager.streams.delete(eventStream());
  await until(async () => (await published().catch(() => [])).length === 3 && (await isEmpty(bank.relay)));
  await give(bank.store, 'acc_3', 7n);
  await until(async () => rows().length === 3 && (await isQuiet()));
  expect(rows().slice(0, 2)).toEqual(before);
  expect((await published()).sort()).toEqual([...ids('acc_1', 2), ...ids('acc_2', 1), ...ids('acc_3', 1)].sort());
});

test('an event stream that somebody made again, empty, gets everything again, whether the relay is idle or publishing', async () => {
  await give(bank.store, 'acc_1', 1n, 2n, 3n);
  await until(() => isEmpty(bank.relay));
  const remake = async (): Promise<void> => {
    await place.nats.manager.streams.delete(eventStream());
    await ensureEventStream(place.nats, place.namespace, 'bank');
  };
  await remake();
  await until(async () => (await published()).length === 3);
  await remake();
  await give(bank.store, 'acc_1', 4n);
  await until(async () => (await published()).length === 4);
  await until(() => isEmpty(bank.relay));
  expect((await published()).sort()).toEqual(ids('acc_1', 4));
});

describe('an event stream that lost its end while the relay was away', () => {
  /** Makes the stream again with its first messages only, as it is after a power cut. */
  async function cutAfter(count: number): Promise<void> {
    await bank.relay.close();
    const first = Array.from({ length: count }, (_, index) => place.nats.manager.streams.getMessage(eventStream(), { seq: index + 1 }));
    const kept = await Promise.all(first);
    await place.nats.manager.streams.delete(eventStream());
    await ensureEventStream(place.nats, place.namespace, 'bank');
    for (const message of kept) if (message) await place.nats.js.publish(message.subject, message.data, { headers: message.header });
  }
  const giveAndWait = async (relay: Relay, amount: bigint): Promise<void> => {
    await give(bank.store, 'acc_1', amount);
    relay.wake();
    await until(() => isEmpty(relay));
  };

  test('gets that end again, and only that', async () => {
    for (const amount of [1n, 2n, 3n, 4n]) await giveAndWait(bank.relay, amount);
    await cutAfter(2);
    const relay = await anotherRelay();
    await until(async () => (await isEmpty(relay)) && (await published()).length === 4);
    await giveAndWait(relay, 5n);
    expect(await published()).toEqual(ids('acc_1', 5));
    // The third and the fourth went in one batch: the end of a batch shows what is intact.
    expect((await commits().find().sort({ from: 1 }).toArray()).map(({ relayed }) => relayed)).toEqual([1, 2, 4, 4, 5]);
  });

  test('is read again from its beginning by every view, which ends the same', async () => {
    const { rows, view, isQuiet } = await readBank();
    for (const amount of [1n, 2n, 3n]) await giveAndWait(bank.relay, amount);
    await until(isQuiet);
    const [before, token] = [rows(), view.token()];
    await cutAfter(1);
    await anotherRelay();
    await until(async () => view.token() !== token && rows().length === 1 && (await isQuiet()));
    expect(rows()).toEqual(before);
  });
});
