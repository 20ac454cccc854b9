import { expect, test } from 'vitest';
import { checkBudgets } from './budget-measures.ts';
import { sheetsOf } from './converted.ts';
import { type Context, finding, type Recorded } from './facts.ts';
import { event } from './recorded.fixture.ts';

const [DAY, AT] = ['2026-11-20', '2026-11-24T12:00:00.000Z'];
const usd = (amount: string) => ({ amount, currency: 'USD' });
const jpy = (amount: string) => ({ amount, currency: 'JPY' });
const contextOf = (events: readonly Recorded[]): Context =>
  ({ events, byStream: Map.groupBy(events, ({ stream }) => stream) }) as unknown as Context;

const rates = contextOf([
  event('rts_a', 'RatesEntered', `${DAY}T12:00:00.000Z`, {
    source: 'ECB',
    base: 'EUR',
    day: DAY,
    edition: 1,
    rates: [
      { currency: 'JPY', rate: '160' },
      { currency: 'USD', rate: '1' },
    ],
  }),
  event('rts_a', 'RatesConfirmed', `${DAY}T12:00:00.000Z`, { edition: 1 }),
]);
const conversion = (amount: string) => ({
  amount: jpy(amount),
  day: DAY,
  source: 'ECB',
  base: 'EUR',
  fromRate: '1',
  toRate: '160',
  expiresOn: '2026-11-30',
});
const measure = {
  offer: 'off_a',
  held: jpy('16000'),
  spent: jpy('9600'),
  open: usd('4000'),
  remaining: jpy('6400'),
  rates: conversion('6400'),
};

/** 100.00 USD of an envelope in yen, which holds 15000 and 1000 more; 60.00 of them are paid and cost 9600. */
function faultsOf(budgets: readonly object[], { undone = false, increased = '16000' } = {}): readonly string[] {
  const share = { sponsor: 'spo_a', offer: 'off_a', envelope: 'env_a', amount: usd('10000') };
  const converted = { offer: 'off_a', amount: usd('10000'), conversion: { ...conversion('15000'), toRate: '150' } };
  const part = { offer: 'off_a', amount: usd('6000'), committed: jpy('9000'), cost: conversion('9600') };
  const events = [
    event('agr_a', 'AgreementDrafted', AT, { shares: [share], conversions: [converted] }),
    event('agr_a', 'PaymentRequested', AT, { payment: 'pay_b', sponsor: 'spo_a' }),
    event('agr_a', 'ExchangeBooked', AT, { exchange: 1, payment: 'pay_a', parts: [part] }),
    ...(undone ? [event('agr_a', 'ExchangeReversed', AT, { exchange: 1, payment: 'pay_a' })] : []),
    event('agr_a', 'PaymentInstructed', AT, { payment: 'pay_b', budgets }),
  ].map((each, version) => ({ ...each, version }));
  const envelope = contextOf([
    event('env_a', 'OfferCommitted', `${DAY}T12:00:00.000Z`, { offer: 'off_a', amount: jpy('15000') }),
    event('env_a', 'CommitmentIncreased', `${DAY}T13:00:00.000Z`, { offer: 'off_a', committed: jpy(increased) }),
  ]);
  const { check, result } = finding();
  checkBudgets('agr_a', { events, sponsor: envelope, sheets: sheetsOf(rates as never) }, check);
  return result().broken;
}

test('an instruction that was measured and is within its budget is right, and so is one of an earlier version', () => {
  expect(faultsOf([measure])).toEqual([]);
  expect(faultsOf([])).toEqual([]);
  const byOffer = { ...measure, remaining: jpy('6000'), rates: undefined };
  expect(faultsOf([byOffer])).toEqual([]);
});

test.each<[string, Parameters<typeof faultsOf>]>([
  ['does not measure all budgets of spo_a', [[{ ...measure, offer: 'off_b' }]]],
  ['says 16000 of env_a, which held another sum', [[measure], { increased: '15500' }]],
  ['says that 9600 was spent of off_a, which is 0', [[measure], { undone: true }]],
  ['says that 6300 is left of off_a, which is 6400', [[{ ...measure, remaining: jpy('6300') }]]],
  ['says that 6400 is left of off_a, which is 6000', [[{ ...measure, rates: undefined }]]],
  [
    'says that 6000 is left of off_a, which is 6400',
    [[{ ...measure, remaining: jpy('6000'), rates: { ...conversion('6400'), expiresOn: '2026-11-23' } }]],
  ],
  ['is 6400 JPY by its rates, but records 6300', [[{ ...measure, remaining: jpy('6300'), rates: conversion('6300') }]]],
  ['overspends env_a: 9600 and 6400 of 15500 for off_a', [[{ ...measure, held: jpy('15500') }], { increased: '15500' }]],
])('names what %s', (fault, said) => {
  expect(faultsOf(...said).join('; ')).toContain(fault);
});
