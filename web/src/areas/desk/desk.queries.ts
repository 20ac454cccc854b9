import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';

export type Waits = 'me' | 'others' | 'late';
/** `kind`: empty for all. */
export type Asked = { readonly waits: Waits; readonly kind: string };

const PAGE = 50;
const ASKED = { me: { waits: 'me' }, others: { waits: 'others' }, late: { waits: 'all', overdue: 'true' } } as const;

const WHOLE_PAGE = 500;
/** All that waits from a cursor on, in as large pages as there are: for files. */
export async function exportPage({ waits, kind }: Asked, cursor: string, signal: AbortSignal) {
  const asked = {
    ...ASKED[waits],
    ...(kind ? { kind } : {}),
    limit: WHOLE_PAGE,
    sort: 'due',
    with: 'names',
    ...(cursor ? { cursor } : {}),
  } as const;
  const { work, names = {}, nextCursor } = await api.operations.listWork(asked, { signal });
  return { rows: work, names, next: nextCursor };
}

/** What waits, what is due first at the top. */
export const workQuery = ({ waits, kind }: Asked, cursor: string) =>
  queryOptions({
    queryKey: keys.list('work', { waits, kind, cursor }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.operations.listWork(
        { ...ASKED[waits], ...(kind ? { kind } : {}), limit: PAGE, sort: 'due', with: 'names', ...(cursor ? { cursor } : {}) },
        { signal },
      ),
  });
