import { policyClock } from '@junkan/kit/clock.ts';
import { installation, silent as log } from '@junkan/kit/installation.fixture.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import { blobs } from '@junkan/kit/store/blobs.ts';
import { eraseTextsOf, texts } from '@junkan/kit/store/texts.ts';
import { CONTEXT_NAMES } from '@junkan/proto/programs.ts';
import { expect, test } from 'vitest';
import { contentsAreAsNamed } from './contents.ts';
import type { Acted, Context, Stored } from './facts.ts';

const { db: databaseOf } = installation();

async function* nothing(): AsyncGenerator<never> {}

/** All that is stored, where nothing but these reports is. */
function stored(db: Database, evidence: readonly string[], proofs: readonly string[] = []): Stored {
  const context = (name: string, of: Database): Context => ({ name, db: of, commits: nothing, events: [], byStream: new Map() });
  const reported: Acted = {
    stream: 'mst_1',
    version: 1,
    type: 'MilestoneReportSubmitted',
    data: { evidence },
    person: 'x',
    at: '',
    actor: { person: 'x', organisation: 'y', roles: [] },
    isFirst: true,
  };
  const empty = Object.fromEntries(CONTEXT_NAMES.map((name) => [name, context(name, databaseOf(name))])) as Stored;
  const spent: Acted = { ...reported, stream: 'agr_1', type: 'ExpenditureSubmitted', data: { evidence: proofs.slice(0, 1) } };
  const met: Acted = { ...spent, type: 'ConditionReported', data: { evidence: proofs.slice(1) } };
  return {
    ...empty,
    project: { ...context('project', db), events: [reported] },
    disbursement: { ...context('disbursement', databaseOf('disbursement')), events: [spent, met] },
  };
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

test('11: names a text and a file that are not what was named, and a cited file that is gone; an erased text is none of them', async () => {
  const db = databaseOf('project');
  const { hash } = await (await blobs(db, log)).put(bytes('the land title'), 'text/plain');
  const words = await texts(db, { clock: policyClock(true), log });
  const draft = async (text: string, person: string) => {
    const { reference, keep } = await words.draft(text, { stream: 'prj_1', by: { person, organisation: 'org_1', roles: [] } });
    await keep?.();
    return reference;
  };
  const [said] = [await draft('forty', 'a'), await draft('gone', 'b')];
  expect(await contentsAreAsNamed(stored(db, [hash]))).toEqual({ checked: 4, broken: [] });
  await eraseTextsOf(db, 'b');
  expect(await contentsAreAsNamed(stored(db, [hash]))).toEqual({ checked: 3, broken: [] });

  await db.collection<{ _id: string }>('texts').updateOne({ _id: said ?? '' }, { $set: { text: 'fifty' } });
  await db.collection('blob_bytes.chunks').updateOne({}, { $set: { data: Buffer.from('The land title') } });
  const [lost, unproven, unseen] = ['0'.repeat(64), '1'.repeat(64), '2'.repeat(64)];
  expect((await contentsAreAsNamed(stored(db, [hash, lost], [unproven, unseen]))).broken).toEqual([
    `the text ${said} in project is not the one that was named`,
    `the file ${hash} is not the one that was named`,
    `the file ${lost} is cited and not kept`,
    `the file ${unproven} is cited and not kept`,
    `the file ${unseen} is cited and not kept`,
  ]);
});
