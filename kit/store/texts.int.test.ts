import { randomUUID } from 'node:crypto';
import type { Actor } from '@junkan/proto/actor.ts';
import { beforeEach, expect, test } from 'vitest';
import { policyClock } from '../clock.ts';
import { installation, silent as log, signatures } from '../installation.fixture.ts';
import type { Database } from '../mongo.ts';
import { accounts, close, deposit, received, withdraw } from './account.fixture.ts';
import type { Commit } from './commit.ts';
import { type EventStore, openEventStore } from './event-store.ts';
import { draftWords, eraseTextsOf, type KeptText, texts as openTexts, type Texts } from './texts.ts';
import { inWords } from './words.ts';

const { db: databaseOf } = installation();
const stream = 'acc_1';
const by: Actor = { person: 'per_a', organisation: 'org_a', roles: [] };

let db: Database;
let store: EventStore;
let texts: Texts;
beforeEach(async () => {
  db = databaseOf(randomUUID().slice(0, 8));
  const clock = policyClock(true, { realNow: () => 0 });
  store = await openEventStore({ db, signatures, clock, appended: () => undefined });
  texts = await openTexts(db, { clock, log });
});
const kept = () => db.collection<KeptText>('texts').find().toArray();

test('of a command that is refused, or that asks for what is so already, no text is kept', async () => {
  const { keep } = await texts.draft('give me all', { stream, by });
  await store.execute(accounts, { stream, command: withdraw(1n), call: received('refused'), prepare: keep });
  expect(await kept()).toEqual([]);
  await store.execute(accounts, { stream, command: close, call: received('first') });
  await store.execute(accounts, { stream, command: close, call: received('again'), prepare: keep });
  expect(await kept()).toEqual([]);
});

test('of an accepted command the text is kept once, with its author, its stream and its time, however often it comes', async () => {
  const give = async (): Promise<unknown> => {
    const { keep } = await texts.draft('for the canal', { stream, by });
    return store.execute(accounts, { stream, command: deposit(5n), call: received('gift'), prepare: keep });
  };
  for (let time = 0; time < 3; time += 1) expect(await give()).toMatchObject({ ok: true, version: 1 });
  const about = { text: 'for the canal', person: 'per_a', stream, at: '1970-01-01T00:00:00.000Z' };
  expect(await kept()).toEqual([expect.objectContaining(about)]);
});

test('a text under a command id that was used for another request is not kept', async () => {
  await store.execute(accounts, { stream, command: deposit(5n), call: received('gift') });
  const { keep } = await texts.draft('another request', { stream, by });
  const call = received('gift', { requestHash: 'another' });
  await store.execute(accounts, { stream, command: deposit(6n), call, prepare: keep });
  expect(await kept()).toEqual([]);
});

test('what fails while it is prepared leaves nothing recorded', async () => {
  const prepare = () => Promise.reject(new Error('out of reach'));
  const call = received('gift');
  await expect(store.execute(accounts, { stream, command: deposit(5n), call, prepare })).rejects.toThrow('out of reach');
  expect(await store.history(stream)).toEqual([]);
});

test('the same words of a person about a stream have one name; those of others, or about another stream, have their own', async () => {
  const named = async (text: string, about = { stream, by }) => {
    const draft = await texts.draft(text, about);
    await draft.keep?.();
    return draft.reference;
  };
  const first = await named('yes');
  expect(await named('yes')).toBe(first);
  const others = [
    await named('no'),
    await named('yes', { stream: 'acc_2', by }),
    await named('yes', { stream, by: { ...by, person: 'per_b' } }),
  ];
  expect(new Set([first, ...others]).size).toBe(4);
  expect(await texts.draft('', { stream, by })).toEqual({ reference: '', keep: undefined });
});

test('several texts are named at once, the same words once, and are kept once their command is accepted', async () => {
  const words = ['why', '', 'how', 'why'];
  const { references, keep } = await draftWords(texts, words, { stream, by });
  expect(references[3]).toBe(references[0]);
  expect(new Set(references).size).toBe(3);
  expect(references[1]).toBe('');
  expect(await texts.read(references)).toEqual(new Map());
  await keep();
  const kept = await texts.read(references);
  expect(references.map((reference) => kept.get(reference) ?? '')).toEqual(words);
  expect((await draftWords(texts, words, { stream, by })).references).toEqual(references);
});

test('words are in the place of their references; erased ones leave nothing but a mark, and what only looks like a reference stays', async () => {
  const [said, erased] = await Promise.all(['said', 'erased'].map((text) => texts.draft(text, { stream, by })));
  await said?.keep?.();
  const message = {
    title: said?.reference,
    rounds: [
      { note: said?.reference, erased: false },
      { note: erased?.reference, erased: false },
    ],
  };
  expect(await inWords(texts, message)).toEqual({
    title: said?.reference,
    rounds: [
      { note: 'said', erased: false },
      { note: '', erased: true },
    ],
  });
});

test('a text that is not the one that was named is not returned', async () => {
  const { reference, keep } = await texts.draft('forty', { stream, by });
  await keep?.();
  await db.collection<KeptText>('texts').updateOne({ _id: reference }, { $set: { text: 'fifty' } });
  await expect(texts.read([reference])).rejects.toMatchObject({ problem: { kind: 'bug', type: 'ContentIsDamaged' } });
});

test('erasing a person leaves the words of others and every event, and says how many texts went', async () => {
  const say = async (text: string, about = { stream, by }, id = text) => {
    const draft = await texts.draft(text, about);
    await store.execute(accounts, { stream, command: deposit(1n), call: received(id), prepare: draft.keep });
    return draft.reference;
  };
  const [mine, again, others] = [await say('mine'), await say('and this'), await say('theirs', { stream, by: { ...by, person: 'per_b' } })];
  expect(await eraseTextsOf(db, 'per_a')).toBe(2);
  expect(await eraseTextsOf(db, 'per_a')).toBe(0);
  expect(await texts.read([mine, again, others])).toEqual(new Map([[others, 'theirs']]));
  expect(await store.load(accounts, stream)).toMatchObject({ version: 3 });
});

test('erasing finds the texts of a person that an earlier version kept without a name, by the events that name them', async () => {
  const draft = await texts.draft('long ago', { stream, by });
  await draft.keep?.();
  await db.collection<KeptText>('texts').updateOne({ _id: draft.reference }, { $unset: { person: '' } });
  await store.execute(accounts, { stream, command: deposit(1n), call: received('old') });
  await db.collection<Commit>('commits').updateOne({ stream }, { $set: { 'events.0.data.note': draft.reference } });
  expect(await eraseTextsOf(db, 'per_a')).toBe(1);
});

test('of a stream that has one text the newest is returned, the one before is gone, and erasing its person leaves none', async () => {
  for (const text of ['Ann Lee', 'Ann Mori', 'Ann Lee', 'Ann Lee']) {
    await texts.replace(text, { stream: 'per_1', by });
    expect(await texts.about(['per_1', 'per_2'])).toEqual(new Map([['per_1', text]]));
    expect(await kept()).toHaveLength(1);
  }
  await texts.replace('Ben Ito', { stream: 'per_2', by: { ...by, person: 'per_b' } });
  expect(await eraseTextsOf(db, 'per_a')).toBe(1);
  expect(await texts.about(['per_1', 'per_2'])).toEqual(new Map([['per_2', 'Ben Ito']]));
});
