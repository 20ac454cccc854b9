import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/rules';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { useSession } from '../../base/api/session.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { HistoryPart } from '../../history/History.tsx';
import { DayLimits, LimitList, ProposalFacts, ProposeLimits } from './Limits.tsx';

const one = getRouteApi('/members/approval-rules/$id');

/** The rules of one organisation: the current ones, the proposals, and who confirmed them. */
export function Page() {
  const { id } = one.useParams();
  const { data: rules } = useSuspenseQuery(itemQuery('getApprovalRules', id));
  const { organisation = '', limits, dayLimits, proposals = [], status, names = {} } = rules;
  const isOwn = useSession()?.organisation === organisation;
  const title = m.rulesOf({ name: names[organisation]?.text ?? (organisation === 'secretariat' ? m.secretariat() : organisation) });
  return (
    <ItemPage title={title} up={<Link to="/approval-rules">{m.rules()}</Link>}>
      <div className="two">
        <div>
          <section className="part" aria-labelledby="h-standing">
            <h2 id="h-standing">{m.standing()}</h2>
            <LimitList limits={limits} of={id} />
            <DayLimits limits={dayLimits} of={id} />
            <Acts
              item={{ ...rules, id, names }}
              given={({ operation }) => (operation === 'proposeLimits' ? undefined : { body: { proposal: proposals.length } })}
            />
            {isOwn ? (
              <ProposeLimits key={rules.edition} standing={limits ?? []} ofDays={dayLimits ?? []} isOver={status !== 'standing'} />
            ) : null}
          </section>
          <section className="part" aria-labelledby="h-proposals">
            <h2 id="h-proposals">{m.proposals()}</h2>
            {proposals.toReversed().map((proposal) => (
              <ProposalFacts key={proposal.number} id={id} proposal={proposal} names={names} />
            ))}
          </section>
        </div>
        <HistoryPart title={m.history()} timeline="getApprovalRulesTimeline" id={id} names={names} more={m.more()} />
      </div>
    </ItemPage>
  );
}
