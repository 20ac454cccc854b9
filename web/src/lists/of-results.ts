import { api } from '../base/api/client.ts';
import type { ReadPage } from '../base/api/types.ts';
import type { ResultRow } from '../exports/action-columns.ts';

const LARGEST = 1_000;

/** What each source adds to the figures of all cities, page by page. */
export const resultRows: ReadPage<ResultRow> = async (cursor, signal) => {
  const asked = { limit: LARGEST, with: 'names', ...(cursor ? { cursor } : {}) } as const;
  const { atoms, next, total, names = {} } = await api.operations.listPublicResultRows(asked, { signal });
  return { rows: atoms, names, next, total };
};
