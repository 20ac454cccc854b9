import { total } from '@junkan/kit/pure/money.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveRate } from '../../books/rates/rate.ts';
import {
  AGREEMENT,
  acceptedOn,
  approve,
  checker,
  confirm,
  FUND,
  inForce,
  instruct,
  maker,
  mistaken,
  money,
  NOW,
  PAYMENT,
  refused,
  request,
  returned,
  settle,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import { effectiveWith, into, posted, rates, yen } from './exchange.fixture.ts';
import { byBank } from './exchange.ts';
import { exchangeMessages } from './exchange-messages.ts';
import { payingCurrencies } from './paying-currencies.ts';

const jpy = (amount: bigint) => money(amount, 'JPY');
/** The fund pays 45.00 dollars from an account in yen: the bank converts. */
const instructed = acceptedOn(effectiveWith([yen]), request(), approve(), { ...instruct(), debitCurrency: 'JPY' });
const took = (amount: bigint) => ({ ...settle(), debited: jpy(amount) });
const paid = acceptedOn(instructed, took(660n), { ...confirm(), rates: rates('14') });
const book = (toRate: string) =>
  ({ type: 'BookExchange', agreement: AGREEMENT, payment: PAYMENT, rates: rates(toRate), now: NOW, by: maker }) as const;

test('what the bank took of the account is what the payment cost, with and without rates of the day, and no rates correct it', () => {
  const own = { byBank: true, base: 'USD', fromRate: '1', toRate: '1466.666667', day: '2027-03-01', amount: jpy(660n) };
  for (const known of [rates('14'), []])
    expect(decide({ ...confirm(), rates: known }, acceptedOn(instructed, took(660n)))).toMatchObject({
      events: [
        { type: 'PaymentSettled', debited: jpy(660n) },
        {
          type: 'ExchangeBooked',
          parts: [{ amount: money(45n), committed: jpy(600n), cost: own }],
          entry: { postings: [posted('spent', -660n), posted('converted', 600n), posted('exchange-differences', 60n)] },
        },
      ],
    });
  expect(decide(book('13'), paid)).toEqual({ ok: true, events: [] });
  const [seen] = exchangeMessages(inForce(paid), () => rates('13')).exchanges;
  expect(seen).toMatchObject({ status: 'booked' });
  expect(seen).not.toHaveProperty('ratesCorrected');
});

test('it is said where the account is in another currency than the payment, in that currency, and not otherwise', () => {
  expect(decide(settle(), instructed)).toEqual(refused('DebitIsMissing', { currency: 'JPY' }));
  for (const debited of [jpy(0n), jpy(-1n), money(660n, 'KWD'), money(45n)])
    expect(decide({ ...settle(), debited }, instructed)).toEqual(refused('DebitDoesNotFit', { currency: 'JPY' }));
  const same = acceptedOn(effectiveWith([yen]), request(), approve(), instruct());
  expect(decide(took(660n), same)).toEqual(refused('DebitDoesNotFit', { currency: '' }));
  const said = acceptedOn(instructed, took(660n));
  expect(decide(took(660n), said)).toEqual({ ok: true, events: [] });
  expect(decide(took(661n), said)).toMatchObject({ rejection: { type: 'PaymentIsReported' } });
});

/** The rates of the value date that are recorded, of which a quarter more or less is taken as it is. */
const present = (toRate = '14', on = '2027-03-01') => ({ rates: rates(toRate, { on }), tolerance: 25 });
const deviates = (moved: bigint, expected: bigint, percent: number) =>
  refused('BankAmountDeviates', { moved: jpy(moved), expected: jpy(expected), percent, presentOf: '2027-02-28', source: 'ECB' });

test('what differs much from the recorded rates of its day is no settlement, neither reported nor confirmed', () => {
  const measured = (amount: bigint, by = present()) => decide({ ...took(amount), present: by }, instructed);
  expect(measured(1n)).toEqual(deviates(1n, 630n, 99));
  expect(measured(1_000_000n)).toEqual(deviates(1_000_000n, 630n, 158_630));
  for (const amount of [466n, 794n]) expect(measured(amount)).toMatchObject(refused('BankAmountDeviates'));
  for (const amount of [467n, 630n, 793n]) expect(measured(amount)).toMatchObject({ ok: true });
  // Of another day or currency nothing is known.
  for (const by of [present('14', '2027-02-27'), { rates: [], tolerance: 25 }, undefined])
    expect(decide({ ...took(1n), present: by }, instructed)).toMatchObject({ ok: true });
  const said = acceptedOn(instructed, took(1n));
  expect(decide({ ...confirm(), rates: [], present: present() }, said)).toEqual(deviates(1n, 630n, 99));
  expect(decide({ ...confirm(), rates: [], present: present('0.02') }, said)).toMatchObject({
    events: [{ type: 'PaymentSettled', debited: jpy(1n), tolerance: 25 }, {}],
  });
});

const LATER = '2027-03-08';
const second = { ...checker, person: 'second-checker' };
const back = (credited?: ReturnType<typeof jpy>) => ({ ...returned({ valueDate: LATER }), credited, now: `${LATER}T09:00:00.000Z` });
const confirmedBack = (known: ReturnType<typeof rates>) => ({
  ...confirm({ report: 2, by: second }),
  rates: known,
  now: `${LATER}T10:00:00.000Z`,
});

test('what it pays in again is what came back; where nobody says it, that is worth the rates of its day', () => {
  expect(decide(confirmedBack([]), acceptedOn(paid, back(jpy(640n))))).toMatchObject({
    events: [
      { type: 'PaymentReturned', credited: jpy(640n) },
      { type: 'ExchangeReversed' },
      { type: 'ExchangeOfReturnDue', debited: jpy(660n), credited: jpy(640n) },
      {
        type: 'ExchangeOfReturnBooked',
        parts: [{ paid: { amount: jpy(660n), byBank: true }, cost: { amount: jpy(640n), byBank: true, day: LATER } }],
        entry: { postings: [posted('spent', -20n), posted('exchange-differences', 20n)] },
      },
    ],
  });
  const said = acceptedOn(paid, back(jpy(640n)));
  expect(decide(back(jpy(640n)), said)).toEqual({ ok: true, events: [] });
  for (const other of [back(jpy(641n)), back()]) expect(decide(other, said)).toMatchObject({ rejection: { type: 'PaymentIsReported' } });
  const unsaid = acceptedOn(paid, back());
  expect(decide(confirmedBack(rates('13', { on: LATER })), unsaid)).toMatchObject({
    events: [{}, {}, {}, { parts: [{ paid: { amount: jpy(660n) }, cost: { amount: jpy(585n), toRate: '13' } }] }],
  });
  expect(decide(back(money(640n, 'KWD')), paid)).toEqual(refused('CreditDoesNotFit', { currency: 'JPY' }));
  const same = acceptedOn(effectiveWith([yen]), request(), approve(), instruct(), settle(), { ...confirm(), rates: rates('14') });
  expect(decide(back(jpy(640n)), same)).toEqual(refused('CreditIsInAnotherCurrency', { credited: 'JPY', currency: 'USD' }));
});

test('a return that was a mistake leaves what the bank had taken as it was', () => {
  const gone = acceptedOn(paid, back(jpy(640n)), confirmedBack([]));
  const said = acceptedOn(gone, { ...mistaken(), now: `${LATER}T10:00:00.000Z` });
  expect(decide({ ...confirmedBack([]), report: 3 }, said)).toMatchObject({
    events: [
      { type: 'OutcomeReversed' },
      { type: 'ExchangeOfReturnReversed', reason: 'return-undone' },
      { type: 'ExchangeBooked', parts: [{ cost: { amount: jpy(660n), byBank: true } }] },
    ],
  });
});

test('a sponsor pays from an account in the currency of its budgets where all of its money is from budgets in one', () => {
  const state = inForce(effectiveWith([yen]));
  expect(payingCurrencies(state, FUND)).toEqual(['USD', 'JPY']);
  expect(payingCurrencies(inForce(effectiveWith([])), FUND)).toEqual(['USD']);
  expect(payingCurrencies(state, 'spo_other')).toEqual(['USD']);
});

test('parts cost together exactly what the bank moved, at one rate that gives it back', () => {
  const portions = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(portions, fc.bigInt({ min: 1n, max: 10n ** 15n }), (amounts, moved) => {
      const parts = byBank(
        amounts.map((amount, at) => ({ offer: `off_${at}`, amount: money(amount), committed: into('JPY', 0n).amount })),
        { valueDate: LATER, moved: jpy(moved) },
      );
      const costs = parts.map(({ cost }) => cost.amount);
      expect(total(costs, 'JPY')).toEqual(jpy(moved));
      expect(new Set(parts.map(({ cost }) => cost.toRate)).size).toBe(1);
    }),
  );
});

test('a rate has as many places as it needs', () => {
  expect(effectiveRate(money(100_000n), jpy(151_234n))).toBe('151.234');
  expect(effectiveRate(jpy(151_234n), money(100_000n))).toBe('0.006612269728');
  expect(effectiveRate(money(300n), money(300n, 'KWD'))).toBe('0.1');
});

test('what differs much from the recorded rates of its day has not come back', () => {
  const on = present('14', LATER);
  expect(decide({ ...back(jpy(1n)), present: on }, paid)).toEqual(deviates(1n, 630n, 99));
  const said = acceptedOn(paid, { ...back(jpy(640n)), present: on });
  expect(decide({ ...confirmedBack([]), present: present('1400', LATER) }, said)).toEqual(deviates(640n, 63_000n, 98));
  expect(decide({ ...confirmedBack([]), present: on }, said)).toMatchObject({ events: [{ tolerance: 25 }, {}, {}, {}] });
});
