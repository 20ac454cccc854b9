import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { BankAccountId } from '../domain/bank-accounts/bank-account.ts';
import { type Usable, usableAccount } from '../domain/bank-accounts/usable-account.ts';
import { bankAccounts } from '../mapping.ts';

type Parts = { readonly store: EventStore; readonly clock: PolicyClock; readonly ownAccounts: Pick<OpenView, 'prepare'> };

/** The account of an organisation that is paid to, or from, now: each organisation is looked up once. */
export function usableAccounts({
  store,
  clock,
  ownAccounts,
}: Parts): (organisation: string, currency: string) => Promise<Usable | undefined> {
  const asked = new Map<string, Promise<Usable | undefined>>();

  async function found(organisation: string, currency: string): Promise<Usable | undefined> {
    const ids = ownAccounts.prepare('SELECT id FROM account WHERE organisation = ? ORDER BY id').all(organisation);
    const accounts = await Promise.all(
      ids.map(async ({ id }) => {
        const account = String(id) as BankAccountId;
        return { id: account, state: (await store.load(bankAccounts, account)).state };
      }),
    );
    return usableAccount(accounts, currency, clock.now());
  }

  return (organisation, currency) => {
    const key = `${organisation} ${currency}`;
    const known = asked.get(key) ?? found(organisation, currency);
    asked.set(key, known);
    return known;
  };
}
