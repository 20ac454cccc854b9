import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages';
import * as own from '#messages/portfolio';
import {
  allPlaces,
  headline,
  headlineSought,
  milestonesPaid,
  nothingFound,
  onlyAround,
  paidOf,
  whereMoneyStands,
} from '#messages/portfolio';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { countryName, list, locale, numberText } from '../../base/parts/locale.ts';
import { compact, Money } from '../../base/parts/Money.tsx';
import { type Arc, Ring, Status } from '../../base/parts/Status.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { compared } from '../../base/parts/sums.ts';
import { Columns, Scroll } from '../../base/parts/Table.tsx';
import { CertaintyBar, MiniBar, wholeOf } from '../../lists/CertaintyBar.tsx';
import { KeepSearch } from '../../lists/Keep.tsx';
import { ofProjects } from '../../lists/of-projects.ts';
import { PlaceMap } from './Map.tsx';
import { mapQuery, type PortfolioSearch, projectsQuery, totalsQuery, wholePortfolio } from './queries.ts';

/** What the address of the portfolio says; what it says otherwise is left out. */
export const search = z.object({
  q: text,
  country: text,
  theme: text,
  status: text,
  sort: z.catch(z.optional(z.enum(['-amount', 'amount', 'title', '-title'])), undefined),
  cursor: text,
  /** A cell of the map. */
  cell: text,
  map: z.catch(z.optional(z.enum(['picture', 'table'])), undefined),
});

const route = getRouteApi('/everybody/');

/** All published projects, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const isMember = Boolean(useSession());
  const { data: totals } = useQuery({ ...totalsQuery(search), throwOnError: true });
  const { data: places } = useQuery(mapQuery(search));
  const { data: found } = useQuery({ ...projectsQuery(search, isMember), throwOnError: true });
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
      {places && count > 0 && (more || places.placed + places.unplaced === count) ? (
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
          <Export name="projects" {...ofProjects(wholePortfolio(search, isMember))} />
        </div>
        {found.projects.length > 0 ? <ProjectTable found={found} search={search} /> : <Nothing found={found} search={search} />}
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

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
type Field = 'country' | 'theme' | 'status';

const LABELS: Readonly<Record<Field, () => string>> = { country: m.country, theme: m.theme, status: m.state };
type NameOf = (code: string) => string;

/** Each choice with how many projects it leaves, under the other filters. Choosing one restarts the list. */
function Filters({ search, counts }: { readonly search: PortfolioSearch; readonly counts: Counts }) {
  const navigate = useNavigate({ from: '/' });
  const names: Readonly<Record<Field, NameOf>> = {
    country: countryName,
    theme: useCodeNames('themes'),
    status: (status) => m.status({ status }),
  };
  const { q = '', country = '', theme = '', status = '' } = search;
  const [chosen, choose] = useState({ q, country, theme, status });
  // The address may say otherwise: by a link, or on the way back.
  useEffect(() => choose({ q, country, theme, status }), [q, country, theme, status]);
  const find = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = Object.entries(chosen).map(([name, value]) => [name, value || undefined]);
    void navigate({ search: { sort: search.sort, ...Object.fromEntries(given) } });
  };
  return (
    <search aria-label={m.filters()}>
      <form className="picks" onSubmit={find}>
        <div className="row">
          <label className="field">
            <span className="label">{m.search()}</span>
            <input
              className="in"
              type="search"
              name="q"
              value={chosen.q}
              onChange={(event) => choose({ ...chosen, q: event.currentTarget.value })}
              maxLength={200}
            />
          </label>
          {(['country', 'theme', 'status'] as const).map((field) => (
            <Choice
              key={field}
              field={field}
              nameOf={names[field]}
              chosen={chosen[field]}
              counts={counts[field] ?? {}}
              choose={(code) => choose({ ...chosen, [field]: code })}
            />
          ))}
          <button className="btn first" type="submit">
            {m.apply()}
          </button>
          <Link className="btn bare" to="/">
            {m.clear()}
          </Link>
        </div>
      </form>
    </search>
  );
}

type ChoiceProps = {
  readonly field: Field;
  readonly nameOf: NameOf;
  readonly chosen: string;
  readonly counts: Readonly<Record<string, number>>;
  choose(code: string): void;
};

function Choice({ field, nameOf, chosen, counts, choose }: ChoiceProps) {
  const codes = [...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])];
  const named = codes.map((code) => ({ code, name: nameOf(code) })).sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <label className="field">
      <span className="label">{LABELS[field]()}</span>
      <select className="in" name={field} value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{m.all()}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>{`${name} (${counts[code] ?? 0})`}</option>
        ))}
      </select>
    </label>
  );
}

type Sum = Schemas['CountriesSum'];
type ByCountryStages = Sum['stages'];
/** `countries`: how many there are, those too that have none but together with others. */
type Props = { readonly sums: readonly Sum[]; readonly countries: number; readonly search: PortfolioSearch };

const FIRST = 12;

/** Projects and their money by country: each of them is in one row, and no currency is added to another. */
function ByCountry({ sums, countries, search }: Props) {
  const [isWhole, showWhole] = useState(false);
  const largest = largestOf(sums);
  const together = sums.filter((sum) => sum.countries.length > 1).length;
  const shown = isWhole ? sums : sums.slice(0, FIRST);
  return (
    <section aria-labelledby="h-countries">
      <h2 id="h-countries">{own.byCountry()}</h2>
      {together > 0 ? (
        <p className="quiet">
          <small>{own.countriesTogether({ countries, alone: sums.filter((sum) => sum.countries.length === 1).length, together })}</small>
        </p>
      ) : null}
      <table className="byc" role="table">
        <thead>
          <tr role="row">
            <Columns of={[{ title: m.country() }, { title: m.projects(), isFigure: true }, { title: own.money() }]} />
          </tr>
        </thead>
        <tbody>
          {shown.map((sum) => (
            <Row key={sum.countries.join(' ')} sum={sum} search={search} largest={largest} />
          ))}
        </tbody>
      </table>
      {sums.length > FIRST ? (
        <p>
          <button className="btn bare" type="button" aria-expanded={isWhole} onClick={() => showWhole(!isWhole)}>
            {isWhole ? own.fewer() : own.allCountries({ count: sums.length })}
          </button>
        </p>
      ) : null}
    </section>
  );
}

const byCurrency = (stages: ByCountryStages) => [...Map.groupBy(stages, ({ amount }) => amount.currency)];

/** Of each currency the longest bar. */
function largestOf(sums: readonly Sum[]): ReadonlyMap<string, Schemas['Money']> {
  const largest = new Map<string, Schemas['Money']>();
  for (const { stages } of sums)
    for (const [currency, own] of byCurrency(stages)) {
      const [whole, most] = [wholeOf(own), largest.get(currency)];
      if (whole && (!most || compared(whole, most) > 0)) largest.set(currency, whole);
    }
  return largest;
}

type RowProps = {
  readonly sum: Sum;
  readonly search: PortfolioSearch;
  readonly largest: ReadonlyMap<string, Schemas['Money']>;
};

function Row({ sum: { countries, projects, stages }, search: { map, theme, sort }, largest }: RowProps) {
  const [only] = countries;
  const name = countries.length === 0 ? own.noCountry() : list(countries.map(countryName));
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {only && countries.length === 1 ? (
          <Link to="/" search={{ map, theme, sort, country: only }}>
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td role="cell" className="r num">
        {numberText(projects)}
      </td>
      <td role="cell">
        {byCurrency(stages).map(([currency, own]) => {
          const of = largest.get(currency);
          return of ? (
            <div key={currency} className="cb">
              <MiniBar stages={own} of={of} />
              <Surest stages={own} of={`public/countries/${countries.join('+')}/${currency}`} />
            </div>
          ) : null;
        })}
      </td>
    </tr>
  );
}

const SUREST = ['settled', 'committed', 'accepted', 'sought'] as const;

/** The surest money of a country in a figure; the bar has all. */
function Surest({ stages, of }: { readonly stages: ByCountryStages; readonly of: string }) {
  const found = SUREST.flatMap((stage) => stages.filter((each) => each.stage === stage))[0];
  if (!found) return null;
  return (
    <small className="quiet">
      <Money amount={found.amount} of={`${of}/${found.stage}`} isShort /> {m.stage({ stage: found.stage })}
    </small>
  );
}

type ProjectTableProps = { readonly found: AnswerOf<'listPublicProjects'>; readonly search: PortfolioSearch };

/** That nothing is found, and every way on: what was probably meant, the words under no filter, the filters without the words, everything. */
function Nothing({ found: { corrected }, search: { q, sort: _, cursor: __, map: ___, ...filters } }: ProjectTableProps) {
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <p>{q ? own.nothingFoundFor({ q }) : nothingFound()}</p>
      <ul className="plain">
        {corrected ? (
          <li>
            <Link to="/" search={{ ...filters, q: corrected }}>
              {own.searchFor({ q: corrected })}
            </Link>
          </li>
        ) : null}
        {q && isFiltered ? (
          <>
            <li>
              <Link to="/" search={{ q }}>
                {own.withoutFilters({ q })}
              </Link>
            </li>
            <li>
              <Link to="/" search={filters}>
                {own.withoutWords()}
              </Link>
            </li>
          </>
        ) : null}
        {q ? (
          <li>
            <Link to="/search" search={{ q }}>
              {own.inEverything({ q })}
            </Link>
          </li>
        ) : null}
        <li>
          <Link to="/">{own.allProjects()}</Link>
        </li>
      </ul>
    </>
  );
}

/** One page of projects; the roles are written out, as narrow pages show rows as lists. */
function ProjectTable({ found: { projects, names = {}, progress, nextCursor: next }, search }: ProjectTableProps) {
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
              <ProjectTableRow key={project.id} project={project} names={names} progress={progress[project.id]} />
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

function ProjectTableRow({
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
