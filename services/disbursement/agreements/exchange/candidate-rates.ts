import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import { type Existing, type InForce, isInForce } from '../agreement-state.ts';
import type { PaymentId } from '../ids.ts';
import { standingExchange } from './exchange.ts';
import { refundsOf } from './exchange-of-refund.ts';
import { duesOf, standingReturn } from './exchange-of-return.ts';
import type { OfRefund, RatesOfDay } from './exchange-state.ts';

type Of = { readonly payment: PaymentId } | Omit<OfRefund, 'sponsor'>;
type Try = { readonly of: Of; readonly on: CalendarDate; readonly ratesOf: (on: CalendarDate) => readonly RatesOfDay[] };

/**
 * The rates with which it is tried whether something can be booked. For what waits, as if there were rates: whether there are is found out
 * by the command. For what is booked, the current ones: it is booked again only if they differ.
 */
export function ratesToTry(state: Existing, { of, on, ratesOf }: Try): readonly RatesOfDay[] {
  if (on === '' || state.conversions.length === 0) return [];
  const standing = ratesOf(on);
  if (isInForce(state) && !waits(state, of)) return standing;
  const known = new Set(standing.map(({ currency }) => currency));
  return [...standing, ...supposed(state, on).filter(({ currency }) => !known.has(currency))];
}

function waits(state: InForce, of: Of): boolean {
  if ('payment' in of) {
    const isWaiting = state.payments.get(of.payment)?.status === 'settled' && !standingExchange(state, of.payment);
    return isWaiting || duesOf(state, of.payment).some((due) => !standingReturn(state, due));
  }
  return refundsOf(state).some(({ recovery, resolution, booked }) => recovery === of.recovery && resolution === of.resolution && !booked);
}

const supposed = ({ conversions }: Existing, on: CalendarDate): RatesOfDay[] =>
  conversions.map(({ conversion: { amount, ...by } }) => ({ ...by, currency: amount.currency, on, fromPlaces: 0, places: 0 }));
