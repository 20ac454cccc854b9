import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { installation, signatures } from '../installation.fixture.ts';
import type { Database } from '../mongo.ts';
import { accounts, close, deposit, received, withdraw } from './account.fixture.ts';
import type { Commit } from './commit.ts';
import { type EventStore, openEventStore } from './event-store.ts';

const { db: databaseOf } = installation();

let db: Database;
let store: EventStore;
/** What a replica is, or the same service after a restart: nothing cached, the same database. */
const another = (): Promise<EventStore> => openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined });
const stream = 'acc_1';

beforeEach(async () => {
  db = databaseOf(randomUUID().slice(0, 8));
  store = await another();
});

const give = (amount: bigint, id: string = randomUUID(), to: EventStore = store) =>
  to.execute(accounts, { stream, command: deposit(amount), call: received(id) });

/** Every commit begins where the one before it ended. */
async function expectNoGap(): Promise<void> {
  const commits = await store.history(stream);
  expect(commits.map(({ from }) => from)).toEqual([1, ...commits.slice(0, -1).map(({ to }) => to + 1)]);
}

test('what was appended is read back, by this store and by a new one', async () => {
  expect(await give(5n)).toMatchObject({ ok: true, version: 1, status: 'holds 5', repeated: false });
  expect(await give(7n)).toMatchObject({ ok: true, version: 2, status: 'holds 12' });
  const state = { balance: 12n, moves: 2, closed: false };
  expect(await store.load(accounts, stream)).toEqual({ version: 2, state });
  expect(await (await another()).load(accounts, stream)).toEqual({ version: 2, state });
});

test('a stream is what it was begun as: as another kind of thing it is not there, nor does it become that', async () => {
  const ledgers = { ...accounts, aggregate: 'ledger', codec: { ...accounts.codec, decode: () => expect.fail('it is no ledger') } };
  await give(5n);
  const absent = { version: 0, state: accounts.initial };
  expect(await store.load(ledgers, stream)).toEqual(absent);
  expect(await (await another()).load(ledgers, stream)).toEqual(absent);
  expect(await store.load(accounts, 'acc_none')).toEqual(absent);
  expect(await store.load(accounts, stream)).toMatchObject({ version: 1 });
});

test('a commit says who caused it, in which chain, at which policy time', async () => {
  const clock = policyClock(true, { realNow: () => 0 });
  clock.adopt(1_000);
  await give(1n, 'command', await openEventStore({ db, signatures, clock, appended: () => undefined }));
  const [commit] = await store.history(stream);
  expect(commit).toMatchObject({
    actor: { person: 'per_a' },
    correlationId: 'chain of command',
    causationId: 'a test',
    at: '1970-01-01T00:00:01.000Z',
    clockOffset: 1_000,
    relayed: 0,
  });
});

test('of ten writers at once, on as many replicas, none loses its event and no version is missing', async () => {
  const replicas = await Promise.all(Array.from({ length: 10 }, another));
  const amounts = replicas.map((_, index) => BigInt(index + 1));
  // A contended writer is refused and repeats the same command, as callers do.
  const persist = async (replica: EventStore, amount: bigint): Promise<void> => {
    while (!(await give(amount, `gift ${amount}`, replica)).ok);
  };
  await Promise.all(replicas.map((replica, index) => persist(replica, amounts[index] ?? 0n)));
  expect(await store.load(accounts, stream)).toMatchObject({ version: 10, state: { balance: 55n, moves: 10 } });
  await expectNoGap();
});

test('two withdrawals at once never take what is there only once', async () => {
  await give(10n);
  const replicas = [store, await another(), await another()];
  const call = (index: number) => received(`withdrawal ${index}`);
  const taken = await Promise.all(
    replicas.map((replica, index) => replica.execute(accounts, { stream, command: withdraw(10n), call: call(index) })),
  );
  expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await store.load(accounts, stream)).toMatchObject({ state: { balance: 0n } });
});

describe('a command that comes again under its id', () => {
  test('is answered as before, also after the state has moved on and by a store that has never seen it', async () => {
    await give(5n, 'first');
    await give(7n, 'second');
    for (const replica of [store, await another()])
      expect(await give(5n, 'first', replica)).toMatchObject({ ok: true, version: 1, status: 'holds 5', repeated: true });
    expect(await store.load(accounts, stream)).toMatchObject({ version: 2 });
  });

  test('is answered as before where it would be refused by now', async () => {
    await give(5n);
    const command = { stream, command: withdraw(5n), call: received('withdrawal', { expectedVersion: 1 }) };
    expect(await store.execute(accounts, command)).toMatchObject({ ok: true, version: 2, repeated: false });
    expect(await store.execute(accounts, command)).toMatchObject({ ok: true, version: 2, status: 'holds 0', repeated: true });
  });

  test('takes effect once when all its copies come at the same time', async () => {
    const replicas = await Promise.all(Array.from({ length: 6 }, another));
    const answers = await Promise.all(replicas.map((replica) => give(5n, 'first', replica)));
    expect(answers.map((answer) => answer.ok && [answer.version, answer.status])).toEqual(Array(6).fill([1, 'holds 5']));
    expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1);
    expect(await store.history(stream)).toHaveLength(1);
  });

  test('with another request is a conflict, and is not carried out', async () => {
    await give(5n, 'first');
    for (const replica of [store, await another()])
      expect(
        await replica.execute(accounts, { stream, command: deposit(9n), call: received('first', { requestHash: 'another' }) }),
      ).toEqual({ ok: false, rejection: { type: 'CommandIdWasUsedForAnotherRequest', commandId: 'first' } });
    expect(await store.load(accounts, stream)).toMatchObject({ version: 1 });
  });

  test('after a refusal is decided again', async () => {
    const command = { stream, command: withdraw(5n), call: received('withdrawal') };
    expect(await store.execute(accounts, command)).toEqual({ ok: false, rejection: { type: 'FundsAreShort', missing: 5n } });
    await give(5n);
    expect(await store.execute(accounts, command)).toMatchObject({ ok: true, status: 'holds 0', repeated: false });
  });
});

test('a caller that insists on a version is refused at any other', async () => {
  await give(5n);
  await give(5n);
  const at = (expectedVersion: number) =>
    store.execute(accounts, { stream, command: deposit(1n), call: received(randomUUID(), { expectedVersion }) });
  expect(await at(1)).toEqual({ ok: false, rejection: { type: 'VersionIsNotExpected', expected: 1, actual: 2 } });
  expect(await at(3)).toEqual({ ok: false, rejection: { type: 'VersionIsNotExpected', expected: 3, actual: 2 } });
  expect(await at(2)).toMatchObject({ ok: true, version: 3 });
});

test('what is so already is accepted and recorded nowhere', async () => {
  const closing = (id: string) => store.execute(accounts, { stream, command: close, call: received(id) });
  expect(await closing('first')).toMatchObject({ ok: true, version: 1, repeated: false });
  expect(await closing('second')).toMatchObject({ ok: true, version: 1, status: 'closed', repeated: true });
  expect(await store.history(stream)).toHaveLength(1);
});

describe('a store whose cached state is stale', () => {
  let ahead: EventStore;
  beforeEach(async () => {
    await give(5n);
    ahead = await another();
  });

  test('does not refuse what the newest state allows', async () => {
    await give(5n, 'elsewhere', ahead);
    const call = received('withdrawal');
    expect(await store.execute(accounts, { stream, command: withdraw(10n), call })).toMatchObject({ ok: true, version: 3 });
  });

  test('does not accept what the newest state refuses', async () => {
    await ahead.execute(accounts, { stream, command: withdraw(5n), call: received('elsewhere') });
    const call = received('withdrawal');
    expect(await store.execute(accounts, { stream, command: withdraw(5n), call })).toMatchObject({
      ok: false,
      rejection: { type: 'FundsAreShort' },
    });
  });

  test('insists on the newest version, not on the one that it knows', async () => {
    await give(5n, 'elsewhere', ahead);
    const at = (expectedVersion: number) =>
      store.execute(accounts, { stream, command: deposit(1n), call: received(randomUUID(), { expectedVersion }) });
    expect(await at(1)).toMatchObject({ ok: false, rejection: { expected: 1, actual: 2 } });
    expect(await at(2)).toMatchObject({ ok: true, version: 3 });
  });
});

describe('after 250 events', () => {
  beforeEach(async () => {
    for (let index = 0; index < 250; index += 1) await give(1n, `gift ${index}`);
  });

  test('a cold store folds from the newest snapshot; one with another fold does not use it', async () => {
    // A commit before the snapshot is not what was signed, which is noticed where it is read.
    await db.collection<Commit>('commits').updateMany({ stream, from: { $lte: 200 } }, { $set: { 'events.0.type': 'Garbled' } });
    expect(await (await another()).load(accounts, stream)).toMatchObject({ version: 250, state: { balance: 250n, moves: 250 } });
    await expect((await another()).load({ ...accounts, foldVersion: '2' }, stream)).rejects.toThrow('RecordIsAltered');
  });

  test('another fold reads all of them again', async () => {
    const doubled = { ...accounts, foldVersion: '2', initial: { ...accounts.initial, balance: 1_000n } };
    const changed = await another();
    expect(await changed.load(doubled, stream)).toMatchObject({ version: 250, state: { balance: 1_250n } });
  });
});

describe('what a newer version has recorded', () => {
  /** The same accounts in a version that can freeze them. */
  const encode: typeof accounts.codec.encode = (event) =>
    event.type === 'Closed' ? { type: 'Frozen', schema: 1, data: {} } : accounts.codec.encode(event);
  const newer = { ...accounts, codec: { ...accounts.codec, encode } };
  const isNewer = { problem: { kind: 'unavailable', type: 'EventIsNotRecognised', data: { event: 'Frozen', item: 'acc_1@0000000002' } } };

  test('is shown as it was before, and nothing is decided on it, by a store that knew it before and by one that did not', async () => {
    await give(5n);
    expect(await (await another()).execute(newer, { stream, command: close, call: received('freeze') })).toMatchObject({
      ok: true,
      version: 2,
    });
    for (const old of [store, await another()]) {
      expect(await old.read(accounts, stream)).toMatchObject({ version: 1, state: { balance: 5n }, commits: [{ to: 1 }] });
      expect(await old.history(stream)).toHaveLength(2);
      await expect(old.load(accounts, stream)).rejects.toMatchObject(isNewer);
      await expect(give(1n, 'more', old)).rejects.toMatchObject(isNewer);
      expect(await old.execute(accounts, { stream: 'acc_2', command: deposit(1n), call: received(randomUUID()) })).toMatchObject({
        ok: true,
      });
    }
    expect(await store.history(stream)).toHaveLength(2);
  });

  test('in a schema that is newer than any that is known is not recognised either', async () => {
    await give(5n);
    const later: typeof encode = (event) => ({ ...accounts.codec.encode(event), schema: 3 });
    const changed = { ...accounts, codec: { ...accounts.codec, encode: later } };
    await (await another()).execute(changed, { stream, command: deposit(1n), call: received('later') });
    await expect(store.load(accounts, stream)).rejects.toThrow('EventIsNotRecognised');
    expect(await store.read(accounts, stream)).toMatchObject({ version: 1 });
  });
});

test('an event of an older schema is read as one of today', async () => {
  await give(5n);
  const old = { type: 'Deposited', schema: 1, data: { cents: 3 } };
  const [commit] = await store.history(stream);
  await db.collection<Commit>('commits').replaceOne({ stream }, signatures.sign('commit', { ...commit, events: [old] }) as Commit);
  const cold = await another();
  expect(await cold.load(accounts, stream)).toMatchObject({ version: 1, state: { balance: 3n } });
  await give(1n, 'newer', cold);
  expect((await cold.history(stream)).map(({ events }) => events[0]?.schema)).toEqual([1, 2]);
});

test('what not all who read it know is refused, with nothing prepared and nothing recorded, until they do; what was recorded before is answered as then', async () => {
  await give(5n, 'before');
  let names: ReadonlySet<string> = new Set(['Withdrawn', 'Deposited.amount=7', 'Deposited.limit']);
  const withheld = {
    get names() {
      return names;
    },
  };
  const newer = await openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined, withheld });
  const prepared: string[] = [];
  const prepare = async (): Promise<void> => void prepared.push('once');
  const take = () => newer.execute(accounts, { stream, command: withdraw(1n), call: received('take'), prepare });
  const refusedFor = (what: string) => ({ problem: { kind: 'unavailable', type: 'NotYetEverywhere', data: { what } } });
  await expect(take()).rejects.toMatchObject(refusedFor('Withdrawn'));
  await expect(give(7n, 'seven', newer)).rejects.toMatchObject(refusedFor('Deposited.amount=7'));
  expect(await give(6n, 'six', newer)).toMatchObject({ ok: true, version: 2 });
  expect([prepared, (await newer.history(stream)).length]).toEqual([[], 2]);

  names = new Set();
  expect(await take()).toMatchObject({ ok: true, version: 3, repeated: false });
  names = new Set(['Withdrawn', 'Deposited']);
  expect(await take()).toMatchObject({ ok: true, version: 3, repeated: true });
  expect(
    await give(5n, 'before', await openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined, withheld })),
  ).toMatchObject({
    repeated: true,
  });
});
