import type { Database } from '@junkan/kit/mongo.ts';
import { MongoServer, memoryMongo } from '@junkan/kit/testing/memory-mongo.fixture.ts';
import { atOnce } from '@junkan/kit/testing/turn.fixture.ts';
import { beforeEach, expect, test } from 'vitest';
import type { Recorded, Stored } from './facts.ts';
import { restingOnInfected } from './held-files.ts';
import { event } from './recorded.fixture.ts';

const [BAD, PLAIN] = ['b'.repeat(64), 'a'.repeat(64)];
const [BEFORE, SOON, AFTER] = ['2026-12-01T09:00:00.000Z', '2026-12-01T10:00:30.000Z', '2026-12-01T10:02:00.000Z'];

let db: Database;
beforeEach(async () => {
  db = memoryMongo(new MongoServer(), atOnce).db('project');
  const found = { state: 'infected', since: '2026-12-01T10:00:00.000Z' };
  await db
    .collection<{ _id: string }>('scans')
    .insertMany([{ _id: BAD, ...found } as never, { _id: PLAIN, state: 'clean', since: BEFORE } as never]);
});

/** What is found in streams of these events, each with its number in its stream. */
async function faultsOf(...streams: readonly (readonly Recorded[])[]): Promise<string[]> {
  const byStream = new Map(streams.map((events, at) => [`str_${at}`, events.map((each, place) => ({ ...each, version: place + 1 }))]));
  const faults = await restingOnInfected({ project: { byStream } } as unknown as Stored, db, ['MilestoneReportSubmitted']);
  return faults.map((fault) => fault.split(' rests on ')[0] ?? '');
}

const report = (at: string, ...evidence: readonly string[]) => event('mst_a', 'MilestoneReportSubmitted', at, { evidence });
const verified = (at: string) => event('mst_a', 'MilestoneVerified', at, { report: 1 });
const attached = (at: string, ...hashes: readonly string[]) =>
  event('prj_a', 'ProjectDocumentsAttached', at, { documents: hashes.map((hash) => ({ title: 'Study', hash })) });

test('what was said and judged before something was found is as it should be, and so is a command that was under way', async () => {
  expect(await faultsOf([report(BEFORE, BAD), verified(BEFORE)], [attached(SOON, BAD)], [report(AFTER, PLAIN), verified(AFTER)])).toEqual(
    [],
  );
});

test('a report that cites it later is found, also one that cites it again, and so is what judges it', async () => {
  expect(await faultsOf([report(AFTER, PLAIN, BAD)])).toEqual(['MilestoneReportSubmitted 1 of mst_a']);
  expect(await faultsOf([report(BEFORE, BAD), report(AFTER, BAD)])).toEqual(['MilestoneReportSubmitted 2 of mst_a']);
  expect(await faultsOf([report(BEFORE, BAD), verified(AFTER)])).toEqual(['MilestoneVerified 2 of mst_a']);
  // The report that is judged is another one.
  expect(await faultsOf([report(BEFORE, BAD), report(AFTER, PLAIN), verified(AFTER)])).toEqual([]);
});

test('what was there before may stay where it is, and does not come to others', async () => {
  expect(await faultsOf([attached(BEFORE, BAD), attached(AFTER, BAD, PLAIN)])).toEqual([]);
  expect(await faultsOf([attached(BEFORE, PLAIN), attached(AFTER, PLAIN, BAD)])).toEqual(['ProjectDocumentsAttached 2 of prj_a']);
});
