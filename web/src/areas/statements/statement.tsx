import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages/statements';
import { Acts } from '../../acts/Acts.tsx';
import type { Schemas } from '../../api/client.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Entries } from './entries.tsx';
import { StatementFacts } from './facts.tsx';
import { statementQuery } from './statements.queries.ts';
import { Sums } from './sums.tsx';
import { ToConfirm } from './to-confirm.tsx';

// They come when they are asked for, or with the answer that they tell of.
const History = lazy(async () => ({ default: (await import('../../acts/History.tsx')).History }));
const Owner = lazy(async () => ({ default: (await import('./owner.tsx')).Owner }));
const Confirmed = lazy(async () => ({ default: (await import('./confirmed.tsx')).Confirmed }));

const route = getRouteApi('/members/statements/$id');

/** A bank's statement of one account: its balances, what its entries came to, and what is to be decided of them. */
export function StatementPage() {
  const { id } = route.useParams();
  const { standing = '', cursor = '' } = route.useSearch();
  const { data: statement } = useQuery({ ...statementQuery(id, standing, cursor), throwOnError: true });
  const [outcome, setOutcome] = useState<Schemas['ConfirmedStatement']>();
  const [isAsked, setAsked] = useState(false);
  if (!statement) return <Loading />;
  const { reference, account, status, balance, sums, owner, naming, may = [], names = {} } = statement;
  const isNameable = may.some(({ operation }) => operation === 'nameStatementOwner');
  const title = m.statementOf({ reference });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/statements">{m.statements()}</Link>
        </li>
        <li>{account}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <StatusOf of="statement" status={status} />
            <StatusOf of="balance" status={balance} />
          </p>
        </div>
      </div>
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
      <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
        <summary>{m.history()}</summary>
        <Awaiting>{isAsked ? <History timeline="getStatementTimeline" more={m.more()} id={id} names={names} /> : null}</Awaiting>
      </details>
    </>
  );
}
