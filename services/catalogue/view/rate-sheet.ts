import { rateSheetFold } from '@junkan/disbursement/fold.ts';
import type { RateSheet } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Listed } from './item.ts';

/** The exchange rates of a source and day: for finance and auditors, whose role is asked for before. */
export const rateSheet: Listed<(typeof rateSheetFold)['initial'], RateSheet> = {
  kind: 'rates',
  fold: rateSheetFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, source, base, day } = seen;
    const columns = { version, status, source, base, day, created, updated };
    return [{ kind: 'rates', id, n, tags: {}, parties: [], columns, doc: () => rateSheetFold.toJson(seen) }];
  },
};
