import { type Context, streamsOf } from './facts.ts';

type Account = { readonly account: string; readonly from: string; readonly until: string; readonly replaces: string };
type Asked = { readonly organisation: string; readonly currency: string; readonly at: string };
export type Accounts = ReadonlyMap<string, readonly Account[]>;

const keyOf = ({ organisation, currency }: Pick<Asked, 'organisation' | 'currency'>): string => `${organisation} ${currency}`;

/** The accounts that two persons have confirmed and that were not retired before they had cooled: of each organisation and currency. */
export function accountsIn(disbursement: Context): Accounts {
  const found = new Map<string, Account[]>();
  for (const [account, events] of streamsOf(disbursement, 'acc')) {
    const named = events.find(({ type }) => type === 'BankAccountProposed')?.data;
    const from: string = events.find(({ type }) => type === 'BankAccountConfirmed')?.data.usableFrom ?? '';
    const until: string = events.find(({ type }) => type === 'BankAccountRetired')?.data.at ?? '';
    if (!named || from === '' || (until !== '' && until < from)) continue;
    const key = keyOf({ organisation: named.organisation, currency: named.currency });
    found.set(key, [...(found.get(key) ?? []), { account, from, until, replaces: named.replaces ?? '' }]);
  }
  return found;
}

/** Those that had cooled then, the last first. `isLeft`: it was retired, or another had taken its place by name. */
function cooledAt(accounts: Accounts, asked: Asked) {
  const { at } = asked;
  const cooled = (accounts.get(keyOf(asked)) ?? []).filter(({ from }) => from <= at);
  const replaced = new Set(cooled.map(({ replaces }) => replaces));
  return cooled
    .map(({ account, from, until }) => ({ account, from, isLeft: (until !== '' && until <= at) || replaced.has(account) }))
    .toSorted((one, other) => (one.from < other.from || (one.from === other.from && one.account < other.account) ? 1 : -1));
}

/** The one account that was used: the last, unless it was left. Of a sponsor the last that was not: what finance has found to be of another takes no place. */
export function usedAt(accounts: Accounts, asked: Asked): string {
  return asked.organisation.startsWith('spo_') ? fallenBackToAt(accounts, asked) : lastAt(accounts, asked);
}

/** The last, unless it was left. */
export function lastAt(accounts: Accounts, asked: Asked): string {
  const [last] = cooledAt(accounts, asked);
  return last && !last.isLeft ? last.account : '';
}

/** The last that was not left: earlier versions went back to it. */
export const fallenBackToAt = (accounts: Accounts, asked: Asked): string =>
  cooledAt(accounts, asked).find(({ isLeft }) => !isLeft)?.account ?? '';
