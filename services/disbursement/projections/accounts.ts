import type { Projection, Row } from '@junkan/kit/messaging/projection.ts';
import type { Database } from '@junkan/kit/mongo.ts';
import type { StoredEvent } from '@junkan/kit/store/codec.ts';
import type { AccountBalance } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { entryOf } from '../domain/agreement-events.ts';
import { agreements } from '../mapping.ts';

/** What one agreement's journal adds to each account, in minor units. */
export type AccountSums = { readonly sums: readonly { readonly account: string; readonly currency: string; readonly amount: bigint }[] };

/** Accounts are nothing but the fold of the journal entries that the events carry. */
export const accountProjection: Projection<AccountSums> = {
  name: 'accounts',
  context: 'disbursement',
  aggregates: [agreements.aggregate],
  fold: (view, event) => ({ sums: withEntry(view?.sums ?? [], event) }),
};

function withEntry(sums: AccountSums['sums'], stored: StoredEvent): AccountSums['sums'] {
  const postings = entryOf(agreements.codec.decode(stored))?.postings ?? [];
  return added([...sums, ...postings.map(({ account, money }) => ({ account, ...money }))]);
}

/** One sum for each account and currency, by name. */
function added(parts: AccountSums['sums']): AccountSums['sums'] {
  const sums = Map.groupBy(parts, ({ account, currency }) => `${account} ${currency}`);
  return [...sums.values()]
    .flatMap(([first, ...others]) => (first ? [{ ...first, amount: others.reduce((sum, { amount }) => sum + amount, first.amount) }] : []))
    .sort((a, b) => (`${a.account} ${a.currency}` < `${b.account} ${b.currency}` ? -1 : 1));
}

/** The balances of the accounts whose name begins so. */
export async function accountBalances(db: Database, prefix: string): Promise<AccountBalance[]> {
  const rows = await db.collection<Row & AccountSums>(accountProjection.name).find().toArray();
  const wanted = rows.flatMap(({ sums }) => sums).filter(({ account }) => account.startsWith(prefix));
  return added(wanted).map(({ account, currency, amount }) => ({ account, balance: { amount, currency } }));
}
