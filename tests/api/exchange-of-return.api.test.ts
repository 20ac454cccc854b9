import { daysAfter } from '@junkan/kit/pure/dates.ts';
import { auditor, maker, officerOf, sponsorOfficerOf } from '@junkan/scripts/main-job/api.ts';
import { givesBack, isNotOver, ordered, settles, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import { expect, test } from 'vitest';
import { first, GRANT, refused, usd } from '../actors.ts';
import { breaking, verifiedFaults } from '../breaking.ts';
import { recordedRates } from '../exchange.ts';
import { openSystem } from '../open-system.ts';

const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const { system, actors } = await openSystem();
const { api } = system;
const today = async () => (await settled(api)).now.slice(0, 10);

test('a return is booked at the rates of its own day, once there are such, and a return that was a mistake leaves nothing of it', async () => {
  const city = await actors.city();
  const [yen, dollars] = [await actors.sponsor({ budget: jpy('300000') }), await actors.sponsor()];
  await recordedRates(api, await today(), { USD: '1.00', JPY: '160' });
  const project = await actors.submitted(city, { target: '300.00', milestones: ['300.00'] });
  const round = await actors.opened(project);
  const offers = [await actors.offer(round.id, yen, '200.00', GRANT), await actors.offer(round.id, dollars, '100.00', GRANT)];
  await settled(api);
  for (const offer of offers) await actors.accept(round, offer);
  const agreement = await actors.approved(project, await actors.funding(project));
  await actors.verified(first(await actors.signed(agreement)));
  await settled(api);
  const order = await ordered(api, agreement.id, { tranche: 1, sponsor: yen.sponsor }, () => ({}));
  const step = stepsOf(api, order, () => ({}));
  const seen = (as = auditor) => api.as(as).getAgreement({ id: agreement.id });
  const booked = async () => {
    await settled(api);
    const { balances } = await api.as(sponsorOfficerOf(yen.sponsor)).getLedger({});
    const own = balances.filter(({ kind }) => ['spent', 'converted', 'exchange-differences'].includes(kind));
    return own.map(({ closing }) => closing.amount);
  };
  await recordedRates(api, await today(), { USD: '1.00', JPY: '150' });
  await settled(api);
  await settles(step, { bankReference: 'ONE', valueDate: await today() });
  const paid = ['32000', '-2000', '-30000'];
  expect(await booked()).toEqual(paid);
  // Twelve days later no rates stand any more.
  await advance(api, daysAfter((await settled(api)).now, 12));
  await givesBack(step, { bankReference: 'BACK', valueDate: await today(), note: 'The account is closed.' });
  expect(await booked()).toEqual(['0', '0', '0']);
  const of = { id: agreement.id, payment: order.payment };
  expect(await refused(api.as(maker).bookExchange(of))).toMatchObject({ facts: { from: 'USD', to: 'JPY', day: await today() } });
  expect((await seen()).returnExchanges).toMatchObject([
    { status: 'waiting', payment: order.payment, report: 2, parts: [{ amount: usd('200.00') }] },
  ]);
  expect((await api.as(maker).listWork({ kind: 'exchange-to-book' })).work).toMatchObject([{ payment: order.payment }]);
  await recordedRates(api, await today(), { USD: '1.00', JPY: '140' });
  await settled(api);
  await api.as(maker).bookExchange(of);
  // It had cost 30,000 and came back as 28,000.
  expect(await booked()).toEqual(['0', '2000', '-2000']);
  expect((await seen()).returnExchanges).toMatchObject([
    { status: 'booked', parts: [{ paid: { amount: jpy('30000') }, cost: { amount: jpy('28000') } }] },
  ]);
  for (const as of [officerOf(city), sponsorOfficerOf(dollars.sponsor)])
    expect(JSON.stringify([await seen(as), await api.as(as).getTimeline({ id: project, limit: 500 })])).not.toMatch(
      /JPY|[Ee]xchangeOfReturn/,
    );
  expect((await api.as(maker).listWork({ kind: 'exchange-to-book' })).work).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});
  const difference = await breaking(system).changed({ in: 'disbursement', type: 'ExchangeOfReturnBooked' }, ({ parts }) => {
    parts[0].cost.amount.amount = '27999';
  });
  expect(Object.values(difference).flat().join()).toContain('is 28000 JPY by its rates, but records 27999');
  await isNotOver(step, 'It was another payment.');
  expect(await booked()).toEqual(paid);
  expect((await seen()).returnExchanges ?? []).toEqual([]);
  expect(await verifiedFaults(system)).toEqual({});
});
