import { statementFold } from '@junkan/disbursement/fold.ts';
import type { Statement } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { Listed } from './item.ts';

/** A bank's statement, without its entries. It is nobody's own: whoever lists statements asks for the role before. */
export const statement: Listed<(typeof statementFold)['initial'], Statement> = {
  kind: 'statement',
  fold: statementFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, account, currency, balance, from, to } = seen;
    const columns = { version, status, account, currency, balance, day: to || from, created, updated };
    return [{ kind: 'statement', id, n, tags: {}, parties: [], columns, doc: () => statementFold.toJson(seen) }];
  },
};
