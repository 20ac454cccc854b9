import { randomUUID } from 'node:crypto';
import { policyClock } from '@junkan/kit/clock.ts';
import { EICAR, fakeClamd } from '@junkan/kit/files/clamd.fixture.ts';
import { clamd } from '@junkan/kit/files/scanner.ts';
import { installation, signatures, until } from '@junkan/kit/installation.fixture.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { blobs } from '@junkan/kit/store/blobs.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openScans, type Pace, type Scans, type Verdict } from './scans.ts';

const { db: databaseOf } = installation();
const DAY_MS = 86_400_000;
const PACE: Pace = { whileUploadedMs: 300, laterMs: 300, retryMs: 50 };
/** That nothing else is to come is not waited for longer than this. */
const A_WHILE_MS = 200;

/** A scanner, what is kept, and what says what was found in it, as a service has them. */
async function installed() {
  const db: Database = databaseOf(randomUUID().slice(0, 8));
  const fake = await fakeClamd(1_000_000);
  let days = 0;
  const clock = policyClock(true, { realNow: () => Date.UTC(2026, 11, 1) + days * DAY_MS });
  const said: { readonly level: 'warn' | 'error'; readonly hash?: string; readonly found?: string }[] = [];
  const log = {
    warn: (facts: object) => void said.push({ level: 'warn', ...facts }),
    error: (facts: object) => void said.push({ level: 'error', ...facts }),
  } as never;
  const kept = await blobs(db, log);
  const opened: Scans[] = [];
  const open = async (isScanning = true): Promise<Scans> => {
    const scanner = isScanning ? clamd(fake.address) : undefined;
    const scans = await openScans({ db, signatures, blobs: kept, scanner, clock, log, pace: PACE });
    opened.push(scans);
    return scans;
  };
  return {
    db,
    fake,
    said,
    verdicts: db.collection<Verdict>('scans'),
    open,
    /** As an upload is taken. */
    async upload(scans: Scans, text: string) {
      const bytes = Buffer.from(text);
      const first = await scans.first(bytes);
      if (first?.state === 'infected') return { first };
      const { hash } = await kept.put([bytes], 'text/plain');
      return { first, hash, state: await scans.kept(hash, first) };
    },
    put: async (text: string): Promise<string> => (await kept.put([Buffer.from(text)], 'text/plain')).hash,
    later(by: number): void {
      days += by;
    },
    async close(): Promise<void> {
      for (const each of opened) each.close();
      await fake.leave();
    },
  };
}

let its: Awaited<ReturnType<typeof installed>>;
beforeEach(async () => {
  its = await installed();
});
afterEach(() => its.close());

const stateOf = async (scans: Scans, hash: string) => (await scans.of([hash])).get(hash)?.state;
const comes = (scans: Scans, hash: string, state: string | undefined) => until(async () => (await stateOf(scans, hash)) === state);
const held = (hash: string, state: string) => ({ problem: { kind: 'conflict', type: 'FileIsHeld', data: { hashes: [hash], state } } });
const uploaded = async (scans: Scans, text: string) => {
  const { hash, state } = await its.upload(scans, text);
  return { hash: hash ?? expect.fail('it was refused'), state };
};

test('without a scanner nothing is said of a file, and none is held', async () => {
  const scans = await its.open(false);
  const { first, hash = '', state } = await its.upload(scans, EICAR);
  expect([first, state, await scans.of([hash])]).toEqual([undefined, undefined, new Map()]);
  await scans.requireFree([hash]);
  expect(its.fake.files).toEqual([]);
});

test('a file is scanned before it is kept: one in which something is found is not, and the other is free at once', async () => {
  const scans = await its.open();
  expect(await its.upload(scans, `a report ${EICAR}`)).toEqual({ first: { state: 'infected', found: 'Eicar-Test-Signature' } });
  expect(await its.verdicts.countDocuments()).toBe(0);
  expect(its.said).toMatchObject([{ level: 'warn', found: 'Eicar-Test-Signature' }]);
  const { hash, state } = await uploaded(scans, 'a report');
  expect(state).toBe('clean');
  await scans.requireFree([hash]);
  expect(its.fake.files).toHaveLength(2);
});

test('while the scanner is away a file is taken and held, and free once it is back', async () => {
  const scans = await its.open();
  await its.fake.leave();
  const { hash, state } = await uploaded(scans, 'a report');
  expect(state).toBe('pending');
  await expect(scans.requireFree([hash])).rejects.toMatchObject(held(hash, 'pending'));
  expect([scans.waiting(), await scans.infected()]).toEqual([1, 0]);
  // Nobody asks for it meanwhile.
  await its.fake.comeBack();
  await until(async () => (await its.verdicts.countDocuments()) === 1);
  expect(await stateOf(scans, hash)).toBe('clean');
  await scans.requireFree([hash]);
});

test('what is found in a held file holds it for good', async () => {
  const scans = await its.open();
  its.fake.silent(true);
  const { hash, state } = await uploaded(scans, `a report ${EICAR}`);
  expect(state).toBe('pending');
  its.fake.silent(false);
  await comes(scans, hash, 'infected');
  await expect(scans.requireFree([hash])).rejects.toMatchObject(held(hash, 'infected'));
  expect([scans.waiting(), await scans.infected()]).toEqual([0, 1]);
  expect(its.said).toContainEqual(expect.objectContaining({ level: 'error', hash, found: 'Eicar-Test-Signature' }));
});

test('of what was kept before there was a scanner each is held until it is scanned', async () => {
  const [plain, bad] = [await its.put('a plan'), await its.put(`a plan ${EICAR}`)];
  const scans = await its.open();
  await expect(scans.requireFree([plain, bad])).rejects.toMatchObject({ problem: { data: { hashes: [plain, bad], state: 'pending' } } });
  await comes(scans, plain, 'clean');
  await comes(scans, bad, 'infected');
});

test('one that the scanner does not take stays held, and keeps no other waiting', async () => {
  const large = await its.put('a'.repeat(1_000_001));
  const others = await Promise.all(Array.from({ length: 5 }, (_, at) => its.put(`plan ${at}`)));
  const scans = await its.open();
  await scans.of([large, ...others]);
  for (const hash of others) await comes(scans, hash, 'clean');
  expect(await stateOf(scans, large)).toBe('pending');
});

test('a scanner that is away is asked for few of the files that wait, until it is back', async () => {
  const many = await Promise.all(Array.from({ length: 30 }, (_, at) => its.put(`plan ${at}`)));
  const scans = await its.open();
  await its.fake.leave();
  await scans.of(many);
  await until(() => its.said.length >= 3);
  const soon = its.said.length;
  await new Promise((resolve) => setTimeout(resolve, A_WHILE_MS));
  // Three in each round, and a round each 50 ms.
  expect([soon, its.said.length]).toEqual([3, expect.toSatisfy((count: number) => count <= 3 * (A_WHILE_MS / PACE.retryMs + 2))]);
  await its.fake.comeBack();
  await until(async () => (await its.verdicts.countDocuments({ state: 'clean' })) === many.length);
});

describe('a verdict grows old', () => {
  const BAD = 'a macro that nobody knew';

  test('after a week who asks for a file has it scanned again, and what is found then holds it', async () => {
    const scans = await its.open();
    const { hash } = await uploaded(scans, BAD);
    its.fake.learn(BAD, 'Doc.Dropper.Agent-1');
    its.later(6);
    await scans.requireFree([hash]);
    its.later(2);
    // The old verdict holds until there is another.
    await scans.requireFree([hash]);
    await comes(scans, hash, 'infected');
    expect(await its.verdicts.findOne({ _id: hash })).toMatchObject({ found: 'Doc.Dropper.Agent-1', since: '2026-12-09T00:00:00.000Z' });
  });

  test('what was found by mistake is free a day later, once the scanner has learnt better', async () => {
    const scans = await its.open();
    its.fake.learn(BAD, 'Doc.Dropper.Agent-1');
    const hash = await its.put(BAD);
    await comes(scans, hash, 'infected');
    its.later(2);
    await scans.of([hash]);
    await until(async () => (await its.verdicts.findOne({ _id: hash }))?.at === '2026-12-03T00:00:00.000Z');
    // Since when it was found stays.
    expect(await its.verdicts.findOne({ _id: hash })).toMatchObject({ state: 'infected', since: '2026-12-01T00:00:00.000Z' });
    its.fake.forget(BAD);
    its.later(2);
    await comes(scans, hash, 'clean');
    await scans.requireFree([hash]);
  });

  test('what is found as the same bytes come again holds those that are kept', async () => {
    const scans = await its.open();
    const { hash } = await uploaded(scans, BAD);
    its.fake.learn(BAD, 'Doc.Dropper.Agent-1');
    expect(await its.upload(scans, BAD)).toEqual({ first: { state: 'infected', found: 'Doc.Dropper.Agent-1' } });
    await expect(scans.requireFree([hash])).rejects.toMatchObject(held(hash, 'infected'));
  });

  test('while the scanner is away the last verdict holds, also of what comes again', async () => {
    const scans = await its.open();
    const plain = await uploaded(scans, 'a plan');
    const bad = await its.put(EICAR);
    await comes(scans, bad, 'infected');
    await its.fake.leave();
    its.later(30);
    expect((await uploaded(scans, EICAR)).state).toBe('infected');
    await scans.requireFree([plain.hash]);
    await expect(scans.requireFree([bad])).rejects.toMatchObject(held(bad, 'infected'));
  });
});

test('where the scanner is taken away what was found holds on, and nothing else is held', async () => {
  const scans = await its.open();
  const bad = await its.put(EICAR);
  await comes(scans, bad, 'infected');
  const without = await its.open(false);
  const { hash, state } = await uploaded(without, 'a later plan');
  expect(state).toBeUndefined();
  await without.requireFree([hash]);
  await expect(without.requireFree([bad])).rejects.toMatchObject(held(bad, 'infected'));
});

test.each<[string, (verdict: Verdict) => object]>([
  ['its state', () => ({ state: 'clean', found: '' })],
  ['its time', () => ({ at: '2099-01-01T00:00:00.000Z' })],
  ['its signature, which is gone', () => ({ state: 'clean', found: '', signature: '', signedBy: '' })],
  ['the file that it was of', (verdict) => ({ ...verdict, signature: verdict.signature })],
])('who writes to the database releases no file: %s', async (what, change) => {
  const scans = await its.open();
  const [plain, bad] = [await its.put('a plan'), await its.put(EICAR)];
  await comes(scans, bad, 'infected');
  await comes(scans, plain, 'clean');
  const from = await its.verdicts.findOne({ _id: what.includes('file') ? plain : bad });
  const { _id: _, ...changed } = change(from ?? expect.fail('there is no verdict')) as Partial<Verdict>;
  await its.verdicts.updateOne({ _id: bad }, { $set: changed });
  const cold = await its.open();
  await expect(cold.requireFree([bad])).rejects.toThrow('RecordIsAltered');
  await cold.requireFree([plain]);
  // What is gone is held, as what has no verdict.
  await its.verdicts.deleteOne({ _id: bad });
  await expect(cold.requireFree([bad])).rejects.toMatchObject(held(bad, 'pending'));
  await comes(cold, bad, 'infected');
});
