import { Link } from '@tanstack/react-router';
import { amount as amountTitle, milestoneNumber, milestones as milestonesTitle } from '#messages';
import * as m from '#messages/projects';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';

/** The milestones as they stand, each with the way to its report and to its money. */
export const Milestones = ({
  milestones,
  isParty,
}: {
  readonly milestones: readonly Schemas['Milestone'][];
  readonly isParty: boolean;
}) => (
  <Scroll label={m.milestonesAndMoney()}>
    <table className="stack ms" role="table">
      <thead>
        <tr role="row">
          <Columns
            of={[
              { title: milestoneNumber() },
              { title: milestonesTitle() },
              { title: m.due() },
              { title: m.state() },
              { title: amountTitle(), isFigure: true },
              ...(isParty ? [{ title: m.money() }] : []),
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {milestones.map(({ id, number, title, dueOn, status, amount }) => (
          <tr key={id} role="row">
            <td role="cell" data-h={milestoneNumber()}>
              <div>{number}</div>
            </td>
            <th scope="row" role="rowheader">
              <Link to="/milestones/$id" params={{ id }}>
                {title}
              </Link>
            </th>
            <td role="cell" data-h={m.due()}>
              <div>
                <time dateTime={dueOn}>{dayText(dueOn)}</time>
              </div>
            </td>
            <td role="cell" data-h={m.state()}>
              <div>
                <StatusOf of="milestone" status={status} />
              </div>
            </td>
            <td role="cell" data-h={amountTitle()} className="r">
              <div>
                <Money amount={amount} of={`${id}/amount`} />
              </div>
            </td>
            {isParty ? (
              <td role="cell" data-h={m.money()}>
                <div>
                  <Link to="/milestones/$id/money" params={{ id }}>
                    {m.followMoney()}
                  </Link>
                </div>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
