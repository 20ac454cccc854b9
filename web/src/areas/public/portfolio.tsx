import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages';
import { allPlaces, headline, headlineSought, onlyAround, whereMoneyStands } from '#messages/portfolio';
import { Export } from '../../exports/Export.tsx';
import { ofProjects } from '../../exports/of-projects.ts';
import { CertaintyBar } from '../../parts/CertaintyBar.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { compact } from '../../parts/Money.tsx';
import { KeepSearch } from '../../searches/Keep.tsx';
import { ByCountry } from './by-country.tsx';
import { Filters } from './filters.tsx';
import { PlaceMap } from './map.tsx';
import { mapQuery, projectsQuery, totalsQuery, wholePortfolio } from './portfolio.queries.ts';
import type { PortfolioSearch } from './portfolio.search.ts';
import { ProjectTable } from './project-table.tsx';

const route = getRouteApi('/everybody/');

/** All published projects, for everybody. */
export function Portfolio() {
  const search = route.useSearch();
  const { data: totals } = useQuery({ ...totalsQuery(search), throwOnError: true });
  const { data: places } = useQuery(mapQuery(search));
  const { data: found } = useQuery({ ...projectsQuery(search), throwOnError: true });
  if (!totals || !found) return <Loading />;
  const currencies = Map.groupBy(totals.stages, ({ amount }) => amount.currency);
  const countries = Object.keys(totals.projects.counts['country'] ?? {}).length;
  const { count, more } = found.total;
  // Of what is searched for there are no sums.
  const isWhole = search.q === undefined && search.status === undefined && search.cell === undefined;
  return (
    <>
      <title>{`${m.portfolio()} · Junkan`}</title>
      {isWhole ? (
        <section className="state-of" aria-labelledby="h1">
          <h1 id="h1">{whereMoneyStands()}</h1>
          <p className="say-big">{headline({ projects: totals.projects.count, countries })}</p>
          {[...currencies].map(([currency, stages]) => (
            <div key={currency}>
              <p className="lead">{headlineSought(sumsOf(stages))}</p>
              <CertaintyBar stages={stages} of={`public/totals/${currency}`} />
            </div>
          ))}
        </section>
      ) : (
        <h1>{m.portfolio()}</h1>
      )}
      <Filters search={search} counts={found.counts} />
      {search.cell === undefined ? null : <Around search={search} place={places?.cells[0]?.name ?? search.cell} />}
      {places ? (
        <div className={isWhole ? 'mapgrid' : undefined}>
          <PlaceMap map={places} search={search} />
          {isWhole ? <ByCountry sums={totals.byCountries} countries={countries} search={search} /> : null}
        </div>
      ) : null}
      <section className="part" aria-labelledby="h-projects">
        <div className="head">
          <div>
            <h2 id="h-projects">{m.projects()}</h2>
            <p role="status">{more ? m.foundMore({ count }) : m.found({ count })}</p>
          </div>
          <KeepSearch list="projects" />
          <Export name="projects" {...ofProjects(wholePortfolio(search))} />
        </div>
        <ProjectTable found={found} search={search} />
      </section>
    </>
  );
}

/** The list is of one cell of the map, until this is taken back. */
const Around = ({ search: { cell: _, cursor: __, ...rest }, place }: { readonly search: PortfolioSearch; readonly place: string }) => (
  <p className="row">
    <span>{onlyAround({ place })}</span>
    <Link className="btn bare" to="/" search={rest}>
      {allPlaces()}
    </Link>
  </p>
);

type Stages = Parameters<typeof CertaintyBar>[0]['stages'];

function sumsOf(stages: Stages) {
  const sum = (wanted: string): string => {
    const found = stages.find(({ stage }) => stage === wanted);
    return found ? compact(found.amount) : compact({ amount: '0', currency: stages[0]?.amount.currency ?? '' });
  };
  return { sought: sum('sought'), committed: sum('committed'), settled: sum('settled') };
}
