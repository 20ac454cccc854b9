import * as m from '#messages';
import * as own from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Table } from '../../base/parts/Table.tsx';

/** The milestones as they were proposed, whose sums make the target. */
export const Plan = ({ project: { id, proposal } }: { readonly project: Schemas['Project'] }) => (
  <Table
    label={m.plan()}
    rows={proposal.milestones}
    keyOf={({ number }) => number}
    columns={[
      { title: m.milestoneNumber(), cell: ({ number }) => number },
      { title: m.milestones(), isName: true, cell: ({ title }) => title },
      { title: own.monthsAfter(), isFigure: true, isCounted: true, cell: ({ monthsAfterEffective }) => monthsAfterEffective },
      { title: m.amount(), isFigure: true, cell: ({ number, amount }) => <Money amount={amount} of={`${id}/plan/${number}`} /> },
    ]}
    foot={
      proposal.target ? (
        <tfoot>
          <tr role="row">
            <td role="cell" />
            <th scope="row" role="rowheader">
              {m.total()}
            </th>
            <td role="cell" />
            <td role="cell" className="r">
              <Money amount={proposal.target} of={`${id}/target`} />
            </td>
          </tr>
        </tfoot>
      ) : null
    }
  />
);
