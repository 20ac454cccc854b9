import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/delegations';
import { Acts } from '../../acts/Acts.tsx';
import { History } from '../../acts/History.tsx';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { delegationsQuery } from './delegations.queries.ts';
import { DelegationFacts } from './facts.tsx';
import { GiveRole } from './give.tsx';

const route = getRouteApi('/members/delegations');
const one = getRouteApi('/members/delegations/$id');

/** What organisations have delegated, as far as whoever looks may know of it, and where a role is given. */
export function Delegations() {
  const { cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...delegationsQuery(cursor), throwOnError: true });
  const organisation = useSession()?.organisation;
  return (
    <>
      <title>{`${m.delegations()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.delegations()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      <h2 className="vh">{labelOf('delegateRole')}</h2>
      <GiveRole />
      {data ? (
        <>
          <p className="row" role="status">
            {data.delegations.some((each) => each.organisation === organisation) ? null : m.noneYet()}
            <Newer of="delegations" since={dataUpdatedAt} />
          </p>
          {data.delegations.map(({ id = '', organisation: of = '', delegations = [], names = {} }) => (
            <section key={id} className="part" aria-labelledby={id}>
              <h2 id={id}>
                <ItemLink id={id}>{m.delegationsOf({ name: data.names?.[of]?.text ?? of })}</ItemLink>
              </h2>
              {delegations
                .filter(({ status }) => status !== 'ended')
                .toReversed()
                .map((delegation) => (
                  <DelegationFacts key={delegation.number} delegation={delegation} names={{ ...data.names, ...names }} />
                ))}
            </section>
          ))}
          <Pages label={m.delegations()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

/** The delegations of one organisation, with what may be done with each. */
export function DelegationsPage() {
  const { id } = one.useParams();
  const { data: list } = useSuspenseQuery(itemQuery('getDelegations', id));
  const { organisation = '', delegations = [], names = {} } = list;
  const title = m.delegationsOf({ name: names[organisation]?.text ?? (organisation === 'secretariat' ? m.secretariat() : organisation) });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/delegations">{m.delegations()}</Link>
        </li>
      </ol>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <div className="two">
        <div className="part">
          <h2 className="vh">{m.delegations()}</h2>
          {delegations.toReversed().map((delegation) => (
            <DelegationFacts key={delegation.number} delegation={delegation} names={names}>
              <Acts
                item={{ ...list, id, names }}
                only={({ delegation: number }) => number === delegation.number}
                given={() => ({ body: { delegation: delegation.number } })}
              />
            </DelegationFacts>
          ))}
        </div>
        <section className="part" aria-labelledby="h-history">
          <h2 id="h-history">{m.history()}</h2>
          <History timeline="getDelegationsTimeline" id={id} names={names} more={m.more()} />
        </section>
      </div>
    </>
  );
}
