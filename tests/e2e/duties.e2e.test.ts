import { randomUUID } from 'node:crypto';
import type { Role } from '@junkan/kit/pure/actor.ts';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { statementOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifiedFaults } from '../breaking.ts';
import { type Constellation, startConstellation } from '../constellation.ts';
import { bodyOf, type Http, http, refusal, type Someone } from '../http.ts';
import { first, type Parties, parties, passUntil, proposal, type Sponsor, usd } from '../parties.ts';
import { type Stages, stages } from '../stages.ts';

/** Nobody does two of the steps that check each other, whatever roles a person holds: one person has them all here. */
let system: Constellation;
let cast: Parties;
let stage: Stages;
let web: Http;
let city: string;
let lender: Sponsor;

beforeAll(async () => {
  system = await startConstellation();
  cast = parties(system.api);
  stage = stages(system.api, cast);
  web = http(system.address);
  [city, lender] = [await cast.city(), await cast.sponsor({ total: '100000.00' })];
});
afterAll(() => system.close());

const EVERYTHING: readonly Role[] = [
  'proposer.officer',
  'proposer.certifier',
  'sponsor.officer',
  'sponsor.approver',
  'secretariat.officer',
  'secretariat.verifier',
  'secretariat.approver',
  'finance.maker',
  'finance.checker',
];

/** A person with every role. */
const jack = (organisation: string, person = `jack-${randomUUID()}`): Someone => ({ person, organisation, roles: EVERYTHING });

/** Does what must succeed. */
async function does(as: Someone, path: string, body: object = {}): Promise<{ id: string; offer: string; payment: string }> {
  const reply = await web.post(path, as, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.bytes}`);
  return bodyOf(reply);
}

/** Tries what must be refused for who he is, and must change nothing. */
async function isKeptFrom(as: Someone, path: string, type: string, body: object = {}): Promise<void> {
  await settled(system.api);
  const before = await system.commits();
  expect(await refusal(web.post(path, as, body))).toEqual([403, `/problems/${type}`]);
  expect(await system.commits()).toBe(before);
}

const SAME = 'prepared-by-the-same-person';

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
    await isKeptFrom(person, `/projects/${id}/eligibility`, SAME);
    await isKeptFrom(person, `/projects/${id}/ineligibility`, SAME, { reasons: ['other'] });
    await isKeptFrom(person, `/projects/${id}/information-requests`, SAME, { note: 'Why?' });
  }
  const screener = jack('secretariat');
  await does(screener, `/projects/${id}/eligibility`);
  await does(screener, `/projects/${id}/opening`);
  const funding = await cast.funding(id);
  const offer = await cast.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await cast.accept(funding, offer);
  await settled(system.api);
  for (const person of [drafter, submitter, screener]) await isKeptFrom(person, `/projects/${id}/approval`, SAME);
});

test('who revised a proposal or gave information on it does not screen it, not even in the name of another organisation', async () => {
  const project = await cast.submitted(city);
  await cast.post(secretary, `/projects/${project}/information-requests`, { note: 'Which wards?' });
  const person = jack(city);
  await does(person, `/projects/${project}/information`, { note: 'All of them' });
  await isKeptFrom(person, `/projects/${project}/eligibility`, SAME);
  await isKeptFrom(jack('secretariat', person.person), `/projects/${project}/eligibility`, SAME);
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
  await isKeptFrom(jack(city), `/fundings/${funding.id}/offers/${offer}/approval`, 'organisation-is-another');
});

test('who submitted a report neither verifies nor returns it, nor requests, approves or confirms its payment', async () => {
  const { agreement, milestone } = await begunMilestone();
  const person = jack(city);
  await passUntil(system.api, async () => (await cast.milestones(agreement.project))[0]?.status === 'due');
  const evidence = await system.api.upload(new TextEncoder().encode('photographs'), 'text/plain', { as: officerOf(city) });
  await does(person, `/milestones/${milestone.id}/reports`, { evidence: [evidence] });
  await isKeptFrom(person, `/milestones/${milestone.id}/verification`, 'submitted-by-the-same-person', { report: 1 });
  await isKeptFrom(person, `/milestones/${milestone.id}/return`, 'submitted-by-the-same-person', { report: 1, note: 'no' });

  const verifier = jack('secretariat');
  await does(verifier, `/milestones/${milestone.id}/verification`, { report: 1 });
  const payments = `/agreements/${agreement.id}/payments`;
  const order = { tranche: 1, sponsor: lender.sponsor };
  const another = 'person-has-another-duty';
  for (const each of [person, jack('secretariat', person.person), verifier]) await isKeptFrom(each, payments, another, order);

  const maker = jack('secretariat');
  const { payment } = await does(maker, payments, order);
  for (const each of [person, verifier, maker]) await isKeptFrom(each, `${payments}/${payment}/approval`, another);

  const checker = jack('secretariat');
  await does(checker, `${payments}/${payment}/approval`);
  for (const each of [person, verifier, checker]) await isKeptFrom(each, `${payments}/${payment}/instruction`, 'requester-is-another');
  await does(maker, `${payments}/${payment}/instruction`);
  const { now } = await settled(system.api);
  const booked = { bankReference: statementOf(payment ?? ''), valueDate: now.slice(0, 10) };
  for (const each of [person, verifier, checker]) await isKeptFrom(each, `${payments}/${payment}/settlement`, another, booked);
  await does(maker, `${payments}/${payment}/settlement`, booked);
  for (const each of [person, verifier, maker]) await isKeptFrom(each, `${payments}/${payment}/confirmation`, another, { report: 1 });
  await does(checker, `${payments}/${payment}/confirmation`, { report: 1 });
});

test('each step needs its role, held for the organisation that it concerns', async () => {
  const project = await cast.submitted(city);
  const stranger = await cast.city('Kawasaki');
  const without = (role: Role, organisation: string): Someone => ({
    ...jack(organisation),
    roles: EVERYTHING.filter((each) => each !== role),
  });
  await isKeptFrom(without('secretariat.officer', 'secretariat'), `/projects/${project}/eligibility`, 'role-is-missing');
  const { id } = await cast.post(officerOf(city), '/projects', { proposer: city, proposal: proposal() });
  await isKeptFrom(without('proposer.officer', city), `/projects/${id}/submission`, 'role-is-missing');
  await isKeptFrom(jack(stranger), `/projects/${id}/submission`, 'organisation-is-another');
  await isKeptFrom(jack(stranger), `/sponsors/${lender.sponsor}/envelopes`, 'organisation-is-another', { total: usd('1.00') });
  const funding = await cast.opened(project);
  const offer = await cast.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await isKeptFrom(jack(stranger), `/fundings/${funding.id}/offers/${offer}/acceptance`, 'organisation-is-another', { terms: 1 });
  await isKeptFrom(jack(stranger), `/fundings/${funding.id}/offers/${offer}/retraction`, 'organisation-is-another');
  const self: Someone = { person: 'nobody', organisation: 'junkan', roles: ['system.workflow'] };
  await isKeptFrom(self, `/projects/${id}/submission`, 'role-is-missing');
  await isKeptFrom(jack('secretariat'), '/clock/advance', 'role-is-missing', { to: '2026-01-01T00:00:00.000Z' });
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
