import { bankAccounts } from '../mapping.ts';
import type { Payer } from '../open-payments/payments.ts';
import { accountsNamedBy } from '../own-accounts/usable.ts';
import { spelt } from './account-numbers.ts';
import type { Parts } from './parts.ts';

/**
 * Whether a payment is paid from the account whose number a statement has: from the one that its instruction names, or where it names none, from any that its
 * payer has had confirmed. Each account is looked up once.
 */
export function payersFrom(
  statementOf: string,
  { store, texts, ownAccounts }: Pick<Parts, 'store' | 'texts' | 'ownAccounts'>,
): (payer: Payer | undefined) => Promise<boolean> {
  const number = spelt(statementOf);
  const asked = new Map<string, Promise<boolean>>();

  async function hasNumber(account: Payer['account'] & `acc_${string}`): Promise<boolean> {
    const { state } = await store.load(bankAccounts, account);
    if (state.status !== 'confirmed' && state.status !== 'retired') return false;
    return (await texts.read([state.number])).get(state.number) === number;
  }

  return async (payer) => {
    if (!payer) return false;
    const accounts = payer.account === '' ? accountsNamedBy(ownAccounts.prepare, payer.sponsor) : [payer.account];
    const all = accounts.map((account) => {
      const found = asked.get(account) ?? hasNumber(account);
      asked.set(account, found);
      return found;
    });
    return (await Promise.all(all)).includes(true);
  };
}
