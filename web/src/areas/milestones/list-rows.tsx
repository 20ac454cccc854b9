import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/milestones';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Sorted } from '../../parts/Sorted.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { USUAL } from './list.queries.ts';

type Props = {
  readonly milestones: readonly Schemas['Milestone'][];
  readonly names: Schemas['Names'];
  readonly sort: string | undefined;
  /** Whether all are of one proposer, so that it need not be named. */
  readonly isOfOne: boolean;
};

/** Milestones with the project of each, where it stands, and its money. */
export const MilestoneRows = ({ milestones, names, sort = USUAL, isOfOne }: Props) => (
  <Scroll label={common.milestones()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Sorted title={m.milestone()} by="title" now={sort} usual={USUAL} />
          <Columns of={[{ title: common.project() }, ...(isOfOne ? [] : [{ title: common.city() }])]} />
          <Sorted title={common.due()} by="due" now={sort} usual={USUAL} />
          <Sorted title={common.state()} by="status" now={sort} usual={USUAL} />
          <Sorted title={common.amount()} by="amount" now={sort} usual={USUAL} isFigure />
        </tr>
      </thead>
      <tbody>
        {milestones.map(({ id, number, title, project, proposer, dueOn, status, amount }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <Link to="/milestones/$id" params={{ id }}>
                {title}
              </Link>
              <small className="quiet">{m.milestoneNumber({ number })}</small>
            </th>
            <td role="cell" data-h={common.project()}>
              <div>
                <ItemLink id={project}>{names[project]?.text ?? common.project()}</ItemLink>
              </div>
            </td>
            {isOfOne ? null : (
              <td role="cell" data-h={common.city()}>
                <div>{names[proposer]?.text ?? proposer}</div>
              </td>
            )}
            <td role="cell" data-h={common.due()}>
              <div>
                <time dateTime={dueOn}>{dayText(dueOn)}</time>
              </div>
            </td>
            <td role="cell" data-h={common.state()}>
              <div>
                <StatusOf of="milestone" status={status} />
              </div>
            </td>
            <td role="cell" data-h={common.amount()} className="r">
              <div>
                <Money amount={amount} of={`${id}/amount`} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
