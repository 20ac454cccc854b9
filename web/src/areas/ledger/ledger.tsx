import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/ledger';
import type { Schemas } from '../../api/client.ts';
import { Export } from '../../exports/Export.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Day } from '../../parts/Day.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { dayText } from '../../parts/locale.ts';
import { Pages } from '../../parts/Pages.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { Balances } from './balances.tsx';
import { ledgerQuery, wholeLedger } from './ledger.queries.ts';
import type { LedgerSearch } from './ledger.search.ts';
import { Lines } from './lines.tsx';
import { Totals } from './totals.tsx';

const route = getRouteApi('/members/ledger');

/** What anybody may want sums in. */
const COMMON = ['EUR', 'JPY', 'USD'];

/** What was in each account before, every posting, and what is in it after: of one's own accounts, or for who keeps the books of all. */
export function Ledger() {
  const search = route.useSearch();
  const { from = '', to = '', cursor = '' } = search;
  const { data } = useQuery({ ...ledgerQuery(search), throwOnError: true });
  const used = (data?.balances ?? []).map(({ closing }) => closing.currency);
  const currencies = [...new Set([...COMMON, ...used, ...(search.in ? [search.in] : [])])].sort();
  return (
    <>
      <title>{`${m.title()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.title()}</h1>
          <p>{m.whatFor()}</p>
        </div>
        <div className="row">
          <PrintButton />
          <Export
            name="ledger"
            columns={async () => (await import('../../exports/money-columns.ts')).LEDGER_COLUMNS}
            page={wholeLedger(search)}
          />
        </div>
      </div>
      <search className="row" aria-label={common.filters()}>
        <Day label={m.from()} name="from" day={from} />
        <Day label={m.to()} name="to" day={to} />
        <Choice label={m.inOne()} name="in" chosen={search.in ?? ''} none="–" of={currencies.map((code) => [code, code])} />
      </search>
      {data ? (
        <>
          {data.closedThrough ? <p>{m.closedThrough({ day: dayText(data.closedThrough) })}</p> : null}
          <Of search={search} names={data.names ?? {}} />
          <section className="part" aria-labelledby="h-balances">
            <h2 id="h-balances">{m.balances()}</h2>
            <Balances balances={data.balances} names={data.names ?? {}} of={search.agreement ?? search.project ?? search.party ?? 'own'} />
          </section>
          <Totals totals={data.totals} names={data.names ?? {}} currency={search.in ?? ''} />
          <section className="part" aria-labelledby="h-entries">
            <h2 id="h-entries">{m.entries()}</h2>
            <p role="status">{data.lines.length === 0 ? m.noEntries() : null}</p>
            <Lines lines={data.lines} names={data.names ?? {}} />
            <Pages label={m.entries()} cursor={cursor} next={data.nextCursor} />
          </section>
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

/** Of what it tells, where that is not all; from there it leads to all. */
function Of({
  search: { party = '', project = '', agreement = '' },
  names,
}: {
  readonly search: LedgerSearch;
  readonly names: Schemas['Names'];
}) {
  if (party === '' && project === '' && agreement === '') return null;
  const link = (id: string) => (id === '' ? null : <ItemLink id={id}>{names[id]?.text ?? id}</ItemLink>);
  return (
    <>
      <Facts
        of={[
          [m.whose(), link(party)],
          [common.project(), link(project)],
          [m.agreement(), link(agreement)],
        ]}
      />
      <p>
        <Link to="/ledger">{m.all()}</Link>
      </p>
    </>
  );
}
