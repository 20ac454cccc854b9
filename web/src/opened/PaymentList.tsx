import { Link } from '@tanstack/react-router';
import { amount as amountTitle } from '#messages';
import { paymentsOfAgreement } from '#messages/agreements';
import * as m from '#messages/payments';
import { fieldLabel } from '../acts/words.ts';
import type { Schemas } from '../base/api/client.ts';
import { paymentName } from '../base/parts/payment-name.ts';
import { Table } from '../base/parts/Table.tsx';
import * as column from '../lists/columns.tsx';

type Payment = Schemas['Agreement']['payments'][number];

/** All payments of an agreement, also those that are at their end, each with the money of its milestone, to which it leads. */
export function PaymentList({ agreement: { payments, names = {} } }: { readonly agreement: Schemas['Agreement'] }) {
  return (
    <Table<Payment>
      label={paymentsOfAgreement()}
      rows={payments.toSorted((one, other) => one.tranche - other.tranche)}
      keyOf={({ id }) => id}
      columns={[
        column.text(m.milestone(), ({ id, milestone, ...paid }) => (
          <Link to="/milestones/$id/money" params={{ id: milestone }} hash={id}>
            {paymentName(paid)}
          </Link>
        )),
        column.text(fieldLabel('sponsor'), ({ sponsor }) => names[sponsor]?.text ?? sponsor),
        column.status('paymentStatus', ({ status }) => status),
        column.day(fieldLabel('valueDate'), ({ valueDate }) => valueDate),
        column.money(
          amountTitle(),
          ({ amount }) => amount,
          ({ id }) => `${id}/amount`,
        ),
      ]}
    />
  );
}
