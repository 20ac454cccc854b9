import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/financing';
import type { Schemas } from '../../api/client.ts';
import { onePage } from '../../api/whole.ts';
import { Export } from '../../exports/Export.tsx';
import { Columns } from '../../parts/Columns.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { scheduleQuery } from './funding.queries.ts';
import type { Funding, Offer } from './offers.ts';

type Props = { readonly funding: Funding; readonly offer: Offer };

const FIGURES = ['opening', 'interest', 'fees', 'principal', 'closing'] as const;

/** Row by row, what of a loan is repaid when. */
export function Repayments({ funding, offer }: Props) {
  const { data } = useQuery(scheduleQuery(funding.id, offer.id, offer.terms));
  if (!data) return <Loading />;
  const of = `${offer.id}/schedule`;
  return (
    <>
      <p className="quiet">{m.scheduleAssumes()}</p>
      <Export
        name="schedule"
        columns={async () => (await import('../../exports/money-columns.ts')).REPAYMENT_COLUMNS}
        page={onePage(data.rows)}
      />
      <Scroll label={m.schedule()}>
        <table>
          <thead>
            <tr>
              <Columns of={[{ title: m.month() }, ...FIGURES.map((figure) => ({ title: m.figure({ figure }), isFigure: true }))]} />
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.number}>
                <td>{row.month}</td>
                {FIGURES.map((figure) => (
                  <td key={figure} className="r">
                    <Money amount={row[figure]} of={`${of}/${row.number}/${figure}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Total data={data} of={of} />
          </tfoot>
        </table>
      </Scroll>
    </>
  );
}

const Total = ({ data, of }: { readonly data: Schemas['RepaymentSchedule']; readonly of: string }) => (
  <tr>
    <th scope="row">{m.together()}</th>
    <td />
    {(['interest', 'fees', 'principal'] as const).map((figure) => (
      <td key={figure} className="r">
        <Money amount={data[figure]} of={`${of}/${figure}`} />
      </td>
    ))}
    <td />
  </tr>
);
