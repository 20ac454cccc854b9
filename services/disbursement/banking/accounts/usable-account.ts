import { type Instant, plusDays } from '@junkan/kit/pure/dates.ts';
import type { BankAccountId, Existing, State } from './bank-account.ts';

type WithId = { readonly id: BankAccountId; readonly state: State };
/** `before`: in whose place it is used; '' = it is the first in its currency. */
export type Usable = {
  readonly id: BankAccountId;
  readonly account: Existing & { readonly status: 'confirmed' };
  readonly before: BankAccountId | '';
};

/** So long after it began to be used, readers are warned that it is new. */
const NEW_DAYS = 30;
export const isNew = (usableFrom: Instant, now: Instant): boolean => now < plusDays(usableFrom, NEW_DAYS);

/**
 * The one account of an organisation that is paid to, or from, in a currency at a moment: what became usable last. It has taken the place of all before it, also when
 * it is retired later: then nothing is used until two persons have confirmed another.
 */
export function usableOf(accounts: readonly WithId[], currency: string, now: Instant): Usable | undefined {
  const replaced = new Set(accounts.flatMap(({ state }) => (hasTakenOver(state, now) ? [state.replaces] : [])));
  const [last, previous] = accounts
    .flatMap(({ id, state }) => (hasTakenOver(state, now) && state.currency === currency ? [{ id, account: state }] : []))
    .toSorted((one, other) => compare(other.account.usableFrom, one.account.usableFrom) || compare(other.id, one.id));
  return last?.account.status === 'confirmed' && !replaced.has(last.id)
    ? { id: last.id, account: last.account, before: previous?.id ?? '' }
    : undefined;
}

/** Whether it was usable at some moment up to now. */
const hasTakenOver = (state: State, now: Instant): state is Existing & { readonly status: 'confirmed' | 'retired' } =>
  (state.status === 'confirmed' && state.usableFrom <= now) ||
  (state.status === 'retired' && state.usableFrom <= now && state.usableFrom <= state.retiredAt);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
