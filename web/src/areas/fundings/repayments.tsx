import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/financing';
import { onePage } from '../../api/whole.ts';
import { Export } from '../../exports/Export.tsx';
import { RepaymentTable } from '../../financing/RepaymentTable.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { scheduleQuery } from './funding.queries.ts';
import type { Funding, Offer } from './offers.ts';

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
