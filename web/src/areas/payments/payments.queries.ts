import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';
import type { PaymentsSearch } from './payments.search.ts';

const PAGE = 50;

const askedBy = ({ status = '', sponsor = '' }: PaymentsSearch) => ({
  sort: '-updated' as const,
  with: 'names',
  ...(status ? { status } : {}),
  ...(sponsor ? { sponsor } : {}),
});

/** The whole list: for files. */
export const wholePayments = (search: PaymentsSearch) => wholeOf('findPayments', askedBy(search), ({ payments }) => payments);

export const paymentsQuery = ({ status = '', sponsor = '', cursor = '' }: PaymentsSearch) =>
  queryOptions({
    queryKey: keys.list('payments', { status, sponsor, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.findPayments(
        { ...askedBy({ status, sponsor }), counts: 'status', limit: PAGE, ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });

/** The money of one organisation, or of all, by how sure it is. */
export const totalsQuery = (organisation: string) => {
  const whose = organisation.startsWith('org_')
    ? { proposer: organisation }
    : organisation.startsWith('spo_')
      ? { sponsor: organisation }
      : {};
  return queryOptions({
    queryKey: keys.list('portfolio', whose),
    queryFn: ({ signal }) => api.operations.getPortfolio(whose, { signal }),
  });
};
