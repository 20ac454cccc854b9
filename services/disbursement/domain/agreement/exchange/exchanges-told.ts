import type { Conversion } from '@junkan/kit/pure/conversion.ts';
import type { CalendarDate } from '@junkan/kit/pure/dates.ts';
import type { InForce, PaymentId, SponsorId } from '../agreement-state.ts';
import { type Portion, portionsOf, standingExchange } from './exchange.ts';
import { type Refunded, refundsOf } from './exchange-of-refund.ts';
import type { OfRefund } from './exchange-state.ts';

type Told = {
  readonly number: number;
  readonly status: 'waiting' | 'booked';
  readonly sponsor: SponsorId;
  readonly valueDate: CalendarDate;
  readonly parts: (Portion & { readonly cost: Conversion | undefined })[];
};

/** What payments from budgets in other currencies cost, and what came back to these: what is booked, or waits for rates. */
export const exchangesTold = (state: InForce | undefined) => ({
  exchanges: state ? ofPayments(state) : [],
  refundExchanges: state ? refundsOf(state).map(ofRefund) : [],
});

function ofPayments(state: InForce): (Told & { readonly payment: PaymentId })[] {
  return [...state.payments].flatMap(([payment, order]): (Told & { readonly payment: PaymentId })[] => {
    if (order.status !== 'settled') return [];
    const { sponsor, valueDate } = order;
    const of = { payment, sponsor, valueDate };
    const standing = standingExchange(state, payment);
    if (standing) return [{ ...of, number: standing.number, status: 'booked', parts: [...standing.parts] }];
    const parts = portionsOf(state, order).map(waiting);
    return parts.length > 0 ? [{ ...of, number: 0, status: 'waiting', parts }] : [];
  });
}

const ofRefund = ({ portions, booked, ...of }: Refunded): Told & OfRefund =>
  booked
    ? { ...of, number: booked.number, status: 'booked', parts: [...booked.parts] }
    : { ...of, number: 0, status: 'waiting', parts: portions.map(waiting) };

const waiting = (portion: Portion) => ({ ...portion, cost: undefined });
