import { Link, useRouter } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/signatories';
import type { Schemas } from '../../base/api/client.ts';
import { countryName, numberText } from '../../base/parts/locale.ts';
import { Segments } from '../../base/parts/Segments.tsx';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { useRoving } from '../../lists/roving.ts';
import { type Dot, dotsOf, HEIGHT, landPath, NAME_BESIDE, WIDTH } from '../../pictures/map.ts';
import type { Signatory } from './shared/queries.ts';
import { StandingOf } from './shared/Standing.tsx';
import { isBefore } from './shared/standing.ts';

type Place = NonNullable<Signatory['place']>;
export type Placed = Signatory & { readonly place: Place };
type Names = Schemas['Names'];
type Props = { readonly signatories: readonly Placed[]; readonly names: Names; readonly as: 'picture' | 'table' };

const LAND = landPath();
/** So many people have the area of one project on the map of projects. */
const PEOPLE = 200_000;
/** No city is too small to be met. */
const LEAST = 0.8;

type Pin = { readonly of: Placed; readonly name: string; readonly latitude: string; readonly longitude: string };
const sizeOf = ({ of }: Pin): number => Math.max(LEAST, of.place.population / PEOPLE);

/** How a city is drawn: it has signed, is suspended, or is on the way. */
const lookOf = (signatory: Signatory): 'c' | 'bad' | 'way' =>
  isBefore(signatory) ? 'way' : signatory.standing === 'suspended' ? 'bad' : 'c';

/** The cities that have signed, as a picture or as a table of the same. */
export function SignatoryMap({ signatories, names, as }: Props) {
  return (
    <figure className="map signmap" aria-labelledby="h-map">
      <div className="row far">
        <h2 id="h-map">{m.places()}</h2>
        <Segments
          label={m.shownAs()}
          name="map"
          chosen={as}
          of={[
            { value: 'picture', title: m.picture() },
            { value: 'table', title: m.table() },
          ]}
        />
      </div>
      {as === 'table' ? <PlaceTable signatories={signatories} names={names} /> : <Picture signatories={signatories} names={names} />}
      <figcaption>
        {as === 'table' ? null : <MapKey of={signatories} />}
        <p className="quiet">
          <small>{m.mapSource()}</small>
        </p>
      </figcaption>
    </figure>
  );
}

const KEY = { c: m.keySigned, bad: m.keySuspended, way: m.keyOnTheWay } as const;
/** Only what is there is explained. */
const MapKey = ({ of }: { readonly of: readonly Placed[] }) => (
  <ul className="key">
    {(['c', 'bad', 'way'] as const)
      .filter((look) => of.some((each) => lookOf(each) === look))
      .map((look) => (
        <li key={look}>
          <svg width="16" height="16" aria-hidden="true">
            <circle className={`pin ${look}`} cx="8" cy="8" r="6" />
          </svg>
          {KEY[look]()}
        </li>
      ))}
    {groupsIn(of).length > 0 ? (
      <li>
        <svg width="22" height="16" aria-hidden="true">
          <path className="tie" d="M1 12Q11 2 21 12" />
        </svg>
        {m.keyGroup()}
      </li>
    ) : null}
  </ul>
);

/** Those of a group, where there are several of it. */
const groupsIn = (signatories: readonly Placed[]): (readonly Placed[])[] =>
  [...Map.groupBy(signatories, ({ group }) => group ?? '')].flatMap(([group, members]) =>
    group !== '' && members.length > 1 ? [members] : [],
  );

const pinNameOf = (signatory: Placed, names: Names): string =>
  m.onePlaced({
    city: cityName(signatory, names),
    country: countryName(signatory.country),
    standing: isBefore(signatory) ? statusText('signatoryStatus', signatory.status) : statusText('signatoryStanding', signatory.standing),
  });

export const cityName = ({ city, place }: Signatory, names: Names): string => names[city]?.text ?? place?.name ?? city;

function Picture({ signatories, names }: Omit<Props, 'as'>) {
  const pins = signatories.map(
    (of): Pin => ({ of, name: cityName(of, names), latitude: of.place.latitude, longitude: of.place.longitude }),
  );
  const dots = dotsOf(pins, sizeOf);
  const { onKeyDown, part } = useRoving(dots.length);
  const at = new Map(dots.map((dot) => [dot.of.of.id, dot]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with links in it is no set of fields
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="wide"
      role="group"
      aria-label={m.mapSays({ count: dots.length })}
      onKeyDown={onKeyDown}
    >
      <path className="landdots" d={LAND} />
      {groupsIn(signatories).map(([first, ...others]) =>
        others.map(({ id }) => <Tie key={id} from={at.get(first?.id ?? '')} to={at.get(id)} />),
      )}
      {dots.map((dot, index) => (
        <PinOf key={dot.of.of.id} dot={dot} name={pinNameOf(dot.of.of, names)} part={part(index)} />
      ))}
      {dots.map(({ of, x, y, radius, isNamed }) =>
        isNamed ? (
          <text key={of.of.id} className="place" x={x + radius + NAME_BESIDE} y={y} dominantBaseline="central">
            {of.name}
          </text>
        ) : null,
      )}
    </svg>
  );
}

const BENT = 0.18;
/** Joins two cities of a group. */
function Tie({ from, to }: { readonly from: Dot<Pin> | undefined; readonly to: Dot<Pin> | undefined }) {
  if (!from || !to) return null;
  const [x, y] = [(from.x + to.x) / 2 + (to.y - from.y) * BENT, (from.y + to.y) / 2 + (from.x - to.x) * BENT];
  return <path className="tie" d={`M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`} />;
}

type PinProps = { readonly dot: Dot<Pin>; readonly name: string; readonly part: ReturnType<ReturnType<typeof useRoving>['part']> };

function PinOf({ dot: { of, x, y, radius }, name, part }: PinProps) {
  const router = useRouter();
  const target = { to: '/signatories/$id', params: { id: of.of.id } } as const;
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
      <circle className={`pin ${lookOf(of.of)}`} cx={x} cy={y} r={radius} />
    </a>
  );
}

/** The same as the picture. */
const PlaceTable = ({ signatories, names }: Omit<Props, 'as'>) => (
  <Table
    label={m.places()}
    rows={signatories}
    keyOf={({ id }) => id}
    columns={[
      {
        title: m.city(),
        cell: (signatory) => (
          <Link to="/signatories/$id" params={{ id: signatory.id }}>
            {cityName(signatory, names)}
          </Link>
        ),
      },
      { title: common.country(), cell: ({ country }) => countryName(country) },
      { title: m.people(), isFigure: true, isCounted: true, cell: ({ place }) => numberText(place.population) },
      { title: common.state(), cell: (signatory) => <StandingOf of={signatory} /> },
    ]}
  />
);
