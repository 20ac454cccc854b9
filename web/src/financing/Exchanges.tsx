import * as m from '#messages/conversions';
import type { Schemas } from '../api/client.ts';
import type { Fact } from '../parts/Facts.tsx';
import { dayText } from '../parts/locale.ts';
import { moneyText } from '../parts/Money.tsx';
import { rateText } from './Taken.tsx';

type Sums = { readonly cost: string; readonly committed: string };
type Booking = Pick<Schemas['RefundExchange'], 'valueDate' | 'parts'>;

const differencesOf = ({ valueDate, parts = [] }: Booking, told: (sums: Sums) => string): Fact[] =>
  parts.map(
    ({ offer, amount, committed, cost }): Fact => [
      m.exchangeOf(),
      cost ? (
        <span key={offer}>
          {told({ cost: moneyText(cost.amount), committed: moneyText(committed) })}{' '}
          <small className="quiet">{rateText(cost, amount.currency)}</small>
        </span>
      ) : (
        m.exchangeWaits({ day: dayText(valueDate) })
      ),
    ],
  );

/** What payments from budgets in other currencies cost, or for which rates they wait; as far as whoever reads is told. */
export const exchangesOf = ({ exchanges = [] }: Schemas['Agreement']): readonly Fact[] =>
  exchanges.flatMap((exchange) => differencesOf(exchange, m.exchangeWas));

/** The same of what came back to such budgets with a refund. */
export const exchangesOfRefund = ({ refundExchanges = [] }: Schemas['Agreement'], recovery: number, resolution: number): readonly Fact[] =>
  refundExchanges
    .filter((each) => each.recovery === recovery && each.resolution === resolution)
    .flatMap((exchange) => differencesOf(exchange, m.refundWas));
