import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { on, part } from '../parts.ts';
import { settledOnes } from '../payments/payment.ts';
import { moneyGoesOn } from '../payments/payment-gate.ts';
import { ratesToTry } from './candidate-rates.ts';
import { bookExchange, portionsOf, standingExchange } from './exchange.ts';
import { exchangeMessages } from './exchange-messages.ts';
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
    ExchangeReversed: undone,
    ExchangeOfRefundReversed: undone,
  },
  acts: [
    on(
      ({ payments }) => settledOnes(payments),
      ([payment]) => ({ payment }),
      ([payment, { valueDate }], { agreement, now, ratesOf }, state) => ({
        bookExchange: {
          type: 'BookExchange',
          agreement,
          payment,
          rates: ratesToTry(state, { of: { payment }, on: valueDate, ratesOf }),
          now,
        },
      }),
    ).waiting(([payment, order], agreement) => {
      const [portion] = standingExchange(agreement, payment) ? [] : portionsOf(agreement, order);
      return portion ? [{ kind: 'exchange-to-book', ends: ['bookExchange'], amount: portion.amount, readers: [], silence: 'nothing' }] : [];
    }),
  ],
  message: (_, agreement) => exchangeMessages(agreement),
});

function undone(before: readonly Exchange[], { exchange }: { readonly exchange: number }): readonly Exchange[] {
  return before.map((each) => (each.number === exchange ? { ...each, stands: false } : each));
}
