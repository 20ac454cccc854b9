import { auditor, checker, maker, officerOf, type Person, secretary, sponsorOfficerOf, verifier } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { first, passUntil, proposal, refused, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';
import { MET } from '../screened.ts';

const { system, actors } = await openSystem();
let city: string;

beforeAll(async () => {
  city = await actors.city();
});

const offersSeenBy = async (as: Person, funding: string) =>
  (await system.api.as(as).getFunding({ id: funding })).offers.map(({ id, status, reason }) => ({ id, status, reason }));
const envelopeOf = ({ envelope }: { envelope: string }) => system.api.as(auditor).getEnvelope({ id: envelope });

describe('screening', () => {
  test('an ineligible project carries the reasons, and goes no further', async () => {
    const project = await actors.submitted(city);
    await system.api.as(secretary).declareIneligible({ id: project }, { reasons: ['not-circular', 'no-co-benefits'] });
    expect(await actors.project(project)).toMatchObject({ status: 'ineligible', reason: 'not-circular, no-co-benefits' });
    expect(await refused(system.api.as(secretary).openProject({ id: project }))).toMatchObject({
      status: 409,
      type: '/problems/project-is-in-another-status',
      facts: { actual: 'ineligible' },
    });
  });

  test('an incomplete proposal is refused at submission with each field that is missing', async () => {
    const incomplete = { ...proposal(), title: '', countries: [] };
    const { id } = await system.api.as(officerOf(city)).draftProject({}, { proposer: city, proposal: incomplete });
    const { status, type, pointers } = await refused(system.api.as(officerOf(city)).submitProject({ id }));
    expect([status, type]).toEqual([422, '/problems/project-is-incomplete']);
    expect(pointers).toEqual(['/proposal/title', '/proposal/countries']);
    expect((await actors.project(id)).status).toBe('draft');
  });

  test('a project is eligible once every criterion has an answer, and none of them is no: each fault is at its place and changes nothing', async () => {
    const id = await actors.submitted(city);
    const { declareEligible, requestInformation } = system.api.as(secretary);
    const faultOf = async (checks: typeof MET.checks) => {
      const { status, type, pointers, facts } = await refused(declareEligible({ id }, { checks }));
      return [status, type.replace('/problems/', ''), pointers, facts];
    };
    const [first, ...rest] = MET.checks;
    if (!first) throw new Error('the list of criteria is empty');
    const { criterion } = first;
    expect(await faultOf(rest)).toEqual([422, 'checks-are-missing', ['/checks'], { criteria: [criterion] }]);
    expect(await refused(declareEligible({ id }))).toMatchObject({ type: '/problems/checks-are-missing' });
    const no = { criterion, answer: 'no' } as const;
    expect(await faultOf([...rest, no])).toEqual([422, 'check-is-unexplained', [`/checks/${rest.length}/note`], expect.anything()]);
    expect(await faultOf([...rest, { ...no, note: 'It is elsewhere.' }])).toEqual([
      422,
      'criteria-are-not-met',
      ['/checks'],
      { criteria: [criterion] },
    ]);
    expect(await faultOf([...MET.checks, first])).toEqual([
      422,
      'check-is-repeated',
      [`/checks/${MET.checks.length}/criterion`],
      expect.objectContaining({ criterion }),
    ]);
    const [, type, pointers] = await faultOf([...MET.checks, { criterion: 'green', answer: 'yes' }]);
    expect([type, pointers]).toEqual(['codes-are-unknown', [`/checks/${MET.checks.length}/criterion`]]);
    expect(await actors.project(id)).toMatchObject({ status: 'submitted', declarations: [] });

    // The same words may be the reason of several, and of the question: asked again, the same changes nothing.
    const note = 'It is elsewhere.';
    const asking = {
      note,
      checks: [no, { criterion: rest[0]?.criterion ?? '', answer: 'no' } as const].map((each) => ({ ...each, note })),
    };
    const { version } = await requestInformation({ id }, asking);
    expect(await requestInformation({ id }, asking)).toMatchObject({ version });
    expect((await actors.project(id)).information).toMatchObject([{ question: { note }, checks: asking.checks }]);
  });

  test('more information is asked for and given, and the proposal may be revised meanwhile', async () => {
    const project = await actors.submitted(city);
    await system.api.as(secretary).requestInformation({ id: project }, { note: 'Which wards?' });
    const asked = await actors.project(project);
    expect(asked).toMatchObject({ status: 'more-information-required', note: 'Which wards?' });
    expect(await refused(system.api.as(secretary).declareEligible({ id: project }, MET))).toMatchObject({ status: 409 });
    const revised = { ...proposal(), title: 'Repair cafés in Minato and Naka' };
    await system.api.as(officerOf(city)).reviseProposal({ id: project }, revised, { key: `revise:${project}`, version: asked.version });
    await system.api.as(officerOf(city)).provideInformation({ id: project }, { note: 'Minato and Naka.' });
    expect(await actors.project(project)).toMatchObject({ status: 'submitted', proposal: { title: revised.title } });
    await system.api.as(secretary).declareEligible({ id: project }, MET);
    expect((await actors.project(project)).status).toBe('eligible');
  });
});

describe('offers', () => {
  test('an offer that its envelope cannot back is refused, and the city never sees it', async () => {
    const poor = await actors.sponsor({ total: '300.00' });
    const { id } = await actors.opened(await actors.submitted(city));
    const offer = await actors.offer(id, poor, '301.00');
    await settled(system.api);
    expect(await offersSeenBy(sponsorOfficerOf(poor.sponsor), id)).toEqual([{ id: offer, status: 'refused', reason: 'budget-not-enough' }]);
    expect(await offersSeenBy(officerOf(city), id)).toEqual([]);
    expect(await envelopeOf(poor)).toMatchObject({ reserved: usd('0.00'), left: usd('300.00') });
  });

  test('a declined and a retracted offer give their reservations back', async () => {
    const [one, two] = [await actors.sponsor(), await actors.sponsor()];
    const { id } = await actors.opened(await actors.submitted(city));
    const [declined, retracted] = [await actors.offer(id, one, '500.00'), await actors.offer(id, two, '500.00')];
    await settled(system.api);
    expect(await envelopeOf(one)).toMatchObject({ reserved: usd('500.00') });
    await system.api.as(officerOf(city)).declineOffer({ id, offer: declined }, { note: 'Too slow' });
    await system.api.as(sponsorOfficerOf(two.sponsor)).retractOffer({ id, offer: retracted }, { note: 'Budget cut' });
    await settled(system.api);
    for (const each of [one, two]) expect(await envelopeOf(each)).toMatchObject({ reserved: usd('0.00'), left: usd('5000.00') });
    expect(await offersSeenBy(officerOf(city), id)).toEqual([
      { id: declined, status: 'declined', reason: 'Too slow' },
      { id: retracted, status: 'retracted', reason: 'Budget cut' },
    ]);
  });

  test('an offer outside the ticket, over the gap, by a mandate that does not match or is another’s is refused and changes nothing', async () => {
    const [lender, other, abroad] = [await actors.sponsor(), await actors.sponsor(), await actors.sponsor({ countries: ['KE'] })];
    const { id } = await actors.opened(await actors.submitted(city));
    const before = await system.commits();
    const meets = async (...[by, amount]: [typeof lender, string]) => {
      const { status, type, facts } = await refused(actors.offer(id, by, amount));
      return [status, type, facts['missed'] ?? facts['gap'] ?? facts['minimum']];
    };
    expect(await meets(lender, '99.99')).toEqual([422, '/problems/amount-is-outside-the-ticket', usd('100.00')]);
    expect(await meets(lender, '2000.01')).toEqual([422, '/problems/amount-is-outside-the-ticket', usd('100.00')]);
    expect(await meets(lender, '1000.01')).toEqual([409, '/problems/amount-exceeds-the-gap', usd('1000.00')]);
    expect(await meets(abroad, '500.00')).toEqual([409, '/problems/mandate-does-not-match', ['country']]);
    const borrowed = { ...lender, mandate: other.mandate };
    expect(await meets(borrowed, '500.00')).toEqual([403, '/problems/mandate-is-not-the-sponsors', undefined]);
    const foreign = { ...lender, envelope: other.envelope };
    expect(await meets(foreign, '500.00')).toEqual([404, '/problems/envelope-is-unknown', undefined]);
    expect(await system.commits()).toBe(before);
  });
});

describe('reports and payments', () => {
  test('a returned report is reported again and then verified, and a refused payment can be requested again and is paid once', async () => {
    const lender = await actors.sponsor();
    const project = await actors.submitted(city);
    const funding = await actors.funded(project, [[lender, '1000.00']]);
    const agreement = await actors.approved(project, funding);
    const milestone = first(await actors.signed(agreement));
    const report = await actors.reported(milestone);
    await system.api.as(verifier).returnReport({ id: milestone.id }, { report, note: 'No photographs' });
    const returned = await system.api.as(officerOf(city)).getMilestone({ id: milestone.id });
    expect(returned).toMatchObject({ status: 'returned', note: 'No photographs' });
    const payment = { tranche: 1, sponsor: lender.sponsor };
    expect(await refused(system.api.as(maker).requestPayment({ id: agreement.id }, payment))).toMatchObject({
      status: 409,
      type: '/problems/milestone-is-not-verified',
    });
    await actors.verified(returned);

    const { payment: order } = await system.api.as(maker).requestPayment({ id: agreement.id }, payment);
    await system.api.as(checker).refusePayment({ id: agreement.id, payment: order }, { note: 'Wrong account' });
    await actors.paid(agreement, 1);
    expect((await actors.agreement(project)).payments.map(({ id, status }) => [id, status])).toEqual([[order, 'settled']]);
    const money = await system.api.as(auditor).getMoneyOfMilestone({ id: milestone.id });
    expect(money.paid).toEqual(usd('1000.00'));
    expect(money.steps.map(({ step }) => step).slice(3)).toEqual([
      'effective',
      'reported',
      'returned',
      'reported',
      'verified',
      'requested',
      'refused',
      'requested',
      'approved',
      'instructed',
      'settlement-reported',
      'settled',
    ]);
    expect((await actors.project(project)).status).toBe('completed');
  });
});

// Last, because the deadline of a round passes that of every other project here.
describe('the end of a round', () => {
  test('below its minimum it leaves the project unfunded with the reason, and releases every reservation', async () => {
    const [one, two] = [await actors.sponsor(), await actors.sponsor()];
    const project = await actors.submitted(city);
    const funding = await actors.opened(project);
    const accepted = await actors.offer(funding.id, one, '600.00');
    await actors.offer(funding.id, two, '300.00');
    await settled(system.api);
    await actors.accept(funding, accepted);
    await passUntil(system.api, async () => (await actors.project(project)).status !== 'open');
    expect(await actors.project(project)).toMatchObject({ status: 'unfunded', reason: 'minimum-close-not-reached' });
    const ended = await actors.funding(project);
    expect(ended).toMatchObject({ status: 'fell-short', accepted: usd('600.00') });
    expect(ended.offers.map(({ status, reason }) => [status, reason])).toEqual([
      ['lapsed', 'round-unfunded'],
      ['lapsed', 'round-unfunded'],
    ]);
    for (const each of [one, two])
      expect(await envelopeOf(each)).toMatchObject({ reserved: usd('0.00'), committed: usd('0.00'), left: usd('5000.00') });
    expect(await refused(actors.offer(funding.id, two, '300.00'))).toMatchObject({ status: 409, type: '/problems/funding-is-not-open' });
  });

  test('with its minimum reached it funds the project with what was accepted, and pays the plan in proportion', async () => {
    const [one, two] = [await actors.sponsor(), await actors.sponsor()];
    const project = await actors.submitted(city, { milestones: ['400.00', '600.00'], minimumCloseBasisPoints: 6_000 });
    const funding = await actors.opened(project);
    const offer = await actors.offer(funding.id, one, '600.00');
    await actors.offer(funding.id, two, '300.00');
    await settled(system.api);
    await actors.accept(funding, offer);
    await passUntil(system.api, async () => (await actors.project(project)).status !== 'open');
    const closed = await actors.funding(project);
    expect(closed.offers.map(({ sponsor, status }) => [sponsor, status])).toEqual([
      [one.sponsor, 'accepted'],
      [two.sponsor, 'lapsed'],
    ]);
    expect(await envelopeOf(two)).toMatchObject({ reserved: usd('0.00'), left: usd('5000.00') });
    const agreement = await actors.approved(project, closed);
    expect(agreement.cells.map(({ tranche, amount }) => [tranche, amount])).toEqual([
      [1, usd('240.00')],
      [2, usd('360.00')],
    ]);
  });
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
