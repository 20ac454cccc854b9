import { createHash, randomBytes } from 'node:crypto';
import { PAGES, pdf, stream } from '@junkan/kit/files/made.fixture.ts';
import { parseMoney } from '@junkan/kit/money-text.ts';
import {
  approverOf,
  auditor,
  certifierOf,
  checker,
  clockOperator,
  maker,
  officerOf,
  secretary,
  sponsorOfficerOf,
  verifier,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement, Cell, Funding, Milestone } from '@junkan/scripts/main-job/messages.ts';
import type { MoneyText } from '@junkan/scripts/main-job/summary.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actors, actorsOf, first, passUntil, refused, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { http } from '../http.ts';
import { MET } from '../screened.ts';
import { startTestSystem, type TestSystem } from '../test-system.ts';

const person = ({ organisation, role }: { organisation: string; role: string }): string => `${organisation}/${role}`;
const minor = (text: MoneyText): bigint => parseMoney(text)?.amount ?? 0n;
const sum = (cells: readonly Cell[]): bigint => cells.reduce((all, { amount }) => all + minor(amount), 0n);

describe('one project with two sponsors, from proposal to closure', () => {
  let system: TestSystem;
  let actors: Actors;
  let city: string;
  let small: Sponsor;
  let large: Sponsor;
  let project: string;
  let funding: Funding;
  let agreement: Agreement;
  let milestones: Milestone[];

  beforeAll(async () => {
    system = await startTestSystem();
    actors = actorsOf(system.api);
    city = await actors.city();
    [small, large] = [await actors.sponsor({ total: '400.00' }), await actors.sponsor()];
  });
  afterAll(() => system.close());

  const statusOf = async (): Promise<string> => (await actors.project(project)).status;

  test('a complete proposal is submitted, screened by the secretariat and opened to sponsors', async () => {
    project = await actors.submitted(city, { milestones: ['333.33', '666.67'] });
    expect(await statusOf()).toBe('submitted');
    await system.api.as(secretary).declareEligible({ id: project }, MET);
    expect(await statusOf()).toBe('eligible');
    await system.api.as(secretary).openProject({ id: project }, {}, { correlationId: 'chain:opening' });
    funding = await actors.funding(project);
    expect(funding).toMatchObject({ status: 'open', project, proposer: city, gap: usd('1000.00'), accepted: usd('0.00'), offers: [] });
  });

  test('both sides see a match with its reasons, and what keeps a pair from matching', async () => {
    const abroad = await actors.sponsor({ countries: ['KE'] });
    await settled(system.api);
    const seen = await system.api.as(officerOf(city)).findSponsors({ id: project });
    expect(seen.eligible).toBe(2);
    expect(seen.matches.map(({ sponsor }) => sponsor).toSorted()).toEqual([small.sponsor, large.sponsor].toSorted());
    for (const { eligible, reasons } of seen.matches) {
      expect(eligible).toBe(true);
      expect(reasons.filter(({ hard }) => hard).every(({ outcome }) => outcome === 'met')).toBe(true);
      expect(reasons.find(({ criterion }) => criterion === 'ticket')?.facts).toMatchObject({
        target: usd('1000.00'),
        minimum: usd('100.00'),
      });
    }
    const offered = await system.api.as(sponsorOfficerOf(small.sponsor)).findProjects({ id: small.mandate });
    expect(offered.matches.map((match) => match.reasons.length)).toEqual([seen.matches[0]?.reasons.length]);
    const { eligible, reasons } = await system.api.as(sponsorOfficerOf(abroad.sponsor)).explainMatch({ id: abroad.mandate, project });
    expect(eligible).toBe(false);
    expect(reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion }) => criterion)).toEqual(['country']);
  });

  test('offers are backed by budget, accepted by the city, and close the round when they reach the target', async () => {
    const offers = [await actors.offer(funding.id, small, '400.00'), await actors.offer(funding.id, large, '600.00')];
    await settled(system.api);
    const live = await system.api.as(officerOf(city)).getFunding({ id: funding.id });
    expect(live.offers.map(({ id, status }) => [id, status]).toSorted()).toEqual(offers.map((id) => [id, 'live']).toSorted());
    for (const offer of offers) await actors.accept(funding, offer);
    funding = await actors.funding(project);
    expect(funding).toMatchObject({ status: 'closed', accepted: usd('1000.00'), gap: usd('0.00') });
    expect(await statusOf()).toBe('funded');
    const spent = await system.api.as(approverOf(small.sponsor)).getEnvelope({ id: small.envelope });
    const claims = [{ offer: offers[0], status: 'committed', amount: usd('400.00') }];
    expect(spent).toMatchObject({ reserved: usd('0.00'), committed: usd('400.00'), left: usd('0.00'), claims });
  });

  test('after all approvals the agreement is drafted, exact in every row and column', async () => {
    agreement = await actors.approved(project, funding);
    expect(await statusOf()).toBe('approved');
    expect(await actors.project(project)).toMatchObject({ agreement: agreement.id });
    expect(agreement).toMatchObject({ status: 'draft', project, proposer: city, payments: [], signatures: [] });
    expect(agreement.cells).toHaveLength(4);
    for (const { sponsor, amount } of agreement.shares)
      expect(sum(agreement.cells.filter((cell) => cell.sponsor === sponsor))).toBe(minor(amount));
    expect(sum(agreement.cells.filter(({ tranche }) => tranche === 1))).toBe(33_333n);
    expect(sum(agreement.cells.filter(({ tranche }) => tranche === 2))).toBe(66_667n);
  });

  test('the last signature makes the agreement effective and begins its milestones', async () => {
    const other = await refused(system.api.as(certifierOf(city)).signAgreement({ id: agreement.id }, { contentHash: '0'.repeat(64) }));
    expect(other).toMatchObject({ status: 409, type: '/problems/content-changed' });
    milestones = await actors.signed(agreement);
    agreement = await actors.agreement(project);
    expect(agreement.status).toBe('effective');
    expect(await statusOf()).toBe('in-implementation');
    expect(milestones.map(({ number, status }) => [number, status])).toEqual([
      [1, 'scheduled'],
      [2, 'scheduled'],
    ]);
  });

  test('time passes only to the earliest deadline, never beyond it or back', async () => {
    const { now, earliestDeadline = '' } = await settled(system.api);
    const advance = (to: string) => system.api.as(clockOperator).advanceClock({}, { to });
    const beyond = new Date(Date.parse(earliestDeadline) + 1).toISOString();
    expect(await refused(advance(beyond))).toMatchObject({ status: 409, type: '/problems/deadline-would-be-passed' });
    const back = new Date(Date.parse(now) - 86_400_000).toISOString();
    expect(await refused(advance(back))).toMatchObject({ status: 409, type: '/problems/clock-only-moves-forward' });
    await advance(earliestDeadline);
    expect((await system.api.as(auditor).getClock()).now >= earliestDeadline).toBe(true);
  });

  test('evidence is read back byte by byte, and its milestone verified by another person', async () => {
    const milestone = first(milestones);
    const isDue = async () => (await system.api.as(verifier).getMilestone({ id: milestone.id })).status === 'due';
    await passUntil(system.api, isDue);
    const bytes = new Uint8Array(pdf([...PAGES, stream('', randomBytes(700_001))]));
    const hash = (await system.api.as(officerOf(city)).upload(bytes, 'application/pdf')).hash;
    expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'));
    await system.api.as(officerOf(city)).reportMilestone({ id: milestone.id }, { evidence: [hash] }, { correlationId: 'chain:report' });
    await system.api.as(verifier).verifyMilestone({ id: milestone.id }, { report: 1 }, { correlationId: 'chain:verdict' });

    const reader = { person: 'reader', organisation: 'secretariat', roles: ['secretariat.verifier'] } as const;
    const file = await http(system.address).ask(reader, 'downloadEvidence', { hash });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.bytes.equals(bytes)).toBe(true);
  });

  test('each part of a tranche is paid by maker and checker, and its money is shown step by step with every actor', async () => {
    await actors.paid(agreement, 1, 'chain:payment');
    const money = await system.api.as(auditor).getMoneyOfMilestone({ id: first(milestones).id });
    expect([money.planned, money.paid]).toEqual([usd('333.33'), usd('333.33')]);
    const steps = money.steps.map(({ step, by, sponsor = '', correlationId }) => [step, by, sponsor, correlationId]);
    const shares = agreement.shares.map(({ sponsor }) => sponsor);
    const named = (word: string) => expect.stringMatching(new RegExp(`^chain:${word}~[0-9a-f]{8}$`));
    const unchained = expect.stringMatching(/^req_/);
    expect(steps).toEqual([
      ...shares.map((sponsor) => ['committed', 'system:workflows', sponsor, named('opening')]),
      ['signed', person(certifierOf(city)), '', unchained],
      ...shares.map((sponsor) => ['signed', person(approverOf(sponsor)), sponsor, unchained]),
      ['effective', person(approverOf(shares.at(-1) ?? '')), '', unchained],
      ['reported', person(officerOf(city)), '', named('report')],
      ['verified', person(verifier), '', named('verdict')],
      ...shares.flatMap((sponsor) => [
        ['requested', person(maker), sponsor, named('payment')],
        ['approved', person(checker), sponsor, named('payment')],
        ['instructed', person(maker), sponsor, named('payment')],
        ['settlement-reported', person(maker), sponsor, named('payment')],
        ['settled', person(checker), sponsor, named('payment')],
      ]),
    ]);
    expect(money.steps.every(({ at }) => /^\d{4}-\d{2}-\d{2}T/.test(at ?? ''))).toBe(true);
  });

  test('a tranche that is paid is not paid again', async () => {
    const { sponsor, payment = '' } = first(agreement.cells);
    const again = await system.api.as(maker).requestPayment({ id: agreement.id }, { tranche: 1, sponsor });
    expect(again.payment).toBe(payment);
    const { payments } = await actors.agreement(project);
    expect(payments.filter((each) => each.tranche === 1).map(({ status }) => status)).toEqual(['settled', 'settled']);
    const other = { bankReference: 'ANOTHER', valueDate: '2026-01-01', document: 'a'.repeat(64) };
    expect(await refused(system.api.as(maker).settlePayment({ id: agreement.id, payment }, other))).toMatchObject({
      status: 409,
      type: '/problems/payment-is-settled',
    });
  });

  test('with the last tranche paid the project completes, is closed, and its agreement ends', async () => {
    await actors.verified(first(milestones.slice(1)));
    await actors.paid(agreement, 2);
    expect(await statusOf()).toBe('completed');
    await actors.closed(project);
    expect(await statusOf()).toBe('closed');
    expect(await actors.agreement(project)).toMatchObject({ status: 'ended', paid: usd('1000.00') });
  });

  test('all accounts sum to zero, and the city has received its target', async () => {
    const { accounts } = await system.api.as(auditor).listAccounts();
    expect(accounts.reduce((all, { balance }) => all + minor(balance), 0n)).toBe(0n);
    const received = accounts.filter(({ account, balance }) => account.includes(city) && minor(balance) !== 0n);
    expect(received.map(({ balance }) => balance)).toEqual([usd('1000.00')]);
  });

  test('the timeline shows every event in order, with its actor and its chain', async () => {
    const { entries } = await system.api.as(auditor).getTimeline({ id: project });
    const byStream = Map.groupBy(entries, ({ stream }) => stream);
    expect([...byStream.keys()].toSorted()).toEqual([project, funding.id, agreement.id, ...milestones.map(({ id }) => id)].toSorted());
    for (const ofStream of byStream.values()) expect(ofStream.map(({ version }) => version)).toEqual(ofStream.map((_, index) => index + 1));
    expect(entries.every(({ actor, correlationId }) => actor !== '' && correlationId !== '')).toBe(true);
    const types = (stream: string) => byStream.get(stream)?.map(({ type }) => type);
    expect(types(project)).toEqual([
      'ProjectDrafted',
      'ProjectSubmitted',
      'ProjectDeclaredEligible',
      'ProjectOpenedToSponsors',
      'ProjectFunded',
      'ProjectApproved',
      'ImplementationStarted',
      'ProjectCompleted',
      'ProjectClosureProposed',
      'ProjectClosed',
    ]);
    for (const { id } of milestones)
      expect(types(id)).toEqual(['MilestoneBegun', 'ReminderSent', 'MilestoneFellDue', 'MilestoneReportSubmitted', 'MilestoneVerified']);
    const found = await system.api.as(auditor).listProjects({ status: 'closed', after: `${project}@10` });
    expect(found.projects.map(({ id }) => id)).toEqual([project]);
  });

  test('all that is stored keeps the invariants', async () => {
    await settled(system.api);
    expect(await verifiedFaults(system)).toEqual({});
  });
});
