import * as common from '#messages';
import * as m from '#messages/periods';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

/** Each period with its days and where it stands. */
export const PeriodTable = ({ periods }: { readonly periods: readonly Schemas['Period'][] }) => (
  <Scroll label={m.title()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns of={[{ title: m.through() }, { title: m.from() }, { title: common.state() }]} />
        </tr>
      </thead>
      <tbody>
        {periods.map(({ id, from, through, status }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <ItemLink id={id}>
                <time dateTime={through}>{dayText(through)}</time>
              </ItemLink>
            </th>
            <td role="cell" data-h={m.from()}>
              <div>{from ? <time dateTime={from}>{dayText(from)}</time> : '–'}</div>
            </td>
            <td role="cell" data-h={common.state()}>
              <div>
                <StatusOf of="period" status={status} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
