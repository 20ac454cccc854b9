import { auditor, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { beforeAll, expect, test } from 'vitest';
import { refused, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { openSystem } from '../open-system.ts';

const { system, actors } = await openSystem();
let city: string;
beforeAll(async () => {
  city = await actors.city();
});

const by = ({ sponsor }: Sponsor) => system.api.as(sponsorOfficerOf(sponsor));
const terms = (maximum: string) => ({
  title: 'Circular cities',
  countries: ['JP'],
  ticketMinimum: usd('100.00'),
  ticketMaximum: usd(maximum),
});
const fitting = async (lender: Sponsor): Promise<number> => {
  await settled(system.api);
  return (await by(lender).listMatches({})).fitting;
};

test('a revised mandate is matched by the terms in force, and says which terms it had', async () => {
  const lender = await actors.sponsor({ minimum: '100.00', maximum: '2000.00' });
  await actors.opened(await actors.submitted(city));
  expect(await fitting(lender)).toBe(1);
  const narrower = { ...terms('9000.00'), ticketMinimum: usd('5000.00') };
  await by(lender).reviseMandate({ id: lender.mandate }, { terms: narrower }, { version: 1 });
  expect(await fitting(lender)).toBe(0);
  const read = await system.api.as(officerOf(city)).getMandate({ id: lender.mandate });
  expect(read).toMatchObject({ status: 'published', version: 2, revision: 2, terms: narrower });
  expect(read.revisions?.map(({ revision, terms: { ticketMinimum } }) => [revision, ticketMinimum])).toEqual([
    [1, usd('100.00')],
    [2, usd('5000.00')],
  ]);
});

test('an offer that was made stays under the terms that it was made under; the next is under those in force', async () => {
  const lender = await actors.sponsor({ maximum: '800.00' });
  const funding = await actors.opened(await actors.submitted(city));
  const offer = await actors.offer(funding.id, lender, '500.00');
  await settled(system.api);
  await by(lender).reviseMandate({ id: lender.mandate }, { terms: terms('200.00') }, { version: 1 });
  await system.api.as(officerOf(city)).counterOffer({ id: funding.id, offer }, { terms: 1, amount: usd('700.00'), note: 'More' });
  const above = { terms: 2, amount: usd('900.00'), note: 'Too much' };
  expect(await refused(by(lender).counterOffer({ id: funding.id, offer }, above))).toMatchObject({
    status: 422,
    type: '/problems/amount-is-outside-the-ticket',
    facts: { maximum: usd('800.00') },
  });
  expect(await refused(actors.offer(funding.id, lender, '500.00'))).toMatchObject({ facts: { maximum: usd('200.00') } });
  const next = await actors.offer(funding.id, lender, '150.00');
  const { offers } = await system.api.as(auditor).getFunding({ id: funding.id });
  expect(offers.map(({ id, mandateRevision }) => [id, mandateRevision])).toEqual([
    [offer, 1],
    [next, 2],
  ]);
});

test('a paused mandate matches nothing and takes no offer until it is resumed; one that is retired never again', async () => {
  const lender = await actors.sponsor();
  const project = await actors.submitted(city);
  const funding = await actors.opened(project);
  const before = await fitting(lender);
  const offer = await actors.offer(funding.id, lender, '500.00');
  await by(lender).pauseMandate({ id: lender.mandate });
  expect([before, await fitting(lender)]).toEqual([before, 0]);
  expect((await by(lender).listMatches({})).mandates).toBe(0);
  expect(await refused(actors.offer(funding.id, lender, '150.00'))).toMatchObject({
    status: 409,
    type: '/problems/mandate-is-not-published',
    facts: { mandate: lender.mandate, status: 'paused' },
    pointers: ['/mandate'],
  });
  const match = await by(lender).explainMatch({ id: lender.mandate, project });
  expect(match.reasons.filter(({ hard, outcome }) => hard && outcome === 'missed').map(({ criterion }) => criterion)).toEqual(['status']);
  const ofProject = await system.api.as(officerOf(city)).findSponsors({ id: project, near: 'true' });
  expect([...ofProject.matches, ...(ofProject.nearMisses ?? [])].map(({ mandate }) => mandate)).not.toContain(lender.mandate);
  // What was offered goes on.
  await actors.accept(funding, offer);

  await by(lender).resumeMandate({ id: lender.mandate });
  expect(await fitting(lender)).toBe(before);
  await by(lender).retireMandate({ id: lender.mandate });
  expect(await fitting(lender)).toBe(0);
  expect(await refused(by(lender).resumeMandate({ id: lender.mandate }))).toMatchObject({
    status: 409,
    type: '/problems/mandate-is-retired',
  });

  const { id } = { id: lender.mandate };
  const own = (await by(lender).getMandateTimeline({ id })).entries;
  expect(own.map(({ type, kind, actor }) => [type, kind, actor !== undefined])).toEqual(
    ['MandatePublished', 'MandatePaused', 'MandateResumed', 'MandateRetired'].map((type) => [type, 'mandate', true]),
  );
  expect(own[1]?.summary).toBe('The mandate was paused: nothing new is matched with it or offered under it.');
  const others = (await system.api.as(officerOf(city)).getMandateTimeline({ id })).entries;
  expect(others.map(({ summary }) => summary)).toEqual(own.map(({ summary }) => summary));
  for (const { actor, correlationId, facts } of others)
    expect([actor, correlationId, facts['by']]).toEqual([undefined, undefined, undefined]);
});

test('mandates are listed by status, and each says what its own sponsor may do with it', async () => {
  const lender = await actors.sponsor();
  await by(lender).pauseMandate({ id: lender.mandate });
  const { mandates, counts } = await by(lender).listMandates({ sponsor: lender.sponsor, counts: 'status', after: `${lender.mandate}@2` });
  expect([mandates.map(({ status }) => status), counts]).toEqual([['paused'], { status: { paused: 1 } }]);
  const answers = async (as: ReturnType<typeof by>) =>
    (await as.getMandate({ id: lender.mandate })).may?.map(({ operation, answer }) => `${operation} ${answer}`);
  expect(await answers(by(lender))).toEqual([
    'reviseMandate allowed',
    'pauseMandate done',
    'resumeMandate allowed',
    'retireMandate allowed',
  ]);
  expect(await answers(by(await actors.sponsor()))).toEqual([]);
  expect(await answers(system.api.as(auditor))).toEqual([]);
});

test('budgets of all sponsors are shown to overseers, to each sponsor its own, and to cities none', async () => {
  const [one, other] = [await actors.sponsor({ total: '700.00' }), await actors.sponsor({ total: '900.00' })];
  await settled(system.api);
  const found = await system.api
    .as(auditor)
    .findEnvelopes({ sponsor: `${one.sponsor},${other.sponsor}`, sort: '-amount', counts: 'sponsor' });
  expect(found.envelopes.map(({ id }) => id)).toEqual([other.envelope, one.envelope]);
  expect(found.counts['sponsor']).toMatchObject({ [one.sponsor]: 1, [other.sponsor]: 1 });
  expect((await by(one).findEnvelopes({})).envelopes.map(({ id }) => id)).toEqual([one.envelope]);
  expect(await refused(by(one).findEnvelopes({ sponsor: other.sponsor }))).toMatchObject({ status: 404 });
  expect((await system.api.as(officerOf(city)).findEnvelopes({})).envelopes).toEqual([]);
});

test('all that is stored keeps the invariants', async () => {
  await settled(system.api);
  expect(await verifiedFaults(system)).toEqual({});
});
