import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/rules';
import { Acts } from '../../acts/Acts.tsx';
import { History } from '../../acts/History.tsx';
import { Newer } from '../../acts/Newer.tsx';
import { labelOf } from '../../acts/words.ts';
import { itemQuery } from '../../api/items.ts';
import { useSession } from '../../api/session.ts';
import { ItemLink } from '../../parts/ItemLink.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { Pages } from '../../parts/Pages.tsx';
import { LimitList, ProposalFacts } from './facts.tsx';
import { ProposeLimits } from './propose.tsx';
import { rulesQuery } from './rules.queries.ts';

const route = getRouteApi('/members/approval-rules');
const one = getRouteApi('/members/approval-rules/$id');

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
          {own ? null : <h2 className="vh">{labelOf('proposeLimits')}</h2>}
          <ProposeLimits standing={[]} isOver={own !== undefined} />
          <Pages label={m.rules()} cursor={cursor} next={data.nextCursor} />
        </>
      ) : (
        <Loading />
      )}
    </>
  );
}

/** The rules of one organisation: what stands, what was proposed and who stood behind it. */
export function RulesPage() {
  const { id } = one.useParams();
  const { data: rules } = useSuspenseQuery(itemQuery('getApprovalRules', id));
  const { organisation = '', limits, proposals = [], status, names = {} } = rules;
  const isOwn = useSession()?.organisation === organisation;
  const title = m.rulesOf({ name: names[organisation]?.text ?? (organisation === 'secretariat' ? m.secretariat() : organisation) });
  return (
    <>
      <title>{`${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/approval-rules">{m.rules()}</Link>
        </li>
      </ol>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <div className="two">
        <div>
          <section className="part" aria-labelledby="h-standing">
            <h2 id="h-standing">{m.standing()}</h2>
            <LimitList limits={limits} of={id} />
            <Acts
              item={{ ...rules, id, names }}
              given={({ operation }) => (operation === 'proposeLimits' ? undefined : { body: { proposal: proposals.length } })}
            />
            {isOwn ? <ProposeLimits key={rules.edition} standing={limits ?? []} isOver={status !== 'standing'} /> : null}
          </section>
          <section className="part" aria-labelledby="h-proposals">
            <h2 id="h-proposals">{m.proposals()}</h2>
            {proposals.toReversed().map((proposal) => (
              <ProposalFacts key={proposal.number} id={id} proposal={proposal} names={names} />
            ))}
          </section>
        </div>
        <section className="part" aria-labelledby="h-history">
          <h2 id="h-history">{m.history()}</h2>
          <History timeline="getApprovalRulesTimeline" id={id} names={names} more={m.more()} />
        </section>
      </div>
    </>
  );
}
