import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { awards } from '#lists';
import { menuAwards } from '#messages';
import * as m from '#messages/awards';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which awards are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(awards.statuses), cursor: text });

const ASKS = { sort: '-closesOn', counts: 'status' } as const;
const FOR_EVERYBODY = { ...awards, operation: 'listPublicAwards' } as const;

const route = getRouteApi('/everybody/awards');

type Award = RowOf<typeof awards>;

/** Awards: their calls, and what juries have decided. */
export function PublicPage() {
  const search = route.useSearch();
  const session = useSession();
  return (
    <ItemList
      of={session ? awards : FOR_EVERYBODY}
      search={search}
      asks={ASKS}
      title={menuAwards()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).AWARD_COLUMNS}
      none={m.noAwards()}
      kind="awardCycleStatus"
      aside={session?.roles.includes('secretariat.officer') ? <ToDraft /> : null}
      columns={() => [
        column.linked<Award>(m.award(), ({ title }) => title),
        column.day<Award>(m.closesOn(), ({ closesOn }) => closesOn),
        column.day<Award>(m.judgingUntil(), ({ judgingUntil }) => judgingUntil),
        column.status<'awardCycleStatus', Award>('awardCycleStatus', ({ status }) => status),
      ]}
    />
  );
}

const ToDraft = () => (
  <Link className="btn" to="/awards/new">
    {labelOf('draftAwardCycle')}
  </Link>
);
