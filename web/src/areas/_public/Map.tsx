import { Link, useRouter } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/portfolio';
import type { Schemas } from '../../base/api/client.ts';
import { countryName, numberText } from '../../base/parts/locale.ts';
import { Segments } from '../../base/parts/Segments.tsx';
import { Status } from '../../base/parts/Status.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { useRoving } from '../../lists/roving.ts';
import { type Dot, dotsOf, HEIGHT, landPath, NAME_BESIDE, WIDTH } from '../../pictures/map.ts';
import type { PortfolioSearch } from './queries.ts';

type Map = Schemas['PublicMap'];
type Cell = Map['cells'][number];
type Props = { readonly map: Map; readonly search: PortfolioSearch };

const LAND = landPath();

/** Where the projects stand, as a picture or as a table of the same. */
export function PlaceMap({ map, search }: Props) {
  const { cells, unplaced, more } = map;
  return (
    <figure className="map" aria-labelledby="h-map">
      <div className="row far">
        <h2 id="h-map">{m.places()}</h2>
        <Segments
          label={m.shownAs()}
          name="map"
          chosen={search.map ?? 'picture'}
          of={[
            { value: 'picture', title: m.picture() },
            { value: 'table', title: m.table() },
          ]}
        />
      </div>
      {search.map === 'table' ? <PlaceTable map={map} search={search} /> : <Picture map={map} search={search} />}
      <figcaption>
        {search.map === 'table' ? null : <MapKey />}
        <p className="quiet">
          <small>
            {unplaced > 0 ? `${m.unplaced({ count: unplaced })} ` : null}
            {more ? `${m.morePlaces({ count: cells.length })} ` : null}
            {m.mapSource()}
          </small>
        </p>
      </figcaption>
    </figure>
  );
}

const MapKey = () => (
  <ul className="key">
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="pm c" cx="8" cy="8" r="6" />
      </svg>
      {m.keyProjects()}
    </li>
    <li>
      <svg width="16" height="16" aria-hidden="true">
        <circle className="pm o" cx="8" cy="8" r="6" />
      </svg>
      {m.keySeeking()}
    </li>
  </ul>
);

const SEEKING: readonly string[] = ['submitted', 'more-information-required', 'eligible', 'open'];

/** What a dot is called: where it is, and the project, or how many there are. */
function nameOf({ name, country, projects, places, project, status }: Cell, names: Schemas['Names']): string {
  const where = { place: name, country: countryName(country) };
  if (project && status) return m.onePlaced({ ...where, title: names[project]?.text ?? '', state: common.status({ status }) });
  return places > 1 ? m.manyAround({ ...where, count: projects, places }) : m.manyPlaced({ ...where, count: projects });
}

const targetOf = ({ project, cell }: Cell, { map: _, cursor: __, ...search }: PortfolioSearch) =>
  project ? { to: '/projects/$id', params: { id: project } } : { to: '/', search: { ...search, cell } };

function Picture({ map, search }: Props) {
  const dots = dotsOf(map.cells, ({ projects }) => projects);
  const { onKeyDown, part } = useRoving(dots.length);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no set of fields
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="wide"
      role="group"
      aria-label={m.mapSays({ count: map.placed })}
      onKeyDown={onKeyDown}
    >
      <path className="landdots" d={LAND} />
      {dots.map((dot, index) => (
        <Place key={dot.of.cell} dot={dot} name={nameOf(dot.of, map.names ?? {})} search={search} part={part(index)} />
      ))}
      {dots.map((dot) => (
        <Label key={dot.of.cell} dot={dot} />
      ))}
    </svg>
  );
}

/** What is written at a dot; its name says more. */
const Label = ({ dot: { of, x, y, radius, isNamed, isCounted } }: { readonly dot: Dot<Cell> }) => (
  <>
    {isCounted ? (
      <text className="pn" x={x} y={y} textAnchor="middle" dominantBaseline="central">
        {numberText(of.projects)}
      </text>
    ) : null}
    {isNamed ? (
      <text className="place" x={x + radius + NAME_BESIDE} y={y} dominantBaseline="central">
        {of.name}
      </text>
    ) : null}
  </>
);

type PlaceProps = {
  readonly dot: Dot<Cell>;
  readonly name: string;
  readonly search: PortfolioSearch;
  readonly part: ReturnType<ReturnType<typeof useRoving>['part']>;
};

function Place({ dot: { of, x, y, radius }, name, search, part }: PlaceProps) {
  const router = useRouter();
  const target = targetOf(of, search);
  const { projects, status = '' } = of;
  return (
    <a
      {...part}
      className="pl"
      href={router.buildLocation(target).href}
      aria-label={name}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void router.navigate(target);
      }}
    >
      <title>{name}</title>
      <circle className={`pm ${projects === 1 && SEEKING.includes(status) ? 'o' : 'c'}`} cx={x} cy={y} r={radius} />
    </a>
  );
}

/** The same as the picture, the places with most projects first. */
function PlaceTable({ map: { cells, names = {} }, search }: Props) {
  return (
    <Table
      label={m.places()}
      rows={cells}
      keyOf={(cell) => cell.cell}
      columns={[
        { title: m.place(), cell: (cell) => (cell.places > 1 ? m.around({ place: cell.name }) : cell.name) },
        { title: common.country(), cell: (cell) => countryName(cell.country) },
        { title: common.projects(), isFigure: true, isCounted: true, cell: (cell) => numberText(cell.projects) },
        {
          title: common.project(),
          cell: (cell) => <Link {...targetOf(cell, search)}>{cell.project ? (names[cell.project]?.text ?? '') : m.showThem()}</Link>,
        },
        { title: common.state(), cell: (cell) => (cell.status ? <Status status={cell.status} /> : '–') },
      ]}
    />
  );
}
