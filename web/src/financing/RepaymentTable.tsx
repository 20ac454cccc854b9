import * as m from '#messages/financing';
import type { Schemas } from '../base/api/client.ts';
import { Money } from '../base/parts/Money.tsx';
import { Columns, Scroll } from '../base/parts/Table.tsx';

type Props = { readonly schedule: Schemas['RepaymentSchedule']; readonly of: string };

const FIGURES = ['opening', 'interest', 'fees', 'principal', 'closing'] as const;

/** Row by row, what of a loan is repaid when. */
export const RepaymentTable = ({ schedule, of }: Props) => (
  <Scroll label={m.schedule()}>
    <table>
      <thead>
        <tr>
          <Columns of={[{ title: m.month() }, ...FIGURES.map((figure) => ({ title: m.figure({ figure }), isFigure: true }))]} />
        </tr>
      </thead>
      <tbody>
        {schedule.rows.map((row) => (
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
        <Total schedule={schedule} of={of} />
      </tfoot>
    </table>
  </Scroll>
);

const Total = ({ schedule, of }: Props) => (
  <tr>
    <th scope="row">{m.together()}</th>
    <td />
    {(['interest', 'fees', 'principal'] as const).map((figure) => (
      <td key={figure} className="r">
        <Money amount={schedule[figure]} of={`${of}/${figure}`} />
      </td>
    ))}
    <td />
  </tr>
);
