import { EICAR, fakeClamd } from '@junkan/kit/files/clamd.fixture.ts';
import { officerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { openSite } from './opened.ts';
import { faultsOf } from './visits.ts';

const fake = await fakeClamd();
afterAll(() => fake.leave());
const { site, actors, narrow } = await openSite({ JUNKAN_SCANNER: fake.address });
let city: string;
let milestone: string;
beforeAll(async () => {
  const sponsor = await actors.sponsor();
  city = await actors.city();
  const project = await actors.submitted(city);
  const agreement = await actors.approved(project, await actors.funded(project, [[sponsor, '1000.00']]));
  milestone = first(await actors.signed(agreement)).id;
  await passUntil(site.api, async () => (await site.api.as(officerOf(city)).getMilestone({ id: milestone })).status !== 'scheduled');
  await settled(site.api);
});

const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const upload = (words: string) =>
  site.api
    .as(officerOf(city))
    .upload(new TextEncoder().encode(words), 'text/plain')
    .catch((error: Error) => error.message);

test('what a scanner says of a file is said at the field and in the list; a file that waits is added by itself', async () => {
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  const add = page.getByLabel('Add files');
  await add.setInputFiles([text('bad.txt', `A plan. ${EICAR}`)]);
  await page.getByText('“bad.txt” was not taken. The scanner found a virus in it.').waitFor();
  expect(await page.getByRole('link', { name: 'bad.txt' }).count()).toBe(0);

  await add.setInputFiles([text('plain.txt', 'A plain plan.')]);
  const plain = page.getByRole('listitem').filter({ hasText: 'plain.txt' });
  await plain.getByText('Scanned: nothing found').waitFor();
  await plain.getByText('Look into plain.txt').waitFor();

  fake.undecided('A plan that takes its time.');
  await add.setInputFiles([text('slow.txt', 'A plan that takes its time.')]);
  await page.getByText('slow.txt is being scanned for viruses.').waitFor();
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  fake.decide('A plan that takes its time.');
  // The scanner is asked again in a while; nobody does anything on the page.
  await page.getByText('slow.txt was added to the report.').waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: 'slow.txt' }).waitFor();
  // A browser notes of itself each answer that refuses.
  expect(someone.complaints.filter((complaint) => !/409|422/.test(complaint))).toEqual([]);
});

test('in which something is found later has no link and no preview, and says so', async () => {
  fake.learn('A plain plan.', 'Doc.Dropper.Agent-1');
  expect(await upload('A plain plan.')).toContain('422');
  const someone = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const { page } = someone;
  const plain = page.getByRole('listitem').filter({ hasText: 'plain.txt' });
  await plain.getByText('Held: a virus was found').waitFor();
  await plain.getByText('Doc.Dropper.Agent-1').waitFor();
  expect([await plain.getByRole('link').count(), await plain.getByText('Look into').count()]).toEqual([0, 0]);
  expect(await faultsOf(someone)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  // It can be taken out.
  await plain.getByRole('button', { name: 'Remove plain.txt' }).press('Enter');
  await page.getByText('plain.txt is not part of the report any more.').waitFor();
  expect(someone.complaints).toEqual([]);
});

test('a list shows by itself that a scan has come to its end', async () => {
  const officer = site.api.as(officerOf(city));
  const { hash } = await officer.upload(new TextEncoder().encode('A third plan.'), 'text/plain', { name: 'third.txt' });
  const draft = await officer.getReportDraft({ id: milestone });
  await officer.saveDraftEvidence({ id: milestone }, { version: draft.evidence.version, evidence: [hash] });
  // As after an installation was given its scanner: there is no verdict of what was kept before.
  fake.undecided('A third plan.');
  await site.database('project').collection<{ _id: string }>('scans').deleteOne({ _id: hash });
  const { page } = await narrow(`${city}/proposer.officer`, `/milestones/${milestone}/report/evidence`);
  const third = page.getByRole('listitem').filter({ hasText: 'third.txt' });
  await third.getByText('Held while it is scanned for viruses').waitFor();
  expect(await third.getByRole('link').count()).toBe(0);
  fake.decide('A third plan.');
  await third.getByText('Scanned: nothing found').waitFor({ timeout: 60_000 });
  await third.getByRole('link', { name: 'third.txt' }).waitFor();
});
