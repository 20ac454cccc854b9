import { money } from '@junkan/kit/pure/money.ts';
import { expect, test } from 'vitest';
import {
  AGREEMENT,
  acceptedOn,
  approve,
  checker,
  confirm,
  effective,
  FUND,
  instruct,
  maker,
  mistaken,
  NOW,
  PART,
  PAYMENT,
  paymentOf,
  request,
  requestPart,
  returned,
  sent,
  settle,
  settled,
} from '../agreement.fixture.ts';
import { decide } from '../agreement.ts';
import type { Event } from '../agreement-faces.ts';
import type { PaymentId } from '../ids.ts';
import { entryOf } from '../journal.ts';
import { effectiveWith, posted, rates, yen } from './exchange.fixture.ts';
import { exchangeMessages } from './exchange-messages.ts';

const book = (toRate?: string) =>
  ({ type: 'BookExchange', agreement: AGREEMENT, payment: PAYMENT, rates: toRate ? rates(toRate) : [], now: NOW, by: maker }) as const;

const inYen = effectiveWith([yen]);
const instructed = acceptedOn(inYen, request(), approve(), instruct());

test('a settlement books what it cost at the rates of its value date, and its part of the commitment', () => {
  const state = acceptedOn(instructed, settle());
  expect(decide({ ...confirm(), rates: rates('14') }, state)).toMatchObject({
    events: [
      { type: 'PaymentSettled' },
      {
        type: 'ExchangeBooked',
        exchange: 1,
        payment: PAYMENT,
        valueDate: '2027-03-01',
        parts: [{ offer: `off_${FUND}`, amount: money(45n, 'USD'), committed: money(600n, 'JPY'), cost: { amount: money(630n, 'JPY') } }],
        entry: { postings: [posted('spent', -630n), posted('converted', 600n), posted('exchange-differences', 30n)] },
      },
    ],
  });
});

test('without rates it is settled all the same, and booked once there are rates; twice changes nothing', () => {
  const state = acceptedOn(instructed, ...settled());
  expect(decide(book(), state)).toEqual({
    ok: false,
    rejection: { type: 'RateOfTheDayIsMissing', from: 'USD', to: 'JPY', day: '2027-03-01' },
  });
  const later = acceptedOn(state, book('13'));
  expect(later).toMatchObject({ exchanges: [{ number: 1, stands: true }] });
  expect(decide(book('13'), later)).toEqual({ ok: true, events: [] });
});

const LATER = '2027-03-08';
/** Of the day of the payment, and of the return a week later. */
const both = (paid: string, back: string) => [...rates(paid), ...rates(back, { on: LATER })];
const second = { ...checker, person: 'second-checker' };
const backLater = { ...returned({ valueDate: LATER }), now: `${LATER}T09:00:00.000Z` };
const confirmedLater = (toRates: ReturnType<typeof both>) => ({
  ...confirm({ report: 2, by: second }),
  rates: toRates,
  now: `${LATER}T10:00:00.000Z`,
});
const DUE = { type: 'ExchangeOfReturnDue', payment: PAYMENT, report: 2, sponsor: FUND, paidOn: '2027-03-01', valueDate: LATER };

test('what the bank returns undoes it exactly, and books what it had cost less what came back at the rates of its own day', () => {
  const paid = acceptedOn(instructed, settle(), { ...confirm(), rates: rates('14') });
  const back = acceptedOn(paid, backLater);
  expect(decide(confirmedLater(both('14', '13')), back)).toMatchObject({
    events: [
      { type: 'PaymentReturned' },
      {
        type: 'ExchangeReversed',
        entry: { postings: [posted('spent', 630n), posted('converted', -600n), posted('exchange-differences', -30n)] },
      },
      { ...DUE, parts: [{ amount: money(45n, 'USD'), committed: money(600n, 'JPY') }] },
      {
        type: 'ExchangeOfReturnBooked',
        exchange: 2,
        parts: [{ paid: { amount: money(630n, 'JPY') }, cost: { amount: money(585n, 'JPY') } }],
        entry: { postings: [posted('spent', -45n), posted('exchange-differences', 45n)] },
      },
    ],
  });
});

test('without rates of either day it waits for them, also where the payment waited, and is booked again where one of them is corrected', () => {
  const waiting = acceptedOn(instructed, ...settled(), backLater);
  const events = decide(confirmedLater(rates('14')), waiting);
  expect(events).toMatchObject({ events: [{ type: 'PaymentReturned' }, DUE] });
  const state = acceptedOn(waiting, confirmedLater([]));
  const booking = (toRates: ReturnType<typeof both>) => ({ ...book(), rates: toRates, now: `${LATER}T11:00:00.000Z` });
  const missing = { type: 'RateOfTheDayIsMissing', from: 'USD', to: 'JPY' };
  expect(decide(booking([]), state)).toEqual({ ok: false, rejection: { ...missing, day: '2027-03-01' } });
  expect(decide(booking(rates('14')), state)).toEqual({ ok: false, rejection: { ...missing, day: LATER } });
  const spent = (amount: bigint) => ({ entry: { postings: [posted('spent', -amount), posted('exchange-differences', amount)] } });
  expect(decide(booking(both('14', '13')), state)).toMatchObject({ events: [{ exchange: 1, ...spent(45n) }] });
  const booked = acceptedOn(state, booking(both('14', '13')));
  expect(decide(booking(both('14', '13')), booked)).toEqual({ ok: true, events: [] });
  expect(decide(booking(both('14.2', '13')), booked)).toMatchObject({
    events: [
      { type: 'ExchangeOfReturnReversed', exchange: 1, reason: 'rates-corrected', ...spent(-45n) },
      { exchange: 2, ...spent(54n) },
    ],
  });
});

test('a return that was a mistake undoes its difference as well: all accounts are what they were before it', () => {
  const sumsOf = (events: readonly Event[]) => {
    const sums = new Map<string, bigint>();
    for (const { account, money: of } of events.flatMap((event) => entryOf(event)?.postings ?? []))
      sums.set(`${account} ${of.currency}`, (sums.get(`${account} ${of.currency}`) ?? 0n) + of.amount);
    return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0n));
  };
  const paid = acceptedOn(instructed, settle(), { ...confirm(), rates: rates('14') });
  const confirming = confirmedLater(both('14', '13'));
  const back = acceptedOn(paid, backLater, confirming);
  const said = acceptedOn(back, { ...mistaken(), now: confirming.now });
  const decision = decide({ ...confirming, report: 3 }, said);
  if (!decision.ok) throw new Error('refused');
  expect(decision.events.map(({ type }) => type)).toEqual(['OutcomeReversed', 'ExchangeOfReturnReversed', 'ExchangeBooked']);
  const gone = decide(confirming, acceptedOn(paid, backLater));
  expect(sumsOf([...(gone.ok ? gone.events : []), ...decision.events])).toEqual({});
  const again = acceptedOn(said, { ...confirming, report: 3 });
  expect(exchangeMessages(again as never)).toMatchObject({ exchanges: [{ number: 3, status: 'booked' }], returnExchanges: [] });
});

test('paid in full, the share has cost exactly its conversion', () => {
  const paid = acceptedOn(instructed, settle(), { ...confirm(), rates: rates('14') });
  const payment = paymentOf(2, FUND);
  const next = acceptedOn(paid, request({ tranche: 2 }), ...sent(payment), settle({ payment, bankReference: 'BANK-2' }));
  expect(decide({ ...confirm({ payment }), rates: rates('12') }, next)).toMatchObject({
    events: [{ type: 'PaymentSettled' }, { parts: [{ amount: money(30n, 'USD'), committed: money(401n, 'JPY') }] }],
  });
});

test('nothing is booked of a payment from a budget in the currency of the agreement', () => {
  const state = effective(request(), approve(), instruct(), ...settled());
  expect(decide(book('14'), state)).toEqual({ ok: false, rejection: { type: 'PaymentIsNotConverted', payment: PAYMENT } });
});

test('payments in part cost together what one payment would, of the commitment exactly its part', () => {
  const spelt = (payment: PaymentId): string => payment.replaceAll('_', ' ');
  const instructedAs = (payment: PaymentId) => [...sent(payment), settle({ payment, bankReference: spelt(payment) })];
  const partsOf = (events: readonly Event[]) => events.flatMap((event) => (event.type === 'ExchangeBooked' ? event.parts : []));
  const confirmed = (payment: PaymentId) => ({ ...confirm({ payment }), rates: rates('14') });
  const one = acceptedOn(inYen, requestPart(20n), ...instructedAs(PART));
  const first = decide(confirmed(PART), one);
  const rest = acceptedOn(one, confirmed(PART), request(), ...instructedAs(PAYMENT));
  const second = decide(confirmed(PAYMENT), rest);
  if (!first.ok || !second.ok) throw new Error('refused');
  const parts = [...partsOf(first.events), ...partsOf(second.events)];
  expect(parts.map(({ amount }) => amount)).toEqual([money(20n, 'USD'), money(25n, 'USD')]);
  expect(parts.reduce((sum, { committed }) => sum + committed.amount, 0n)).toBe(600n);
});
