import { paymentFileFold } from '@junkan/disbursement/fold.ts';
import type { PaymentFile } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Kept, Listed } from './item.ts';

/** `since`: when it got the status that it has. */
export type FileState = PaymentFile & Pick<Kept<unknown>, 'since'>;

/** A file of payments, without its transfers: for the sponsor that pays; of the secretariat, whoever lists them asks for the role before. */
export const paymentFile: Listed<(typeof paymentFileFold)['initial'], PaymentFile, FileState> = {
  kind: 'file',
  fold: paymentFileFold,
  seen: (message, { since }) => ({ ...message, since }),
  items(seen, { n, created, updated }) {
    const { id, version, status, payer, currency, executionDate: day } = seen;
    const columns = { version, status, payer, currency, day, created, updated };
    return [{ kind: 'file', id, n, tags: {}, parties: [payer], columns, doc: () => paymentFileFold.toJson(seen) }];
  },
};
