import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Status } from '../../parts/Status.tsx';

/** The projects of one proposer. */
export const Projects = ({ projects }: { readonly projects: readonly Schemas['Project'][] }) => (
  <Scroll label={common.projects()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Columns of={[{ title: common.project() }, { title: common.state() }, { title: common.sought(), isFigure: true }]} />
        </tr>
      </thead>
      <tbody>
        {projects.map(({ id, status, proposal }) => (
          <tr key={id} role="row">
            <th scope="row" role="rowheader">
              <Link to="/projects/$id" params={{ id }}>
                {proposal.title}
              </Link>
            </th>
            <td role="cell" data-h={common.state()}>
              <div>
                <Status status={status} />
              </div>
            </td>
            <td role="cell" data-h={common.sought()} className="r">
              <div>{proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
