import * as m from '#messages';
import * as own from '#messages/projects';
import type { Schemas } from '../../base/api/client.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Headed } from '../../base/parts/Table.tsx';

/** The milestones as they were proposed, whose sums make the target. */
export const Plan = ({ project: { id, proposal } }: { readonly project: Schemas['Project'] }) => (
  <Headed
    label={m.plan()}
    of={[
      { title: m.milestoneNumber() },
      { title: m.milestones() },
      { title: own.monthsAfter(), isFigure: true },
      { title: m.amount(), isFigure: true },
    ]}
  >
    <tbody>
      {proposal.milestones.map(({ number, title, monthsAfterEffective, amount }) => (
        <tr key={number} role="row">
          <td role="cell" data-h={m.milestoneNumber()}>
            <div>{number}</div>
          </td>
          <th scope="row" role="rowheader">
            {title}
          </th>
          <td role="cell" data-h={own.monthsAfter()} className="r num">
            <div>{monthsAfterEffective}</div>
          </td>
          <td role="cell" data-h={m.amount()} className="r">
            <div>
              <Money amount={amount} of={`${id}/plan/${number}`} />
            </div>
          </td>
        </tr>
      ))}
    </tbody>
    {proposal.target ? (
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
    ) : null}
  </Headed>
);
