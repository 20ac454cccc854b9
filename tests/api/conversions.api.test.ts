import {
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { settled } from '@junkan/scripts/main-job/clock.ts';
import { signersOf } from '@junkan/scripts/main-job/phases/agreements.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRANT, refused, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { recordedRates } from '../exchange.ts';
import { openSystem } from '../open-system.ts';

const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const kwd = (amount: string) => ({ amount, currency: 'KWD' });

const { system, actors } = await openSystem();
let city: string;
let [yen, dinars, dollars]: Sponsor[] = [];
let today: string;
beforeAll(async () => {
  city = await actors.city();
  yen = await actors.sponsor({ budget: jpy('300000') });
  dinars = await actors.sponsor({ budget: kwd('1000.000') });
  dollars = await actors.sponsor();
  today = (await settled(system.api)).now.slice(0, 10);
});
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const of = (sponsor: Sponsor | undefined): Sponsor => {
  if (!sponsor) throw new Error('there is none');
  return sponsor;
};
const envelopeOf = ({ sponsor, envelope }: Sponsor) => system.api.as(approverOf(sponsor)).getEnvelope({ id: envelope });

describe('an offer from a budget in another currency', () => {
  test('is refused while there are no rates, by its envelope, and changes nothing', async () => {
    const round = await actors.opened(await actors.submitted(city));
    expect(await refused(actors.offer(round.id, of(yen), '1000.00'))).toEqual({
      status: 409,
      type: '/problems/rate-is-missing',
      facts: { from: 'USD', to: 'JPY', day: today },
      pointers: ['/envelope'],
    });
    const taken = await system.api.as(sponsorOfficerOf(of(yen).sponsor)).takenOfEnvelope({ id: of(yen).envelope, ...usd('1000.00') });
    expect(taken).toEqual({ currency: 'JPY' });
    expect((await envelopeOf(of(yen))).left).toEqual(jpy('300000'));
    expect((await actors.funding(round.project)).offers).toEqual([]);
  });

  test('takes what its terms come to, and each party sees what is its own to know', async () => {
    await recordedRates(system.api, today, { USD: '1.05', JPY: '157.515', KWD: '0.3227' });
    const project = await actors.submitted(city, { target: '1500.00', milestones: ['900.00', '600.00'] });
    const round = await actors.opened(project);
    const rates = { day: today, source: 'ECB', base: 'EUR', fromRate: '1.05' };
    expect(
      await system.api.as(sponsorOfficerOf(of(yen).sponsor)).takenOfEnvelope({ id: of(yen).envelope, ...usd('500.00') }),
    ).toMatchObject({
      taken: jpy('75007'),
      conversion: { ...rates, toRate: '157.515' },
    });
    const offers = [
      await actors.offer(round.id, of(yen), '500.00'),
      await actors.offer(round.id, of(dinars), '600.00'),
      await actors.offer(round.id, of(dollars), '400.00'),
    ];
    await settled(system.api);
    expect(await envelopeOf(of(yen))).toMatchObject({ reserved: jpy('75007'), left: jpy('224993') });
    expect(await envelopeOf(of(dinars))).toMatchObject({ reserved: kwd('184.400') });
    for (const offer of offers) await actors.accept(round, offer);
    const agreement = await actors.approved(project, await actors.funding(project));
    expect(await envelopeOf(of(yen))).toMatchObject({ committed: jpy('75007'), reserved: jpy('0') });
    expect(agreement.conversions).toMatchObject([
      { offer: offers[0], amount: usd('500.00'), conversion: { ...rates, amount: jpy('75007'), toRate: '157.515' } },
      { offer: offers[1], amount: usd('600.00'), conversion: { ...rates, amount: kwd('184.400'), toRate: '0.3227' } },
    ]);
    await seenBy(round.id, agreement.id, project);
    await actors.signed(agreement);
    await actors.verified((await actors.milestones(project))[0] as never);
    await settled(system.api);
    await actors.paid(agreement, 1);
    await system.api.as(secretary).proposeMeasure({ id: agreement.id }, { kind: 'termination', cause: 'mutual', note: 'It is over.' });
    for (const as of signersOf(agreement)) await system.api.as(as).answerMeasure({ id: agreement.id, number: 1 }, { note: 'So be it.' });
    await system.api.as(approver).approveMeasure({ id: agreement.id, number: 1 });
    await settled(system.api);
    // Three fifths were paid: that is of 75007 JPY, and of 184.400 KWD.
    expect(await envelopeOf(of(yen))).toMatchObject({ committed: jpy('45004'), left: jpy('254996') });
    expect(await envelopeOf(of(dinars))).toMatchObject({ committed: kwd('110.640') });
    expect(await envelopeOf(of(dollars))).toMatchObject({ committed: usd('240.00') });
  });

  /** Only a sponsor itself and overseers see in which currency it keeps its budget, wherever they look. */
  async function seenBy(round: string, agreement: string, project: string): Promise<void> {
    const looked = async (as: Parameters<typeof system.api.as>[0]) => {
      const asked = system.api.as(as);
      const all = await Promise.all([
        asked.getFunding({ id: round }),
        asked.listOffers({ id: round }),
        asked.findOffers({}),
        asked.findFundings({}),
        asked.getAgreement({ id: agreement }),
        asked.listAgreements({}),
        asked.getTimeline({ id: project, limit: 500 }),
        asked.listNotices({}),
      ]);
      return JSON.stringify(all);
    };
    for (const as of [officerOf(city), certifierOf(city)])
      expect(await looked(as)).not.toMatch(/\b(JPY|KWD|157\.515|0\.3227|75007|184\.400)\b/);
    expect(await looked(sponsorOfficerOf(of(dollars).sponsor))).not.toMatch(/\b(JPY|KWD|157\.515|0\.3227|75007|184\.400)\b/);
    const own = await looked(sponsorOfficerOf(of(yen).sponsor));
    expect(own).toMatch(/JPY/);
    expect(own).not.toMatch(/\b(KWD|184\.400)\b/);
    expect(await looked(auditor)).toMatch(/JPY.*KWD/s);
    expect(await refused(system.api.as(officerOf(city)).takenOfEnvelope({ id: of(yen).envelope, ...usd('1.00') }))).toMatchObject({
      status: 404,
    });
  }

  test('that the proposer counters is converted when its sponsor agrees, at that day; the proposer learns of no rate', async () => {
    const day = (await settled(system.api)).now.slice(0, 10);
    await recordedRates(system.api, day, { USD: '1.05', JPY: '157.515' });
    const round = await actors.opened(await actors.submitted(city));
    const id = { id: round.id, offer: await actors.offer(round.id, of(yen), '1000.00') };
    await settled(system.api);
    await system.api.as(officerOf(city)).counterOffer(id, { terms: 1, amount: usd('800.00') });
    await settled(system.api);
    expect((await envelopeOf(of(yen))).reserved).toEqual(jpy('150014'));
    await recordedRates(system.api, day, { USD: '1.00', JPY: '160' }, 'BOJ');
    await system.api.as(sponsorOfficerOf(of(yen).sponsor)).acceptOffer(id, { terms: 2 });
    await settled(system.api);
    const [offer] = (await system.api.as(secretary).getFunding({ id: round.id })).offers;
    expect(offer).toMatchObject({ status: 'accepted', amount: usd('800.00'), conversion: { source: 'BOJ', amount: jpy('128000') } });
    expect((await envelopeOf(of(yen))).reserved).toEqual(jpy('128000'));
  });

  test('is not paid for more than its budget holds: its sponsor commits more to it by two persons, and what was not spent comes back', async () => {
    const sponsor = await actors.sponsor({ budget: jpy('300000') });
    const day = (await settled(system.api)).now.slice(0, 10);
    await recordedRates(system.api, day, { USD: '1.00', JPY: '150' }, 'AAA');
    const agreement = await actors.payable(city, [[sponsor, '1000.00']], { milestones: ['600.00', '400.00'] });
    expect(await envelopeOf(sponsor)).toMatchObject({ committed: jpy('150000') });
    const { now } = await settled(system.api);
    await recordedRates(system.api, now.slice(0, 10), { USD: '1.00', JPY: '180' }, '000');
    const { id } = agreement;
    const { payment } = await system.api.as(maker).requestPayment({ id }, { tranche: 1, sponsor: sponsor.sponsor });
    await system.api.as(checker).approvePayment({ id, payment });
    const instructing = () => system.api.as(maker).instructPayment({ id, payment });
    const [offer = ''] = agreement.conversions?.map((each) => each.offer) ?? [];
    const sums = { held: jpy('150000'), spent: jpy('0'), remaining: jpy('180000'), missing: jpy('30000') };
    expect(await refused(instructing())).toMatchObject({
      status: 409,
      type: '/problems/budget-is-overspent',
      facts: { offer, envelope: sponsor.envelope, ...sums },
    });
    const envelope = { id: sponsor.envelope };
    // Its sponsor is told, by the sum that is missing and the payment that waits; nobody else is, but overseers.
    const told = async (as: Parameters<typeof system.api.as>[0]) => {
      await settled(system.api);
      return (await system.api.as(as).listWork({ waits: 'all', kind: 'increase-to-propose' })).work;
    };
    const row = { item: sponsor.envelope, offer, payment, project: agreement.project, amount: jpy('30000'), pays: { tranche: 1 } };
    expect(await told(sponsorOfficerOf(sponsor.sponsor))).toMatchObject([{ ...row, mine: true, operations: ['proposeIncrease'] }]);
    expect(await told(auditor)).toMatchObject([{ ...row, organisation: sponsor.sponsor }]);
    expect(await told(officerOf(city))).toEqual([]);
    const asked = { offer, amount: jpy('30000'), note: 'The yen has fallen.' };
    await system.api.as(sponsorOfficerOf(sponsor.sponsor)).proposeIncrease(envelope, { ...asked, amount: jpy('10000') });
    expect(await told(sponsorOfficerOf(sponsor.sponsor))).toEqual([]);
    await system.api.as(approverOf(sponsor.sponsor)).refuseIncrease({ ...envelope, number: 1 }, { note: 'That is not enough.' });
    expect(await told(sponsorOfficerOf(sponsor.sponsor))).toMatchObject([row]);
    await system.api.as(sponsorOfficerOf(sponsor.sponsor)).proposeIncrease(envelope, asked);
    expect(await told(sponsorOfficerOf(sponsor.sponsor))).toEqual([]);
    await system.api.as(approverOf(sponsor.sponsor)).confirmIncrease({ ...envelope, number: 2 });
    expect(await envelopeOf(sponsor)).toMatchObject({ committed: jpy('180000'), left: jpy('120000') });
    await instructing();
    await actors.paid(agreement, 1);
    await settled(system.api);
    const { exchanges = [] } = await system.api.as(auditor).getAgreement({ id });
    expect(exchanges).toMatchObject([{ status: 'booked', parts: [{ cost: { amount: jpy('108000') } }] }]);
    await system.api.as(secretary).proposeMeasure({ id }, { kind: 'termination', cause: 'mutual', note: 'It is over.' });
    for (const as of signersOf(agreement)) await system.api.as(as).answerMeasure({ id, number: 1 }, { note: 'So be it.' });
    await system.api.as(approver).approveMeasure({ id, number: 1 });
    await settled(system.api);
    expect(await envelopeOf(sponsor)).toMatchObject({ committed: jpy('108000'), left: jpy('192000') });
  });

  test('is made from a budget in the currency of the project without any rates', async () => {
    const round = await actors.opened(await actors.submitted(city));
    const offer = await actors.offer(round.id, of(dollars), '1000.00', GRANT);
    await settled(system.api);
    expect((await actors.funding(round.project)).offers).toMatchObject([{ id: offer, status: 'live' }]);
  });
});
