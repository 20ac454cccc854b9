import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import * as m from '#messages/rates';
import { Acts } from '../../acts/Acts.tsx';
import { personName } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { keys } from '../../base/api/keys.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, decimalText, locale } from '../../base/parts/locale.ts';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { changeOf, ratesBefore } from './before.ts';

const PAGE = 50;

/** The newest days of a source of which rates stand. */
const standingQuery = (source: string) =>
  queryOptions({
    queryKey: keys.list('rates', { source, standing: true }),
    queryFn: ({ signal }) => api.operations.listRates({ sort: '-day', source, status: 'confirmed,correcting', limit: PAGE }, { signal }),
  });

const route = getRouteApi('/members/rates/$id');

/** The exchange rates of a source and day: the current ones, those that wait for a second person, and all earlier ones. */
export function Page() {
  const { id } = route.useParams();
  const { data: sheet } = useSuspenseQuery(itemQuery('getRates', id));
  const { source, base, day, status, editions, names = {} } = sheet;
  const { data: ofSource } = useQuery(standingQuery(source));
  const title = `${source}, ${dayText(day)}`;
  return (
    <ItemPage
      title={title}
      up={<Link to="/rates">{m.title()}</Link>}
      crumbs={[source]}
      state={
        <p className="row">
          <StatusOf of="rateSheetStatus" status={status} />
        </p>
      }
      history={{ title: m.history(), timeline: 'getRatesTimeline', more: m.more(), id, names }}
    >
      <Facts of={[[m.base(), base]]} />
      {/* Entering has a form of its own. */}
      <Acts item={sheet} only={({ operation }) => operation !== 'enterRates'} />
      {editions.toReversed().map((edition) => (
        <Edition key={edition.number} edition={edition} names={names} before={ratesBefore(sheet, edition.number, ofSource?.sheets ?? [])} />
      ))}
    </ItemPage>
  );
}

/** Rates of two days seldom differ by so much. */
const UNUSUAL = 0.1;
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });

/** `before`: the rates with which these are compared, by currency. */
type Props = { readonly edition: Schemas['RateEdition']; readonly names: Schemas['Names']; readonly before: ReadonlyMap<string, string> };

/** What was entered together, by whom, and who decided on it. */
function Edition({ edition: { number, standing, rates, file, enteredBy, decidedBy, note, reason, secondSource }, names, before }: Props) {
  const title = m.edition({ number });
  const withBefore =
    (shown: (rate: string, was: string) => ReactNode) =>
    ({ currency, rate }: Schemas['Rate']): ReactNode => {
      const was = before.get(currency);
      return was === undefined ? null : shown(rate, was);
    };
  return (
    <section className="part" aria-labelledby={`h-edition-${number}`}>
      <h2 id={`h-edition-${number}`}>{title}</h2>
      <p>
        <StatusOf of="editionStanding" status={standing} />
      </p>
      <Facts
        of={[
          [m.enteredBy(), <Seal key="entered" isMini name={personName(names, enteredBy)} />],
          [
            m.decidedBy(),
            decidedBy ? <Seal key="decided" isMini isBound={standing !== 'refused'} name={personName(names, decidedBy)} /> : null,
          ],
          [m.whyDiffering(), reason ? <q key="reason">{reason}</q> : null],
          [m.secondSource(), secondSource || null],
          [m.note(), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.file(), file ? <span className="mono">{file}</span> : null],
        ]}
      />
      <Table
        label={title}
        rows={rates}
        keyOf={({ currency }) => currency}
        columns={[
          { title: m.currency(), cell: ({ currency }) => currency },
          { title: m.rate(), isFigure: true, isCounted: true, cell: ({ rate }) => decimalText(rate) },
          { title: m.before(), isFigure: true, isCounted: true, cell: withBefore((_, was) => decimalText(was)) },
          { title: m.change(), isFigure: true, cell: withBefore((rate, was) => <Change rate={rate} before={was} />) },
        ]}
      />
    </section>
  );
}

function Change({ rate, before }: { readonly rate: string; readonly before: string }) {
  const change = changeOf(rate, before);
  return (
    <>
      <span className="num">{signed.format(change)}</span>
      {Math.abs(change) > UNUSUAL ? <p className="down">{m.differs({ percent: percent.format(UNUSUAL) })}</p> : null}
    </>
  );
}
