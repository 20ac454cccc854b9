import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import type { LedgerSearch } from './ledger.search.ts';

const PAGE = 50;

const askedBy = ({ cursor: _, ...search }: LedgerSearch) => ({
  with: 'names',
  ...Object.fromEntries(Object.entries(search).filter(([, value]) => value)),
});

/** All lines: for files. */
export const wholeLedger = (search: LedgerSearch) => wholeOf('getLedger', askedBy(search), ({ lines }) => lines);

export const ledgerQuery = (search: LedgerSearch) =>
  queryOptions({
    queryKey: keys.list('ledger', search),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.getLedger({ ...askedBy(search), limit: PAGE, ...(search.cursor ? { cursor: search.cursor } : {}) }, { signal }),
  });
