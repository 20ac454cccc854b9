import { randomUUID } from 'node:crypto';
import { accounts, deposit, received } from '../store/account.fixture.ts';
import type { StoredEvent } from '../store/codec.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Projection } from './projection.ts';

type Balance = { readonly balance: string; readonly amounts: readonly string[] };

/** A read model of accounts that shows each amount once for each time that it was folded. A deposit of 13 is poison. */
export const balances = (name = 'balances'): Projection<Balance> => ({
  name,
  context: 'bank',
  aggregates: [accounts.aggregate],
  fold(view, { type, data }: StoredEvent) {
    if (data['amount'] === '13') throw new Error('thirteen is not understood');
    if (type !== 'Deposited') throw new Error(`${type} is not understood`);
    const amounts = [...(view?.amounts ?? []), String(data['amount'])];
    return { amounts, balance: String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)) };
  },
});

/** The same after it was mended. */
export const mendedBalances = (name = 'balances'): Projection<Balance> => ({
  ...balances(name),
  fold: (view, { data }) => {
    const amounts = [...(view?.amounts ?? []), String(data['amount'])];
    return { amounts, balance: String(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n)) };
  },
});

export async function give(store: EventStore, stream: string, ...amounts: readonly bigint[]): Promise<void> {
  for (const amount of amounts) await store.execute(accounts, { stream, command: deposit(amount), call: received(randomUUID()) });
}
