import { randomUUID } from 'node:crypto';
import type { OperationName, Parameters } from '@junkan/client/operations.ts';
import { KIND_OF_ROLE, kindOf, ROLES, type Role } from '@junkan/proto/actor.ts';
import { officerOf, secretary } from '@junkan/scripts/main-job/api.ts';
import { adviceOf, statementOf } from '@junkan/scripts/main-job/bank.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Milestone } from '@junkan/scripts/main-job/messages.ts';
import { beforeAll, expect, test } from 'vitest';
import { first, passUntil, proposal, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { bodyOf, refusal, type Someone } from '../http.ts';
import { openSystem } from '../open-system.ts';
import { MET } from '../screened.ts';

/** Nobody does two of the steps that check each other: a person has every role here that its organisation can give. */
const { system, actors, web } = await openSystem();
let city: string;
let lender: Sponsor;

beforeAll(async () => {
  [city, lender] = [await actors.city(), await actors.sponsor({ total: '100000.00' })];
});

/** Every role that an organisation of this kind can give, but for the clock's. */
const rolesIn = (organisation: string): readonly Role[] =>
  ROLES.filter((role) => KIND_OF_ROLE[role] === kindOf(organisation) && role !== 'clock.operator');

/** A person with every role of its organisation. */
const jack = (organisation: string, person = `jack-${randomUUID()}`): Someone => ({ person, organisation, roles: rolesIn(organisation) });
/** The same person in another organisation. */
const turned = ({ person }: Someone, organisation: string): Someone => jack(organisation, person);

/** Does what must succeed. */
async function does(
  as: Someone,
  name: OperationName,
  of: Parameters = {},
  body: object = {},
): Promise<{ id: string; offer: string; payment: string }> {
  const reply = await web.ask(as, name, of, body);
  if (reply.status >= 300) throw new Error(`${name}: ${reply.bytes}`);
  return bodyOf(reply);
}

/** Tries what this person must be refused, and what must change nothing; an item that nobody may know of is not found. */
async function isKeptFrom(as: Someone, name: OperationName, of: Parameters, type: string, body: object = {}, status = 403): Promise<void> {
  await settled(system.api);
  const before = await system.commits();
  expect(await refusal(web.ask(as, name, of, body))).toEqual([status, `/problems/${type}`]);
  expect(await system.commits()).toBe(before);
}

const SAME = 'prepared-by-the-same-person';
const OTHER_SIDE = 'person-acts-for-another';

async function begunMilestone(): Promise<{ agreement: Agreement; milestone: Milestone }> {
  const agreement = await actors.agreed(city, [[lender, '1000.00']]);
  return { agreement, milestone: first(await actors.signed(agreement)) };
}

test('who drafted or submitted a proposal neither screens nor approves it', async () => {
  const [drafter, submitter] = [jack(city), jack(city)];
  const { id } = await does(drafter, 'draftProject', {}, { proposer: city, proposal: proposal() });
  await does(submitter, 'submitProject', { id });
  for (const person of [drafter, submitter]) {
    await isKeptFrom(person, 'declareEligible', { id }, 'role-is-missing');
    const as = turned(person, 'secretariat');
    await isKeptFrom(as, 'declareEligible', { id }, OTHER_SIDE);
    await isKeptFrom(as, 'declareIneligible', { id }, OTHER_SIDE, { reasons: ['other'] });
    await isKeptFrom(as, 'requestInformation', { id }, OTHER_SIDE, { note: 'Why?' });
  }
  const screener = jack('secretariat');
  await does(screener, 'declareEligible', { id }, MET);
  await does(screener, 'openProject', { id });
  const funding = await actors.funding(id);
  const offer = await actors.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await actors.accept(funding, offer);
  await settled(system.api);
  await isKeptFrom(screener, 'approveProject', { id }, SAME);
  for (const person of [drafter, submitter]) await isKeptFrom(turned(person, 'secretariat'), 'approveProject', { id }, OTHER_SIDE);
});

test('who revised a proposal or gave information on it does not screen it, not even in the name of another organisation', async () => {
  const project = await actors.submitted(city);
  await system.api.as(secretary).requestInformation({ id: project }, { note: 'Which wards?' });
  const person = jack(city);
  await does(person, 'provideInformation', { id: project }, { note: 'All of them' });
  await isKeptFrom(person, 'declareEligible', { id: project }, 'role-is-missing');
  await isKeptFrom(turned(person, 'secretariat'), 'declareEligible', { id: project }, OTHER_SIDE);
});

test('who proposed an offer does not approve it', async () => {
  const project = await actors.submitted(city);
  const funding = await actors.opened(project);
  const person = jack(lender.sponsor);
  const { mandate, envelope } = lender;
  const { offer } = await does(
    person,
    'proposeOffer',
    { id: funding.id },
    { mandate, envelope, amount: usd('1000.00'), financing: { instrument: 'grant' } },
  );
  await settled(system.api);
  await actors.accept(funding, offer);
  await isKeptFrom(person, 'approveOffer', { id: funding.id, offer }, SAME);
  await isKeptFrom(jack(city), 'approveOffer', { id: funding.id, offer }, 'role-is-missing');
  await isKeptFrom(turned(person, city), 'declineOffer', { id: funding.id, offer }, OTHER_SIDE);
  const rival = await actors.sponsor();
  await isKeptFrom(jack(rival.sponsor), 'approveOffer', { id: funding.id, offer }, 'offer-is-unknown', {}, 404);
});

test('who submitted a report neither verifies nor returns it, nor requests, approves or confirms its payment', async () => {
  const { agreement, milestone } = await begunMilestone();
  const person = jack(city);
  await passUntil(system.api, async () => (await actors.milestones(agreement.project))[0]?.status === 'due');
  const evidence = (await system.api.as(officerOf(city)).upload(new TextEncoder().encode('photographs'), 'text/plain')).hash;
  await does(person, 'reportMilestone', { id: milestone.id }, { evidence: [evidence] });
  const reporter = turned(person, 'secretariat');
  await isKeptFrom(reporter, 'verifyMilestone', { id: milestone.id }, OTHER_SIDE, { report: 1 });
  await isKeptFrom(reporter, 'returnReport', { id: milestone.id }, OTHER_SIDE, { report: 1, note: 'no' });

  const verifier = jack('secretariat');
  await does(verifier, 'verifyMilestone', { id: milestone.id }, { report: 1 });
  const order = { tranche: 1, sponsor: lender.sponsor };
  const another = 'person-has-another-duty';
  await isKeptFrom(reporter, 'requestPayment', { id: agreement.id }, OTHER_SIDE, order);
  await isKeptFrom(verifier, 'requestPayment', { id: agreement.id }, another, order);

  const maker = jack('secretariat');
  const { payment } = await does(maker, 'requestPayment', { id: agreement.id }, order);
  for (const each of [verifier, maker]) await isKeptFrom(each, 'approvePayment', { id: agreement.id, payment }, another);

  const checker = jack('secretariat');
  await does(checker, 'approvePayment', { id: agreement.id, payment });
  for (const each of [verifier, checker]) await isKeptFrom(each, 'instructPayment', { id: agreement.id, payment }, 'requester-is-another');
  await does(maker, 'instructPayment', { id: agreement.id, payment });
  const { now } = await settled(system.api);
  const document = await adviceOf(system.api);
  const booked = { bankReference: statementOf(payment ?? ''), valueDate: now.slice(0, 10), document };
  for (const each of [verifier, checker]) await isKeptFrom(each, 'settlePayment', { id: agreement.id, payment }, another, booked);
  await does(maker, 'settlePayment', { id: agreement.id, payment }, booked);
  for (const each of [verifier, maker]) await isKeptFrom(each, 'confirmPayment', { id: agreement.id, payment }, another, { report: 1 });
  await does(checker, 'confirmPayment', { id: agreement.id, payment }, { report: 1 });
});

test('each step needs its role, held for the organisation that it concerns', async () => {
  const project = await actors.submitted(city);
  const stranger = await actors.city('Kawasaki');
  const without = (role: Role, organisation: string): Someone => ({
    ...jack(organisation),
    roles: rolesIn(organisation).filter((each) => each !== role),
  });
  await isKeptFrom(without('secretariat.officer', 'secretariat'), 'declareEligible', { id: project }, 'role-is-missing');
  const { id } = await system.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: proposal() });
  await isKeptFrom(without('proposer.officer', city), 'submitProject', { id }, 'role-is-missing');
  await isKeptFrom(jack(stranger), 'submitProject', { id }, 'project-is-unknown', {}, 404);
  const rival = await actors.sponsor();
  await isKeptFrom(jack(rival.sponsor), 'openEnvelope', { id: lender.sponsor }, 'wrong-organisation', { total: usd('1.00') });
  const funding = await actors.opened(project);
  const offer = await actors.offer(funding.id, lender, '1000.00');
  await settled(system.api);
  await isKeptFrom(jack(stranger), 'acceptOffer', { id: funding.id, offer }, 'wrong-organisation', { terms: 1 });
  await isKeptFrom(jack(rival.sponsor), 'retractOffer', { id: funding.id, offer }, 'offer-is-unknown', {}, 404);
  const self: Someone = { person: 'nobody', organisation: 'junkan', roles: ['system.workflow'] };
  expect(await refusal(web.ask(self, 'submitProject', { id }))).toEqual([401, '/problems/token-is-not-valid']);
  await isKeptFrom(jack('secretariat'), 'advanceClock', {}, 'role-is-missing', { to: '2026-01-01T00:00:00.000Z' });
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
