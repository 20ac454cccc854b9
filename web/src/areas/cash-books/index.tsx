import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { cashBooks } from '#lists';
import * as m from '#messages/cashBooks';
import type { Schemas } from '../../base/api/client.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import type { Column } from '../../base/parts/Table.tsx';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which cash books are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(cashBooks.statuses), cursor: text });

const route = getRouteApi('/members/cash-books');

const columnsOf = (names: Schemas['Names']): readonly Column<RowOf<typeof cashBooks>>[] => [
  column.linked(m.title(), ({ sponsor, currency }) => m.bookOf({ sponsor: names[sponsor]?.text ?? sponsor, currency })),
  column.day(m.through(), ({ through }) => through),
  column.money(
    m.inBooks(),
    ({ closingBalance }) => closingBalance,
    ({ id }) => `${id}/closingBalance`,
  ),
  column.status('cashBookStatus', ({ status }) => status),
];

/** The cash of each bank account, and whether its statements agree. */
export const Page = () => (
  <ItemList
    of={cashBooks}
    search={route.useSearch()}
    asks={{ sort: '-updated', counts: 'status', with: 'names' }}
    title={m.title()}
    about={m.whatFor()}
    none={m.none()}
    kind="cashBookStatus"
    columns={columnsOf}
  />
);
