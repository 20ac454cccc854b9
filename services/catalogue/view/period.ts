import { periodFold } from '@junkan/disbursement/fold.ts';
import type { Period } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Listed } from './item.ts';

/** Closings of the books: for finance and auditors, whose role is asked for before. */
export const period: Listed<(typeof periodFold)['initial'], Period> = {
  kind: 'period',
  fold: periodFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, through } = seen;
    const columns = { version, status, through, created, updated };
    return [{ kind: 'period', id, n, tags: {}, parties: [], columns, doc: () => periodFold.toJson(seen) }];
  },
};
