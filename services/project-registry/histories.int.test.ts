import { connectMongo } from '@junkan/kit/mongo.ts';
import { databaseName } from '@junkan/kit/service.ts';
import { eraseTextsOf } from '@junkan/kit/store/texts.ts';
import type { HistoryPage } from '@junkan/proto/junkan/common/v1/common.ts';
import { expect, inject, test } from 'vitest';
import { by, proposal, registry, secretary, usd } from './registry.fixture.ts';

const client = registry();

test('what was said is shown with who and when, in the item and in its timeline, until it is erased', async () => {
  const { commands, queries } = client;
  const { proposer, officer: author } = await client.registered('osaka');
  const { id: project } = await commands.draftProject({ proposer, proposal }, by(author));
  await commands.submitProject({ project }, by(author));
  const checks = [{ criterion: 'deliverable-plan', answer: 'no', note: 'Nobody owns the site.' }];
  const ask = () => commands.requestMoreInformation({ project, note: 'Who owns the site?', checks }, by(secretary));
  expect((await ask()).version).toBe(3);
  expect((await ask()).version).toBe(3);
  await commands.provideInformation({ project, note: 'The ward does.' }, by(author));
  await commands.declareIneligible({ project, reasons: ['too-small'], note: 'Try again with Nara.', checks }, by(secretary));
  const history = async () => {
    const { entries } = await queries.timeline({ project, page: undefined }, by(secretary));
    return {
      ...(await queries.readProject({ id: project, permissions: false }, by(secretary))),
      notes: entries.map(({ note, erased }) => note || erased),
    };
  };
  expect(await history()).toMatchObject({
    information: [
      { question: { note: 'Who owns the site?', by: secretary.person }, answer: { note: 'The ward does.', by: author.person }, checks },
    ],
    declarations: [{ decision: 'ineligible', reasons: ['too-small'], said: { note: 'Try again with Nara.' }, checks }],
    notes: [false, false, 'Who owns the site?', 'The ward does.', 'Try again with Nara.'],
  });
  const mongo = await connectMongo({ JUNKAN_MONGO_URL: inject('mongoUrl') });
  expect(await eraseTextsOf(mongo.db(databaseName(client.namespace, 'project')), secretary.person)).toBeGreaterThan(0);
  await mongo.close();
  expect(await history()).toMatchObject({
    information: [{ question: { note: '', erased: true }, answer: { note: 'The ward does.', erased: false }, checks: [{ note: '' }] }],
    declarations: [{ checks: [{ criterion: 'deliverable-plan', answer: 'no', note: '' }] }],
    notes: [false, false, true, 'The ward does.', true],
  });
  expect((await queries.getProject({ id: project }, by(secretary))).note).toBe('');
});

test('a history comes in pages that a reader can join, also where it is too large for one answer', async () => {
  const { commands, queries } = client;
  const { proposer, officer: author } = await client.registered('kyoto');
  const { id: project } = await commands.draftProject({ proposer, proposal }, by(author));
  const milestones = Array.from({ length: 50 }, (_, index) => ({
    number: index + 1,
    title: 'x'.repeat(300),
    monthsAfterEffective: 1,
    amount: usd(1n),
  }));
  for (let revision = 0; revision < 100; revision += 1)
    await commands.reviseProject({ project, proposal: { ...proposal, milestones, title: `Revision ${revision}` } }, by(author));
  const versions: number[] = [];
  let pages = 0;
  for (let more = true, page: HistoryPage | undefined; more; pages += 1) {
    const timeline = await queries.timeline({ project, page }, by(secretary));
    versions.push(...timeline.entries.map(({ version }) => version));
    more = timeline.more;
    const last = timeline.entries.at(-1);
    page = last && { limit: 0, afterAt: last.at, afterStream: last.stream, afterVersion: last.version, newestFirst: false };
  }
  expect(versions).toEqual(Array.from({ length: 101 }, (_, index) => index + 1));
  expect(pages).toBeGreaterThan(1);
  const newest = { limit: 2, afterAt: '', afterStream: '', afterVersion: 0, newestFirst: true };
  const { entries } = await queries.timeline({ project, page: newest }, by(secretary));
  expect(entries.map(({ version }) => version)).toEqual([101, 100]);
});
