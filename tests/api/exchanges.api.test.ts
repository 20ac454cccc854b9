import { daysAfter } from '@junkan/kit/pure/dates.ts';
import {
  approver,
  approverOf,
  auditor,
  certifierOf,
  checker,
  maker,
  officerOf,
  type Person,
  secretary,
  sponsorOfficerOf,
} from '@junkan/scripts/main-job/api.ts';
import { adviceOf, givesBack, ordered, settles, statementOf, stepsOf } from '@junkan/scripts/main-job/bank.ts';
import { advance, settled } from '@junkan/scripts/main-job/clock.ts';
import type { Agreement } from '@junkan/scripts/main-job/messages.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EQUITY, first, GRANT, LOAN, refused, type Sponsor, usd } from '../actors.ts';
import { verifiedFaults } from '../breaking.ts';
import { recordedRates } from '../exchange.ts';
import { openSystem } from '../open-system.ts';

const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const kwd = (amount: string) => ({ amount, currency: 'KWD' });

const { system, actors } = await openSystem();
let yen: Sponsor;
let dinars: Sponsor;
let dollars: Sponsor;
let city: string;
let agreement: Agreement;
const today = async () => (await settled(system.api)).now.slice(0, 10);

beforeAll(async () => {
  city = await actors.city();
  [yen, dollars, dinars] = [
    await actors.sponsor({ budget: jpy('300000') }),
    await actors.sponsor(),
    await actors.sponsor({ budget: kwd('900.000') }),
  ];
  await recordedRates(system.api, await today(), { USD: '1.05', JPY: '157.515', KWD: '0.3227' });
  const project = await actors.submitted(city, { target: '1000.00', milestones: ['600.00', '400.00'] });
  const round = await actors.opened(project);
  const offers = [
    await actors.offer(round.id, yen, '333.33', LOAN),
    await actors.offer(round.id, dollars, '366.67', GRANT),
    await actors.offer(round.id, dinars, '300.00', EQUITY),
  ];
  await settled(system.api);
  for (const offer of offers) await actors.accept(round, offer);
  agreement = await actors.approved(project, await actors.funding(project));
  await actors.verified(first(await actors.signed(agreement)));
  await settled(system.api);
});
afterAll(async () => {
  expect(await verifiedFaults(system)).toEqual({});
});

const seen = (as: Person = auditor) => system.api.as(as).getAgreement({ id: agreement.id });
const exchangesOf = async ({ sponsor }: Sponsor, as: Person = auditor) =>
  ((await seen(as)).exchanges ?? []).filter((each) => each.sponsor === sponsor);
const refundsOf = async ({ sponsor }: Sponsor, as: Person = auditor) =>
  ((await seen(as)).refundExchanges ?? []).filter((each) => each.sponsor === sponsor);
const paid = async (tranche: number, { sponsor }: Sponsor) => {
  const order = await ordered(system.api, agreement.id, { tranche, sponsor }, () => ({}));
  await settles(
    stepsOf(system.api, order, () => ({})),
    { bankReference: statementOf(order.payment), valueDate: await today() },
  );
  await settled(system.api);
  return order;
};
/** Of the accounts in the currency of a sponsor's budget, in the statement of the sponsor itself. */
const bookedOf = async ({ sponsor }: Sponsor) => {
  const { balances } = await system.api.as(sponsorOfficerOf(sponsor)).getLedger({});
  const own = balances.filter(({ kind }) => ['spent', 'converted', 'exchange-differences'].includes(kind));
  return Object.fromEntries(own.map(({ kind, closing }) => [kind, closing]));
};
const work = async () => (await system.api.as(maker).listWork({ kind: 'exchange-to-book' })).work.map(({ payment }) => payment);
/** Work is exactly what waits for rates, and what was booked by others than stand. */
afterEach(async () => {
  await settled(system.api);
  const { exchanges = [], refundExchanges = [], returnExchanges = [] } = await seen();
  const isToBook = ({ status, ratesCorrected }: { status: string; ratesCorrected?: boolean }) =>
    status === 'waiting' || ratesCorrected === true;
  const should = [
    ...returnExchanges.filter(isToBook).map(({ payment }) => payment),
    ...exchanges.filter(isToBook).map(({ payment }) => payment),
    ...refundExchanges.filter(isToBook).map(({ recovery, resolution }) => `${recovery}/${resolution}`),
  ];
  const { work: rows } = await system.api.as(maker).listWork({ kind: 'exchange-to-book' });
  const is = rows.map(({ payment, recovery, resolution }) => payment ?? `${recovery}/${resolution}`);
  expect(is.toSorted()).toEqual([...new Set(should)].toSorted());
});

describe('what a payment from a budget in another currency has cost', () => {
  test('waits where there are no rates of the value date, though the bank has paid; finance books it once there are', async () => {
    const { payment } = await paid(1, yen);
    expect(await exchangesOf(yen)).toMatchObject([{ status: 'waiting', payment, parts: [{ amount: usd('200.00') }] }]);
    expect(await work()).toEqual([payment]);
    const of = { id: agreement.id, payment };
    const day = await today();
    expect(await refused(system.api.as(maker).bookExchange(of))).toMatchObject({
      status: 409,
      type: '/problems/rate-of-the-day-is-missing',
      facts: { from: 'USD', to: 'JPY', day },
    });
    expect((await refused(system.api.as(sponsorOfficerOf(yen.sponsor)).bookExchange(of))).status).toBe(403);
    await recordedRates(system.api, day, { USD: '1.00', JPY: '160', KWD: '0.3' });
    await system.api.as(maker).bookExchange(of);
    await system.api.as(maker).bookExchange(of);
    await settled(system.api);
    expect(await exchangesOf(yen)).toMatchObject([
      { status: 'booked', parts: [{ amount: usd('200.00'), committed: jpy('30002'), cost: { amount: jpy('32000'), day } }] },
    ]);
    expect(await bookedOf(yen)).toEqual({ spent: jpy('-32000'), converted: jpy('30002'), 'exchange-differences': jpy('1998') });
    expect(await work()).toEqual([]);
  });

  test('is booked again where its rates were corrected by two persons, as if they had been valid from the beginning', async () => {
    const [booked] = await exchangesOf(yen);
    const of = { id: agreement.id, payment: booked?.payment ?? '' };
    const offered = async () =>
      (await seen(maker)).may?.filter(({ operation, payment }) => operation === 'bookExchange' && payment === of.payment) ?? [];
    expect(await offered()).not.toMatchObject([{ answer: 'allowed' }]);
    const [day, before] = [await today(), await bookedOf(yen)];
    const [enters, confirms] = [system.api.as(maker), system.api.as(checker)];
    const corrected = async (rate: string): Promise<void> => {
      const rates = Object.entries({ USD: '1.00', JPY: rate, KWD: '0.3' }).map(([currency, of]) => ({ currency, rate: of }));
      const deviation = { reason: 'The first was a slip.', secondSource: 'Bank of Japan' };
      const { id } = await enters.enterRates({}, { source: 'ECB', base: 'EUR', day, rates, corrects: true, deviation });
      // Until a second person has confirmed it nothing is other than it was.
      expect(await exchangesOf(yen)).not.toMatchObject([{ ratesCorrected: true }]);
      await confirms.confirmRates({ id });
      await settled(system.api);
      expect(await offered()).toMatchObject([{ answer: 'allowed' }]);
      expect(await exchangesOf(yen, sponsorOfficerOf(yen.sponsor))).toMatchObject([{ status: 'booked', ratesCorrected: true }]);
      expect(await work()).toEqual([of.payment]);
      await enters.bookExchange(of);
      await enters.bookExchange(of);
      await settled(system.api);
      expect(await work()).toEqual([]);
    };
    await corrected('16000');
    expect(await bookedOf(yen)).toEqual({ spent: jpy('-3200000'), converted: jpy('30002'), 'exchange-differences': jpy('3169998') });
    await corrected('160');
    expect(await bookedOf(yen)).toEqual(before);
    expect(await exchangesOf(yen)).toMatchObject([{ number: 3, status: 'booked' }]);
    expect(await exchangesOf(yen)).not.toMatchObject([{ ratesCorrected: true }]);
    const { entries } = await system.api.as(auditor).getTimeline({ id: agreement.project, limit: 500 });
    expect(entries.filter(({ type }) => type === 'ExchangeReversed').map(({ facts }) => facts)).toMatchObject([
      { exchange: 1, reason: 'rates-corrected' },
      { exchange: 2, reason: 'rates-corrected' },
    ]);
  });

  test('is booked with the settlement where there are rates, and undone exactly when the bank returns the money', async () => {
    const order = await paid(1, dinars);
    const gained = { spent: kwd('-54.000'), converted: kwd('55.320'), 'exchange-differences': kwd('-1.320') };
    expect(await bookedOf(dinars)).toEqual(gained);
    const step = stepsOf(system.api, order, () => ({}));
    await givesBack(step, { bankReference: 'BACK-1', valueDate: await today(), note: 'The account is closed.' });
    await settled(system.api);
    expect(await bookedOf(dinars)).toEqual({ spent: kwd('0.000'), converted: kwd('0.000'), 'exchange-differences': kwd('0.000') });
    expect(await exchangesOf(dinars)).toEqual([]);
    await ordered(system.api, agreement.id, { tranche: 1, sponsor: dinars.sponsor }, () => ({}));
    await settles(step, { bankReference: 'AGAIN-1', valueDate: await today() }, 3);
    await settled(system.api);
    expect(await bookedOf(dinars)).toEqual(gained);
  });

  test('is nothing of a budget in the currency of the agreement', async () => {
    const { payment } = await paid(1, dollars);
    expect(await exchangesOf(dollars)).toEqual([]);
    expect(await refused(system.api.as(maker).bookExchange({ id: agreement.id, payment }))).toMatchObject({
      status: 409,
      type: '/problems/payment-is-not-converted',
    });
    expect(await bookedOf(dollars)).toEqual({});
  });

  test('comes to exactly what was committed once the share is paid in full', async () => {
    const [, two] = await Array.fromAsync(system.api.as(secretary).each('listMilestones', { agreement: agreement.id }));
    await actors.verified(two as never);
    await settled(system.api);
    await recordedRates(system.api, await today(), { USD: '1.10', JPY: '150', KWD: '0.31' }, 'BOJ');
    const [conversion] = (await seen()).conversions ?? [];
    // The yen has fallen: without more of the budget the bank is not instructed.
    const more = { offer: conversion?.offer ?? '', amount: jpy(String(32000 + 18181 - 50004)), note: 'The yen has fallen.' };
    await system.api.as(sponsorOfficerOf(yen.sponsor)).proposeIncrease({ id: yen.envelope }, more);
    await system.api.as(approverOf(yen.sponsor)).confirmIncrease({ id: yen.envelope, number: 1 });
    for (const sponsor of [yen, dollars, dinars]) await paid(2, sponsor);
    const booked = await bookedOf(yen);
    expect(booked['converted']).toEqual(conversion?.conversion.amount);
    const sum = Object.values(booked).reduce((total, each) => total + BigInt(each?.amount ?? 0), 0n);
    expect([sum, booked['exchange-differences']]).toEqual([0n, jpy(String(32000 + 18181 - 50004))]);
    const { total, committed } = await system.api.as(approverOf(yen.sponsor)).getEnvelope({ id: yen.envelope });
    expect([total, committed]).toEqual([jpy('300000'), jpy(String(32000 + 18181))]);
  });

  test('is less what came back, at the rates of its day; what waits for rates stays work when the agreement has ended', async () => {
    const { id } = agreement;
    const of = { id, number: 1 };
    await system.api.as(secretary).claimRecovery({ id }, { kind: 'clawback', amount: usd('1000.00'), note: 'It was closed.' });
    await system.api.as(officerOf(city)).answerRecovery(of, { note: 'It was.' });
    await system.api.as(approver).approveRecovery(of);
    const before = await bookedOf(yen);
    const refunds = async (resolution: number, amount: string) => {
      const refund = {
        amount: usd(amount),
        bankReference: `REFUND-${resolution}`,
        valueDate: await today(),
        document: await adviceOf(system.api),
      };
      await system.api.as(maker).reportRefund(of, refund);
      await system.api.as(checker).confirmResolution({ ...of, resolution: String(resolution) });
      await settled(system.api);
    };
    await refunds(1, '400.00');
    expect(await refundsOf(yen)).toMatchObject([
      {
        status: 'booked',
        recovery: 1,
        resolution: 1,
        parts: [{ amount: usd('133.33'), committed: jpy('20001'), cost: { amount: jpy('18181') } }],
      },
    ]);
    const differences = BigInt(before['exchange-differences']?.amount ?? 0) + 20001n - 18181n;
    expect(await bookedOf(yen)).toMatchObject({ converted: jpy(String(50004 - 20001)), 'exchange-differences': jpy(String(differences)) });
    expect(await refundsOf(dollars)).toEqual([]);

    await advance(system.api, daysAfter((await settled(system.api)).now, 12));
    const dinarsBefore = await bookedOf(dinars);
    await refunds(2, '600.00');
    await actors.closed(agreement.project);
    expect((await seen()).status).toBe('ended');
    for (const sponsor of [yen, dinars])
      expect(await refundsOf(sponsor)).toMatchObject([{ status: 'booked' }, { number: 0, status: 'waiting', resolution: 2 }]);
    expect(await bookedOf(dinars)).toEqual(dinarsBefore);
    const waits = (await system.api.as(maker).listWork({ kind: 'exchange-to-book' })).work;
    expect(waits).toMatchObject([{ recovery: 1, resolution: 2, amount: usd('380.00'), operations: ['bookExchangeOfRefund'] }]);
    const waiting = { ...of, resolution: '2' };
    expect(await refused(system.api.as(maker).bookExchangeOfRefund(waiting))).toMatchObject({
      status: 409,
      type: '/problems/rate-of-the-day-is-missing',
    });
    expect(await refused(system.api.as(maker).bookExchangeOfRefund({ ...of, resolution: '3' }))).toMatchObject({ status: 404 });
    expect((await refused(system.api.as(checker).bookExchangeOfRefund(waiting))).status).toBe(403);
    await recordedRates(system.api, await today(), { USD: '1.02', JPY: '171.3', KWD: '0.3' });
    await system.api.as(maker).bookExchangeOfRefund(waiting);
    await system.api.as(maker).bookExchangeOfRefund(waiting);
    await settled(system.api);
    expect(await work()).toEqual([]);
    for (const [sponsor, nothing] of [
      [yen, jpy('0')],
      [dinars, kwd('0.000')],
    ] as const) {
      const { converted, ...rest } = await bookedOf(sponsor);
      const minor = Object.values(rest).map((each) => BigInt((each?.amount ?? '').replace('.', '')));
      expect([converted, minor.reduce((sum, each) => sum + each, 0n)]).toEqual([nothing, 0n]);
    }
  });

  test('is work again, of payments and refunds, where nearer rates are recorded or rates are corrected, and none once it is as it was', async () => {
    const of = { id: agreement.id, number: 1, resolution: '2' };
    const day = await today();
    const rows = async () =>
      (await system.api.as(maker).listWork({ kind: 'exchange-to-book' })).work.map(({ payment, recovery, resolution, amount }) => [
        ...(payment ? [payment] : [recovery, resolution]),
        amount,
      ]);
    // Of the same day, and before the other source by name.
    await recordedRates(system.api, day, { USD: '1.00', JPY: '180', KWD: '0.3' }, 'BOJ');
    await settled(system.api);
    expect(await rows()).toEqual([[1, 2, usd('380.00')]]);
    await system.api.as(maker).bookExchangeOfRefund(of);
    await settled(system.api);
    expect(await rows()).toEqual([]);
    // A correction, and another that takes it back.
    for (const [rate, waits] of [
      ['190', true],
      ['180', false],
    ] as const) {
      const rates = Object.entries({ USD: '1.00', JPY: rate, KWD: '0.3' }).map(([currency, each]) => ({ currency, rate: each }));
      const { id } = await system.api.as(maker).enterRates({}, { source: 'BOJ', base: 'EUR', day, rates, corrects: true });
      await settled(system.api);
      expect((await rows()).length > 0).toBe(!waits);
      await system.api.as(checker).confirmRates({ id });
      await settled(system.api);
      expect((await rows()).length > 0).toBe(waits);
    }
  });

  test('is shown to the sponsor itself and to overseers alone', async () => {
    for (const as of [officerOf(city), certifierOf(city), sponsorOfficerOf(dollars.sponsor)]) {
      const asked = system.api.as(as);
      const shown = JSON.stringify([
        await seen(as),
        await asked.getLedger({ agreement: agreement.id }),
        await asked.getTimeline({ id: agreement.project, limit: 500 }),
      ]);
      expect(shown).not.toMatch(/\b(JPY|KWD)\b|[Ee]xchange(Booked|OfRefund|-)/);
    }
    expect(await exchangesOf(yen, sponsorOfficerOf(yen.sponsor))).toHaveLength(2);
    expect(await exchangesOf(dinars, sponsorOfficerOf(yen.sponsor))).toEqual([]);
    expect(await refundsOf(yen, sponsorOfficerOf(yen.sponsor))).toHaveLength(2);
    expect(await refundsOf(dinars, sponsorOfficerOf(yen.sponsor))).toEqual([]);
  });
});
