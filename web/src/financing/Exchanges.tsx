import * as m from '#messages/conversions';
import type { Schemas } from '../api/client.ts';
import type { Fact } from '../parts/Facts.tsx';
import { dayText } from '../parts/locale.ts';
import { moneyText } from '../parts/Money.tsx';
import { rateText } from './Taken.tsx';

/** What payments from budgets in other currencies cost, or for which rates they wait; as far as whoever reads is told. */
export const exchangesOf = ({ exchanges = [] }: Schemas['Agreement']): readonly Fact[] =>
  exchanges.flatMap(({ payment, valueDate, parts = [] }) =>
    parts.map(
      ({ offer, amount, committed, cost }): Fact => [
        m.exchangeOf(),
        cost ? (
          <span key={`${payment}/${offer}`}>
            {m.exchangeWas({ cost: moneyText(cost.amount), committed: moneyText(committed) })}{' '}
            <small className="quiet">{rateText(cost, amount.currency)}</small>
          </span>
        ) : (
          m.exchangeWaits({ day: dayText(valueDate) })
        ),
      ],
    ),
  );
