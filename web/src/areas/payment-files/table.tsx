import * as common from '#messages';
import * as m from '#messages/payment-files';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText, numberText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { fileStanding } from './standing.ts';

type Props = { readonly files: readonly Schemas['PaymentFile'][]; readonly names: Schemas['Names']; readonly label: string };

/** Each file by its day and payer, with what it comes to. */
export const FileTable = ({ files, names, label }: Props) => (
  <Scroll label={label}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: m.file() },
              { title: fieldLabel('payer') },
              { title: common.state() },
              { title: m.payments(), isFigure: true },
              { title: common.amount(), isFigure: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, executionDate, payer, status, open, transfers, sum, sums }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <ItemLink id={id}>{m.fileOf({ day: dayText(executionDate) })}</ItemLink>
            </th>
            <td role="cell" data-h={fieldLabel('payer')}>
              <div>
                <ItemLink id={payer}>{names[payer]?.text ?? payer}</ItemLink>
              </div>
            </td>
            <td role="cell" data-h={common.state()}>
              <div>
                <StatusOf of="file" status={fileStanding({ status, open, sums })} />
              </div>
            </td>
            <td role="cell" data-h={m.payments()} className="r">
              <div className="num">{numberText(transfers)}</div>
            </td>
            <td role="cell" data-h={common.amount()} className="r">
              <div>
                <Money amount={sum} of={`${id}/sum`} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
