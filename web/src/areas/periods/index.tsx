import { getRouteApi } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { z } from 'zod/mini';
import { periods } from '#lists';
import * as m from '#messages/periods';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import type { Column } from '../../base/parts/Table.tsx';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which closings are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(periods.statuses), cursor: text });

// It comes when a closing is to be proposed.
const Propose = lazy(async () => ({ default: (await import('./Propose.tsx')).Propose }));

const route = getRouteApi('/members/periods');

const columnsOf = (): readonly Column<RowOf<typeof periods>>[] => [
  column.linked(m.through(), ({ through }) => <column.Day of={through} />),
  column.day(m.from(), ({ from }) => from),
  column.status('periodStatus', ({ status }) => status),
];

/** Closings of the books, the newest at the top. */
export function Page() {
  const [isOpen, setOpen] = useState(false);
  const mayPropose = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <ItemList
      of={periods}
      search={route.useSearch()}
      asks={{ sort: '-through', counts: 'status' }}
      title={m.title()}
      about={m.whatFor()}
      none={m.none()}
      kind="periodStatus"
      columns={columnsOf}
    >
      {mayPropose ? (
        <div className="acts">
          <button className="btn first" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {labelOf('proposePeriod')}
          </button>
        </div>
      ) : null}
      {isOpen ? (
        <Awaiting>
          <Propose />
        </Awaiting>
      ) : null}
    </ItemList>
  );
}
