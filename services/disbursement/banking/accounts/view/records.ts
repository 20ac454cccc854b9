import type { Texts } from '@junkan/kit/store/texts.ts';
import type { BankAccountId, Existing } from '../bank-account.ts';
import { isOtherBank } from '../bank-identity.ts';
import { accountsWhere, type NamedBy } from './named.ts';
import { bankOf } from './owners.ts';

type Parts = NamedBy & { readonly texts: Texts };
type Known = Existing & { readonly id: BankAccountId };

const WITH_LAST_FOUR = 'last_four = ?';
const NAMED = 'account.id = ?';
const OF_ORGANISATION = 'organisation = ?';

/** The records of accounts: an organisation may name its number again, or in another currency, and another organisation may name it too. */
export function accountRecords({ store, texts, ownAccounts }: Parts) {
  const asked = async (condition: string, by: string): Promise<Known[]> =>
    (await accountsWhere({ store, ownAccounts }, condition, by)).map(({ id, state }) => ({ ...state, id }));

  /** All records of the account: with its number, unless they are known to be of another bank. Of a number that was erased, its own alone. */
  async function recordsOf(account: Known): Promise<BankAccountId[]> {
    const alike = await asked(WITH_LAST_FOUR, account.lastFour);
    const numbers = await texts.read([account, ...alike].map(({ number }) => number));
    const number = numbers.get(account.number);
    const same = alike.filter(
      (each) => number !== undefined && numbers.get(each.number) === number && !isOtherBank(bankOf(each), bankOf(account)),
    );
    return [...new Set([account.id, ...same.map(({ id }) => id)])].toSorted();
  }

  return {
    recordsOf: async (account: BankAccountId | ''): Promise<BankAccountId[]> => {
      const [found] = account === '' ? [] : await asked(NAMED, account);
      return found ? recordsOf(found) : [];
    },

    /** Those of all accounts by which one of these organisations is paid or pays; nothing where one of them has none. */
    recordsOfAny: async (organisations: readonly string[]): Promise<BankAccountId[]> => {
      const named = await Promise.all(organisations.map(async (each) => (await asked(OF_ORGANISATION, each)).filter(wasUsed)));
      if (named.some((accounts) => accounts.length === 0)) return [];
      const records = await Promise.all(named.flat().map(recordsOf));
      return [...new Set(records.flat())].toSorted();
    },
  };
}

const wasUsed = ({ status }: Known): boolean => status === 'confirmed' || status === 'retired';
