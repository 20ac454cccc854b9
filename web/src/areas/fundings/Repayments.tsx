import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/financing';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { RepaymentTable } from '../../financing/RepaymentTable.tsx';
import { type Funding, type Offer, scheduleQuery } from './offers.ts';

type Props = { readonly funding: Funding; readonly offer: Offer };

/** How an offered loan is repaid, also as a file. */
export function Repayments({ funding, offer }: Props) {
  const { data } = useQuery(scheduleQuery(funding.id, offer.id, offer.terms));
  if (!data) return <Loading />;
  return (
    <>
      <p className="quiet">{m.scheduleAssumes()}</p>
      <Export
        name="schedule"
        columns={async () => (await import('../../exports/money-columns.ts')).REPAYMENT_COLUMNS}
        page={onePage(data.rows)}
      />
      <RepaymentTable schedule={data} of={`${offer.id}/schedule`} />
    </>
  );
}
