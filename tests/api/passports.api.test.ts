import type { BodyOf, Schemas } from '@junkan/client/operations.ts';
import { dateOf, plusDays } from '@junkan/kit/pure/dates.ts';
import {
  approver,
  approverOf,
  auditor,
  clockOperator,
  type Person,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Funding } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actors, actorsOf, first, passUntil, refused, type Sponsor } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Http, http, refusal, type Someone } from '../http.ts';
import { type MemorySystem, startMemorySystem } from '../memory-system.ts';

type Passport = Schemas['Passport'];

let system: MemorySystem;
let actors: Actors;
let web: Http;
let lender: Sponsor;
beforeAll(async () => {
  system = await startMemorySystem();
  actors = actorsOf(system.api);
  web = http(system.address);
  lender = await actors.sponsor({ total: '100000.00' });
});
afterAll(() => system.close());

/** A project of a city of its own, whose round has closed and whose approvals are due. */
async function awaitingApproval(
  _from = system,
  by = actors,
  sponsor = lender,
): Promise<{ city: string; project: string; funding: Funding }> {
  const city = await by.city();
  const project = await by.submitted(city);
  const funding = await by.funded(project, [[sponsor, '1000.00']]);
  return { city, project, funding };
}
const approveOffer = ({ id, offers }: Funding) => system.api.as(approverOf(lender.sponsor)).approveOffer({ id, offer: first(offers).id });
const approveProject = (project: string) => system.api.as(approver).approveProject({ id: project });

/** Resolves when the verifier was notified, so that what follows comes after that. */
const ask = async (subject: string): Promise<string> => {
  const { id } = await system.api.as(secretary).requestDueDiligence({}, { subject });
  await settled(system.api);
  return id;
};
const daysFromNow = async (days: number): Promise<string> => dateOf(plusDays((await system.api.as(clockOperator).getClock()).now, days));
const clear = async (passport: string, days = 365, note = 'Accounts and board checked'): Promise<string> => {
  const validUntil = await daysFromNow(days);
  await system.api.as(verifier).clearSubject({ id: passport }, { validUntil, note });
  return validUntil;
};
const flag = (passport: string, level: BodyOf<'flagSubject'>['level'], note = 'The auditor resigned') =>
  system.api.as(verifier).flagSubject({ id: passport }, { level, note });
const passportOf = (id: string): Promise<Passport> => system.api.as(secretary).getPassport({ id });

describe('an approval', () => {
  test('goes on where the city was cleared, and each organisation that relied on it is recorded with the project', async () => {
    const { city, project, funding } = await awaitingApproval();
    const passport = await ask(city);
    await clear(passport);
    await system.api.as(approverOf(lender.sponsor)).relyOnClearance({ id: passport }, { project });
    await system.api.as(approver).relyOnClearance({ id: passport }, { project });
    await system.api.as(approver).relyOnClearance({ id: passport }, { project });
    await approveOffer(funding);
    await settled(system.api);
    await approveProject(project);
    expect((await actors.project(project)).status).toBe('approved');
    const relied = (organisation: string, role: string) => ({ clearance: 1, project, organisation, by: `${organisation}/${role}` });
    expect((await passportOf(passport)).reliances).toEqual([
      relied(lender.sponsor, 'sponsor.approver'),
      relied('secretariat', 'secretariat.approver'),
    ]);
    const { project: elsewhere } = await awaitingApproval();
    expect(await refused(system.api.as(approver).relyOnClearance({ id: passport }, { project: elsewhere }))).toMatchObject({
      status: 409,
      type: '/problems/project-is-of-another',
    });
  });

  test('is refused with the reason while there is a red flag, and goes on when the city is cleared again; a yellow one stops nothing', async () => {
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
    expect((await actors.project(project)).status).toBe('approved');
  });

  test('is refused when the clearance was revoked, or has expired as time went by', async () => {
    const { city, project, funding } = await awaitingApproval();
    const passport = await ask(city);
    const validUntil = await clear(passport, 45);
    await approveOffer(funding);
    await passUntil(system.api, async () => (await passportOf(passport)).status === 'expired');
    const expired = { passport: 'expired', level: '', validUntil };
    expect(await refused(approveProject(project))).toMatchObject({ type: '/problems/subject-is-not-clear', facts: expired });
    expect(await refused(system.api.as(approver).relyOnClearance({ id: passport }, { project }))).toMatchObject({ facts: expired });

    await ask(city);
    await clear(passport);
    await system.api.as(verifier).revokeClearance({ id: passport }, { note: 'Cleared by mistake' });
    expect(await refused(approveProject(project))).toMatchObject({ facts: { passport: 'revoked' } });
    const { entries } = await system.api.as(auditor).getPassportTimeline({ id: passport });
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

test('nobody clears, flags or revokes what they asked for, and each step needs its role', async () => {
  const roles = ['secretariat.officer', 'secretariat.verifier'] as const;
  const jack: Someone = { person: 'jack', organisation: 'secretariat', roles };
  const validUntil = await daysFromNow(100);
  const asked = await web.ask(jack, 'requestDueDiligence', {}, { subject: await actors.city() });
  const { id } = bodyOf<{ id: string }>(asked);
  expect([asked.status, asked.headers.get('location')]).toEqual([201, `/v1/passports/${id}`]);
  const same = [403, '/problems/prepared-by-the-same-person'];
  expect(await refusal(web.ask(jack, 'clearSubject', { id }, { validUntil }))).toEqual(same);
  expect(await refusal(web.ask(jack, 'flagSubject', { id }, { level: 'red', note: 'no' }))).toEqual(same);
  const jill: Someone = { ...jack, person: 'jill' };
  expect((await web.ask(jill, 'clearSubject', { id }, { validUntil })).status).toBe(200);
  expect(await refusal(web.ask(jack, 'revokeClearance', { id }, { note: 'no' }))).toEqual(same);
  const city: Someone = { person: 'mayor', organisation: await actors.city(), roles: ['proposer.officer'] };
  expect(await refusal(web.ask(jill, 'relyOnClearance', { id }, { project: (await awaitingApproval()).project }))).toEqual([
    403,
    '/problems/role-is-missing',
  ]);
  expect(await refusal(web.ask(city, 'requestDueDiligence', {}, { subject: await actors.city() }))).toEqual([
    403,
    '/problems/role-is-missing',
  ]);
  expect(await refusal(web.ask(jack, 'requestDueDiligence', {}, { subject: `org_${'0'.repeat(26)}` }))).toEqual([
    404,
    '/problems/proposer-not-found',
  ]);
});

test('everybody who is signed in sees the clearance of a city and until when; words and persons are for overseers and sponsors, reliances for their own', async () => {
  const { city, project } = await awaitingApproval();
  const passport = await ask(city);
  const validUntil = await clear(passport);
  await system.api.as(approverOf(lender.sponsor)).relyOnClearance({ id: passport }, { project });
  await flag(passport, 'yellow', 'Its report was late');
  await settled(system.api);
  const read = async (as: Person): Promise<Passport[]> => [
    await system.api.as(as).getPassport({ id: passport }),
    ...(await Array.fromAsync(system.api.as(as).each('listPassports', { subject: city, status: 'cleared' }))),
  ];
  const other = await actors.sponsor();
  const trail = async (as: Person): Promise<string[]> =>
    (await system.api.as(as).getPassportTimeline({ id: passport })).entries.map(({ summary }) => summary);
  expect(await trail(sponsorOfficerOf(lender.sponsor))).toEqual([
    expect.stringMatching(/^Due diligence/),
    'Reminder to Secretariat verifier: due diligence.',
    expect.stringMatching(/^Clearance was granted until \w+ \d+, \d{4}\.$/),
    `${lender.sponsor} relied on the clearance for ${project}.`,
    'A yellow flag was raised.',
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
  const strict = await startMemorySystem({ env: { JUNKAN_POLICY_DUE_DILIGENCE: 'required' } });
  try {
    const by = actorsOf(strict.api);
    const sponsor = await by.sponsor();
    const { city, project, funding } = await awaitingApproval(strict, by, sponsor);
    const offer = { id: funding.id, offer: first(funding.offers).id };
    const absent = {
      status: 409,
      type: '/problems/subject-is-not-clear',
      facts: { subject: city, passport: 'absent', level: '', validUntil: '' },
    };
    expect(await refused(strict.api.as(approverOf(sponsor.sponsor)).approveOffer(offer))).toEqual(absent);
    expect(await refused(strict.api.as(approver).approveProject({ id: project }))).toEqual(absent);
    const { id } = await strict.api.as(sponsorOfficerOf(sponsor.sponsor)).requestDueDiligence({}, { subject: city });
    await strict.api.as(verifier).clearSubject({ id }, { validUntil: await daysFromNow(100) });
    await strict.api.as(approverOf(sponsor.sponsor)).approveOffer(offer);
    await settled(strict.api);
    await strict.api.as(approver).approveProject({ id: project });
    expect((await by.project(project)).status).toBe('approved');
  } finally {
    await strict.close();
  }
});
