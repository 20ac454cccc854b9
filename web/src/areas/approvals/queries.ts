import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';

export type Work = Schemas['Work'];

/** What binds an organisation by a second person's word. */
export const KINDS: readonly Work['kind'][] = [
  ...(['offer-to-approve', 'project-to-approve', 'signature', 'modification-to-approve'] as const),
  ...(['payment-to-approve', 'waiver-to-decide', 'closure-to-decide'] as const),
];
const PAGE = 50;
const MANY = 200;

export const approvalsQuery = (kind: string, cursor: string) =>
  queryOptions({
    queryKey: keys.list('approvals', { kind, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listWork({ ...asked(kind), waits: 'me', limit: PAGE, ...(cursor ? { cursor } : {}) }, { signal }),
  });

/** Approvals from which the reader is excluded because of an earlier act. */
export const keptFromQuery = (kind: string) =>
  queryOptions({
    queryKey: keys.list('approvals', { kind, waits: 'others' }),
    queryFn: async ({ signal }) => {
      const { work, names = {} } = await api.operations.listWork({ ...asked(kind), waits: 'others', limit: MANY }, { signal });
      return { work: work.filter(({ excluded }) => excluded !== undefined), names };
    },
  });

const asked = (kind: string) => ({ kind: kind || KINDS.join(','), sort: 'due' as const, with: 'names' });
