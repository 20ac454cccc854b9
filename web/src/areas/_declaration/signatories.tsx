import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import { groups } from '#messages/groups';
import * as handedIn from '#messages/handed-in';
import * as m from '#messages/signatories';
import { useSession } from '../../base/api/session.ts';
import { onePage } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { byName, countryName, dayText, numberText } from '../../base/parts/locale.ts';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import { Counted } from '../../lists/controls.tsx';
import { cityName, type Placed, SignatoryMap } from './Map.tsx';
import { type All, registerQuery, type Signatory } from './shared/queries.ts';
import { StandingOf } from './shared/Standing.tsx';
import { isBefore, isInForce, nextInShort } from './shared/standing.ts';

const STANDINGS = ['joining', 'good', 'reporting-due', 'with-secretariat', 'overdue', 'noticed', 'suspended', 'left'] as const;

/** What the address of the register says; what it says otherwise is left out. */
export const search = z.object({ country: text, standing: oneOf(STANDINGS), map: oneOf(['table']) });
type Search = z.output<typeof search>;

const route = getRouteApi('/everybody/signatories');

/** The register of cities that have signed, for everybody. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  const { data } = useQuery({ ...registerQuery(Boolean(session)), throwOnError: true });
  if (!data) return <Loading />;
  const { rows, names } = sorted(data);
  const shown = rows.filter((each) => isChosen(each, search));
  const [onTheWay, register] = [shown.filter(isBefore), shown.filter((each) => !isBefore(each))];
  const placed = shown.filter((each): each is Placed => each.place !== undefined && (isBefore(each) || isInForce(each)));
  return (
    <>
      <title>{`${m.signatories()} · Junkan`}</title>
      <section className="state-of" aria-labelledby="h1">
        <h1 id="h1">{m.citiesThatSigned()}</h1>
        <p className="say-big">{headlineOf(rows)}</p>
      </section>
      <p className="row">
        <Link className="btn first" to="/sign">
          {m.howACitySigns()}
        </Link>
        <Link className="btn bare" to="/declarations">
          {m.whatTheySign()}
        </Link>
        {session ? <HandedIn /> : null}
      </p>
      {rows.length > 0 ? <Filters rows={rows} search={search} /> : null}
      {placed.length > 0 ? <SignatoryMap signatories={placed} names={names} as={search.map ?? 'picture'} /> : null}
      <section className="part" aria-labelledby="h-cities">
        <div className="head">
          <div>
            <h2 id="h-cities">{m.cities()}</h2>
            <p className="quiet" role="status">
              {register.length > 0 ? m.byCountry({ count: register.length }) : m.noneFound()}
            </p>
          </div>
          <Export
            name="signatories"
            columns={async () => (await import('../../exports/programme-columns.ts')).SIGNATORY_COLUMNS}
            page={onePage(shown, names)}
          />
        </div>
        {register.length > 0 ? <Register of={{ rows: register, names }} /> : null}
      </section>
      {onTheWay.length > 0 ? <OnTheWay of={{ rows: onTheWay, names }} /> : null}
    </>
  );
}

/** The ways to what cities plan, assess and report, and to those who sign together. */
const HandedIn = () => (
  <>
    <Link className="btn bare" to="/action-plans">
      {handedIn.plans()}
    </Link>
    <Link className="btn bare" to="/assessments">
      {handedIn.assessments()}
    </Link>
    <Link className="btn bare" to="/progress-reports">
      {handedIn.reports()}
    </Link>
    <Link className="btn bare" to="/signatory-groups">
      {groups()}
    </Link>
  </>
);

function headlineOf(rows: readonly Signatory[]): string {
  const inForce = rows.filter(isInForce);
  return m.headline({ cities: inForce.length, countries: new Set(inForce.map(({ country }) => country)).size });
}

/** By the name of the country, and within it of the city: nobody is ranked. */
const sorted = ({ rows, names }: All<Signatory>): All<Signatory> => {
  const nameOf = (row: Signatory) => [countryName(row.country), cityName(row, names)] as const;
  const order = (one: Signatory, other: Signatory): number => {
    const [[country, city], [otherCountry, otherCity]] = [nameOf(one), nameOf(other)];
    return byName(['', country], ['', otherCountry]) || byName(['', city], ['', otherCity]);
  };
  return { rows: rows.toSorted(order), names };
};

const isChosen = ({ country, standing }: Signatory, search: Search): boolean =>
  (search.country === undefined || search.country === country) && (search.standing === undefined || search.standing === standing);

/** How many there are of each, under the other filter. */
const countsOf = (rows: readonly Signatory[], by: 'country' | 'standing', search: Search): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        rows.filter((each) => isChosen(each, { ...search, [by]: undefined })),
        (row) => row[by],
      ),
    ].map(([code, all]) => [code, all.length]),
  );

const Filters = ({ rows, search }: { readonly rows: readonly Signatory[]; readonly search: Search }) => (
  <search className="picks" aria-label={common.filters()}>
    <div className="row">
      <Counted
        label={common.country()}
        name="country"
        chosen={search.country ?? ''}
        counts={countsOf(rows, 'country', search)}
        nameOf={countryName}
      />
      <Counted
        label={common.state()}
        name="standing"
        chosen={search.standing ?? ''}
        counts={countsOf(rows, 'standing', search)}
        nameOf={(code) => statusText('signatoryStanding', code)}
      />
    </div>
  </search>
);

type Rows = { readonly of: All<Signatory> };

const cityColumn = (names: All<Signatory>['names']) => ({
  title: m.city(),
  isName: true,
  cell: (signatory: Signatory) => (
    <>
      <Link to="/signatories/$id" params={{ id: signatory.id }}>
        {cityName(signatory, names)}
      </Link>
      <small className="quiet">
        {m.where({ country: countryName(signatory.country), people: numberText(signatory.place?.population ?? 0) })}
      </small>
    </>
  ),
});

const Register = ({ of: { rows, names } }: Rows) => (
  <Table
    label={m.cities()}
    rows={rows}
    keyOf={({ id }) => id}
    columns={[
      cityColumn(names),
      { title: common.state(), cell: (signatory) => <StandingOf of={signatory} /> },
      {
        title: m.signedOn(),
        cell: ({ signedOn }) => (signedOn ? <time dateTime={signedOn}>{dayText(signedOn)}</time> : '–'),
      },
      { title: m.next(), cell: nextInShort },
    ]}
  />
);

/** Who has set out to sign, for those who may know of it. */
const OnTheWay = ({ of: { rows, names } }: Rows) => (
  <section className="part" aria-labelledby="h-way">
    <h2 id="h-way">{m.onTheWay()}</h2>
    <Table
      label={m.onTheWay()}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        cityColumn(names),
        { title: m.step(), cell: (signatory) => <StandingOf of={signatory} /> },
        {
          title: m.waitsFor(),
          cell: ({ status, mandate }) => m.waitsOf({ status: mandate && status === 'council-decided' ? 'mandated' : status }),
        },
      ]}
    />
  </section>
);
