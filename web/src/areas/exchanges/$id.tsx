import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import * as m from '#messages/peers';
import type { Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { sessionQuery } from '../../base/api/session.ts';
import { Facts } from '../../base/parts/Facts.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { dayText, exactText, list } from '../../base/parts/locale.ts';
import { StatusOf } from '../../base/parts/StatusOf.tsx';

// What is done is loaded for the two cities alone.
const ToDo = lazy(async () => ({ default: (await import('./ToDo.tsx')).ToDo }));

const route = getRouteApi('/everybody/exchanges/$id');

type Exchange = Schemas['Exchange'];

/** An exchange of two cities: that it is, for everybody once both have agreed; what was said, for the two. */
export function PublicPage() {
  const { id } = route.useParams();
  const { data: session } = useSuspenseQuery(sessionQuery);
  const { data: exchange } = useSuspenseQuery(itemQuery(session ? 'getExchange' : 'getPublicExchange', id));
  const { names = {}, seeker, provider, status, topic, conclusions, practices = [] } = exchange;
  const action = useCodeNames('actions');
  const cityOf = (city: string): string => names[city]?.text ?? city;
  const isOwn = session !== null && [seeker, provider].includes(session?.organisation ?? '');
  return (
    <ItemPage
      title={m.between({ seeker: cityOf(seeker), provider: cityOf(provider) })}
      up={session ? <Link to="/exchanges">{m.exchanges()}</Link> : <Link to="/signatories">{m.exchanges()}</Link>}
      state={
        <p className="row">
          <StatusOf of="cityExchangeStatus" status={status} />
          <span className="quiet">{list(topic.map(action))}</span>
        </p>
      }
      {...(session ? { history: { title: m.history(), timeline: 'getExchangeTimeline' as const, id, names, more: m.more() } } : {})}
    >
      {isOwn ? (
        <Suspense fallback={null}>
          <ToDo exchange={exchange} />
        </Suspense>
      ) : null}
      <About exchange={exchange} cityOf={cityOf} />
      <Visits exchange={exchange} cityOf={cityOf} />
      {conclusions.length > 0 ? (
        <section className="part" aria-labelledby="h-said">
          <h2 id="h-said">{m.said()}</h2>
          {conclusions.map(({ city, note }) => (
            <figure key={city}>
              <figcaption>{cityOf(city)}</figcaption>
              {note ? <blockquote dir="auto">{note}</blockquote> : null}
            </figure>
          ))}
        </section>
      ) : null}
      <Became exchange={exchange} practices={practices} />
    </ItemPage>
  );
}

type Shown = { readonly exchange: Exchange; readonly cityOf: (city: string) => string };

function About({ exchange, cityOf }: Shown) {
  const { seeker, provider, goals = [], note, endNote, travel, match, due } = exchange;
  const dimension = useCodeNames('dimensions', match !== undefined);
  return (
    <Facts
      of={[
        [
          m.seeker(),
          <ItemLink key="s" id={seeker}>
            {cityOf(seeker)}
          </ItemLink>,
        ],
        [
          m.provider(),
          <ItemLink key="p" id={provider}>
            {cityOf(provider)}
          </ItemLink>,
        ],
        [m.goals(), goals.length > 0 ? list(goals.map(({ text, by }) => m.goalIs({ text, day: dayText(by) }))) : null],
        [m.match(), match ? exactText(match.score) : null],
        [m.why(), match && match.ahead.length > 0 ? m.aheadIn({ dimensions: list(match.ahead.map(dimension)) }) : null],
        [m.travel(), travel ? m.travelIs({ code: travel }) : null],
        [m.due(), due ? dayText(due) : null],
        [m.wrote(), note ? <blockquote dir="auto">{note}</blockquote> : null],
        [m.ended(), endNote ? <blockquote dir="auto">{endNote}</blockquote> : null],
      ]}
    />
  );
}

function Visits({ exchange: { visits, agreedAt }, cityOf }: Shown) {
  if (!visits || !agreedAt) return null;
  return (
    <section className="part" aria-labelledby="h-visits">
      <h2 id="h-visits">{m.visits()}</h2>
      {visits.length === 0 ? <p className="quiet">{m.noVisits()}</p> : null}
      <ul className="plain">
        {visits.map(({ number, form, on, city, note }) => (
          <li key={number}>
            <b>{m.formIs({ code: form })}</b> {dayText(on)} · {cityOf(city)}
            {note ? <blockquote dir="auto">{note}</blockquote> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Became({ exchange: { followUps = [] }, practices }: { readonly exchange: Exchange; readonly practices: readonly string[] }) {
  if (followUps.length + practices.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-became">
      <h2 id="h-became">{m.became()}</h2>
      <ul className="plain">
        {followUps.map(({ followUp, outcome, note }) => (
          <li key={followUp}>
            <b>{m.timeIs({ code: followUp })}</b>: {m.outcomeIs({ code: outcome })}
            {note ? <blockquote dir="auto">{note}</blockquote> : null}
          </li>
        ))}
        {practices.map((action) => (
          <li key={action}>
            <ItemLink id={action}>{m.practice()}</ItemLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
