import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { Begin } from '../../acts/Begin.tsx';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { CameOfIt } from '../../base/CameOfIt.tsx';
import { Export } from '../../base/Export.tsx';
import { countryName, dayText, list } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { ofProjects } from '../../lists/of-projects.ts';
import { passportOfQuery } from '../../papers/passport-of.ts';
import { About, AccountsOf, Projects, Sums } from './About.tsx';
import { Details } from './Details.tsx';
import { formerNames } from './former-names.ts';
import { projectsOfQuery, wholeProjects } from './queries.ts';

/** A city or agency: its due diligence, and its projects as far as the reader may know of them. */
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
        formerNames(city),
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
      <Sums id={id} />
      <section className="part" aria-labelledby="h-projects">
        <div className="row far">
          <h2 id="h-projects">{common.projects()}</h2>
          <Export name="projects" {...ofProjects(wholeProjects(id))} />
        </div>
        {projects?.projects.length === 0 ? <p className="quiet">{m.noProjects()}</p> : null}
        {projects && projects.projects.length > 0 ? <Projects projects={projects.projects} /> : null}
      </section>
      {city.kind === 'city' ? <CameOfIt city={id} published={{ city: id }} /> : null}
      <AccountsOf id={id} />
      <Details of={city} />
    </About>
  );
}

function Passport({ passport }: { readonly passport: Schemas['Passport'] | undefined }) {
  if (!passport) return m.neverAsked();
  return (
    <span className="row">
      <StatusOf of="passportStatus" status={passport.status} />
      {passport.validUntil ? <span>{m.until({ day: dayText(passport.validUntil) })}</span> : null}
      <Link to="/passports/$id" params={{ id: passport.id }}>
        {m.toPassport()}
      </Link>
    </span>
  );
}
