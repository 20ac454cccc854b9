import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import * as m from '#messages/rates';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../api/items.ts';
import { Awaiting } from '../../parts/Awaiting.tsx';
import { Facts } from '../../parts/Facts.tsx';
import { dayText } from '../../parts/locale.ts';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { ratesBefore } from './before.ts';
import { Edition } from './edition.tsx';
import { standingQuery } from './rates.queries.ts';

// It comes when it is asked for.
const History = lazy(async () => ({ default: (await import('../../acts/History.tsx')).History }));

const route = getRouteApi('/members/rates/$id');

/** The exchange rates of a source and day: what stands, what waits for a second person, and all that was before. */
export function SheetPage() {
  const { id } = route.useParams();
  const { data: sheet } = useSuspenseQuery(itemQuery('getRates', id));
  const { source, base, day, status, editions, names = {} } = sheet;
  const { data: ofSource } = useQuery(standingQuery(source));
  const [isAsked, setAsked] = useState(false);
  const title = `${source}, ${dayText(day)}`;
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/rates">{m.title()}</Link>
        </li>
        <li>{source}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="row">
            <StatusOf of="rates" status={status} />
          </p>
        </div>
      </div>
      <Facts of={[[m.base(), base]]} />
      {/* Entering has a form of its own. */}
      <Acts item={sheet} only={({ operation }) => operation !== 'enterRates'} />
      {editions.toReversed().map((edition) => (
        <Edition key={edition.number} edition={edition} names={names} before={ratesBefore(sheet, edition.number, ofSource?.sheets ?? [])} />
      ))}
      <details className="more" onToggle={({ currentTarget }) => setAsked(currentTarget.open)}>
        <summary>{m.history()}</summary>
        <Awaiting>{isAsked ? <History timeline="getRatesTimeline" more={m.more()} id={id} names={names} /> : null}</Awaiting>
      </details>
    </>
  );
}
