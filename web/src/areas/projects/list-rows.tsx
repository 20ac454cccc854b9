import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import type { Schemas } from '../../api/client.ts';
import { Columns } from '../../parts/Columns.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { dayText } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Sorted } from '../../parts/Sorted.tsx';
import { Status } from '../../parts/Status.tsx';
import { USUAL } from './list.queries.ts';

type Project = Schemas['Project'];
type Props = {
  readonly projects: readonly Project[];
  readonly sort: string | undefined;
  /** Where they are of several proposers: what these are called. */
  readonly names?: Schemas['Names'];
};

/** When what a project waits for is due. */
function dueOf({ status, screeningDue, informationDue, openingDue, roundDeadline, approvalDue, closingDue }: Project): string | undefined {
  const due: Readonly<Partial<Record<Project['status'], string | undefined>>> = {
    submitted: screeningDue,
    'more-information-required': informationDue,
    eligible: openingDue,
    open: roundDeadline,
    funded: approvalDue,
    completed: closingDue,
  };
  return due[status];
}

/** Projects, each with where it stands and when what it waits for is due. */
export const ProjectRows = ({ projects, sort = USUAL, names }: Props) => (
  <Scroll label={common.projects()}>
    <table className="stack" role="table">
      <thead>
        <tr role="row">
          <Sorted title={common.project()} by="title" now={sort} usual={USUAL} />
          {names ? <Columns of={[{ title: common.city() }]} /> : null}
          <Sorted title={common.state()} by="status" now={sort} usual={USUAL} />
          <Sorted title={common.due()} by="due" now={sort} usual={USUAL} />
          <Sorted title={common.sought()} by="amount" now={sort} usual={USUAL} isFigure />
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <Row key={project.id} project={project} names={names} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

function Row({ project, names }: { readonly project: Project; readonly names: Schemas['Names'] | undefined }) {
  const { id, status, proposer, proposal } = project;
  const due = dueOf(project);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link to="/projects/$id" params={{ id }}>
          {proposal.title || proposal.reference}
        </Link>
        {proposal.title ? <small className="quiet">{proposal.reference}</small> : null}
      </th>
      {names ? (
        <td role="cell" data-h={common.city()}>
          <div>
            <ItemLink id={proposer}>{names[proposer]?.text ?? proposer}</ItemLink>
          </div>
        </td>
      ) : null}
      <td role="cell" data-h={common.state()}>
        <div>
          <Status status={status} />
        </div>
      </td>
      <td role="cell" data-h={common.due()}>
        <div>{due ? <time dateTime={due}>{dayText(due)}</time> : common.noDate()}</div>
      </td>
      <td role="cell" data-h={common.sought()} className="r">
        <div>{proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null}</div>
      </td>
    </tr>
  );
}
