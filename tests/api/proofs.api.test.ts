import { createHash } from 'node:crypto';
import { officerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { http } from '../http.ts';
import { openSystem } from '../open-system.ts';

const { api, actors, system } = await openSystem();
const CODE = 'tonnes-composted';
const planned = { code: CODE, unit: 't', baseline: '0', target: '500', method: 'Weighbridge', milestones: [1] };

/** A milestone that is due, of a project of its own. */
async function dueMilestone() {
  const city = await actors.city();
  const agreement = await actors.agreed(city, [[await actors.sponsor(), '1000.00']], { plannedIndicators: [planned] });
  const { id } = first(await actors.signed(agreement));
  const officer = api.as(officerOf(city));
  await passUntil(api, async () => (await officer.getMilestone({ id })).status !== 'scheduled');
  return { id, city, officer, project: agreement.project };
}
type Due = Awaited<ReturnType<typeof dueMilestone>>;

const BYTES = new TextEncoder().encode('Weighbridge of June');
async function reported({ id, officer }: Due, value: string, agreed: { readonly fileNamesPublic?: boolean }): Promise<void> {
  const { hash } = await officer.upload(BYTES, 'text/plain', { name: 'June, by Kato Hana.txt' });
  const indicators = [{ code: CODE, value, unit: 't', notAvailable: false }];
  await officer.reportMilestone({ id }, { evidence: [hash], indicators, note: 'words of the report', ...agreed });
  await settled(api);
}

/** Without a token. */
const asked = async (path: string) => {
  const response = await fetch(`${system.address}/v1/public/${path}`);
  return { status: response.status, text: await response.text() };
};
type Seen = { milestone: { status: string }; payment: { payable: unknown }; proof?: { files: object[] } };
const seen = async ({ id }: Due): Promise<Seen> => JSON.parse((await asked(`milestones/${id}`)).text) as Seen;
const listed = async ({ project }: Due) => (JSON.parse((await asked(`proofs?project=${project}`)).text) as { proofs: object[] }).proofs;

test('everybody reads of an accepted milestone what was planned, reported and accepted, when, in which role, and the hashes of its files', async () => {
  const due = await dueMilestone();
  expect((await seen(due)).proof).toBeUndefined();
  await reported(due, '430', {});
  await api.as(verifier).returnReport({ id: due.id }, { report: 1, note: 'words of the return' });
  await settled(api);
  expect([(await seen(due)).proof, await listed(due)]).toEqual([undefined, []]);

  await reported(due, '420', {});
  expect([(await seen(due)).proof, await listed(due)]).toEqual([undefined, []]);
  const { report } = await due.officer.getMilestone({ id: due.id });
  const verdict = { report: 2, payableBasisPoints: 8_000, rest: 'cancelled', note: 'words of the verdict' } as const;
  await api.as(verifier).verifyMilestone({ id: due.id }, { ...verdict, accepted: [{ code: CODE, value: '400', because: 'Dry weight' }] });
  const { now } = await settled(api);

  const proof = {
    milestone: due.id,
    project: due.project,
    proposer: due.city,
    number: 1,
    title: expect.any(String),
    dueOn: expect.any(String),
    reportedAt: report?.submittedAt,
    verifiedAt: expect.stringMatching(now.slice(0, 10)),
    verifiedAs: 'secretariat.verifier',
    payableBasisPoints: 8_000,
    results: [{ code: CODE, unit: 't', baseline: '0', planned: '500', reported: '420', accepted: '400' }],
    files: [{ hash: createHash('sha256').update(BYTES).digest('hex'), size: String(BYTES.length), mediaType: 'text/plain' }],
  };
  expect(await seen(due)).toMatchObject({ milestone: { status: 'partially-met' }, payment: { payable: { amount: '800.00' } } });
  expect((await seen(due)).proof).toEqual(proof);
  expect(await listed(due)).toEqual([proof]);

  const all = (await asked(`milestones/${due.id}?with=names`)).text + (await asked('proofs?with=names')).text;
  for (const hidden of ['words of', 'Dry weight', 'Kato', 'proposer.officer', 'secretariat/', 'uploads', '"430"'])
    expect([hidden, all.includes(hidden)]).toEqual([hidden, false]);
});

test('what the files are called is public where the proposer agrees, which neither changes afterwards nor opens the files', async () => {
  const due = await dueMilestone();
  await reported(due, '500', { fileNamesPublic: true });
  const { evidence = [], indicators = [] } = (await due.officer.getMilestone({ id: due.id })).report ?? {};
  const again = { evidence: [...evidence], indicators: [...indicators], note: 'words of the report' };
  const person = { ...officerOf(due.city), person: `${due.city}/proposer.officer`, roles: ['proposer.officer'] as const };
  const otherwise = await http(system.address).ask(person, 'reportMilestone', { id: due.id }, { ...again, fileNamesPublic: false });
  expect(otherwise.status).toBe(409);
  await api.as(verifier).verifyMilestone({ id: due.id }, { report: 1 });
  await settled(api);
  expect((await seen(due)).proof?.files).toMatchObject([{ name: 'June, by Kato Hana.txt' }]);
  expect((await asked(`evidence/${first(evidence)}`)).status).toBe(404);
});

test('a milestone that was rejected, and one that there is not, have no proof', async () => {
  const due = await dueMilestone();
  await reported(due, '1', {});
  await api.as(verifier).rejectMilestone({ id: due.id }, { report: 1, rest: 'cancelled', note: 'Nothing was built.' });
  await settled(api);
  expect([(await seen(due)).proof, await listed(due)]).toEqual([undefined, []]);
  expect((await asked(`milestones/mst_${'0'.repeat(26)}`)).status).toBe(404);
});
