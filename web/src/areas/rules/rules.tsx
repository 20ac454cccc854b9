import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as m from '#messages/rules';
import { Newer } from '../../acts/Newer.tsx';
import { useSession } from '../../api/session.ts';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { LimitList } from './facts.tsx';
import { ProposeLimits } from './propose.tsx';
import { rulesQuery } from './rules.queries.ts';

const route = getRouteApi('/members/approval-rules');

/** The rules by which organisations approve, as far as whoever looks may know of them. */
export function ApprovalRules() {
  const { cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...rulesQuery(cursor), throwOnError: true });
  const session = useSession();
  const own = data?.rules.find(({ organisation }) => organisation === session?.organisation);
  return (
    <>
      <title>{`${m.rules()} · Junkan`}</title>
      <div className="head">
        <div>
          <h1>{m.rules()}</h1>
          <p>{m.whatFor()}</p>
        </div>
      </div>
      {data ? (
        <>
          <p className="row" role="status">
            {own ? null : m.noneYet()}
            <Newer of="approval-rules" since={dataUpdatedAt} />
          </p>
          {data.rules.map(({ id = '', organisation = '', limits }) => (
            <section key={id} className="part" aria-labelledby={id}>
              <h2 id={id}>
                <ItemLink id={id}>{m.rulesOf({ name: data.names?.[organisation]?.text ?? organisation })}</ItemLink>
              </h2>
              <h3>{m.standing()}</h3>
              <LimitList limits={limits} of={id} />
            </section>
          ))}
          {own ? null : <ProposeLimits standing={[]} />}
          <Pages label={m.rules()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}
