import * as common from '#messages';
import * as m from '#messages/statements';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { numberText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

type Props = { readonly statement: string; readonly sums: readonly Schemas['EntrySum'][] };

/** What the entries of a statement come to, by how they stand and where the money went. */
export const Sums = ({ statement, sums }: Props) => (
  <Scroll label={m.sums()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: common.state() },
              { title: m.direction() },
              { title: m.entries(), isFigure: true },
              { title: common.amount(), isFigure: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {sums.map(({ standing, direction, entries, amount }) => (
          <tr key={`${standing}/${direction}/${amount.currency}`} role="row">
            <th scope="row" role="rowheader">
              <StatusOf of="entry" status={standing} />
            </th>
            <td role="cell" data-h={m.direction()}>
              <div>{m.directionOf({ code: direction })}</div>
            </td>
            <td role="cell" data-h={m.entries()} className="r">
              <div className="num">{numberText(entries)}</div>
            </td>
            <td role="cell" data-h={common.amount()} className="r">
              <div>
                <Money amount={amount} of={`${statement}/sums/${standing}/${direction}/${amount.currency}`} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
