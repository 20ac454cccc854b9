import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { exchanges } from '#lists';
import * as m from '#messages/peers';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { list } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which exchanges are listed: all of one's own where the address does not say. */
export const search = z.object({ status: oneOf(exchanges.statuses), cities: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/exchanges');

type Exchange = RowOf<typeof exchanges>;

/** The exchanges of one's own city. */
export function Page() {
  const search = route.useSearch();
  const session = useSession();
  const action = useCodeNames('actions');
  return (
    <ItemList
      of={exchanges}
      search={search}
      asks={ASKS}
      title={m.exchanges()}
      about={m.exchangesAre()}
      aside={
        session?.roles.includes('proposer.officer') ? (
          <Link className="btn first" to="/peers">
            {m.title()}
          </Link>
        ) : null
      }
      file={async () => (await import('../../exports/programme-columns.ts')).EXCHANGE_COLUMNS}
      none={m.none()}
      kind="cityExchangeStatus"
      columns={(names) => [
        column.linked<Exchange>(m.topic(), ({ topic, id }) => (topic.length > 0 ? list(topic.map(action)) : id)),
        column.named<Exchange>(m.seeker(), ({ seeker }) => seeker, names),
        column.named<Exchange>(m.provider(), ({ provider }) => provider, names),
        column.status<'cityExchangeStatus', Exchange>('cityExchangeStatus', ({ status }) => status),
        column.day<Exchange>(m.due(), ({ due }) => due),
      ]}
    />
  );
}
