import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/payments';
import { fieldLabel } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { byName, dayText, numberText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { PrintButton } from '../../base/parts/PrintButton.tsx';
import { paymentName } from '../../base/parts/payment-name.ts';
import { statusText } from '../../base/parts/StatusOf.tsx';
import { dayInAddress, textInAddress } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import { CertaintyBar } from '../../lists/CertaintyBar.tsx';
import * as column from '../../lists/columns.tsx';
import { Choice } from '../../lists/controls.tsx';
import { Newer, Pages } from '../../lists/Pages.tsx';

/** Which payments are listed. */
export const search = z.object({
  status: textInAddress,
  sponsor: textInAddress,
  settledFrom: dayInAddress,
  settledTo: dayInAddress,
  cursor: textInAddress,
});
type PaymentsSearch = z.infer<typeof search>;

const PAGE = 50;

const askedBy = ({ status = '', sponsor = '', settledFrom, settledTo }: PaymentsSearch) => ({
  sort: '-updated' as const,
  with: 'names',
  ...(status ? { status } : {}),
  ...(sponsor ? { sponsor } : {}),
  ...(settledFrom ? { settledFrom } : {}),
  ...(settledTo ? { settledTo } : {}),
});

/** The whole list: for files. */
const wholePayments = (search: PaymentsSearch) => wholeOf('findPayments', askedBy(search), ({ payments }) => payments);

const paymentsQuery = (search: PaymentsSearch) =>
  queryOptions({
    queryKey: keys.list('payments', search),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.findPayments(
        { ...askedBy(search), counts: 'status', limit: PAGE, ...(search.cursor ? { cursor: search.cursor } : {}) },
        { signal },
      ),
  });

/** The money of one organisation, or of all, by how sure it is. */
const totalsQuery = (organisation: string) => {
  const whose = organisation.startsWith('org_')
    ? { proposer: organisation }
    : organisation.startsWith('spo_')
      ? { sponsor: organisation }
      : {};
  return queryOptions({
    queryKey: keys.list('portfolio', whose),
    queryFn: ({ signal }) => api.operations.getPortfolio(whose, { signal }),
  });
};

const route = getRouteApi('/members/payments');

/** What was paid and is to be paid: to a city, by a sponsor, or for overseers all. */
export function Page() {
  const asked = route.useSearch();
  const organisation = useSession()?.organisation ?? '';
  // A sponsor's statement covers its own money; its partners' is shown with the agreement.
  const isSponsor = organisation.startsWith('spo_');
  const search = isSponsor ? { ...asked, sponsor: organisation } : asked;
  const { data, dataUpdatedAt } = useQuery({ ...paymentsQuery(search), throwOnError: true });
  const title = m.title({ code: organisation.slice(0, 'org'.length) });
  return (
    <>
      <PageHead
        title={title}
        aside={
          <>
            <PrintButton />
            <Export
              name="payments"
              columns={async () => (await import('../../exports/money-columns.ts')).PAYMENT_COLUMNS}
              page={wholePayments(search)}
            />
          </>
        }
      />
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
            <SettledIn search={asked} />
            <p className="row" role="status">
              {data.payments.length === 0 ? m.noPayments() : null}
              <Newer of="payments" since={dataUpdatedAt} />
            </p>
            <PaymentTable payments={data.payments} names={data.names ?? {}} />
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

/** The list is of what was settled in these days, until this is taken back. */
function SettledIn({ search: { settledFrom, settledTo, cursor: _, ...rest } }: { readonly search: PaymentsSearch }) {
  if (settledFrom === undefined && settledTo === undefined) return null;
  return (
    <p className="row">
      {m.settledIn({ from: settledFrom ? dayText(settledFrom) : '…', to: settledTo ? dayText(settledTo) : '…' })}
      <Link to="/payments" search={rest}>
        {m.settledEver()}
      </Link>
    </p>
  );
}

type Props = {
  readonly search: PaymentsSearch;
  readonly counts: Readonly<Record<string, number>>;
  readonly names: Schemas['Names'];
  /** Whose payments are there to choose among. */
  readonly sponsors: readonly string[];
  /** Whether all are of one sponsor, so that there is no choice. */
  readonly isOfOne: boolean;
};

/** Each status with how many payments it leaves. Choosing one applies it immediately and restarts the list. */
function Filters({ search: { status = '', sponsor = '' }, counts, names, sponsors, isOfOne }: Props) {
  const statuses = [...new Set([...Object.keys(counts), ...(status ? [status] : [])])];
  const parties = [...new Set([...sponsors, ...(sponsor ? [sponsor] : [])])];
  return (
    <search className="row" aria-label={common.filters()}>
      <Choice
        label={common.state()}
        name="status"
        chosen={status}
        of={statuses.map((code) => [
          code,
          common.choice({ name: statusText('paymentStatus', code), count: numberText(counts[code] ?? 0) }),
        ])}
      />
      {isOfOne ? null : (
        <Choice
          label={fieldLabel('sponsor')}
          name="sponsor"
          chosen={sponsor}
          of={parties.map((party) => [party, names[party]?.text ?? party] as const).sort(byName)}
        />
      )}
    </search>
  );
}

type PaymentsProps = { readonly payments: readonly Schemas['FoundPayment'][]; readonly names: Schemas['Names'] };

/** Each payment with its milestone's money, to which it leads. */
function PaymentTable({ payments, names }: PaymentsProps) {
  if (payments.length === 0) return null;
  return (
    <Table<Schemas['FoundPayment']>
      label={m.payments()}
      rows={payments}
      keyOf={({ id }) => id}
      columns={[
        column.text(common.project(), ({ project }) => <ItemLink id={project}>{names[project]?.text ?? common.project()}</ItemLink>),
        column.text(m.milestone(), ({ id, milestone, tranche, advance, partPayment }) => (
          <Link to="/milestones/$id/money" params={{ id: milestone }} hash={id}>
            {paymentName({ tranche, advance, partPayment })}
          </Link>
        )),
        column.text(fieldLabel('sponsor'), ({ sponsor }) => names[sponsor]?.text ?? sponsor),
        column.status('paymentStatus', (payment) => payment.status),
        column.day(fieldLabel('valueDate'), ({ valueDate }) => valueDate),
        column.text(fieldLabel('bankReference'), ({ bankReference }) => <div className="mono">{bankReference ?? '–'}</div>),
        column.money(
          common.amount(),
          ({ amount }) => amount,
          ({ id }) => `${id}/amount`,
        ),
      ]}
    />
  );
}
