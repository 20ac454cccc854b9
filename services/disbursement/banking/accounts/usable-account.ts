import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { BankAccountId, Existing, State } from './bank-account.ts';

type WithId = { readonly id: BankAccountId; readonly state: State };
export type Usable = { readonly id: BankAccountId; readonly account: Existing & { readonly status: 'confirmed' } };

/**
 * The accounts of an organisation that can be paid to, or from, in a currency at a moment; what became usable last is first, and is the one that is used.
 * What has once taken the place of another leaves it so, also when it is retired later.
 */
export function usableOf(accounts: readonly WithId[], currency: string, now: Instant): Usable[] {
  const replaced = new Set(accounts.flatMap(({ state }) => (hasTakenOver(state, now) ? [state.replaces] : [])));
  return accounts
    .flatMap(({ id, state }): Usable[] =>
      state.status === 'confirmed' && state.currency === currency && state.usableFrom <= now && !replaced.has(id)
        ? [{ id, account: state }]
        : [],
    )
    .toSorted((one, other) => compare(other.account.usableFrom, one.account.usableFrom) || compare(other.id, one.id));
}

/** Whether it was usable at some moment up to now. */
const hasTakenOver = (state: State, now: Instant): state is Existing & { readonly status: 'confirmed' | 'retired' } =>
  (state.status === 'confirmed' && state.usableFrom <= now) ||
  (state.status === 'retired' && state.usableFrom <= now && state.usableFrom <= state.retiredAt);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
