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
import { effectiveWith, posted, rates, yen } from './exchange.fixture.ts';

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

test('what the bank returns undoes it exactly; paid in full, the share has cost exactly its conversion', () => {
  const paid = acceptedOn(instructed, settle(), { ...confirm(), rates: rates('14') });
  const back = acceptedOn(paid, returned());
  expect(decide(confirm({ report: 2, by: { ...checker, person: 'second-checker' } }), back)).toMatchObject({
    events: [
      { type: 'PaymentReturned' },
      {
        type: 'ExchangeReversed',
        entry: { postings: [posted('spent', 630n), posted('converted', -600n), posted('exchange-differences', -30n)] },
      },
    ],
  });
  const payment = paymentOf(2, FUND);
  const second = acceptedOn(paid, request({ tranche: 2 }), ...sent(payment), settle({ payment, bankReference: 'BANK-2' }));
  expect(decide({ ...confirm({ payment }), rates: rates('12') }, second)).toMatchObject({
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
