import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as m from '#messages/delegations';
import { Acts } from '../../acts/Acts.tsx';
import { itemQuery } from '../../base/api/items.ts';
import { ItemPage } from '../../base/parts/ItemPage.tsx';
import { HistoryPart } from '../../history/History.tsx';
import { DelegationFacts } from './DelegationFacts.tsx';

const one = getRouteApi('/members/delegations/$id');

/** The delegations of one organisation, with what may be done with each. */
export function Page() {
  const { id } = one.useParams();
  const { data: list } = useSuspenseQuery(itemQuery('getDelegations', id));
  const { organisation = '', delegations = [], names = {} } = list;
  const title = m.delegationsOf({ name: names[organisation]?.text ?? (organisation === 'secretariat' ? m.secretariat() : organisation) });
  return (
    <ItemPage title={title} up={<Link to="/delegations">{m.delegations()}</Link>}>
      <div className="two">
        <div className="part">
          <h2 className="vh">{m.delegations()}</h2>
          {delegations.toReversed().map((delegation) => (
            <DelegationFacts key={delegation.number} delegation={delegation} names={names}>
              <Acts item={{ ...list, id, names }} only={({ delegation: number }) => number === delegation.number} />
            </DelegationFacts>
          ))}
        </div>
        <HistoryPart title={m.history()} timeline="getDelegationsTimeline" id={id} names={names} more={m.more()} />
      </div>
    </ItemPage>
  );
}
