import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { InForce } from '../../../agreements/agreement-state.ts';
import { payingCurrencies } from '../../../agreements/exchange/paying-currencies.ts';
import type { SponsorId } from '../../../agreements/ids.ts';
import type { Existing } from '../bank-account.ts';
import { type Usable, usableOf } from '../usable-account.ts';
import { attributedTo } from './attributed.ts';
import { accountsWhere, type NamedBy } from './named.ts';
import { bankOf, isNamedByOthers, sponsorAccounts, sponsorsOf } from './owners.ts';

type Parts = NamedBy & { readonly texts: Texts; readonly clock: PolicyClock };

type UsableAccounts = (organisation: string, currency: string) => Promise<Usable | undefined>;

/**
 * The account of an organisation that is paid to, or from, now: each organisation is looked up once. A sponsor pays from no number that
 * finance has confirmed as another's: such an account takes the place of none.
 */
export function usableAccounts({ store, texts, clock, ownAccounts }: Parts): UsableAccounts {
  const asked = new Map<string, Promise<Usable | undefined>>();

  async function found(organisation: string, currency: string): Promise<Usable | undefined> {
    const accounts = await accountsWhere({ store, ownAccounts }, 'organisation = ?', organisation);
    const areOthers = await Promise.all(accounts.map(({ state }) => isOfAnother(state)));
    return usableOf(
      accounts.filter((_, at) => !areOthers[at]),
      currency,
      clock.now(),
    );
  }

  async function isOfAnother({ organisation, number, lastFour, bic, bankCode }: Existing): Promise<boolean> {
    if (!organisation.startsWith('spo_') || !isNamedByOthers(ownAccounts, lastFour, organisation)) return false;
    const account = (await texts.read([number])).get(number) ?? '';
    const bank = { bic, bankCode };
    // In whichever currency.
    const named = await sponsorAccounts({ account, ...bank }, { store, texts, ownAccounts });
    const owners: readonly string[] = sponsorsOf(attributedTo(named, bankOf(bank)));
    return owners.length > 0 && !owners.includes(organisation);
  }

  return (organisation, currency) => {
    const key = `${organisation} ${currency}`;
    const known = asked.get(key) ?? found(organisation, currency);
    asked.set(key, known);
    return known;
  };
}

/** The account from which a sponsor pays its part of an agreement: the first that it uses in one of the currencies in which it may be. */
export async function payingAccount(usable: UsableAccounts, state: InForce, sponsor: SponsorId): Promise<Usable | undefined> {
  for (const currency of payingCurrencies(state, sponsor)) {
    const found = await usable(sponsor, currency);
    if (found) return found;
  }
  return undefined;
}
