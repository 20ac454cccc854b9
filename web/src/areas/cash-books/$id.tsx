import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/cashBooks';
import { Acts } from '../../acts/Acts.tsx';
import { fieldLabel, personName } from '../../acts/words.ts';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { AccountOf } from '../../base/parts/AccountOf.tsx';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, numberText } from '../../base/parts/locale.ts';
import { Money } from '../../base/parts/Money.tsx';
import { Seal } from '../../base/parts/Seal.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { Table } from '../../base/parts/Table.tsx';
import { choiceOf } from '../../opened/form-choices.ts';

const route = getRouteApi('/members/cash-books/$id');

type Book = AnswerOf<'getCashBook'>;

/** The cash in a bank account: what books and bank have at the end of each statement, and what does not agree. */
export function Page() {
  const { id } = route.useParams();
  const { data: book } = useSuspenseQuery(itemQuery('getCashBook', id));
  const { sponsor, currency, status, account, from, through, openingBalance, closingBalance, names = {} } = book;
  const title = m.bookOf({ sponsor: names[sponsor]?.text ?? sponsor, currency });
  return (
    <ItemPage
      title={title}
      up={<Link to="/cash-books">{m.title()}</Link>}
      crumbs={[title]}
      state={
        <p className="row">
          <StatusOf of="cashBookStatus" status={status} />
        </p>
      }
      history={{ title: m.history(), timeline: 'getCashBookTimeline', more: m.more(), id, names }}
    >
      <Facts
        of={[
          [m.account(), <AccountOf key="account" id={account} known={book.accounts ?? []} other={m.account()} />],
          [m.days(), from && through ? `${dayText(from)} – ${dayText(through)}` : null],
          [m.opening(), <Money key="opening" amount={openingBalance} of={`${id}/openingBalance`} />],
          [m.inBooks(), <Money key="closing" amount={closingBalance} of={`${id}/closingBalance`} />],
        ]}
      />
      <section className="part" aria-labelledby="h-gaps">
        <h2 id="h-gaps">{m.gaps()}</h2>
        {book.gaps.length === 0 ? <p>{m.noGaps()}</p> : null}
        {book.gaps.map((gap) => (
          <Gap key={gap.key} book={book} gap={gap} />
        ))}
      </section>
      <section className="part" aria-labelledby="h-statements">
        <h2 id="h-statements">{m.statements()}</h2>
        {book.entered > book.statements.length ? (
          <p>{m.lastShown({ shown: numberText(book.statements.length), all: numberText(book.entered) })}</p>
        ) : null}
        <Reconciliation book={book} />
      </section>
    </ItemPage>
  );
}

/** Where statements do not agree: by how much, why, and what is done about it. */
function Gap({ book, gap }: { readonly book: Book; readonly gap: Schemas['CashGap'] }) {
  const { key, kind, statement, from, to, difference, status, explanation = 0, as, note, explainedBy, firstConfirmedBy, confirmedBy } = gap;
  const { id, statements, names = {} } = book;
  const reference = statements.find((each) => each.statement === statement)?.reference;
  const title = m.gapKind({ code: kind });
  return (
    <article className="money-part" aria-label={title}>
      <h3>{title}</h3>
      <p>
        <StatusOf of="cashGapStatus" status={status} />
      </p>
      <Facts
        of={[
          [
            m.statement(),
            <ItemLink key="statement" id={statement}>
              {reference ?? statement}
            </ItemLink>,
          ],
          [m.days(), from && to ? [...new Set([from, to])].map(dayText).join(' – ') : null],
          [m.difference(), difference ? <Money key="difference" amount={difference} of={`${id}/${key}`} /> : null],
          [fieldLabel('as'), as ? choiceOf('as', as) : null],
          [fieldLabel('note'), note ? <blockquote dir="auto">{note}</blockquote> : null],
          [m.explainedBy(), explainedBy ? <Seal key="explained" isMini name={personName(names, explainedBy)} /> : null],
          [m.first(), firstConfirmedBy ? <Seal key="first" isMini name={personName(names, firstConfirmedBy)} /> : null],
          [m.confirmedBy(), confirmedBy ? <Seal key="confirmed" isMini isBound name={personName(names, confirmedBy)} /> : null],
        ]}
      />
      <Acts item={book} only={(permission) => permission.gap === key || (explanation > 0 && permission.explanation === explanation)} />
    </article>
  );
}

const Reconciliation = ({ book: { id, statements } }: { readonly book: Book }) => (
  <Table
    label={m.statements()}
    rows={statements.toReversed()}
    keyOf={({ statement }) => statement}
    columns={[
      { title: m.statement(), cell: ({ statement, reference }) => <ItemLink id={statement}>{reference}</ItemLink> },
      { title: m.days(), cell: ({ from, to }) => [...new Set([from ?? '', to ?? ''])].filter(Boolean).map(dayText).join(' – ') },
      {
        title: m.atBank(),
        isFigure: true,
        cell: ({ statement, closingBalance }) => (closingBalance ? <Money amount={closingBalance} of={`${id}/${statement}/bank`} /> : '–'),
      },
      {
        title: m.inBooks(),
        isFigure: true,
        cell: ({ statement, ledgerBalance }) => <Money amount={ledgerBalance} of={`${id}/${statement}/books`} />,
      },
      {
        title: m.difference(),
        isFigure: true,
        cell: ({ statement, difference }) => (difference ? <Money amount={difference} of={`${id}/${statement}/difference`} /> : '–'),
      },
    ]}
  />
);
