import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';

export type Waits = 'me' | 'others' | 'late';
/** `kind`: empty for all. */
export type Asked = { readonly waits: Waits; readonly kind: string };

const PAGE = 50;
const ASKED = { me: { waits: 'me' }, others: { waits: 'others' }, late: { waits: 'all', overdue: 'true' } } as const;

/** All that waits: for files. */
export const wholeWork = ({ waits, kind }: Asked) =>
  wholeOf('listWork', { ...ASKED[waits], ...(kind ? { kind } : {}), sort: 'due', with: 'names' }, ({ work }) => work);

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
