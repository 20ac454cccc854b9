import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as m from '#messages';
import { get, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { sessionQuery } from '../../api/session.ts';
import { Columns } from '../../parts/Columns.tsx';
import { countryName, momentText, themeName } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Status } from '../../parts/Status.tsx';

const route = getRouteApi('/projects/$id');

/** As everybody may see it, or as whoever has signed in may. */
const projectQuery = (id: string, isSignedIn: boolean) =>
  queryOptions({
    queryKey: [...keys.project(id), isSignedIn],
    queryFn: () => get(isSignedIn ? '/v1/projects/{id}' : '/v1/public/projects/{id}', { path: { id }, query: { with: 'names' } }),
  });

type Project = Schemas['Project'];

export function ProjectPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: project } = useSuspenseQuery(projectQuery(id, session !== null));
  const { proposal, proposer, names = {} } = project;
  return (
    <>
      <title>{`${proposal.title} · Junkan`}</title>
      <div className="title">
        <div>
          <h1>{proposal.title}</h1>
          <p className="quiet">{names[proposer]?.text ?? ''}</p>
        </div>
        <Status status={project.status} />
      </div>
      <div className="two">
        <section className="part" aria-labelledby="h-plan">
          <h2 id="h-plan">{m.plan()}</h2>
          <Plan project={project} />
        </section>
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <Facts project={project} />
        </section>
      </div>
    </>
  );
}

function Plan({ project: { id, proposal } }: { readonly project: Project }) {
  return (
    <Scroll label={m.plan()}>
      <table role="table">
        <thead>
          <tr role="row">
            <Columns
              of={[
                { title: m.milestoneNumber() },
                { title: m.milestones() },
                { title: m.monthsAfter(), isFigure: true },
                { title: m.amount(), isFigure: true },
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {proposal.milestones.map(({ number, title, monthsAfterEffective, amount }) => (
            <tr key={number} role="row">
              <td role="cell">{number}</td>
              <th scope="row" role="rowheader">
                {title}
              </th>
              <td role="cell" className="r num">
                {monthsAfterEffective}
              </td>
              <td role="cell" className="r">
                <Money amount={amount} of={`${id}/plan/${number}`} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr role="row">
            <td role="cell" />
            <th scope="row" role="rowheader">
              {m.total()}
            </th>
            <td role="cell" />
            <td role="cell" className="r">
              {proposal.target ? <Money amount={proposal.target} of={`${id}/target`} /> : null}
            </td>
          </tr>
        </tfoot>
      </table>
    </Scroll>
  );
}

function Facts({ project: { roundDeadline, proposal } }: { readonly project: Project }) {
  const facts: readonly (readonly [term: string, text: string])[] = [
    [m.countries(), proposal.countries.map(countryName).join(', ')],
    [m.themes(), proposal.themes.map(themeName).join(', ')],
    [m.instruments(), proposal.instruments.map(themeName).join(', ') || m.anyInstrument()],
    [m.minimumClose(), `${proposal.minimumCloseBasisPoints / 100} %`],
    ...(roundDeadline === undefined ? [] : ([[m.roundUntil(), momentText(roundDeadline)]] as const)),
  ];
  return <dl className="facts">{facts.flatMap(([term, text]) => [<dt key={term}>{term}</dt>, <dd key={`${term}-is`}>{text}</dd>])}</dl>;
}
