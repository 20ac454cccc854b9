import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as m from '#messages/payments';
import { Newer } from '../../acts/Newer.tsx';
import { useSession } from '../../api/session.ts';
import { Export } from '../../exports/Export.tsx';
import { CertaintyBar } from '../../parts/CertaintyBar.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { Filters } from './filters.tsx';
import { paymentsQuery, totalsQuery, wholePayments } from './payments.queries.ts';
import { Table } from './table.tsx';

const route = getRouteApi('/members/payments');

/** What was paid and is to be paid: to a city, by a sponsor, or for overseers all. */
export function Payments() {
  const asked = route.useSearch();
  const organisation = useSession()?.organisation ?? '';
  // A sponsor's statement is of its own money; of its partners' it learns at the agreement.
  const isSponsor = organisation.startsWith('spo_');
  const search = isSponsor ? { ...asked, sponsor: organisation } : asked;
  const { data, dataUpdatedAt } = useQuery({ ...paymentsQuery(search), throwOnError: true });
  const title = m.title({ code: organisation.slice(0, 'org'.length) });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{title}</h1>
        </div>
        <div className="row">
          <PrintButton />
          <Export
            name="payments"
            columns={async () => (await import('../../exports/money-columns.ts')).PAYMENT_COLUMNS}
            page={wholePayments(search)}
          />
        </div>
      </div>
      <Totals organisation={organisation} />
      <section className="part" aria-labelledby="h-payments">
        <h2 id="h-payments">{m.payments()}</h2>
        {data ? (
          <>
            <Filters
              search={search}
              counts={data.counts['status'] ?? {}}
              names={data.names ?? {}}
              sponsors={data.payments.map(({ sponsor }) => sponsor)}
              isOfOne={isSponsor}
            />
            <p className="row" role="status">
              {data.payments.length === 0 ? m.noPayments() : null}
              <Newer of="payments" since={dataUpdatedAt} />
            </p>
            <Table payments={data.payments} names={data.names ?? {}} />
            <Pages label={m.payments()} cursor={search.cursor ?? ''} next={data.nextCursor} />
          </>
        ) : (
          <Loading />
        )}
      </section>
    </>
  );
}

function Totals({ organisation }: { readonly organisation: string }) {
  const { data } = useQuery(totalsQuery(organisation));
  if (!data) return null;
  return [...Map.groupBy(data.stages, ({ amount }) => amount.currency)].map(([currency, stages]) => (
    <CertaintyBar key={currency} stages={stages} of={`${organisation}/totals/${currency}`} />
  ));
}
