import { queryOptions, useQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/accounts';
import { api, type Schemas } from '../base/api/client.ts';
import { keys } from '../base/api/keys.ts';
import { Loading } from '../base/parts/Awaiting.tsx';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { paymentName } from '../base/parts/payment-name.ts';
import { Table } from '../base/parts/Table.tsx';
import * as column from '../lists/columns.tsx';

type Account = Pick<Schemas['BankAccount'], 'id' | 'organisation' | 'currency'>;
type Payment = Schemas['FoundPayment'];
const MANY = 500;
const UNDER_WAY = 'requested,approved,instructed';

const underWayQuery = (organisation: string) =>
  queryOptions({
    queryKey: keys.list('payments', { underWay: organisation }),
    queryFn: ({ signal }) => {
      const whose = organisation.startsWith('spo_') ? { sponsor: organisation } : { proposer: organisation };
      return api.operations.findPayments({ ...whose, status: UNDER_WAY, limit: MANY, with: 'names' }, { signal });
    },
  });

/** Whether a payment goes from or to an account: as it is recorded, and where nothing is, by the currency. */
const isOf = ({ id, currency }: Account, { payerAccount, payeeAccount, amount }: Payment): boolean =>
  payerAccount === undefined && payeeAccount === undefined ? amount.currency === currency : payerAccount === id || payeeAccount === id;

/** The payments under way that use an account: they stop with it, but for those that the bank has. */
export function UnderWay({ account }: { readonly account: Account }) {
  const { data } = useQuery({ ...underWayQuery(account.organisation ?? ''), throwOnError: true });
  if (!data) return <Loading />;
  const payments = data.payments.filter((payment) => isOf(account, payment));
  if (payments.length === 0) return <p>{m.noneUnderWay()}</p>;
  return (
    <>
      <p>{m.underWayStop()}</p>
      <Table<Payment>
        label={m.underWay()}
        rows={payments}
        keyOf={({ id }) => id}
        columns={[
          column.text(common.project(), ({ project }) => data.names?.[project]?.text ?? common.project()),
          column.text(m.payment(), ({ id, agreement, ...paid }) => (
            <ItemLink id={agreement} hash={id}>
              {paymentName(paid)}
            </ItemLink>
          )),
          column.status('paymentStatus', ({ status }) => status),
          column.money(
            common.amount(),
            ({ amount }) => amount,
            ({ id }) => `${id}/amount`,
          ),
        ]}
      />
    </>
  );
}
