import * as m from '#messages/conversions';
import type { Schemas } from '../base/api/client.ts';
import type { Fact } from '../base/parts/Facts.tsx';
import { dayText } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';
import { paymentName } from '../base/parts/payment-name.ts';
import { compared, less } from '../base/parts/sums.ts';
import { rateText } from '../terms/Taken.tsx';

type Sums = { readonly cost: string; readonly committed: string };
type Booking = Pick<Schemas['RefundExchange'], 'valueDate' | 'parts' | 'ratesCorrected'>;

type Amount = Schemas['Money'];

/** What is more than was expected: a loss where it was spent, a gain where it came back. */
function differenceText(is: Amount, expected: Amount, more: typeof m.loss, fewer: typeof m.loss): string {
  const order = compared(is, expected);
  if (order === 0) return m.noDifference();
  return order > 0 ? more({ amount: moneyText(less(is, expected)) }) : fewer({ amount: moneyText(less(expected, is)) });
}

type Told = { readonly sums: (sums: Sums) => string; readonly difference: (cost: Amount, committed: Amount) => string };
const SPENT: Told = { sums: m.exchangeWas, difference: (cost, committed) => differenceText(cost, committed, m.loss, m.gain) };
const BACK: Told = { sums: m.refundWas, difference: (cost, committed) => differenceText(cost, committed, m.gain, m.loss) };

const differencesOf = (term: string, { valueDate, parts = [], ratesCorrected }: Booking, told: Told): Fact[] =>
  parts.map(
    ({ offer, amount, committed, cost }): Fact => [
      term,
      cost ? (
        <span key={offer}>
          {told.sums({ cost: moneyText(cost.amount), committed: moneyText(committed) })}: {told.difference(cost.amount, committed)}{' '}
          <small className="quiet">{rateText(cost, amount.currency)}</small>
          {ratesCorrected ? <strong> {m.ratesCorrected({ day: dayText(valueDate) })}</strong> : null}
        </span>
      ) : (
        m.exchangeWaits({ day: dayText(valueDate) })
      ),
    ],
  );

/** What payments from budgets in other currencies cost, or for which rates they wait; as far as the reader may see it. */
export const exchangesOf = ({ exchanges = [], payments, shares, names = {} }: Schemas['Agreement']): readonly Fact[] =>
  exchanges.flatMap((exchange) => {
    const payment = payments.find(({ id }) => id === exchange.payment);
    // Where several pay for the same milestone, whose payment it is tells theirs apart.
    const payer = shares.length > 1 ? names[exchange.sponsor]?.text : undefined;
    const name = [payment ? paymentName(payment) : '', payer ?? ''].filter(Boolean).join(' · ');
    return differencesOf(name === '' ? m.exchangeOf() : m.exchangeOfPayment({ payment: name }), exchange, SPENT);
  });

/** Of payments that the bank has returned, what came back compared with what they had cost. */
export const exchangesOfReturn = ({ returnExchanges = [], payments }: Schemas['Agreement']): readonly Fact[] =>
  returnExchanges.flatMap(({ parts, payment: id, paidOn, valueDate, ratesCorrected }) => {
    const payment = payments.find((each) => each.id === id);
    const term = payment ? m.exchangeOfPayment({ payment: paymentName(payment) }) : m.exchangeOf();
    return parts.map(
      ({ offer, amount, paid, cost }): Fact => [
        term,
        paid && cost ? (
          <span key={offer}>
            {m.returnWas({ cost: moneyText(cost.amount), paid: moneyText(paid.amount) })}:{' '}
            {differenceText(cost.amount, paid.amount, m.gain, m.loss)} <small className="quiet">{rateText(cost, amount.currency)}</small>
            {ratesCorrected ? <strong> {m.ratesCorrected({ day: dayText(valueDate) })}</strong> : null}
          </span>
        ) : (
          `${m.exchangeWaits({ day: dayText(paidOn) })} · ${m.exchangeWaits({ day: dayText(valueDate) })}`
        ),
      ],
    );
  });

/** The same of what came back to such budgets with a refund. */
export const exchangesOfRefund = ({ refundExchanges = [] }: Schemas['Agreement'], recovery: number, resolution: number): readonly Fact[] =>
  refundExchanges
    .filter((each) => each.recovery === recovery && each.resolution === resolution)
    .flatMap((exchange) => differencesOf(m.exchangeOf(), exchange, BACK));
