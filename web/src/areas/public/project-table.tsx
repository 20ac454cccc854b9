import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { milestonesPaid, nothingFound, paidOf } from '#messages/portfolio';
import type { AnswerOf, Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { countryName } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { type Arc, Ring } from '../../parts/Ring.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Status } from '../../parts/Status.tsx';
import type { PortfolioSearch } from './portfolio.search.ts';

type Props = { readonly found: AnswerOf<'listPublicProjects'>; readonly search: PortfolioSearch };

/** One page of projects; the roles are written out, as narrow pages show rows as lists. */
export function ProjectTable({ found: { projects, names = {}, progress, nextCursor: next }, search }: Props) {
  if (projects.length === 0) return <p>{nothingFound()}</p>;
  return (
    <>
      <Scroll label={m.projects()}>
        <table className="stack proj" role="table">
          <thead>
            <tr role="row">
              <td role="cell" className="rg" />
              <Sorted search={search} column="title" sort="title">
                {m.project()}
              </Sorted>
              <Columns of={[{ title: m.state() }, { title: m.city() }, { title: milestonesPaid(), isFigure: true }]} />
              <Sorted
                search={search}
                column="amount"
                sort={search.sort === undefined || search.sort === '-amount' ? 'amount' : '-amount'}
                right
              >
                {m.sought()}
              </Sorted>
              <Columns of={[{ title: m.stage({ stage: 'settled' }), isFigure: true }]} />
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <Row key={project.id} project={project} names={names} progress={progress[project.id]} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <nav className="row far end" aria-label={m.projects()}>
        {search.cursor === undefined ? (
          <span />
        ) : (
          <Link className="btn" to="/" search={{ ...search, cursor: undefined }}>
            {m.firstPage()}
          </Link>
        )}
        {next === undefined ? null : (
          <Link className="btn" to="/" search={{ ...search, cursor: next }} rel="next">
            {m.nextPage()} <Icon name="arrow" />
          </Link>
        )}
      </nav>
    </>
  );
}

type SortedProps = {
  readonly search: PortfolioSearch;
  readonly column: string;
  readonly sort: NonNullable<PortfolioSearch['sort']>;
  readonly right?: boolean;
  readonly children: string;
};

function Sorted({ search, column, sort, right = false, children }: SortedProps) {
  const now = search.sort ?? '-amount';
  const order = now === column ? 'ascending' : now === `-${column}` ? 'descending' : 'none';
  return (
    <th scope="col" role="columnheader" aria-sort={order} className={right ? 'r' : ''}>
      <Link to="/" search={{ ...search, sort, cursor: undefined }} aria-label={m.sortedBy({ column: children })}>
        {children}
      </Link>
    </th>
  );
}

function Row({
  project: { id, status, proposer, proposal },
  names,
  progress,
}: {
  readonly project: Schemas['Project'];
  readonly names: Schemas['Names'];
  readonly progress: Schemas['Progress'] | undefined;
}) {
  const themeName = useCodeNames('themes');
  return (
    <tr role="row">
      <td role="cell" className="rg">
        <Ring arcs={arcsOf(progress, proposal.milestones.length)} size={30} />
      </td>
      <th scope="row" role="rowheader">
        <Link to="/projects/$id" params={{ id }}>
          {proposal.title}
        </Link>
        <small className="quiet">
          {proposal.countries.map(countryName).join(', ')} · {proposal.themes.map(themeName).join(', ')}
        </small>
      </th>
      <td role="cell" data-h={m.state()}>
        <div>
          <Status status={status} />
        </div>
      </td>
      <td role="cell" data-h={m.city()}>
        <div>{names[proposer]?.text ?? ''}</div>
      </td>
      <td role="cell" data-h={milestonesPaid()} className="r num">
        <div>{progress ? paidOf({ paid: progress.paid, all: progress.milestones }) : '–'}</div>
      </td>
      <td role="cell" data-h={m.sought()} className="r num">
        <div>{proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null}</div>
      </td>
      <td role="cell" data-h={m.stage({ stage: 'settled' })} className="r num">
        <div>{progress?.settled ? <Money amount={progress.settled} of={`${id}/paid`} /> : '–'}</div>
      </td>
    </tr>
  );
}

/** An arc for each milestone; those that are paid close the ring. */
const arcsOf = (progress: Schemas['Progress'] | undefined, planned: number): Arc[] =>
  progress
    ? Array.from({ length: progress.milestones }, (_, at) => (at < progress.paid ? 'settled' : 'committed'))
    : Array.from({ length: planned }, () => 'sought');
