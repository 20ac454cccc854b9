import * as common from '#messages';
import * as m from '#messages/rates';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText, numberText } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

/** Each day of a source, with how many rates it tells. */
export const SheetTable = ({ sheets }: { readonly sheets: readonly Schemas['RateSheet'][] }) => (
  <Scroll label={m.title()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: m.day() },
              { title: m.source() },
              { title: m.base() },
              { title: common.state() },
              { title: m.rates(), isFigure: true },
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {sheets.map(({ id, day, source, base, status, editions }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <ItemLink id={id}>
                <time dateTime={day}>{dayText(day)}</time>
              </ItemLink>
            </th>
            <td role="cell" data-h={m.source()}>
              <div>{source}</div>
            </td>
            <td role="cell" data-h={m.base()}>
              <div>{base}</div>
            </td>
            <td role="cell" data-h={common.state()}>
              <div>
                <StatusOf of="rates" status={status} />
              </div>
            </td>
            <td role="cell" data-h={m.rates()} className="r">
              <div className="num">{numberText(editions.at(-1)?.rates.length ?? 0)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
