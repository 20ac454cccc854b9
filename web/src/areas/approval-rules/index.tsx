import { queryOptions, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as m from '#messages/rules';
import { labelOf } from '../../acts/words.ts';
import { api } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { useSession } from '../../base/api/session.ts';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { PageHead } from '../../base/parts/PageHead.tsx';
import { textInAddress as text } from '../../base/parts/search.ts';
import { Newer, Pages } from '../../lists/Pages.tsx';
import { LimitList, ProposeLimits } from './Limits.tsx';

/** Which page of the rules of organisations is shown. */
export const search = z.object({ cursor: text });

const PAGE = 50;

export const rulesQuery = (cursor: string) =>
  queryOptions({
    queryKey: keys.list('approval-rules', { cursor }),
    queryFn: ({ signal }) =>
      api.operations.listApprovalRules({ sort: '-updated', limit: PAGE, with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });

const route = getRouteApi('/members/approval-rules');

/** The rules by which organisations approve, as far as the reader may know of them. */
export function Page() {
  const { cursor = '' } = route.useSearch();
  const { data, dataUpdatedAt } = useQuery({ ...rulesQuery(cursor), throwOnError: true });
  const session = useSession();
  const own = data?.rules.find(({ organisation }) => organisation === session?.organisation);
  return (
    <>
      <PageHead title={m.rules()} below={<p>{m.whatFor()}</p>} />
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
