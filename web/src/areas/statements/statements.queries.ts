import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { StatementsSearch } from './statements.search.ts';

const PAGE = 50;
const ENTRIES = 25;
const AT_ONCE = 500;

export const statementsQuery = ({ status, balance, account, cursor }: StatementsSearch) =>
  queryOptions({
    queryKey: keys.list('statements', { status, balance, account, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listStatements(
        {
          sort: '-updated',
          counts: 'status,balance,account',
          limit: PAGE,
          with: 'names',
          ...(status ? { status } : {}),
          ...(balance ? { balance } : {}),
          ...(account ? { account } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });

/** A statement with one page of its entries. */
export const statementQuery = (id: string, standing: string, cursor: string) =>
  queryOptions({
    queryKey: [...keys.item(id), 'getStatement', standing, cursor],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.getStatement(
        { id, limit: ENTRIES, with: 'names', ...(standing ? { standing } : {}), ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });

type Money = Schemas['Money'];
/** The recoveries of which so much may be refunded. */
export const openRefundsQuery = ({ amount, currency }: Money) =>
  queryOptions({
    queryKey: keys.list('refunds', { amount, currency }),
    queryFn: async ({ signal }) => {
      const asked = { kind: 'recovery-to-resolve', limit: AT_ONCE, with: 'names' } as const;
      const { work, names } = await api.operations.listWork(asked, { signal });
      const isEnough = (open: Money | undefined): boolean => open?.currency === currency && Number(open.amount) >= Number(amount);
      return { refunds: work.filter((each) => isEnough(each.amount)), names };
    },
  });

/** What is confirmed to have been paid of an agreement. */
export const settledOfQuery = (agreement: string) =>
  queryOptions({
    queryKey: keys.list('payments', { status: 'settled', agreement }),
    queryFn: ({ signal }) => api.operations.findPayments({ status: 'settled', agreement, limit: AT_ONCE, with: 'names' }, { signal }),
  });

/** What the bank was told to pay, or is confirmed to have paid: of one sum, or as much of it as is asked for at once. */
export const openPaymentsQuery = (currency: string, status: 'instructed' | 'settled' = 'instructed', sum?: Money) =>
  queryOptions({
    queryKey: keys.list('payments', { status, currency, sum }),
    queryFn: ({ signal }) =>
      api.operations.findPayments(
        {
          status,
          currency,
          limit: AT_ONCE,
          with: 'names',
          ...(sum ? { amountFrom: sum.amount, amountTo: sum.amount } : {}),
        },
        { signal },
      ),
  });
