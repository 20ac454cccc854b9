import { placesOf } from '@junkan/kit/money-text.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { currencyOf, isInForce, type Payment, type PaymentId, type State } from '../domain/agreement-state.ts';
import type { RatesOfDay } from '../domain/exchange-state.ts';
import { conversionOf } from '../standing-rates/converting.ts';
import type { Parts } from './parts.ts';

/** The rates that stand of the value date of a payment, into the currencies of its sponsor's budgets; none of those in the currency of the agreement. */
export function ratesOfDay(
  { standingRates, rateDays }: Pick<Parts, 'standingRates' | 'rateDays'>,
  state: State,
  payment: PaymentId,
): RatesOfDay[] {
  const order = state.status !== 'absent' && isInForce(state) ? state.payments.get(payment) : undefined;
  const on = order && valueDateOf(order);
  if (state.status === 'absent' || on === undefined) return [];
  const from = currencyOf(state);
  const currencies = new Set(state.conversions.map(({ conversion }) => conversion.amount.currency));
  return [...currencies].flatMap((currency) => {
    const found = conversionOf(standingRates.prepare, { amount: 0n, currency: from }, { currency, day: on, days: rateDays });
    if (!found) return [];
    const { amount: _, ...by } = found;
    return [{ ...by, currency, on, fromPlaces: placesOf(from), places: placesOf(currency) }];
  });
}

/** Of what is settled, or is said to be. */
function valueDateOf(order: Payment): CalendarDate | undefined {
  if (order.status === 'settled') return order.valueDate;
  return order.status === 'instructed' && order.reported?.outcome === 'settled' ? order.reported.valueDate : undefined;
}
