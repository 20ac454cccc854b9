import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { installation, signatures, silent } from '../installation.fixture.ts';
import type { Database } from '../mongo.ts';
import { instant } from '../pure/dates.ts';
import { accounts, deposit, received } from './account.fixture.ts';
import { type Commit, commitKey } from './commit.ts';
import { type EventStore, openEventStore } from './event-store.ts';
import { dailyHeads, digestOver, type Head } from './heads.ts';
import { type Upload, uploads } from './uploads.ts';

// What somebody writes who has the database, and no key.

const { db: databaseOf } = installation();

let db: Database;
let store: EventStore;
const another = (): Promise<EventStore> => openEventStore({ db, signatures, clock: policyClock(true), appended: () => undefined });
const commits = () => db.collection<Commit>('commits');
const give = (stream: string, id: string, to: EventStore = store) =>
  to.execute(accounts, { stream, command: deposit(5n), call: received(id) });
const byDatabase = async (commit: object): Promise<void> => void (await commits().insertOne(commit as Commit));

beforeEach(async () => {
  db = databaseOf(randomUUID().slice(0, 8));
  store = await another();
  for (const stream of ['acc_1', 'acc_2']) for (const number of [1, 2, 3, 4]) await give(stream, `${stream} gift ${number}`);
});

const found = async (stream: string, from: number): Promise<Commit> => {
  const commit = await commits().findOne({ _id: commitKey(stream, from) });
  return commit ?? expect.fail(`${stream} has no ${from}`);
};
async function replaced(stream: string, from: number, change: (commit: Commit) => object): Promise<void> {
  const commit = await found(stream, from);
  await commits().deleteOne({ _id: commit._id });
  await byDatabase(change(structuredClone(commit)));
}

const FORGERIES: Readonly<Record<string, () => Promise<void>>> = {
  'the data of an event': () =>
    replaced('acc_1', 2, (commit) => ({ ...commit, events: [{ ...commit.events[0], data: { amount: '999' } }] })),
  'one event more': () => replaced('acc_1', 4, (commit) => ({ ...commit, to: 5, events: [...commit.events, ...commit.events] })),
  'an event less': () => replaced('acc_1', 2, (commit) => ({ ...commit, events: [] })),
  'its actor': () => replaced('acc_1', 2, (commit) => ({ ...commit, actor: { ...commit.actor, person: 'per_b' } })),
  'the roles of its actor': () => replaced('acc_1', 2, (commit) => ({ ...commit, actor: { ...commit.actor, roles: ['finance.checker'] } })),
  'in whose place it was': () => replaced('acc_1', 2, (commit) => ({ ...commit, given: { for: 'per_b' } })),
  'its command id': () => replaced('acc_1', 2, (commit) => ({ ...commit, commandId: 'another' })),
  'the hash of its request': () => replaced('acc_1', 2, (commit) => ({ ...commit, requestHash: 'another' })),
  'its answer': () => replaced('acc_1', 2, (commit) => ({ ...commit, answer: { status: 'closed' } })),
  'its time': () => replaced('acc_1', 2, (commit) => ({ ...commit, at: instant(0) })),
  'its chain of causes': () => replaced('acc_1', 2, (commit) => ({ ...commit, correlationId: 'another' })),
  'what nothing reads': () => replaced('acc_1', 2, (commit) => ({ ...commit, more: 1 })),
  'who signed it': () => replaced('acc_1', 2, (commit) => ({ ...commit, signedBy: 'thief' })),
  'the spelling of its signature': () => replaced('acc_1', 2, (commit) => ({ ...commit, signature: `${commit.signature}=` })),
  'its signature, which is gone': () => replaced('acc_1', 2, ({ signature: _, ...commit }) => commit),
  'its number, of 64 bits': () => replaced('acc_1', 2, (commit) => ({ ...commit, clockOffset: 5n })),
  'its place with the next one': async () => {
    const [second, third] = [await found('acc_1', 2), await found('acc_1', 3)];
    await commits().deleteMany({ _id: { $in: [second._id, third._id] } });
    await byDatabase({ ...third, _id: second._id, from: 2, to: 2 });
    await byDatabase({ ...second, _id: third._id, from: 3, to: 3 });
  },
  'one that is of another stream': () => replaced('acc_1', 2, () => ({ stream: 'acc_1', from: 2, to: 2, _id: commitKey('acc_1', 2) })),
  'one that was signed for another stream': async () => {
    const other = await found('acc_2', 2);
    await replaced('acc_1', 2, () => ({ ...other, _id: commitKey('acc_1', 2), stream: 'acc_1' }));
  },
  'nothing but that it is gone': async () => void (await commits().deleteOne({ _id: commitKey('acc_1', 2) })),
  'an invented one after the last': async () => {
    const { signature: _, ...last } = await found('acc_1', 4);
    await byDatabase({ ...last, _id: commitKey('acc_1', 5), from: 5, to: 5, commandId: 'invented' });
  },
  'the last once more': async () => {
    const last = await found('acc_1', 4);
    await byDatabase({ ...last, _id: commitKey('acc_1', 5), from: 5, to: 5, commandId: 'invented' });
  },
  'a copy under another key': async () => {
    const second = await found('acc_1', 2);
    await byDatabase({ ...second, _id: 'acc_1@copy', commandId: 'invented' });
  },
};

describe.each(Object.entries(FORGERIES))('a stream of which somebody has changed %s', (_, forge) => {
  test('is neither read nor written by who has not seen it before, and all else goes on', async () => {
    await forge();
    const cold = await another();
    const isAltered = { problem: { kind: 'bug', type: 'RecordIsAltered' } };
    await expect(cold.load(accounts, 'acc_1')).rejects.toMatchObject(isAltered);
    await expect(cold.history('acc_1')).rejects.toMatchObject(isAltered);
    await expect(give('acc_1', 'another', cold)).rejects.toMatchObject(isAltered);
    expect(await give('acc_2', 'another', cold)).toMatchObject({ ok: true, version: 5 });
  });
});

test('200 changes by chance: of any commit, any field at any depth, or its place', async () => {
  let seed = 26;
  const upTo = (count: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % count;
  };
  type Fields = Record<string, unknown>;
  const leaves = (at: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof at === 'object' && at !== null ? Object.entries(at).flatMap(([name, value]) => leaves(value, [...path, name])) : [path];
  const other = (value: unknown): unknown => (typeof value === 'number' ? value + 1 : `${String(value)}!`);
  const believed: string[] = [];
  for (let count = 0; count < 200; count += 1) {
    const commit = await found('acc_1', 1 + upTo(4));
    const changed = structuredClone(commit) as unknown as Fields;
    const paths = leaves(commit).filter(([name]) => name !== '_id' && name !== 'relayed');
    const path = paths[upTo(paths.length)] ?? [];
    const holder = path.slice(0, -1).reduce((at, name) => at[name] as Fields, changed);
    const last = path.at(-1) ?? '';
    const kind = upTo(3);
    if (kind === 0) holder[last] = other(holder[last]);
    else if (kind === 1 && !Array.isArray(holder)) delete holder[last];
    else if (Array.isArray(holder)) holder.push('more');
    else holder[`${last}s`] = holder[last];
    await commits().replaceOne({ _id: commit._id }, changed as unknown as Commit);
    const version = await (await another()).load(accounts, 'acc_1').then(
      (loaded) => loaded.version,
      () => 'refused',
    );
    // Where the last commit says that it is of another stream or place, the end is cut off: no signature shows that, and the heads do.
    if (version !== 'refused' && version !== 3) believed.push(`${kind} ${path.join('.')} of ${commit._id}`);
    await commits().replaceOne({ _id: commit._id }, commit);
  }
  expect(believed).toEqual([]);
  expect(await (await another()).load(accounts, 'acc_1')).toMatchObject({ version: 4 });
});

test('a repeat is answered from a commit that is signed, or not at all', async () => {
  await replaced('acc_1', 4, (commit) => ({ ...commit, answer: { status: 'closed' } }));
  // It knows the state from before, and looks the command up.
  await expect(give('acc_1', 'acc_1 gift 4', await another())).rejects.toThrow('RecordIsAltered');
});

test('a snapshot that somebody has changed is as good as none', async () => {
  for (let count = 0; count < 100; count += 1) await give('acc_1', `more ${count}`);
  const kept = db.collection<{ _id: string; version: number }>('snapshots');
  expect(await kept.findOne({ _id: 'acc_1' })).toMatchObject({ version: 100 });
  const balance = { version: 104, state: { balance: 520n } };
  await kept.updateOne({ _id: 'acc_1' }, { $set: { version: 99 } });
  expect(await (await another()).load(accounts, 'acc_1')).toMatchObject(balance);
  await kept.updateOne({ _id: 'acc_1' }, { $set: { version: 100, state: Buffer.from('nothing') } });
  expect(await (await another()).load(accounts, 'acc_1')).toMatchObject(balance);
});

test('who uploaded a file is what the service has noted', async () => {
  const noted = await uploads(db, signatures);
  const blob = { hash: 'ab'.repeat(32), size: 3, mediaType: 'text/csv' };
  await noted.note(blob, { person: 'per_a', organisation: 'org_a', roles: [] }, instant(0), { name: 'a.csv' });
  expect(await noted.of([blob.hash])).toMatchObject([{ person: 'per_a', name: 'a.csv' }]);
  expect(await noted.sizesOf('org_a')).toEqual(new Map([[blob.hash, 3]]));
  await db.collection<Upload>('uploads').updateOne({ hash: blob.hash }, { $set: { person: 'per_b' } });
  await expect(noted.of([blob.hash])).rejects.toThrow('RecordIsAltered');
  await expect(noted.sizesOf('org_a')).rejects.toThrow('RecordIsAltered');
});

test('what a version stored that did not sign is not begun with until somebody has taken it over', async () => {
  await commits().updateMany({}, { $unset: { signature: '' } } as never);
  await expect(another()).rejects.toThrow('sign-record');
});

describe('the heads of a record', () => {
  const DAY_MS = 86_400_000;
  const published = (stream: string, from: number, relayed: number) =>
    commits().updateOne({ _id: commitKey(stream, from) }, { $set: { relayed } });
  const heads = () => db.collection<Head>('heads').find().sort({ _id: 1 }).toArray();
  async function woken(day: number, streamMade = 'once'): Promise<void> {
    const daily = dailyHeads({ db, signatures, streamMade: async () => streamMade, log: silent, realNow: () => day * DAY_MS });
    daily.wake();
    await daily.close();
  }

  test('say once a day how far the streams were that had gone on since, and follow each other', async () => {
    await woken(1);
    expect(await heads()).toEqual([]);
    await published('acc_1', 1, 1);
    await published('acc_1', 2, 2);
    await woken(2);
    await published('acc_2', 1, 3);
    await woken(2);
    await woken(3);
    await woken(4);
    const [first, second, ...more] = await heads();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ _id: 1, day: '1970-01-03', through: 2, covers: [['acc_1', 2]], before: '' });
    expect(first?.digest).toBe(digestOver([await found('acc_1', 2)]));
    expect(second).toMatchObject({ _id: 2, day: '1970-01-04', through: 3, before: first?.signature });
    expect(signatures.hold('head', second ?? {})).toBe(true);
    expect(signatures.hold('head', { ...first, day: '1970-01-02' } as Head)).toBe(false);
  });

  test('begin again from the first commit where the event stream was made again', async () => {
    for (const from of [1, 2, 3, 4]) await published('acc_1', from, 10 + from);
    await woken(1);
    for (const from of [1, 2, 3, 4]) await published('acc_1', from, from);
    await published('acc_2', 1, 5);
    await woken(2, 'again');
    expect((await heads()).map(({ covers }) => covers)).toEqual([
      [['acc_1', 4]],
      [
        ['acc_1', 4],
        ['acc_2', 1],
      ],
    ]);
  });
});
