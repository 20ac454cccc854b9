import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/results';
import { useCodeNames } from '../../base/api/lists.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { countryName, list } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { InkKey, Outcomes } from '../../results/Outcomes.tsx';
import { type Narrowing, type Outcome, outcomesQuery, readable, resultRows, type Split } from '../../results/results.ts';
import { Rows } from './Rows.tsx';

/** By what the totals are split, how they are shown, and of which results they are. */
export const search = z.object({
  by: oneOf(['country', 'theme', 'payer', 'city']),
  as: oneOf(['table']),
  indicator: text,
  country: text,
  city: text,
  theme: text,
  sponsor: text,
  project: text,
  cursor: text,
});

const route = getRouteApi('/everybody/results');

/** What the results of cities come to: verified apart from reported, and what it cost; each total opens to the results that it is the sum of. */
export function PublicPage() {
  const { by, as = 'picture', cursor, ...asked } = route.useSearch();
  const of = readable(asked);
  const { data } = useQuery({ ...outcomesQuery({ of, by }), throwOnError: true });
  if (!data) return <Loading />;
  const { outcomes, names } = data;
  const isTable = as === 'table';
  return (
    <>
      <PageHead title={common.menuResults()} below={<p className="quiet">{m.says()}</p>} aside={<Aside of={of} as={as} />} />
      <Segments label={m.by()} name="by" chosen={by ?? 'all'} of={segments()} />
      <Only of={of} names={names} />
      {outcomes.length === 0 ? <p>{m.noneYet()}</p> : null}
      {outcomes.length > 0 && !isTable ? <InkKey /> : null}
      {by === undefined ? (
        <Outcomes label={common.menuResults()} outcomes={outcomes} names={names} of={of} isTable={isTable} />
      ) : (
        [...Map.groupBy(outcomes, ({ indicator }) => indicator)].map(([indicator, parts]) => (
          <OfIndicator key={indicator} indicator={indicator} parts={parts} names={names} by={by} of={of} isTable={isTable} />
        ))
      )}
      {of.indicator !== undefined && by === undefined && outcomes.length > 0 ? <Rows of={of} cursor={cursor ?? ''} /> : null}
      <Meaning by={by} />
    </>
  );
}

const TITLES: Readonly<Record<Split, () => string>> = {
  country: common.country,
  theme: common.theme,
  payer: m.sponsor,
  city: common.city,
};

const segments = () => [
  { value: 'all', title: common.all() },
  ...(['country', 'theme', 'payer', 'city'] as const).map((value) => ({ value, title: TITLES[value]() })),
];

const Aside = ({ of, as }: { readonly of: Narrowing; readonly as: string }) => (
  <>
    <Segments
      label={m.shownAs()}
      name="as"
      chosen={as}
      of={[
        { value: 'picture', title: m.picture() },
        { value: 'table', title: m.table() },
      ]}
    />
    <Export
      name="results"
      columns={async () => (await import('../../exports/action-columns.ts')).RESULT_COLUMNS}
      page={resultRows(of)}
      isOpen
    />
    <PrintButton />
  </>
);

type OnlyProps = { readonly of: Narrowing; readonly names: Parameters<typeof Outcomes>[0]['names'] };

/** To what the address narrows the totals, and the way back to all of them. */
function Only({ of: { indicator, country, city, theme, sponsor, project }, names }: OnlyProps) {
  const [indicatorName, themeName] = [useCodeNames('indicators', Boolean(indicator)), useCodeNames('themes', Boolean(theme))];
  const of = [
    indicator && indicatorName(indicator),
    country && countryName(country),
    city && (names[city]?.text ?? city),
    theme && themeName(theme),
    sponsor && (names[sponsor]?.text ?? sponsor),
    project && (names[project]?.text ?? project),
  ].filter((each): each is string => Boolean(each));
  if (of.length === 0) return null;
  return (
    <p className="row">
      <span>{m.onlyOf({ what: list(of) })}</span>
      <Link className="btn bare" to="/results" search={{}}>
        {m.allResults()}
      </Link>
    </p>
  );
}

type OfIndicatorProps = Omit<OnlyProps, 'of'> & {
  readonly indicator: string;
  readonly parts: readonly Outcome[];
  readonly by: Split;
  readonly of: Narrowing;
  readonly isTable: boolean;
};

/** The parts of one indicator. */
function OfIndicator({ indicator, parts, names, by, of, isTable }: OfIndicatorProps) {
  const nameOf = useCodeNames('indicators');
  const id = `h-${indicator}`;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{nameOf(indicator)}</h2>
      <Outcomes label={TITLES[by]()} outcomes={parts} names={names} by={by} of={of} isTable={isTable} />
    </section>
  );
}

/** What the words and the sums of the page mean, and where to take them along. */
const Meaning = ({ by }: { readonly by: Split | undefined }) => (
  <section className="part quiet">
    {by === undefined ? null : <p>{m.partsAdd({ by })}</p>}
    <p>{m.whatVerified()}</p>
    <p>{m.whatCost()}</p>
    <p>
      {m.takeAlong()} <Link to="/data">{common.menuData()}</Link>
    </p>
  </section>
);
