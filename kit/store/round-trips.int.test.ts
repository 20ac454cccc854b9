import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { commander, withNote } from '../grpc/command.ts';
import { signatures, silent } from '../installation.fixture.ts';
import { connectMongo, type Database, type MongoClient } from '../mongo.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { accounts, deposit, received } from './account.fixture.ts';
import { type EventStore, openEventStore } from './event-store.ts';
import { texts } from './texts.ts';

// What the store asks of the database for each thing that is asked of it.

const name = `trips_${randomUUID().slice(0, 8)}`;
let asked: string[] = [];
const counting = {
  counted: (_counter: string, _count: number, attributes: Record<string, unknown>) => asked.push(Object.values(attributes).join(' ')),
} as unknown as Telemetry;

let mongo: MongoClient;
let db: Database;
let store: EventStore;
const another = (): Promise<EventStore> => openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined });

beforeAll(async () => {
  mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') }, counting);
});
beforeEach(async () => {
  db = mongo.db(`${name}_${randomUUID().slice(0, 8)}`);
  store = await another();
  asked = [];
});
afterEach(() => db.dropDatabase());
afterAll(() => mongo.close());

const INSERT = 'insert commits ';
const HAS_NEXT = 'find commits _id';
const READ = 'find commits stream,from';
const give = (stream: string, to: EventStore = store) =>
  to.execute(accounts, { stream, command: deposit(5n), call: received(randomUUID()) });

test('a command that begins a stream is one insert, and so is each on what is known here', async () => {
  await give('acc_1');
  await give('acc_1');
  expect(asked).toEqual([INSERT, INSERT]);
});

test('a command on what is not known here reads it once', async () => {
  await give('acc_1');
  const cold = await another();
  asked = [];
  await give('acc_1', cold);
  expect(asked.filter((each) => each === READ)).toHaveLength(1);
  expect(asked.at(-1)).toBe(INSERT);
});

test('a stream that is known here, or that is not there, is asked for nothing but what follows', async () => {
  await give('acc_1');
  asked = [];
  await store.load(accounts, 'acc_1');
  await store.load(accounts, 'acc_none');
  expect(asked).toEqual([HAS_NEXT, HAS_NEXT]);
});

test('states and histories that are asked for at the same time are one question', async () => {
  const streams = ['acc_1', 'acc_2', 'acc_3'];
  for (const stream of streams) await give(stream);
  await Promise.all(streams.map((stream) => store.history(stream)));
  asked = [];
  await Promise.all(streams.flatMap((stream) => [store.load(accounts, stream), store.history(stream)]));
  expect(asked).toEqual([HAS_NEXT]);
});

describe('a history that was asked for before', () => {
  test('holds what was appended here since, without another reading', async () => {
    await give('acc_1');
    await store.history('acc_1');
    await give('acc_1');
    asked = [];
    expect((await store.history('acc_1')).map(({ from }) => from)).toEqual([1, 2]);
    expect(asked).toEqual([HAS_NEXT]);
  });

  test('holds what others have appended since, of which only that is read', async () => {
    await give('acc_1');
    await store.history('acc_1');
    await give('acc_1', await another());
    expect((await store.history('acc_1')).map(({ from }) => from)).toEqual([1, 2]);
    // What follows a gap that is not known here must not be taken for what follows it.
    await give('acc_1', await another());
    await store.load(accounts, 'acc_1');
    await give('acc_1');
    expect((await store.history('acc_1')).map(({ from }) => from)).toEqual([1, 2, 3, 4]);
  });

  test('is what is stored, value for value', async () => {
    await give('acc_1');
    await store.history('acc_1');
    await give('acc_1');
    const here = JSON.parse(JSON.stringify(await store.history('acc_1')));
    expect(here).toEqual(JSON.parse(JSON.stringify(await (await another()).history('acc_1'))));
  });
});

test('a command that may have words, and has none, is one insert; its words are kept before it', async () => {
  const kept = await texts(db, { clock: policyClock(true), log: silent });
  const run = commander(store, accounts, { FundsAreShort: 'conflict', AccountIsClosed: 'conflict' });
  const say = (words: string) => withNote(run, kept)('acc_1', words, received(randomUUID()), () => deposit(5n));
  asked = [];
  await say('');
  expect(asked).toEqual([INSERT]);
  asked = [];
  await say('for the roof');
  expect(asked).toEqual(['find texts stream,person,text', HAS_NEXT, 'insert texts ', INSERT]);
});

describe('a command that comes again, or that needs something done before it is recorded', () => {
  const prepared = (to: EventStore, commandId: string, prepare: () => Promise<void>) =>
    to.execute(accounts, { stream: 'acc_1', command: deposit(5n), call: received(commandId), prepare });
  const count = () => {
    const calls: true[] = [];
    const prepare = async (): Promise<void> => {
      calls.push(true);
    };
    return { prepare, times: () => calls.length };
  };

  test('is known by the history of a stream that began here, without asking for it', async () => {
    await give('acc_1');
    const { prepare, times } = count();
    asked = [];
    expect(await prepared(store, 'first', prepare)).toMatchObject({ ok: true, version: 2, repeated: false });
    expect(asked).toEqual([HAS_NEXT, INSERT]);
    asked = [];
    expect(await prepared(store, 'first', prepare)).toMatchObject({ ok: true, version: 2, repeated: true });
    expect(asked).toEqual([HAS_NEXT]);
    expect(times()).toBe(1);
  });

  test('is found where another replica has recorded it', async () => {
    await give('acc_1');
    const { prepare, times } = count();
    expect(await prepared(await another(), 'first', prepare)).toMatchObject({ version: 2, repeated: false });
    expect(await prepared(store, 'first', prepare)).toMatchObject({ version: 2, repeated: true });
    expect(await prepared(await another(), 'first', prepare)).toMatchObject({ version: 2, repeated: true });
    expect(times()).toBe(1);
  });
});

test('a state that may be behind is not asked for again, and one that was never seen is loaded', async () => {
  await give('acc_1');
  const cold = await another();
  expect(await cold.known(accounts, 'acc_1')).toMatchObject({ version: 1 });
  await give('acc_1');
  asked = [];
  expect(await cold.known(accounts, 'acc_1')).toMatchObject({ version: 1 });
  expect(asked).toEqual([]);
  expect(await cold.load(accounts, 'acc_1')).toMatchObject({ version: 2 });
});

test('a state that has come to a version at least is not asked for where it is known here so far, and is loaded otherwise', async () => {
  const cold = await another();
  await give('acc_1');
  expect(await cold.from(accounts, 'acc_1', 1)).toMatchObject({ version: 1 });
  asked = [];
  expect(await cold.from(accounts, 'acc_1', 1)).toMatchObject({ version: 1 });
  expect(asked).toEqual([]);
  await give('acc_1');
  expect(await cold.from(accounts, 'acc_1', 2)).toMatchObject({ version: 2 });
});
