import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type AnswerOf, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

const PAGE = 50;
const AT_ONCE = 500;

export const filesQuery = (status: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('payment-files', { status, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listPaymentFiles(
        {
          sort: '-updated',
          counts: 'status',
          limit: PAGE,
          with: 'names',
          ...(status ? { status } : {}),
          ...(cursor ? { cursor } : {}),
        },
        { signal },
      ),
  });

/** What is approved, and may go into a file: it is read again with the files. */
export const waitingQuery = queryOptions({
  queryKey: keys.list('payment-files', { waiting: true }),
  queryFn: ({ signal }) => api.operations.findPayments({ status: 'approved', limit: AT_ONCE, with: 'names' }, { signal }),
});

/** Which of those of a payer and currency may go into a file, and what stands against the others. */
export const forFileQuery = (payer: string, currency: string) =>
  queryOptions({
    queryKey: keys.list('payment-files', { payer, currency }),
    queryFn: ({ signal }) => api.operations.paymentsForFile({ id: payer, currency, with: 'names' }, { signal }),
  });

export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.item(id), 'getPaymentFile'],
    queryFn: ({ signal }) => api.operations.getPaymentFile({ id, with: 'names' }, { signal }),
  });

type Asked = { readonly pageParam: string; readonly signal: AbortSignal };

/** Its transfers beyond those that come with it. */
export const transfersQuery = (id: string, after: string) => ({
  queryKey: keys.part(id, 'transfers'),
  initialPageParam: after,
  queryFn: ({ pageParam, signal }: Asked) => api.operations.getPaymentFile({ id, cursor: pageParam, with: 'names' }, { signal }),
  getNextPageParam: ({ nextCursor }: AnswerOf<'getPaymentFile'>) => nextCursor,
});
