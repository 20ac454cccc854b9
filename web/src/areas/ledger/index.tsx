import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/ledger';
import { kindText } from '../../accounts/kinds.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { dayText, decimalText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { CodedPrint } from '../../base/parts/PrintButton.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Table } from '../../base/parts/Table.tsx';
import { Choice } from '../../lists/controls.tsx';
import { Pages } from '../../lists/Pages.tsx';
import { Day } from '../../parts/Day.tsx';

/** Whose accounts, which items and which days a statement of account covers: without a selection everything that may be seen. */
export const search = z.object({ party: text, project: text, agreement: text, from: text, to: text, in: text, cursor: text });
type LedgerSearch = z.infer<typeof search>;

const PAGE = 50;

const chosenIn = (search: Partial<LedgerSearch>) => Object.fromEntries(Object.entries(search).filter(([, value]) => value));

const askedBy = ({ cursor: _, ...search }: LedgerSearch) => ({ with: 'names', ...chosenIn(search) });

/** Of which accounts and days the print is: its code has no use for a page or another currency. */
const printedBy = ({ cursor: _, in: __, ...search }: LedgerSearch) => chosenIn(search);

/** All lines: for files. */
const wholeLedger = (search: LedgerSearch) => wholeOf('getLedger', askedBy(search), ({ lines }) => lines);

const ledgerQuery = (search: LedgerSearch) =>
  queryOptions({
    queryKey: keys.list('ledger', search),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.getLedger({ ...askedBy(search), limit: PAGE, ...(search.cursor ? { cursor: search.cursor } : {}) }, { signal }),
  });

const route = getRouteApi('/members/ledger');

/** What anybody may want sums in. */
const COMMON = ['EUR', 'JPY', 'USD'];

/**
 * The opening balance of each account, every posting, and the closing balance: of the reader's own accounts, or of all for those who keep
 * the books.
 */
export function Page() {
  const search = route.useSearch();
  const { from = '', to = '', cursor = '' } = search;
  const { data } = useQuery({ ...ledgerQuery(search), throwOnError: true });
  const used = (data?.balances ?? []).map(({ closing }) => closing.currency);
  const currencies = [...new Set([...COMMON, ...used, ...(search.in ? [search.in] : [])])].sort();
  return (
    <>
      <PageHead
        title={m.title()}
        below={<p>{m.whatFor()}</p>}
        aside={
          <>
            <CodedPrint ask={() => api.operations.printLedger(printedBy(search))} />
            <Export
              name="ledger"
              columns={async () => (await import('../../exports/money-columns.ts')).LEDGER_COLUMNS}
              page={wholeLedger(search)}
            />
          </>
        }
      />
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

type Props = {
  readonly balances: readonly Schemas['LedgerBalance'][];
  readonly names: Schemas['Names'];
  /** Of what they tell. */
  readonly of: string;
};

const SUMS = [
  ['opening', m.opening],
  ['moved', m.moved],
  ['closing', m.closing],
] as const;

/** Each kind of account, with what was in it before, what came or went, and what is in it after. */
function Balances({ balances, names, of }: Props) {
  if (balances.length === 0) return null;
  const nameOf = ({ kind, party = '', closing }: Schemas['LedgerBalance']): string =>
    `ledger/${of === 'own' ? party || 'all' : of}/${kind}/${party}/${closing.currency}`;
  return (
    <Table
      label={m.balances()}
      rows={balances}
      keyOf={nameOf}
      columns={[
        { title: m.account(), cell: ({ kind }) => kindText(kind) },
        { title: m.whose(), cell: ({ party = '' }) => (party === '' ? '–' : (names[party]?.text ?? party)) },
        ...SUMS.map(([sum, title]) => ({
          title: title(),
          isFigure: true,
          cell: (balance: Schemas['LedgerBalance']) => <Money amount={balance[sum]} of={`${nameOf(balance)}/${sum}`} />,
        })),
      ]}
    />
  );
}

type TotalsProps = {
  readonly totals: readonly Schemas['LedgerTotal'][];
  readonly names: Schemas['Names'];
  readonly currency: string;
};

/** What each kind of account came to in one currency, with the rates by which it was converted. */
function Totals({ totals, names, currency }: TotalsProps) {
  if (totals.length === 0) return null;
  const title = m.totals({ currency });
  return (
    <section className="part" aria-labelledby="h-totals">
      <h2 id="h-totals">{title}</h2>
      <Table
        label={title}
        rows={totals}
        keyOf={({ kind, party = '' }) => `${kind} ${party}`}
        columns={[
          { title: m.account(), cell: ({ kind }) => kindText(kind) },
          { title: m.whose(), cell: ({ party = '' }) => (party === '' ? '–' : (names[party]?.text ?? party)) },
          {
            title: m.rateUsed(),
            cell: ({ closing, rates }) =>
              closing ? rates.map((rate) => <p key={rate.currency}>{rateText(rate, currency)}</p>) : m.noRate(),
          },
          {
            title: m.closing(),
            isFigure: true,
            cell: ({ kind, party = '', closing }) =>
              closing ? <Money amount={closing} of={`ledger/${kind}/${party}/in/${currency}`} /> : '–',
          },
        ]}
      />
    </section>
  );
}

const rateText = ({ source, day, base, currency: from, fromRate, toRate }: Schemas['UsedRate'], to: string): string =>
  m.usedRate({ source, day: dayText(day), base, fromRate: decimalText(fromRate), from, toRate: decimalText(toRate), to });

type LinesProps = { readonly lines: readonly Schemas['LedgerLine'][]; readonly names: Schemas['Names'] };

/** Each posting with its day, what it was, and of which account; one of a payment leads to the money of its milestone. */
function Lines({ lines, names }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Table
      label={m.entries()}
      rows={lines}
      keyOf={({ place }) => place}
      columns={[
        { title: m.day(), cell: ({ day }) => <time dateTime={day}>{dayText(day)}</time> },
        { title: m.what(), cell: (line) => <Entry line={line} /> },
        { title: m.account(), cell: ({ kind }) => kindText(kind) },
        { title: m.whose(), cell: ({ party = '' }) => names[party]?.text ?? party },
        {
          title: common.project(),
          cell: ({ project = '' }) => <ItemLink id={project}>{names[project]?.text ?? project}</ItemLink>,
        },
        {
          title: common.amount(),
          isFigure: true,
          cell: ({ amount, entry, account, place }) => (
            <Money amount={amount} of={`${entry}/${Number(place.split('.').at(-1))}/${account}`} />
          ),
        },
      ]}
    />
  );
}

function Entry({ line }: { readonly line: Schemas['LedgerLine'] }) {
  const { entry, event, statement } = line;
  const what = m.event({ code: statement ? 'BankStatement' : event, name: event });
  return <span title={m.entryId({ id: entry })}>{linked(line, what)}</span>;
}

function linked({ agreement = '', payment, milestone, statement, recovery }: Schemas['LedgerLine'], what: string) {
  if (milestone && payment)
    return (
      <Link to="/milestones/$id/money" params={{ id: milestone }} hash={payment}>
        {what}
      </Link>
    );
  if (recovery)
    return (
      <Link to="/agreements/$id" params={{ id: agreement }} hash={`recovery-${recovery}`}>
        {what}
      </Link>
    );
  return <ItemLink id={statement ?? agreement}>{what}</ItemLink>;
}
