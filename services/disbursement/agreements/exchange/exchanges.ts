import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { on, part } from '../parts.ts';
import { moneyGoesOn } from '../payments/payment-gate.ts';
import { ratesToTry } from './candidate-rates.ts';
import { portionsOf, standingExchange } from './exchange.ts';
import { bookExchange } from './exchange-booking.ts';
import { exchangeMessages } from './exchange-messages.ts';
import { duesOf, standingReturn } from './exchange-of-return.ts';
import type { Exchange, Exchanges } from './exchange-state.ts';

/** What payments cost in the currencies of the budgets that back them, and what came back to these. */
export const exchanges = part<Exchanges>()({
  initial: [],
  decide: { BookExchange: (command, state) => moneyGoesOn(ROLES.BookExchange, command, state, bookExchange) },
  evolve: {
    ExchangeBooked: (before, { exchange: number, payment, parts, entry }) => [
      ...before,
      { number, payment, parts, postings: entry.postings, stands: true },
    ],
    ExchangeOfRefundBooked: (before, { exchange: number, recovery, resolution, sponsor, parts, entry }) => [
      ...before,
      { number, recovery, resolution, sponsor, parts, postings: entry.postings, stands: true },
    ],
    ExchangeOfReturnBooked: (before, { exchange: number, payment, report, parts, entry }) => [
      ...before,
      { number, returned: { payment, report }, parts, postings: entry?.postings ?? [], stands: true },
    ],
    ExchangeReversed: undone,
    ExchangeOfRefundReversed: undone,
    ExchangeOfReturnReversed: undone,
  },
  acts: [
    on(
      (agreement) => [...agreement.payments].filter(([id, { status }]) => status === 'settled' || duesOf(agreement, id).length > 0),
      ([payment]) => ({ payment }),
      ([payment, order], { agreement, now, ratesOf }, state) => {
        const own = order.status === 'settled' ? [order.valueDate] : [];
        const days = [...own, ...duesOf(state, payment).flatMap(({ paidOn, valueDate }) => [paidOn, valueDate])];
        const rates = days.flatMap((on) => ratesToTry(state, { of: { payment }, on, ratesOf }));
        return { bookExchange: { type: 'BookExchange', agreement, payment, rates, now } };
      },
    ).waiting(([payment, order], agreement) => {
      const own = order.status === 'settled' && !standingExchange(agreement, payment) ? portionsOf(agreement, order) : [];
      const back = duesOf(agreement, payment).filter((due) => !standingReturn(agreement, due));
      const [portion] = [...own, ...back.flatMap(({ parts }) => parts)];
      return portion ? [{ kind: 'exchange-to-book', ends: ['bookExchange'], amount: portion.amount, readers: [], silence: 'nothing' }] : [];
    }),
  ],
  message: (_, agreement) => exchangeMessages(agreement),
});

function undone(before: readonly Exchange[], { exchange }: { readonly exchange: number }): readonly Exchange[] {
  return before.map((each) => (each.number === exchange ? { ...each, stands: false } : each));
}
