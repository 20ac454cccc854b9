import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { series as listed } from '#lists';
import * as m from '#messages/series';
import { fieldLabel, labelOf } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { useSession } from '../../base/api/session.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { numberText } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which series are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(listed.statuses), city: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/series');

type Series = RowOf<typeof listed>;

/** What cities measure, period by period. */
export function Page() {
  const search = route.useSearch();
  const session = useSession();
  const indicator = useCodeNames('indicators');
  const { status, city: of } = search;
  const narrowed = { ...(status ? { status } : {}), ...(of ? { city: of } : {}) };
  return (
    <ItemList
      of={listed}
      search={search}
      asks={ASKS}
      title={m.title()}
      about={m.whatFor()}
      aside={
        <>
          {session?.roles.includes('proposer.officer') ? (
            <Link className="btn first" to="/series/new">
              {labelOf('openSeries')}
            </Link>
          ) : null}
          <Export
            name="series"
            columns={async () => (await import('../../exports/action-columns.ts')).SERIES_COLUMNS}
            page={async (cursor, signal) => {
              const { seriesRows } = await import('../../exports/action-columns.ts');
              return wholeOf('listSeries', { with: 'names', ...narrowed }, ({ series }) => seriesRows(series))(cursor, signal);
            }}
          />
        </>
      }
      none={m.none()}
      kind="seriesStatus"
      columns={(names) => [
        column.linked<Series>(fieldLabel('indicator'), (series) => indicator(series.indicator)),
        column.named<Series>(m.city(), (series) => series.city, names),
        column.text(fieldLabel('system'), ({ boundary }) => boundary.system),
        column.text(m.periods(), ({ periods }) => numberText(periods.length)),
        column.day<Series>(m.until(), ({ lastTo }) => lastTo),
        column.status('seriesStatus', ({ status }) => status),
      ]}
    />
  );
}
