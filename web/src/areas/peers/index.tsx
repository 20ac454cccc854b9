import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { z } from 'zod/mini';
import * as m from '#messages/peers';
import type { AnswerOf, Schemas } from '../../base/api/client.ts';
import { itemQuery } from '../../base/api/items.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { countryName, exactText, list, numberOf, numberText } from '../../base/parts/locale.ts';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { Say } from '../../base/parts/Say.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';

/** Of which city: one's own, or for those who oversee, the one that the address names. */
export const search = z.object({ city: text });

const route = getRouteApi('/members/peers');

// What is offered and asked for is loaded after what is found.
const Terms = lazy(async () => ({ default: (await import('./Terms.tsx')).Terms }));
const Invite = lazy(async () => ({ default: (await import('./Invite.tsx')).Invite }));

type Peers = AnswerOf<'findPeers'>;
type Match = Peers['fit'][number];
type Names = Schemas['Names'];

/** From which cities one's own could learn, with the reasons of both, and which do not fit. */
export function Page() {
  const { city = '' } = route.useSearch();
  const session = useSession();
  const own = session?.organisation.startsWith('org_') ? session.organisation : '';
  const asked = own || city;
  return (
    <>
      <PageHead
        title={m.title()}
        below={<p className="quiet">{m.whatFor()}</p>}
        aside={
          <Link className="btn" to="/exchanges">
            {m.exchanges()}
          </Link>
        }
      />
      {asked ? <Found city={asked} isOwn={own !== ''} /> : <Say kind="">{m.forCities()}</Say>}
    </>
  );
}

function Found({ city, isOwn }: { readonly city: string; readonly isOwn: boolean }) {
  const { data } = useSuspenseQuery(itemQuery('findPeers', city));
  const { seeker, fit, nearMisses, names = {} } = data;
  const all = fit.length + nearMisses.length;
  return (
    <>
      <p>{m.howMany({ fit: numberText(fit.length), all: numberText(all) })}</p>
      <section className="part" aria-labelledby="h-offers">
        <h2 id="h-offers">{m.offers()}</h2>
        <p>{seeker.open ? m.openFor({ capacity: numberText(seeker.capacity), taken: numberText(seeker.exchanges) }) : m.isClosed()}</p>
        {isOwn ? (
          <Suspense fallback={null}>
            <Terms of={seeker} />
          </Suspense>
        ) : null}
      </section>
      {fit.length === 0 ? <p>{m.noneFit()}</p> : null}
      {fit.map((each) => (
        <Fits key={each.peer.city} match={each} names={names} isOwn={isOwn} />
      ))}
      <Misses of={nearMisses} names={names} />
    </>
  );
}

const nameOf = (names: Names, city: string): string => names[city]?.text ?? city;

function Fits({ match: found, names, isOwn }: { readonly match: Match; readonly names: Names; readonly isOwn: boolean }) {
  const { peer, match, parts } = found;
  const [action, dimension] = [useCodeNames('actions'), useCodeNames('dimensions')];
  const { city, country, population, capacity, exchanges, done } = peer;
  const verified = done.filter(({ code }) => match.topic.includes(code)).reduce((sum, each) => sum + each.verified, 0);
  const back = [
    match.givesBack.length > 0 ? m.givesBack({ actions: list(match.givesBack.map(action)) }) : '',
    match.learnsBack.length > 0 ? m.learnsBack({ dimensions: list(match.learnsBack.map(dimension)) }) : '',
  ].filter(Boolean);
  const id = `h-${city}`;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>
        <ItemLink id={city}>{nameOf(names, city)}</ItemLink>
      </h2>
      <p className="row">
        <b>{m.match()}</b> <span>{exactText(match.score)}</span>
        <span className="quiet">
          {countryName(country)} · {numberText(population)}
        </span>
        <span>
          {m.free()}: {m.freeOf({ free: numberText(capacity - exchanges), capacity: numberText(capacity) })}
        </span>
      </p>
      <h3>{m.learn()}</h3>
      <p>
        {list(match.topic.map(action))} · {m.verified({ count: numberText(verified) })}
      </p>
      {match.ahead.length > 0 ? <p>{m.aheadIn({ dimensions: list(match.ahead.map(dimension)) })}</p> : null}
      <details className="more">
        <summary>{m.why()}</summary>
        <dl className="facts">
          {parts.flatMap(({ part, value, weight }) => [
            <dt key={part}>{m.partIs({ code: part })}</dt>,
            <dd key={`${part}-is`}>{m.points({ points: pointsOf(value, weight), weight: numberText(weight / ALL) })}</dd>,
          ])}
        </dl>
      </details>
      <h3>{m.gets()}</h3>
      {back.length === 0 ? <p className="quiet">{m.nothingBack()}</p> : null}
      <ul className="plain">
        {back.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {isOwn ? (
        <Suspense fallback={null}>
          <Invite provider={city} />
        </Suspense>
      ) : null}
    </section>
  );
}

const ALL = 10_000;
const pointsOf = (value: string, weight: number): string => numberText((numberOf(value) * weight) / ALL);

function Misses({ of, names }: { readonly of: Peers['nearMisses']; readonly names: Names }) {
  if (of.length === 0) return null;
  return (
    <section className="part" aria-labelledby="h-misses">
      <h2 id="h-misses">{m.doNotFit()}</h2>
      <dl className="facts">
        {of.flatMap(({ peer, missed }) => [
          <dt key={peer.city}>
            <ItemLink id={peer.city}>{nameOf(names, peer.city)}</ItemLink>
          </dt>,
          <dd key={`${peer.city}-is`}>{list(missed.map((code) => m.missedIs({ code })))}</dd>,
        ])}
      </dl>
    </section>
  );
}
