import type { Role } from '@junkan/proto/actor.ts';
import { officerOf, type Person, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, passUntil } from '../actors.ts';
import { http, problemOf, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { INSPECTED } from '../screened.ts';

const { api, actors, system } = await openSystem();
const web = http(system.address);
const someone = ({ organisation }: Person, role: Role): Someone => ({ person: `${organisation}/${role}`, organisation, roles: [role] });
const judge = someone(verifier, 'secretariat.verifier');

const BYTES = new TextEncoder().encode('Notes of the visit');
const WHY = 'words of the answer';
const doubted = INSPECTED.checks.map((check, index) => (index === 0 ? { ...check, answer: 'no' as const, note: WHY } : check));

/** A milestone that is due, with the parties of its agreement. */
async function dueMilestone() {
  const city = await actors.city();
  const sponsor = await actors.sponsor();
  const { id } = first(await actors.signed(await actors.agreed(city, [[sponsor, '1000.00']])));
  await passUntil(api, async () => (await api.as(officerOf(city)).getMilestone({ id })).status !== 'scheduled');
  return { id, city, sponsor: sponsor.sponsor };
}

const { id, city, sponsor } = await dueMilestone();
const { hash } = await api.as(verifier).upload(BYTES, 'text/plain', { name: 'Notes.txt' });
const { now } = await settled(api);
const today = now.slice(0, 10);
const seen = { kind: 'site-visit', inspectedOn: today, place: 'Honmoku', checks: doubted, evidence: [hash] } as const;
const refused = async (body: object): Promise<unknown> => {
  const reply = await web.ask(judge, 'inspectMilestone', { id }, { ...seen, conclusion: 'not-confirmed', note: 'words', ...body });
  const { status, type, pointers } = problemOf(reply);
  return [status, type, pointers];
};

test('what is not right about an inspection is named at its field, and changes nothing', async () => {
  const { version } = await api.as(verifier).getMilestone({ id });
  const [one, ...others] = INSPECTED.checks;
  expect(await refused({ inspectedOn: '2999-01-01' })).toEqual([422, '/problems/inspection-is-in-the-future', ['/inspectedOn']]);
  expect(await refused({ checks: others })).toEqual([422, '/problems/checks-are-missing', ['/checks']]);
  expect(await refused({ checks: [{ ...one, answer: 'no' }, ...others] })).toEqual([
    422,
    '/problems/check-is-unexplained',
    ['/checks/0/note'],
  ]);
  expect(await refused({ evidence: ['f'.repeat(64)] })).toEqual([422, '/problems/evidence-is-unknown', ['/evidence']]);
  expect(await refused({ conclusion: 'confirmed' })).toEqual([422, '/problems/conclusion-is-unfounded', ['/conclusion']]);
  expect(await refused({ note: '' })).toEqual([422, '/problems/note-is-missing', ['/note']]);
  // Of others than the verifier's own organisation no file is named.
  const theirs = (await api.as(officerOf(city)).upload(new TextEncoder().encode('Of the city'), 'text/plain')).hash;
  expect(await refused({ evidence: [theirs] })).toEqual([422, '/problems/evidence-is-unknown', ['/evidence']]);
  expect((await api.as(verifier).getMilestone({ id })).version).toBe(version);
});

test('the parties of the agreement read what was found and its files, and a verdict in full against it says why', async () => {
  const note = 'words of the inspection';
  await api.as(verifier).inspectMilestone({ id }, { ...seen, conclusion: 'not-confirmed', note });
  await settled(api);
  for (const [as, role] of [
    [officerOf(city), 'proposer.officer'],
    [sponsorOfficerOf(sponsor), 'sponsor.officer'],
  ] as const) {
    const { inspections = [], reports = [] } = await api.as(as).getMilestone({ id });
    expect(inspections).toMatchObject([
      { number: 1, kind: 'site-visit', inspectedOn: today, place: 'Honmoku', conclusion: 'not-confirmed', said: { note } },
    ]);
    expect(inspections[0]?.checks).toMatchObject(doubted);
    expect(inspections[0]?.files).toMatchObject([{ hash, name: 'Notes.txt', mediaType: 'text/plain' }]);
    expect(reports).toEqual([]);
    expect((await web.ask(someone(as, role), 'downloadEvidence', { hash })).bytes).toEqual(Buffer.from(BYTES));
  }
  const stranger = officerOf(await actors.city());
  expect(await api.as(stranger).getMilestone({ id })).not.toHaveProperty('inspections');
  expect((await web.ask(someone(stranger, 'proposer.officer'), 'downloadEvidence', { hash })).status).toBe(404);

  const { hash: report } = await api.as(officerOf(city)).upload(new TextEncoder().encode('Weighbridge'), 'text/plain');
  await api.as(officerOf(city)).reportMilestone({ id }, { evidence: [report], indicators: [], note: 'Report' });
  const verdict = (body: object) => web.ask(judge, 'verifyMilestone', { id }, { report: 1, ...body });
  expect(problemOf(await verdict({}))).toMatchObject({ type: '/problems/inspection-is-unanswered', pointers: ['/note'] });
  expect((await verdict({ note: 'The crates were opened since.' })).status).toBe(200);
  expect(await refused({ inspectedOn: '2026-11-01' })).toEqual([409, '/problems/milestone-is-in-another-status', []]);
});
