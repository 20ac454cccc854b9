import * as m from '#messages/money';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Props = { readonly payments: readonly Schemas['Payment'][]; readonly names: Schemas['Names'] };

/** One payment a sponsor: where it stands, and what the bank was told and said of it. */
export const Payments = ({ payments, names }: Props) => (
  <section className="part" aria-labelledby="h-payments">
    <h2 id="h-payments">{m.payments()}</h2>
    {payments.length === 0 ? (
      <p className="quiet">{m.noPayments()}</p>
    ) : (
      <Scroll label={m.payments()}>
        <table className="stack" role="table">
          <thead>
            <tr role="row">
              <Columns
                of={[
                  { title: m.part() },
                  { title: m.state() },
                  { title: m.bankReference() },
                  { title: m.valueDate() },
                  { title: m.amount(), isFigure: true },
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {payments.map(({ id, sponsor, status, amount, bankReference, valueDate }) => (
              <tr key={id} role="row">
                <th scope="row" role="rowheader">
                  {names[sponsor]?.text ?? sponsor}
                </th>
                <td role="cell" data-h={m.state()}>
                  <div>
                    <StatusOf of="payment" status={status} />
                  </div>
                </td>
                <td role="cell" data-h={m.bankReference()}>
                  <div className="mono">{bankReference}</div>
                </td>
                <td role="cell" data-h={m.valueDate()}>
                  <div>{valueDate ? <time dateTime={valueDate}>{dayText(valueDate)}</time> : null}</div>
                </td>
                <td role="cell" data-h={m.amount()} className="r">
                  <div>
                    <Money amount={amount} of={`${id}/amount`} />
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    )}
  </section>
);
