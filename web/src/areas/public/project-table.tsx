import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Schemas } from '../../api/client.ts';
import { useCodeNames } from '../../api/lists.ts';
import { Columns } from '../../parts/Columns.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { countryName } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Status } from '../../parts/Status.tsx';
import type { PortfolioSearch } from './portfolio.search.ts';

type Props = {
  readonly projects: readonly Schemas['Project'][];
  readonly names: Schemas['Names'];
  readonly search: PortfolioSearch;
  readonly next: string | undefined;
};

/** One page of projects; the roles are written out, as narrow pages show rows as lists. */
export function ProjectTable({ projects, names, search, next }: Props) {
  if (projects.length === 0) return <p>{m.nothingFound()}</p>;
  return (
    <>
      <Scroll label={m.projects()}>
        <table className="stack proj" role="table">
          <thead>
            <tr role="row">
              <Sorted search={search} column="title" sort="title">
                {m.project()}
              </Sorted>
              <Columns of={[{ title: m.state() }, { title: m.city() }, { title: m.milestones(), isFigure: true }]} />
              <Sorted
                search={search}
                column="amount"
                sort={search.sort === undefined || search.sort === '-amount' ? 'amount' : '-amount'}
                right
              >
                {m.sought()}
              </Sorted>
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <Row key={project.id} project={project} names={names} />
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
}: {
  readonly project: Schemas['Project'];
  readonly names: Schemas['Names'];
}) {
  const themeName = useCodeNames('themes');
  return (
    <tr role="row">
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
      <td role="cell" data-h={m.milestones()} className="r num">
        <div>{proposal.milestones.length}</div>
      </td>
      <td role="cell" data-h={m.sought()} className="r num">
        <div>{proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null}</div>
      </td>
    </tr>
  );
}
