import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { actionPlans } from '#lists';
import { city } from '#messages';
import * as m from '#messages/handed-in';
import { fieldLabel } from '../../acts/words.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which of them are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(actionPlans.statuses), city: text, signatory: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/action-plans');

type Row = RowOf<typeof actionPlans>;

/** What cities plan for the commitments that they have signed. */
export const Page = () => (
  <ItemList
    of={actionPlans}
    search={route.useSearch()}
    asks={ASKS}
    title={m.plans()}
    file={async () => (await import('../../exports/programme-columns.ts')).PLAN_COLUMNS}
    none={m.noneHandedIn()}
    kind="actionPlanStatus"
    columns={(names) => [
      column.linked<Row>(city(), (row) => names[row.city]?.text ?? row.city),
      column.status('actionPlanStatus', ({ status }) => status),
      column.text<Row>(fieldLabel('edition'), ({ edition }) => edition || '–'),
      column.day<Row>(m.inForceSince(), ({ acceptedOn }) => acceptedOn),
    ]}
  />
);
