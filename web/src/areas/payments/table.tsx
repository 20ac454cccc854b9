import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/payments';
import { paymentName } from '../../acts/payment-name.ts';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Props = { readonly payments: readonly Schemas['FoundPayment'][]; readonly names: Schemas['Names'] };

/** Each payment with its milestone's money, to which it leads. */
export function Table({ payments, names }: Props) {
  if (payments.length === 0) return null;
  return (
    <Scroll label={m.payments()}>
      <table className="stack" role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: common.project() },
                { title: m.milestone() },
                { title: fieldLabel('sponsor') },
                { title: common.state() },
                { title: fieldLabel('valueDate') },
                { title: fieldLabel('bankReference') },
                { title: common.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Row key={payment.id} payment={payment} names={names} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ payment, names }: { readonly payment: Schemas['FoundPayment']; readonly names: Schemas['Names'] }) {
  const { id, project, milestone, tranche, advance, partPayment, sponsor, status, valueDate, bankReference, amount } = payment;
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to="/projects/$id" params={{ id: project }}>
          {names[project]?.text ?? common.project()}
        </Link>
      </th>
      <td role="cell" data-h={m.milestone()}>
        <div>
          <Link to="/milestones/$id/money" params={{ id: milestone }} hash={id}>
            {paymentName({ tranche, advance, partPayment })}
          </Link>
        </div>
      </td>
      <td role="cell" data-h={fieldLabel('sponsor')}>
        <div>{names[sponsor]?.text ?? sponsor}</div>
      </td>
      <td role="cell" data-h={common.state()}>
        <div>
          <StatusOf of="payment" status={status} />
        </div>
      </td>
      <td role="cell" data-h={fieldLabel('valueDate')}>
        <div>{valueDate ? <time dateTime={valueDate}>{dayText(valueDate)}</time> : '–'}</div>
      </td>
      <td role="cell" data-h={fieldLabel('bankReference')}>
        <div className="mono">{bankReference ?? '–'}</div>
      </td>
      <td role="cell" data-h={common.amount()} className="r">
        <div>
          <Money amount={amount} of={`${id}/amount`} />
        </div>
      </td>
    </tr>
  );
}
