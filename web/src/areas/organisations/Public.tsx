import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import * as common from '#messages';
import * as m from '#messages/organisations';
import { itemQuery } from '../../base/api/items.ts';
import { CameOfIt } from '../../base/CameOfIt.tsx';
import { Export } from '../../base/Export.tsx';
import { countryName, list } from '../../base/parts/locale.ts';
import { MandateTable } from '../../lists/MandateTable.tsx';
import { ofProjects } from '../../lists/of-projects.ts';
import { About, Projects, Sums } from './About.tsx';
import { formerNames } from './former-names.ts';
import { publishedOfQuery, standingOfQuery, wholePublishedOf } from './queries.ts';

/** A city or agency for everybody: what it has published, and how sure the money of that is. */
export function PublicCity({ id }: { readonly id: string }) {
  const { data: city } = useSuspenseQuery(itemQuery('getPublicProposer', id));
  const { data: found } = useQuery(publishedOfQuery(id));
  return (
    <About name={city.name} kind={city.kind} facts={[formerNames(city), [common.countries(), list(city.countries.map(countryName))]]}>
      <Sums id={id} />
      <section className="part" aria-labelledby="h-projects">
        <div className="row far">
          <h2 id="h-projects">{common.projects()}</h2>
          <Export name="projects" {...ofProjects(wholePublishedOf(id))} />
        </div>
        {found?.projects.length === 0 ? <p className="quiet">{m.nothingPublished()}</p> : null}
        {found && found.projects.length > 0 ? <Projects projects={found.projects} /> : null}
      </section>
      {city.kind === 'city' ? <CameOfIt city={id} published={{ city: id }} /> : null}
    </About>
  );
}

/** A sponsor for everybody: what it wants to fund. What it pays for is visible to the parties alone. */
export function PublicSponsor({ id }: { readonly id: string }) {
  const { data: sponsor } = useSuspenseQuery(itemQuery('getPublicSponsor', id));
  const { data } = useQuery(standingOfQuery(id));
  return (
    <About name={sponsor.name} kind={sponsor.kind} facts={[formerNames(sponsor)]}>
      <section className="part" aria-labelledby="h-mandates">
        <h2 id="h-mandates">{m.mandates()}</h2>
        <p className="quiet">{m.notWhatItPays()}</p>
        {data?.mandates.length === 0 ? <p className="quiet">{m.noMandates()}</p> : null}
        {data && data.mandates.length > 0 ? <MandateTable mandates={data.mandates} label={m.mandates()} isForEverybody /> : null}
      </section>
    </About>
  );
}
