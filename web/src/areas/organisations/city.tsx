import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { Begin } from '../../acts/Begin.tsx';
import type { Schemas } from '../../api/client.ts';
import { itemQuery } from '../../api/items.ts';
import { Export } from '../../exports/Export.tsx';
import { inRows, PROJECT_COLUMNS } from '../../exports/proposal-columns.ts';
import { Columns } from '../../parts/Columns.tsx';
import { countryName, dayText, list } from '../../parts/locale.ts';
import { Money } from '../../parts/Money.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { Status } from '../../parts/Status.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { About } from './about.tsx';
import { AccountsOf } from './accounts.tsx';
import { passportOfQuery, projectsOfQuery, wholeProjects } from './organisations.queries.ts';

/** A city or agency: its due diligence, and its projects as far as whoever looks may know of them. */
export function City({ id }: { readonly id: string }) {
  const { data: city } = useSuspenseQuery(itemQuery('getProposer', id));
  const { data: projects } = useQuery(projectsOfQuery(id));
  const { data: passports } = useQuery(passportOfQuery(id));
  const passport = passports?.passports[0];
  return (
    <About
      name={city.name}
      kind={city.kind}
      isSponsor={false}
      facts={[
        [common.countries(), list(city.countries.map(countryName))],
        [m.dueDiligence(), passports ? <Passport passport={passport} /> : null],
      ]}
    >
      {passports && !passport ? (
        <Begin
          operation="requestDueDiligence"
          roles={['sponsor.officer', 'sponsor.approver', 'secretariat.officer']}
          body={{ subject: id }}
        />
      ) : null}
      <section className="part" aria-labelledby="h-projects">
        <div className="row far">
          <h2 id="h-projects">{common.projects()}</h2>
          <Export name="projects" columns={PROJECT_COLUMNS} page={inRows(wholeProjects(id))} />
        </div>
        {projects?.projects.length === 0 ? <p className="quiet">{m.noProjects()}</p> : null}
        {projects && projects.projects.length > 0 ? <Projects projects={projects.projects} /> : null}
      </section>
      <AccountsOf id={id} />
    </About>
  );
}

function Passport({ passport }: { readonly passport: Schemas['Passport'] | undefined }) {
  if (!passport) return m.neverAsked();
  return (
    <span className="row">
      <StatusOf of="passport" status={passport.status} />
      {passport.validUntil ? <span>{m.until({ day: dayText(passport.validUntil) })}</span> : null}
      <Link to="/passports/$id" params={{ id: passport.id }}>
        {m.toPassport()}
      </Link>
    </span>
  );
}

const Projects = ({ projects }: { readonly projects: readonly Schemas['Project'][] }) => (
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
