import { randomUUID } from 'node:crypto';
import { KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/kit/pure/actor.ts';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { statementOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, type Http, http, refusal, type Someone } from '../http.ts';
import { first, type Parties, parties, passUntil, proposal, type Sponsor, usd } from '../parties.ts';
import { type Stages, stages } from '../stages.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

/** Nobody does two of the steps that check each other: a person has every role here that its organisation can give. */
let system: TestSystem;
let cast: Parties;
let stage: Stages;
let web: Http;
let city: string;
let lender: Sponsor;

beforeAll(async () => {
  system = await startTestSystem();
  cast = parties(system.api);
  stage = stages(system.api, cast);
  web = http(system.address);
  [city, lender] = [await cast.city(), await cast.sponsor({ total: '100000.00' })];
});
afterAll(() => system.close());

/** Every role that an organisation of this kind can give, but for the clock's. */
const rolesIn = (organisation: string): readonly Role[] =>
  ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation) && role !== 'clock.operator');

/** A person with every role of its organisation. */
const jack = (organisation: string, person = `jack-${randomUUID()}`): Someone => ({ person, organisation, roles: rolesIn(organisation) });
/** The same person in another organisation. */
const turned = ({ person }: Someone, organisation: string): Someone => jack(organisation, person);

/** Does what must succeed. */
async function does(as: Someone, path: string, body: object = {}): Promise<{ id: string; offer: string; payment: string }> {
  const reply = await web.post(path, as, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.bytes}`);
  return bodyOf(reply);
}

/** Tries what must be refused for who tries it, and must change nothing; what nobody may know of is not there. */
async function isKeptFrom(as: Someone, path: string, type: string, body: object = {}, status = 403): Promise<void> {
  await settled(system.api);
  const before = await system.commits();
  expect(await refusal(web.post(path, as, body))).toEqual([status, `/problems/${type}`]);
  expect(await system.commits()).toBe(before);
}

const SAME = 'prepared-by-the-same-person';
const OTHER_SIDE = 'person-acts-for-another';

async function begunMilestone(): Promise<{ agreement: Agreement; milestone: Milestone }> {
  const project = await cast.submitted(city);
  const agreement = await stage.approved(project, await stage.funded(project, [[lender, '1000.00']]));
  return { agreement, milestone: first(await stage.signed(agreement)) };
}

test('who drafted or submitted a proposal neither screens nor approves it', async () => {
  const [drafter, submitter] = [jack(city), jack(city)];
  const { id } = await does(drafter, '/projects', { proposer: city, proposal: proposal() });
  await does(submitter, `/projects/${id}/submission`);
  for (const person of [drafter, submitter]) {
    await isKeptFrom(person, `/projects/${id}/eligibility`, 'role-is-missing');
    const as = turned(person, 'secretariat');
    await isKeptFrom(as, `/projects/${id}/eligibility`, OTHER_SIDE);
    await isKeptFrom(as, `/projects/${id}/ineligibility`, OTHER_SIDE, { reasons: ['other'] });
    await isKeptFrom(as, `/projects/${id}/information-requests`, OTHER_SIDE, { note: 'Why?' });
  }
  const screener = jack('secretariat');
  await does(screener, `/projects/${id}/eligibility`);
  await does(screener, `/projects/${id}/opening`);
  const funding = await cast.funding(id);
  const offer = await cast.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await cast.accept(funding, offer);
  await settled(system.api);
  await isKeptFrom(screener, `/projects/${id}/approval`, SAME);
  for (const person of [drafter, submitter]) await isKeptFrom(turned(person, 'secretariat'), `/projects/${id}/approval`, OTHER_SIDE);
});

test('who revised a proposal or gave information on it does not screen it, not even in the name of another organisation', async () => {
  const project = await cast.submitted(city);
  await cast.post(secretary, `/projects/${project}/information-requests`, { note: 'Which wards?' });
  const person = jack(city);
  await does(person, `/projects/${project}/information`, { note: 'All of them' });
  await isKeptFrom(person, `/projects/${project}/eligibility`, 'role-is-missing');
  await isKeptFrom(turned(person, 'secretariat'), `/projects/${project}/eligibility`, OTHER_SIDE);
});

test('who proposed an offer does not approve it', async () => {
  const project = await cast.submitted(city);
  const funding = await cast.opened(project);
  const person = jack(lender.sponsor);
  const { mandate, envelope } = lender;
  const { offer } = await does(person, `/fundings/${funding.id}/offers`, { mandate, envelope, amount: usd('1000.00') });
  await settled(system.api);
  await cast.accept(funding, offer);
  await isKeptFrom(person, `/fundings/${funding.id}/offers/${offer}/approval`, SAME);
  await isKeptFrom(jack(city), `/fundings/${funding.id}/offers/${offer}/approval`, 'role-is-missing');
  await isKeptFrom(turned(person, city), `/fundings/${funding.id}/offers/${offer}/decline`, OTHER_SIDE);
  const rival = await cast.sponsor();
  await isKeptFrom(jack(rival.sponsor), `/fundings/${funding.id}/offers/${offer}/approval`, 'offer-is-unknown', {}, 404);
});

test('who submitted a report neither verifies nor returns it, nor requests, approves or confirms its payment', async () => {
  const { agreement, milestone } = await begunMilestone();
  const person = jack(city);
  await passUntil(system.api, async () => (await cast.milestones(agreement.project))[0]?.status === 'due');
  const evidence = await system.api.upload(new TextEncoder().encode('photographs'), 'text/plain', { as: officerOf(city) });
  await does(person, `/milestones/${milestone.id}/reports`, { evidence: [evidence] });
  const reporter = turned(person, 'secretariat');
  await isKeptFrom(reporter, `/milestones/${milestone.id}/verification`, OTHER_SIDE, { report: 1 });
  await isKeptFrom(reporter, `/milestones/${milestone.id}/return`, OTHER_SIDE, { report: 1, note: 'no' });

  const verifier = jack('secretariat');
  await does(verifier, `/milestones/${milestone.id}/verification`, { report: 1 });
  const payments = `/agreements/${agreement.id}/payments`;
  const order = { tranche: 1, sponsor: lender.sponsor };
  const another = 'person-has-another-duty';
  await isKeptFrom(reporter, payments, OTHER_SIDE, order);
  await isKeptFrom(verifier, payments, another, order);

  const maker = jack('secretariat');
  const { payment } = await does(maker, payments, order);
  for (const each of [verifier, maker]) await isKeptFrom(each, `${payments}/${payment}/approval`, another);

  const checker = jack('secretariat');
  await does(checker, `${payments}/${payment}/approval`);
  for (const each of [verifier, checker]) await isKeptFrom(each, `${payments}/${payment}/instruction`, 'requester-is-another');
  await does(maker, `${payments}/${payment}/instruction`);
  const { now } = await settled(system.api);
  const booked = { bankReference: statementOf(payment ?? ''), valueDate: now.slice(0, 10) };
  for (const each of [verifier, checker]) await isKeptFrom(each, `${payments}/${payment}/settlement`, another, booked);
  await does(maker, `${payments}/${payment}/settlement`, booked);
  for (const each of [verifier, maker]) await isKeptFrom(each, `${payments}/${payment}/confirmation`, another, { report: 1 });
  await does(checker, `${payments}/${payment}/confirmation`, { report: 1 });
});

test('each step needs its role, held for the organisation that it concerns', async () => {
  const project = await cast.submitted(city);
  const stranger = await cast.city('Kawasaki');
  const without = (role: Role, organisation: string): Someone => ({
    ...jack(organisation),
    roles: rolesIn(organisation).filter((each) => each !== role),
  });
  await isKeptFrom(without('secretariat.officer', 'secretariat'), `/projects/${project}/eligibility`, 'role-is-missing');
  const { id } = await cast.post(officerOf(city), '/projects', { proposer: city, proposal: proposal() });
  await isKeptFrom(without('proposer.officer', city), `/projects/${id}/submission`, 'role-is-missing');
  await isKeptFrom(jack(stranger), `/projects/${id}/submission`, 'project-is-unknown', {}, 404);
  const rival = await cast.sponsor();
  await isKeptFrom(jack(rival.sponsor), `/sponsors/${lender.sponsor}/envelopes`, 'organisation-is-another', { total: usd('1.00') });
  const funding = await cast.opened(project);
  const offer = await cast.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await isKeptFrom(jack(stranger), `/fundings/${funding.id}/offers/${offer}/acceptance`, 'organisation-is-another', { terms: 1 });
  await isKeptFrom(jack(rival.sponsor), `/fundings/${funding.id}/offers/${offer}/retraction`, 'offer-is-unknown', {}, 404);
  const self: Someone = { person: 'nobody', organisation: 'junkan', roles: ['system.workflow'] };
  expect(await refusal(web.post(`/projects/${id}/submission`, self))).toEqual([401, '/problems/token-is-not-valid']);
  await isKeptFrom(jack('secretariat'), '/clock/advance', 'role-is-missing', { to: '2026-01-01T00:00:00.000Z' });
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
