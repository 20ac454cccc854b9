import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { signatoryGroups } from '#lists';
import * as m from '#messages/groups';
import { fieldLabel } from '../../acts/words.ts';
import { textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

export const search = z.object({ declaration: text, lead: text, cursor: text });

const ASKS = { with: 'names' } as const;

const route = getRouteApi('/members/signatory-groups');

type Group = RowOf<typeof signatoryGroups>;

/** Groups of cities that sign together. */
export const Page = () => (
  <ItemList
    of={signatoryGroups}
    search={route.useSearch()}
    asks={ASKS}
    title={m.groups()}
    file={async () => (await import('../../exports/programme-columns.ts')).GROUP_COLUMNS}
    none={m.noGroups()}
    columns={(names) => [
      column.linked<Group>(fieldLabel('title'), ({ title }) => title),
      column.named<Group>(m.lead(), ({ lead }) => lead, names),
      column.text<Group>(m.howItReports(), ({ groupKind }) => m.kind({ code: groupKind })),
      column.status('signatoryGroupStatus', ({ status }) => status),
    ]}
  />
);
