import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { progressReports } from '#lists';
import { city } from '#messages';
import * as m from '#messages/handed-in';
import { fieldLabel } from '../../acts/words.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which of them are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(progressReports.statuses), city: text, signatory: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/progress-reports');

type Row = RowOf<typeof progressReports>;

/** What cities report of what they have signed. */
export const Page = () => (
  <ItemList
    of={progressReports}
    search={route.useSearch()}
    asks={ASKS}
    title={m.reports()}
    file={async () => (await import('../../exports/programme-columns.ts')).REPORT_COLUMNS}
    none={m.noneHandedIn()}
    kind="progressReportStatus"
    columns={(names) => [
      column.linked<Row>(city(), (row) => names[row.city]?.text ?? row.city),
      column.text<Row>(fieldLabel('number'), ({ number }) => number),
      column.status('progressReportStatus', ({ status }) => status),
      column.text<Row>(fieldLabel('edition'), ({ edition }) => edition || '–'),
      column.day<Row>(m.inForceSince(), ({ publishedOn }) => publishedOn),
    ]}
  />
);
