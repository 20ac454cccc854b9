import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as m from '#messages/delegations';
import { Begin } from '../../acts/Begin.tsx';
import { labelOf, roleText } from '../../acts/words.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { DelegationFacts } from './DelegationFacts.tsx';

/** Which page of what organisations have delegated is shown. */
export const search = z.object({ cursor: text });

const PAGE = 50;

export const delegationsQuery = (cursor: string) =>
  queryOptions({
    queryKey: keys.list('delegations', { cursor }),
    queryFn: ({ signal }) =>
      api.operations.listDelegations({ sort: '-updated', limit: PAGE, with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });

const route = getRouteApi('/members/delegations');

/** The delegations of organisations, as far as the reader may know of them, and the form to delegate a role. */
export function Page() {
  const { cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...delegationsQuery(cursor), throwOnError: true });
  const organisation = useSession()?.organisation;
  return (
    <>
      <PageHead title={m.delegations()} below={<p>{m.whatFor()}</p>} />
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

type Role = Schemas['Session']['roles'][number];
const APPROVING: readonly Role[] = ['proposer.certifier', 'sponsor.approver', 'secretariat.approver', 'finance.checker'];

/** Gives a role of one's own to another person: one form for each role that the person has, and has not from another. */
export function GiveRole() {
  const session = useSession();
  const held = session?.heldFor?.map(({ role }) => role) ?? [];
  const own = APPROVING.filter((role) => session?.roles.includes(role) && !held.includes(role));
  return own.map((role) => (
    <section key={role} className="part" aria-label={roleText(role)}>
      <p>{roleText(role)}</p>
      <Begin operation="delegateRole" roles={[role]} body={{ role }} />
    </section>
  ));
}
