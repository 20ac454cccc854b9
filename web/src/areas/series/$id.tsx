import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { menuSignatories } from '#messages';
import * as m from '#messages/series';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel } from '../../acts/words.ts';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { Icon } from '../../base/parts/Icon.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { countryName, dayText, exactText, numberText } from '../../base/parts/locale.ts';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import type { Given } from '../../opened/Act.tsx';
import { asksFor } from '../../results/measured.ts';
import { valueText } from '../../results/value-text.ts';
import { Proven, useProofs } from '../../uploads/Proven.tsx';
import { Course } from './Course.tsx';

const route = getRouteApi('/everybody/series/$id');

type Series = Schemas['Series'];
type Period = Series['periods'][number];

/** What a city measures, from period to period, and where it should go. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: series } = useSuspenseQuery(itemQuery(session ? 'getSeries' : 'getPublicSeries', id));
  const { names = {}, city, country, status } = series;
  const [indicator, unit] = [useCodeNames('indicators'), useCodeNames('units')];
  const given = useGiven(series);
  const name = indicator(series.indicator);
  return (
    <ItemPage
      title={name}
      tab={`${name} · ${names[city]?.text ?? city}`}
      up={session ? <Link to="/series">{m.title()}</Link> : <Link to="/signatories">{menuSignatories()}</Link>}
      aside={<PrintButton />}
      state={
        <p className="row">
          <StatusOf of="seriesStatus" status={status} />
          <span className="quiet">
            <ItemLink id={city}>{names[city]?.text ?? city}</ItemLink> · {countryName(country)}
          </span>
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getSeriesTimeline' as const, id, names, more: m.more() } } : {})}
    >
      <Acts
        item={series}
        only={({ period, correction, answer }) => !period && !correction && answer === 'allowed'}
        given={({ operation }) => given(operation)}
      />
      <What series={series} unit={unit} />
      <Course series={series} name={name} unit={unit} />
      <Values series={series} unit={unit} given={given} />
      <Corrections series={series} unit={unit} />
    </ItemPage>
  );
}

function What({ series: { boundary, measurement, target, unit: code = '' }, unit }: Omit<ValuesProps, 'given'>) {
  const inUnit = (value: string): string => [exactText(value), code && unit(code)].filter(Boolean).join(' ');
  return (
    <Facts
      of={[
        [fieldLabel('system'), boundary.system],
        [fieldLabel('area'), boundary.area],
        [fieldLabel('leftOut'), boundary.leftOut],
        [fieldLabel('method'), measurement.method],
        [fieldLabel('source'), measurement.source],
        [m.target(), target ? m.targetIs({ value: inUnit(target.target), day: dayText(target.targetOn) }) : null],
        [m.baseline(), target?.baseline ? m.valueUntil({ value: inUnit(target.baseline), day: dayText(target.baselineOn ?? '') }) : null],
        [m.reading(), target?.note],
      ]}
    />
  );
}

const TELLING: readonly string[] = ['recordSeriesValue', 'correctSeriesValue', 'proposeSeriesCorrection'];

function useGiven({ names = {}, overPlaces }: Series) {
  const proofs = useProofs({ names });
  return (operation: string): Given =>
    TELLING.includes(operation)
      ? {
          body: proofs.body ?? {},
          ...(proofs.own && { own: proofs.own }),
          initial: { certainty: 'reported' },
          isAsked: asksFor(overPlaces),
        }
      : {};
}

type ValuesProps = { readonly series: Series; readonly unit: (code: string) => string; readonly given: (operation: string) => Given };

function Values({ series, series: { periods, may = [] }, unit, given }: ValuesProps) {
  const changed = periods.filter(({ number }) => may.some(({ period, answer }) => period === number && answer === 'allowed'));
  return (
    <section className="part" aria-labelledby="h-values">
      <h2 id="h-values">{m.values()}</h2>
      {periods.length === 0 ? (
        <p className="quiet">{m.noValues()}</p>
      ) : (
        <Table
          label={m.values()}
          rows={periods}
          keyOf={({ number }) => String(number)}
          columns={[
            { title: m.period(), cell: ({ from, to }) => m.periodIs({ from: dayText(from), to: dayText(to) }) },
            { title: fieldLabel('value'), isFigure: true, isCounted: true, cell: ({ standing }) => valueText(standing.measured, unit) },
            { title: fieldLabel('certainty'), cell: (period) => <Sure period={period} /> },
            { title: m.editions(), cell: (period) => <Editions period={period} unit={unit} /> },
          ]}
        />
      )}
      {changed.map(({ number, from, to }) => (
        <div key={number} className="row">
          <span>{m.periodIs({ from: dayText(from), to: dayText(to) })}</span>
          <Acts
            item={series}
            only={({ period, answer }) => period === number && answer === 'allowed'}
            given={({ operation }) => given(operation)}
          />
        </div>
      ))}
    </section>
  );
}

const Sure = ({ period: { standing, lockedBy } }: { readonly period: Period }) => (
  <>
    <span className={`tag ${standing.certainty === 'reported' ? 'info' : ''}`}>
      <Icon name={standing.certainty === 'reported' ? 'part' : 'open'} size={14} />
      <span>{m.certainty({ code: standing.certainty })}</span>
    </span>
    {lockedBy ? (
      <small>
        {' '}
        <ItemLink id={lockedBy}>{m.usedByReport()}</ItemLink>
      </small>
    ) : null}
    {standing.note ? <blockquote dir="auto">{standing.note}</blockquote> : null}
  </>
);

const Editions = ({ period: { standing, earlier }, unit }: { readonly period: Period; readonly unit: (code: string) => string }) => (
  <>
    {numberText(standing.edition)}
    {earlier.length > 0 ? (
      <small className="quiet">
        {' '}
        {earlier
          .map(({ edition, measured }) => m.editionWas({ edition: numberText(edition), value: valueText(measured, unit) }))
          .join(' · ')}
      </small>
    ) : null}
  </>
);

function Corrections({ series, series: { corrections = [], periods }, unit }: Omit<ValuesProps, 'given'>) {
  if (corrections.length === 0) return null;
  const periodOf = (number: number): Period | undefined => periods.find((each) => each.number === number);
  return (
    <section className="part" aria-labelledby="h-corrections">
      <h2 id="h-corrections">{m.corrections()}</h2>
      <ul className="plain">
        {corrections.map(({ number, period, measured, note, outcome, endNote, evidence }) => {
          const of = periodOf(period);
          return (
            <li key={number}>
              <p className="row">
                <b>{m.correctionIs({ number: numberText(number), value: valueText(measured, unit) })}</b>
                {of ? <span>{m.periodIs({ from: dayText(of.from), to: dayText(of.to) })}</span> : null}
                <span className="quiet">{outcome ? m.outcome({ code: outcome }) : m.isWaiting()}</span>
              </p>
              {note ? <blockquote dir="auto">{note}</blockquote> : null}
              <Proven of={evidence} />
              {endNote ? <blockquote dir="auto">{endNote}</blockquote> : null}
              <Acts item={series} only={({ correction }) => correction === number} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
