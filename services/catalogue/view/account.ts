import { bankAccountFold } from '@junkan/disbursement/fold.ts';
import type { BankAccount } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Listed } from './item.ts';

/** Where an organisation is paid, or pays from. */
export const account: Listed<(typeof bankAccountFold)['initial'], BankAccount> = {
  kind: 'account',
  fold: bankAccountFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, organisation, currency } = seen;
    const columns = { version, status, organisation, currency, created, updated };
    return [{ kind: 'account', id, n, tags: {}, parties: [], columns, doc: () => bankAccountFold.toJson(seen) }];
  },
};
