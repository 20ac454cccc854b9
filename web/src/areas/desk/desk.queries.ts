import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { wholeOf } from '../../api/whole.ts';

export type Waits = 'me' | 'others' | 'late';

const PAGE = 50;
const ASKED = { me: { waits: 'me' }, others: { waits: 'others' }, late: { waits: 'all', overdue: 'true' } } as const;

/** All that waits: for files. */
export const wholeWork = (waits: Waits) => wholeOf('listWork', { ...ASKED[waits], sort: 'due', with: 'names' }, ({ work }) => work);

/** What waits, what is due first at the top. */
export const workQuery = (waits: Waits, cursor: string) =>
  queryOptions({
    queryKey: keys.list('work', { waits, cursor }),
    queryFn: ({ signal }) =>
      api.operations.listWork({ ...ASKED[waits], limit: PAGE, sort: 'due', with: 'names', ...(cursor ? { cursor } : {}) }, { signal }),
  });
