import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import { approver, approverOf, auditor, clockOperator, secretary, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Funding } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../api.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Http, http, refusal, type Someone } from '../http.ts';
import { first, type Parties, parties, passUntil, refused, type Sponsor } from '../parties.ts';
import { stages } from '../stages.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

type Reliance = { clearance: number; project: string; organisation: string; by: string };
type Told = { type: string; actor: string; causationId: string; summary: string };
type Passport = { id: string; status: string; level?: string; note?: string; validUntil?: string; reliances: Reliance[] };

let system: TestSystem;
let cast: Parties;
let web: Http;
let lender: Sponsor;
beforeAll(async () => {
  system = await startTestSystem();
  cast = parties(system.api);
  web = http(system.address);
  lender = await cast.sponsor({ total: '100000.00' });
});
afterAll(() => system.close());

/** A project of a city of its own, whose round has closed and whose approvals are due. */
async function awaitingApproval(from = system, by = cast, sponsor = lender): Promise<{ city: string; project: string; funding: Funding }> {
  const city = await by.city();
  const project = await by.submitted(city);
  const funding = await stages(from.api, by).funded(project, [[sponsor, '1000.00']]);
  return { city, project, funding };
}
const approveOffer = ({ id, offers }: Funding): Promise<Answer> =>
  cast.post(approverOf(lender.sponsor), `/fundings/${id}/offers/${first(offers).id}/approval`);
const approveProject = (project: string): Promise<Answer> => cast.post(approver, `/projects/${project}/approval`);

/** Resolves when the verifier was told of it, so that what follows comes after that. */
const ask = async (subject: string): Promise<string> => {
  const { id } = await cast.post(secretary, '/passports', { subject });
  await settled(system.api);
  return id;
};
const daysFromNow = async (days: number): Promise<string> => dateOf(plusDays((await system.api.as(clockOperator).get('/clock')).now, days));
const clear = async (passport: string, days = 365, note = 'Accounts and board checked'): Promise<string> => {
  const validUntil = await daysFromNow(days);
  await cast.post(verifier, `/passports/${passport}/clearance`, { validUntil, note });
  return validUntil;
};
const flag = (passport: string, level: string, note = 'The auditor resigned'): Promise<Answer> =>
  cast.post(verifier, `/passports/${passport}/flag`, { level, note });
const passportOf = (id: string): Promise<Passport> => system.api.get<Passport>(`/passports/${id}`, { as: secretary });

describe('an approval', () => {
  test('goes on where the city was cleared, and whoever relied on it is recorded with the project', async () => {
    const { city, project, funding } = await awaitingApproval();
    const passport = await ask(city);
    await clear(passport);
    await cast.post(approverOf(lender.sponsor), `/passports/${passport}/reliances`, { project });
    await cast.post(approver, `/passports/${passport}/reliances`, { project });
    await cast.post(approver, `/passports/${passport}/reliances`, { project });
    await approveOffer(funding);
    await settled(system.api);
    await approveProject(project);
    expect((await cast.project(project)).status).toBe('approved');
    const relied = (organisation: string, role: string) => ({ clearance: 1, project, organisation, by: `${organisation}/${role}` });
    expect((await passportOf(passport)).reliances).toEqual([
      relied(lender.sponsor, 'sponsor.approver'),
      relied('secretariat', 'secretariat.approver'),
    ]);
    const { project: elsewhere } = await awaitingApproval();
    expect(await refused(cast.post(approver, `/passports/${passport}/reliances`, { project: elsewhere }))).toMatchObject({
      status: 409,
      type: '/problems/project-is-of-another',
    });
  });

  test('is refused with the reason while a red flag stands, and goes on when the city is cleared anew; a yellow one stops nothing', async () => {
    const { city, project, funding } = await awaitingApproval();
    const passport = await ask(city);
    const why = (facts: object) => ({ status: 409, type: '/problems/subject-is-not-clear', facts: { subject: city, ...facts } });
    const first = await clear(passport);
    await flag(passport, 'red');
    expect(await refused(approveOffer(funding))).toEqual(why({ passport: 'flagged', level: 'red', validUntil: first }));

    const again = await ask(city);
    expect(again).toBe(passport);
    expect(await refused(approveOffer(funding))).toEqual(why({ passport: 'requested', level: 'red', validUntil: first }));
    const validUntil = await clear(passport, 400);
    await flag(passport, 'yellow', 'Its report was late');
    await approveOffer(funding);
    await settled(system.api);
    expect(await passportOf(passport)).toMatchObject({ status: 'cleared', level: 'yellow', note: 'Its report was late', validUntil });

    await flag(passport, 'escalated');
    expect(await refused(approveProject(project))).toEqual(why({ passport: 'flagged', level: 'escalated', validUntil }));
    // What was approved before stays so, and is answered as before.
    expect((await approveOffer(funding)).status).toBe('approved');
    await ask(city);
    await clear(passport);
    await approveProject(project);
    expect((await cast.project(project)).status).toBe('approved');
  });

  test('is refused when the clearance was revoked, or has expired as time went by', async () => {
    const { city, project, funding } = await awaitingApproval();
    const passport = await ask(city);
    const validUntil = await clear(passport, 45);
    await approveOffer(funding);
    await passUntil(system.api, async () => (await passportOf(passport)).status === 'expired');
    const expired = { passport: 'expired', level: '', validUntil };
    expect(await refused(approveProject(project))).toMatchObject({ type: '/problems/subject-is-not-clear', facts: expired });
    expect(await refused(cast.post(approver, `/passports/${passport}/reliances`, { project }))).toMatchObject({ facts: expired });

    await ask(city);
    await clear(passport);
    await cast.post(verifier, `/passports/${passport}/revocation`, { note: 'Cleared by mistake' });
    expect(await refused(approveProject(project))).toMatchObject({ facts: { passport: 'revoked' } });
    const { entries } = await system.api.get<{ entries: Told[] }>(`/passports/${passport}/timeline`, { as: auditor });
    const trail = entries.map(({ type, actor, causationId }) => [type, actor, causationId] as const);
    expect(trail.map(([type, person]) => [type, person])).toEqual([
      ['DueDiligenceRequested', 'secretariat/secretariat.officer'],
      ['ReminderSent', 'system:workflows'],
      ['SubjectCleared', 'secretariat/secretariat.verifier'],
      ['ReminderSent', 'system:workflows'],
      ['ClearanceExpired', 'system:workflows'],
      ['DueDiligenceRequested', 'secretariat/secretariat.officer'],
      ['ReminderSent', 'system:workflows'],
      ['SubjectCleared', 'secretariat/secretariat.verifier'],
      ['ClearanceRevoked', 'secretariat/secretariat.verifier'],
    ]);
    const byWorkflow = new RegExp(`^passport:${passport}:(1|request:[12])$`);
    for (const [type, person, cause] of trail)
      expect([type, cause]).toEqual([type, expect.stringMatching(person === 'system:workflows' ? byWorkflow : /^req_/)]);
  });
});

test('nobody clears, flags or revokes what he asked for, and each step needs its role', async () => {
  const roles = ['secretariat.officer', 'secretariat.verifier'] as const;
  const jack: Someone = { person: 'jack', organisation: 'secretariat', roles };
  const validUntil = await daysFromNow(100);
  const asked = await web.post('/passports', jack, { subject: await cast.city() });
  const { id } = bodyOf<Answer>(asked);
  expect([asked.status, asked.headers.get('location')]).toEqual([201, `/v1/passports/${id}`]);
  const same = [403, '/problems/prepared-by-the-same-person'];
  expect(await refusal(web.post(`/passports/${id}/clearance`, jack, { validUntil }))).toEqual(same);
  expect(await refusal(web.post(`/passports/${id}/flag`, jack, { level: 'red', note: 'no' }))).toEqual(same);
  const jill: Someone = { ...jack, person: 'jill' };
  expect((await web.post(`/passports/${id}/clearance`, jill, { validUntil })).status).toBe(200);
  expect(await refusal(web.post(`/passports/${id}/revocation`, jack, { note: 'no' }))).toEqual(same);
  const city: Someone = { person: 'mayor', organisation: await cast.city(), roles: ['proposer.officer'] };
  expect(await refusal(web.post(`/passports/${id}/reliances`, jill, { project: (await awaitingApproval()).project }))).toEqual([
    403,
    '/problems/role-is-missing',
  ]);
  expect(await refusal(web.post('/passports', city, { subject: await cast.city() }))).toEqual([403, '/problems/role-is-missing']);
  expect(await refusal(web.post('/passports', jack, { subject: `org_${'0'.repeat(26)}` }))).toEqual([404, '/problems/proposer-not-found']);
});

test('whoever is signed in sees how a city stands and until when; words and persons are for overseers and sponsors, reliances for their own', async () => {
  const { city, project } = await awaitingApproval();
  const passport = await ask(city);
  const validUntil = await clear(passport);
  await cast.post(approverOf(lender.sponsor), `/passports/${passport}/reliances`, { project });
  await flag(passport, 'yellow', 'Its report was late');
  await settled(system.api);
  const read = async (as: Parameters<typeof system.api.all>[2]['as']): Promise<Passport[]> => [
    await system.api.get<Passport>(`/passports/${passport}`, { as }),
    ...(await system.api.all<Passport>(`/passports?subject=${city}&status=cleared`, 'passports', { as })),
  ];
  const other = await cast.sponsor();
  const trail = async (as: Parameters<typeof system.api.all>[2]['as']): Promise<string[]> =>
    (await system.api.get<{ entries: Told[] }>(`/passports/${passport}/timeline`, { as })).entries.map(({ summary }) => summary);
  expect(await trail(sponsorOfficerOf(lender.sponsor))).toEqual([
    `Due diligence on proposer ${city} was asked for (request 1).`,
    'secretariat.verifier was reminded of due-diligence (1).',
    `It was cleared until ${validUntil} (clearance 1).`,
    `sponsor ${lender.sponsor} relied on clearance 1 for project ${project}.`,
    'It was flagged: yellow.',
  ]);
  expect(await trail(sponsorOfficerOf(other.sponsor))).toHaveLength(4);
  expect((await refused(trail({ organisation: city, role: 'proposer.officer' }))).status).toBe(403);
  const seen = { status: 'cleared', level: 'yellow', validUntil };
  for (const found of await read({ organisation: city, role: 'proposer.officer' })) {
    expect(found).toMatchObject({ ...seen, reliances: [] });
    for (const hidden of ['note', 'requestedBy', 'judgedBy']) expect(found).not.toHaveProperty(hidden);
  }
  for (const found of await read(sponsorOfficerOf(other.sponsor)))
    expect(found).toMatchObject({ ...seen, note: 'Its report was late', reliances: [] });
  for (const as of [sponsorOfficerOf(lender.sponsor), secretary])
    for (const found of await read(as)) expect(found).toMatchObject({ ...seen, note: 'Its report was late', reliances: [{ project }] });
});

test('all that is stored keeps the invariants, the workflows of the clearances among them', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});

test('an installation that requires due diligence refuses every approval without it', async () => {
  const strict = await startTestSystem({ env: { JUNKAN_POLICY_DUE_DILIGENCE: 'required' } });
  try {
    const by = parties(strict.api);
    const sponsor = await by.sponsor();
    const { city, project, funding } = await awaitingApproval(strict, by, sponsor);
    const offer = `/fundings/${funding.id}/offers/${first(funding.offers).id}/approval`;
    const absent = {
      status: 409,
      type: '/problems/subject-is-not-clear',
      facts: { subject: city, passport: 'absent', level: '', validUntil: '' },
    };
    expect(await refused(by.post(approverOf(sponsor.sponsor), offer))).toEqual(absent);
    expect(await refused(by.post(approver, `/projects/${project}/approval`))).toEqual(absent);
    const { id } = await by.post(sponsorOfficerOf(sponsor.sponsor), '/passports', { subject: city });
    await by.post(verifier, `/passports/${id}/clearance`, { validUntil: await daysFromNow(100) });
    await by.post(approverOf(sponsor.sponsor), offer);
    await settled(strict.api);
    await by.post(approver, `/projects/${project}/approval`);
    expect((await by.project(project)).status).toBe('approved');
  } finally {
    await strict.close();
  }
});
