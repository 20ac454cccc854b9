import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { spelt } from '../api/account-numbers.ts';
import type { SponsorId } from '../domain/agreement-state.ts';
import type { BankAccountId } from '../domain/bank-account.ts';
import { bankAccounts } from '../mapping.ts';

type Parts = { readonly store: EventStore; readonly texts: Texts; readonly ownAccounts: Pick<OpenView, 'prepare'> };

const OF_SPONSORS = "SELECT id FROM account WHERE last_four = ? AND organisation LIKE 'spo\\_%' ESCAPE '\\' ORDER BY id";

/** The sponsor that pays from an account of this number, as two persons of it have confirmed; '' where there is none, or more than one. */
export function accountOwners({ store, texts, ownAccounts }: Parts): (account: string) => Promise<SponsorId | ''> {
  return async (account) => {
    const number = spelt(account);
    const ids = ownAccounts
      .prepare(OF_SPONSORS)
      .all(number.slice(-LAST))
      .map(({ id }) => String(id) as BankAccountId);
    const states = await Promise.all(ids.map(async (id) => (await store.load(bankAccounts, id)).state));
    const confirmed = states.flatMap((state) => (state.status === 'confirmed' || state.status === 'retired' ? [state] : []));
    const numbers = await texts.read(confirmed.map((state) => state.number));
    const owners = new Set(confirmed.flatMap((state) => (numbers.get(state.number) === number ? [state.organisation] : [])));
    const [owner] = owners;
    return owners.size === 1 && owner !== undefined ? (owner as SponsorId) : '';
  };
}

const LAST = 4;
