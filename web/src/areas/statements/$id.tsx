import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import * as common from '#messages';
import * as m from '#messages/statements';
import { Acts } from '../../acts/Acts.tsx';
import { personName } from '../../acts/words.ts';
import { type AnswerOf, api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { list, momentText, numberText, shareText } from '../../base/parts/locale.ts';
import { Money, moneyText } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { Segments } from '../../base/parts/Segments.tsx';
import { StatusOf, statusText } from '../../base/parts/StatusOf.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { shareOf } from '../../base/parts/shares.ts';
import { isSome } from '../../base/parts/sums.ts';
import { Table } from '../../base/parts/Table.tsx';
import { Pages } from '../../lists/Pages.tsx';
import { Days } from './Days.tsx';
import { StatementEntry } from './Entry.tsx';
import { openPaymentsQuery } from './queries.ts';

const STANDINGS = [
  ...(['held', 'suggested', 'unmatched', 'returns', 'reported', 'charged', 'explained', 'dismissed'] as const),
  ...(['confirmed', 'fee', 'accounted', 'ignored', 'reversed', 'repeated', 'pending', 'read'] as const),
] as const;

const oneOf = <Code extends string>(codes: readonly Code[]) => z.catch(z.optional(z.enum(codes)), undefined);

/** Which entries of a statement are shown. */
export const search = z.object({ standing: oneOf(STANDINGS), cursor: text });

const ENTRIES = 25;

/** A statement with one page of its entries. */
const statementQuery = (id: string, standing: string, cursor: string) =>
  queryOptions({
    queryKey: [...keys.item(id), 'getStatement', standing, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.getStatement(
        { id, limit: ENTRIES, with: 'names', ...(standing ? { standing } : {}), ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });

// They come when they are asked for, or with the answer that they tell of.
const Owner = lazy(async () => ({ default: (await import('./Owner.tsx')).Owner }));
const Confirmed = lazy(async () => ({ default: (await import('./Confirmed.tsx')).Confirmed }));

const route = getRouteApi('/members/statements/$id');

/** A bank's statement of one account: its balances, what its entries came to, and what is to be decided of them. */
export function Page() {
  const { id } = route.useParams();
  const { standing = '', cursor = '' } = route.useSearch();
  const { data: statement } = useQuery({ ...statementQuery(id, standing, cursor), throwOnError: true });
  const [outcome, setOutcome] = useState<Schemas['ConfirmedStatement']>();
  if (!statement) return <Loading />;
  const { reference, account, status, balance, sums, owner, naming, may = [], names = {} } = statement;
  const isNameable = may.some(({ operation }) => operation === 'nameStatementOwner');
  const title = m.statementOf({ reference });
  return (
    <ItemPage
      title={title}
      up={<Link to="/statements">{m.statements()}</Link>}
      crumbs={[account]}
      state={
        <p className="row">
          <StatusOf of="statementStatus" status={status} />
          <StatusOf of="balanceCheck" status={balance} />
        </p>
      }
      history={{ title: m.history(), timeline: 'getStatementTimeline', more: m.more(), id, names }}
    >
      <div className="two">
        <section className="part" aria-labelledby="h-facts">
          <h2 id="h-facts">{m.facts()}</h2>
          <StatementFacts statement={statement} />
          <Suspense fallback={null}>{owner && !naming && !isNameable ? null : <Owner statement={statement} />}</Suspense>
          {status === 'importing' ? <p>{m.sendAgain()}</p> : null}
          <ToConfirm sums={sums} />
          <Acts
            item={statement}
            only={({ operation }) => operation === 'confirmStatement'}
            given={() => ({ summary: <ToConfirm sums={sums} /> })}
            isRecorded={(told) => ((told as Schemas['ConfirmedStatement']).confirmed ?? 0) > 0}
            onDone={(_, told) => setOutcome(told as Schemas['ConfirmedStatement'])}
          />
          <Suspense fallback={null}>{outcome ? <Confirmed outcome={outcome} names={names} /> : null}</Suspense>
        </section>
        <section className="part" aria-labelledby="h-sums">
          <h2 id="h-sums">{m.sums()}</h2>
          <Sums statement={id} sums={sums} />
        </section>
      </div>
      <Entries statement={statement} standing={standing} cursor={cursor} />
    </ItemPage>
  );
}

type Statement = AnswerOf<'getStatement'>;

/** Of which account and days a statement tells, its balances and whether they add up, and how much of it is matched. */
function StatementFacts({ statement }: { readonly statement: Statement }) {
  const {
    id,
    account,
    bic,
    bankCode,
    owner,
    page,
    from,
    to,
    openingBalance,
    closingBalance,
    importedBy,
    importedAt,
    file,
    names = {},
  } = statement;
  return (
    <Facts
      of={[
        [
          m.account(),
          <span key="account" className="num">
            {account}
          </span>,
        ],
        [m.bank(), [bic, bankCode].filter(Boolean).join(' · ') || null],
        [m.owner(), owner ? (names[owner]?.text ?? owner) : m.noOwner()],
        [m.page(), page || null],
        [m.days(), from || to ? <Days of={statement} /> : null],
        [m.openingBalance(), openingBalance ? <Money amount={openingBalance} of={`${id}/openingBalance`} /> : null],
        [m.closingBalance(), closingBalance ? <Money amount={closingBalance} of={`${id}/closingBalance`} /> : null],
        [m.balances(), <Balance key="balance" statement={statement} />],
        [m.matched(), matchedText(statement)],
        [m.importedBy(), <Seal key="by" isMini name={personName(names, importedBy)} />],
        [
          m.importedAt(),
          <time key="at" dateTime={importedAt}>
            {momentText(importedAt)}
          </time>,
        ],
        [
          m.hash(),
          <span key="hash" className="mono">
            {file}
          </span>,
        ],
      ]}
    />
  );
}

function Balance({ statement: { id, balance, differsBy, untold } }: { readonly statement: Statement }) {
  if (balance === 'adds-up') return m.addsUp();
  if (balance === 'cannot-be-told') return m.untold({ code: untold ?? '' });
  return (
    <b>
      {m.differs()} {differsBy ? <Money amount={differsBy} of={`${id}/differsBy`} /> : null}
    </b>
  );
}

function matchedText(statement: Pick<Schemas['Statement'], 'sums' | 'currency'>): string | null {
  const { entries, all, share, shareOfAmount } = matchedOf(statement);
  if (share === undefined) return null;
  const lines = m.matchedEntries({ entries: numberText(entries), all: numberText(all), share: shareText(share) });
  return shareOfAmount === undefined ? lines : `${lines} · ${m.matchedAmount({ share: shareText(shareOfAmount) })}`;
}

type Sum = Schemas['EntrySum'];
type Matched = {
  readonly entries: number;
  readonly all: number;
  /** In basis points; nothing where there is nothing to be matched. */
  readonly share: number | undefined;
  /** Of what moved in the currency of the account. */
  readonly shareOfAmount: number | undefined;
};

/** Of these it is known which payment they are of. */
const WITH_PAYMENT: readonly Sum['standing'][] = ['reported', 'confirmed', 'returns'];

/** How much of a statement belongs to known payments. Entries of earlier statements do not count. */
function matchedOf({ sums, currency }: Pick<Schemas['Statement'], 'sums' | 'currency'>): Matched {
  const own = sums.filter(({ standing }) => standing !== 'repeated');
  const matched = own.filter(({ standing }) => WITH_PAYMENT.includes(standing));
  const count = (of: readonly Sum[]): number => of.reduce((all, { entries }) => all + entries, 0);
  const moved = (of: readonly Sum[]): bigint =>
    of.reduce((all, { amount }) => (amount.currency === currency ? all + BigInt(amount.amount.replace('.', '')) : all), 0n);
  return {
    entries: count(matched),
    all: count(own),
    share: shareOf(BigInt(count(matched)), BigInt(count(own))),
    shareOfAmount: shareOf(moved(matched), moved(own)),
  };
}

type Props = { readonly statement: string; readonly sums: readonly Schemas['EntrySum'][] };

/** What the entries of a statement come to, by how they stand and where the money went. */
const Sums = ({ statement, sums }: Props) => (
  <Table
    label={m.sums()}
    rows={sums}
    keyOf={({ standing, direction, amount }) => `${standing}/${direction}/${amount.currency}`}
    columns={[
      { title: common.state(), cell: ({ standing }) => <StatusOf of="entryStanding" status={standing} /> },
      { title: m.direction(), cell: ({ direction }) => m.directionOf({ code: direction }) },
      { title: m.entries(), isFigure: true, isCounted: true, cell: ({ entries }) => numberText(entries) },
      {
        title: common.amount(),
        isFigure: true,
        cell: ({ standing, direction, amount }) => (
          <Money amount={amount} of={`${statement}/sums/${standing}/${direction}/${amount.currency}`} />
        ),
      },
    ]}
  />
);

/** What a second person confirms: reported payments, charges, explained entries, and entries reported as unrelated to any payment. */
const TO_CONFIRM: readonly Sum['standing'][] = ['reported', 'charged', 'explained', 'dismissed'];

/** What confirming all that was reported is about: how many of each kind, and what they come to in each currency. */
function ToConfirm({ sums }: { readonly sums: readonly Sum[] }) {
  const kinds = Map.groupBy(
    sums.filter(({ standing, entries }) => TO_CONFIRM.includes(standing) && entries > 0),
    ({ standing, direction }) => `${standing} ${direction}`,
  );
  if (kinds.size === 0) return null;
  return (
    <>
      <p>{m.toConfirm()}</p>
      <ul>
        {[...kinds].map(([key, all]) => {
          const [standing = '', direction = ''] = key.split(' ');
          const count = all.reduce((sum, { entries }) => sum + entries, 0);
          const amounts = all.map(({ amount }) => amount).filter(isSome);
          return (
            <li key={key}>
              {m.toConfirmOf({ standing, count })} · {m.directionOf({ code: direction })}: <b>{list(amounts.map(moneyText))}</b>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type EntriesProps = { readonly statement: AnswerOf<'getStatement'>; readonly standing: string; readonly cursor: string };

/** The entries of a statement in pages, or those that stand in one way; each with what is to be done with it. */
function Entries({ statement, standing, cursor }: EntriesProps) {
  const { sums, lines, currency, nextCursor, names = {} } = statement;
  const isSuggesting = lines.some(({ candidates }) => candidates.length > 0);
  const { data } = useQuery({ ...openPaymentsQuery(currency), enabled: isSuggesting });
  const counts = countsOf(sums);
  return (
    <section className="part" aria-labelledby="h-entries">
      <h2 id="h-entries">{m.entries()}</h2>
      <Segments
        label={m.entries()}
        name="standing"
        chosen={standing}
        of={[
          { value: '', title: common.all() },
          ...STANDINGS.filter((each) => each === standing || counts.has(each)).map((value) => ({
            value,
            title: statusText('entryStanding', value),
            count: counts.get(value) ?? 0,
          })),
        ]}
      />
      {lines.length === 0 ? <p role="status">{m.noEntries()}</p> : null}
      {lines.map((line) => (
        <StatementEntry
          key={line.number}
          statement={statement}
          line={line}
          payments={data?.payments ?? []}
          names={{ ...names, ...data?.names }}
        />
      ))}
      <Pages label={m.entries()} cursor={cursor} next={nextCursor} />
    </section>
  );
}

function countsOf(sums: readonly Schemas['EntrySum'][]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { standing, entries } of sums) counts.set(standing, (counts.get(standing) ?? 0) + entries);
  return counts;
}
