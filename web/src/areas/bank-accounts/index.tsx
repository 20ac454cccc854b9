import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { bankAccounts } from '#lists';
import * as m from '#messages/accounts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList } from '../../items/ItemList.tsx';
import { columnsOfAccounts, NameAccount } from '../../lists/AccountTable.tsx';

/** Which bank accounts are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(bankAccounts.statuses), cursor: text });

const route = getRouteApi('/members/bank-accounts');

/** The bank accounts that the reader may know of, the last changed first. */
export const Page = () => (
  <ItemList
    of={bankAccounts}
    search={route.useSearch()}
    asks={{ sort: '-updated', counts: 'status', with: 'names' }}
    title={m.accounts()}
    about={m.whatFor()}
    none={m.noAccounts()}
    kind="bankAccountStatus"
    columns={columnsOfAccounts}
  >
    <NameAccount isAlone />
  </ItemList>
);
