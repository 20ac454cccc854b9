import type { Conversion } from '@junkan/kit/finance/conversion.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { type Existing, type InForce, isInForce } from '../agreement-state.ts';
import type { PaymentId, SponsorId } from '../ids.ts';
import { type Portion, portionsOf, recosted, standingExchange } from './exchange.ts';
import { type Refunded, refundsOf } from './exchange-of-refund.ts';
import { isAtOtherRates, returnCosts, standingDues, standingReturn } from './exchange-of-return.ts';
import type { ExchangePart, OfRefund, RatesOfDay, ReturnDue } from './exchange-state.ts';

type Booking = {
  readonly number: number;
  readonly status: 'waiting' | 'booked';
  readonly sponsor: SponsorId;
  readonly valueDate: CalendarDate;
  readonly parts: (Portion & { readonly cost: Conversion | undefined })[];
  /** That other rates stand of the value date since it was booked. */
  readonly ratesCorrected?: true;
};
type RatesOf = (on: CalendarDate) => readonly RatesOfDay[];

/**
 * What payments from budgets in other currencies cost, and what came back to these: booked, or waiting for rates. Corrections follow from
 * the current rates, if these are available.
 */
export const exchangeMessages = (state: Existing, ratesOf: RatesOf = () => []) => ({
  exchanges: isInForce(state) ? ofPayments(state, ratesOf) : [],
  refundExchanges: isInForce(state) ? refundsOf(state).map((refund) => ofRefund(refund, ratesOf)) : [],
  returnExchanges: isInForce(state) ? standingDues(state).map((due) => ofReturn(state, due, ratesOf)) : [],
});

function ofPayments(state: InForce, ratesOf: RatesOf): (Booking & { readonly payment: PaymentId })[] {
  return [...state.payments].flatMap(([payment, order]): (Booking & { readonly payment: PaymentId })[] => {
    if (order.status !== 'settled') return [];
    const { sponsor, valueDate } = order;
    const of = { payment, sponsor, valueDate };
    const standing = standingExchange(state, payment);
    if (standing) return [{ ...of, ...booked(standing, valueDate, ratesOf) }];
    const parts = portionsOf(state, order).map(waiting);
    return parts.length > 0 ? [{ ...of, number: 0, status: 'waiting', parts }] : [];
  });
}

const ofRefund = ({ portions, booked: standing, ...of }: Refunded, ratesOf: RatesOf): Booking & OfRefund =>
  standing ? { ...of, ...booked(standing, of.valueDate, ratesOf) } : { ...of, number: 0, status: 'waiting', parts: portions.map(waiting) };

function ofReturn(state: InForce, due: ReturnDue, ratesOf: RatesOf) {
  const { payment, report, sponsor, paidOn, valueDate, parts } = due;
  const of = { payment, report, sponsor, paidOn, valueDate };
  const standing = standingReturn(state, due);
  if (!standing) return { ...of, number: 0, status: 'waiting' as const, parts: parts.map(waiting) };
  const now = returnCosts(due, [...ratesOf(paidOn), ...ratesOf(valueDate)]);
  const isCorrected = 'parts' in now && isAtOtherRates(standing.parts, now.parts);
  const corrected = isCorrected ? { ratesCorrected: true as const } : {};
  return { ...of, number: standing.number, status: 'booked' as const, parts: [...standing.parts], ...corrected };
}

type Standing = { readonly number: number; readonly parts: readonly ExchangePart[] };
const booked = ({ number, parts }: Standing, valueDate: CalendarDate, ratesOf: RatesOf) => ({
  number,
  status: 'booked' as const,
  parts: [...parts],
  ...(recosted(parts, { valueDate }, ratesOf(valueDate)) ? { ratesCorrected: true as const } : {}),
});

const waiting = (portion: Portion) => ({ ...portion, cost: undefined });
