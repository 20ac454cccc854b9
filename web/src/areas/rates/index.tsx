import { getRouteApi } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { z } from 'zod/mini';
import { rates } from '#lists';
import * as common from '#messages';
import * as m from '#messages/rates';
import { labelOf } from '../../acts/words.ts';
import { useSession } from '../../base/api/session.ts';
import { Awaiting } from '../../base/parts/Awaiting.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import type { Column } from '../../base/parts/Table.tsx';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted } from '../../lists/controls.tsx';

/** Which exchange rates are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(rates.statuses), source: text, cursor: text });

// It comes when rates are to be entered.
const Enter = lazy(async () => ({ default: (await import('./Enter.tsx')).Enter }));

const route = getRouteApi('/members/rates');

/** Each day of a source, with how many rates it tells. */
const columnsOf = (): readonly Column<RowOf<typeof rates>>[] => [
  column.linked(m.day(), ({ day }) => <column.Day of={day} />),
  column.text(m.source(), ({ source }) => source),
  column.text(m.base(), ({ base }) => base),
  column.status('rateSheetStatus', ({ status }) => status),
  column.count(m.rates(), ({ editions }) => editions.at(-1)?.rates.length ?? 0),
];

/** Exchange rates by day and source, the newest day at the top. */
export function Page() {
  const search = route.useSearch();
  const [isOpen, setOpen] = useState(false);
  const mayEnter = useSession()?.roles.includes('finance.maker') ?? false;
  return (
    <ItemList
      of={rates}
      search={search}
      asks={{ sort: '-day', counts: 'status,source' }}
      title={m.title()}
      about={m.whatFor()}
      none={m.none()}
      kind="rateSheetStatus"
      statuses={['proposed', 'correcting', 'confirmed', 'refused']}
      filters={({ source: counts = {} }) => (
        <search className="row" aria-label={common.filters()}>
          <Counted label={m.source()} name="source" chosen={search.source ?? ''} counts={counts} />
        </search>
      )}
      columns={columnsOf}
    >
      {mayEnter ? (
        <div className="acts">
          <button className="btn first" type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {labelOf('enterRates')}
          </button>
        </div>
      ) : null}
      {isOpen ? (
        <Awaiting>
          <Enter />
        </Awaiting>
      ) : null}
    </ItemList>
  );
}
