import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import * as m from '#messages/periods';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../api/items.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { dayText } from '../../parts/locale.ts';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { Proposal } from './proposal.tsx';

// It comes when it is asked for.
const History = lazy(async () => ({ default: (await import('../../acts/History.tsx')).History }));

const route = getRouteApi('/members/periods/$id');

/** A closing of the books: what waits for a second person or was confirmed, and all that was proposed before. */
export function PeriodPage() {
  const { id } = route.useParams();
  const { data: period } = useSuspenseQuery(itemQuery('getPeriod', id));
  const { from, through, status, proposals, names = {} } = period;
  const [isAsked, setAsked] = useState(false);
  const title = dayText(through);
  return (
    <>
      <title>{`${m.title()}, ${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/periods">{m.title()}</Link>
        </li>
        <li>{title}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <StatusOf of="period" status={status} />
          </p>
        </div>
      </div>
      <Facts of={[[m.from(), from ? dayText(from) : null]]} />
      {/* Proposing has a form of its own. */}
      <Acts item={period} only={({ operation }) => operation !== 'proposePeriod'} />
      {proposals.toReversed().map((proposal) => (
        <Proposal key={proposal.number} period={id} proposal={proposal} names={names} />
      ))}
      <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
        <summary>{m.history()}</summary>
        <Awaiting>{isAsked ? <History timeline="getPeriodTimeline" more={m.more()} id={id} names={names} /> : null}</Awaiting>
      </details>
    </>
  );
}
