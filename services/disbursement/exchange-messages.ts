import type * as model from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { InForce } from './domain/agreement-state.ts';
import { portionsOf, standingExchange } from './domain/exchange.ts';
import { type Refunded, refundsOf } from './domain/exchange-of-refund.ts';

/** What payments from budgets in other currencies cost, and what came back to these: what is booked, or waits for rates. */
export const exchangesMessage = (state: InForce | undefined): Pick<model.Agreement, 'exchanges' | 'refundExchanges'> => ({
  exchanges: state ? paymentsMessage(state) : [],
  refundExchanges: state ? refundsOf(state).map(refundMessage) : [],
});

function paymentsMessage(state: InForce): model.PaymentExchange[] {
  return [...state.payments].flatMap(([payment, order]): model.PaymentExchange[] => {
    if (order.status !== 'settled') return [];
    const { sponsor, valueDate } = order;
    const standing = standingExchange(state, payment);
    if (standing) return [{ number: standing.number, status: 'booked', payment, sponsor, valueDate, parts: [...standing.parts] }];
    const parts = portionsOf(state, order).map((portion) => ({ ...portion, cost: undefined }));
    return parts.length > 0 ? [{ number: 0, status: 'waiting', payment, sponsor, valueDate, parts }] : [];
  });
}

const refundMessage = ({ portions, booked, ...of }: Refunded): model.RefundExchange =>
  booked
    ? { ...of, number: booked.number, status: 'booked', parts: [...booked.parts] }
    : { ...of, number: 0, status: 'waiting', parts: portions.map((portion) => ({ ...portion, cost: undefined })) };
