import { placesOf } from '@junkan/kit/pure/currency-places.ts';
import { type CalendarDate, isCalendarDate } from '@junkan/kit/pure/dates.ts';
import { isInForce, type State } from '../../../agreements/agreement-state.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import { currencyOf } from '../../../agreements/contract/terms.ts';
import type { Present } from '../../../agreements/exchange/bank-amount.ts';
import { duesOf } from '../../../agreements/exchange/exchange-of-return.ts';
import type { RatesOfDay } from '../../../agreements/exchange/exchange-state.ts';
import type { PaymentId } from '../../../agreements/ids.ts';
import type { Payment } from '../../../agreements/payments/payment.ts';
import { conversionOf } from '../view/converting.ts';

export type Rates = Pick<Parts, 'standingRates' | 'rateDays'>;

/** The confirmed rates of the days of a payment: on which it was paid, and came back, or is reported to have. */
export function ratesOfPayment(rates: Rates, state: State, payment: PaymentId): RatesOfDay[] {
  const order = state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;
  if (!order || state.status === 'absent' || !isInForce(state)) return [];
  const days = [...daysOf(order), ...duesOf(state, payment).flatMap(({ paidOn, valueDate }) => [paidOn, valueDate])];
  return [...new Set(days)].flatMap((on) => ratesOfDay(rates, state, on));
}

/** The rates that stand of a value date, into the currencies of the budgets that back an agreement; none of those in its own. */
export function ratesOfDay({ standingRates, rateDays }: Rates, state: State, on: CalendarDate): RatesOfDay[] {
  if (state.status === 'absent') return [];
  const from = currencyOf(state);
  const currencies = new Set(state.conversions.map(({ conversion }) => conversion.amount.currency));
  return [...currencies].flatMap((currency) => {
    const found = conversionOf(standingRates.prepare, { amount: 0n, currency: from }, { currency, day: on, days: rateDays });
    if (!found) return [];
    const { amount: _, ...by } = found;
    return [{ ...by, currency, on, fromPlaces: placesOf(from), places: placesOf(currency) }];
  });
}

/** The newest rates until a value date, of whatever age, by which it is measured what a bank says that it moved on it. */
export const presentRates = (
  { standingRates, tolerancePercent }: Pick<Parts, 'standingRates' | 'tolerancePercent'>,
  state: State,
  on: CalendarDate,
): Present => ({
  rates: isCalendarDate(on) ? ratesOfDay({ standingRates, rateDays: ANY_AGE_DAYS }, state, on) : [],
  tolerance: tolerancePercent,
});
export const ANY_AGE_DAYS = 36_500;

/** Of what is settled, or reported as settled, as having come back, or as having come back by mistake. */
function daysOf(order: Payment): CalendarDate[] {
  if (order.status === 'settled') return [order.valueDate, ...(order.undoing?.outcome === 'returned' ? [order.undoing.valueDate] : [])];
  if (order.over?.undoing && order.over.was.status === 'settled') return [order.over.was.valueDate];
  return order.status === 'instructed' && order.reported?.outcome === 'settled' ? [order.reported.valueDate] : [];
}
