import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/accounts';
import { AccountTable } from '../../acts/AccountTable.tsx';
import { NameAccount } from '../../acts/NameAccount.tsx';
import { useSession } from '../../api/session.ts';
import { accountsOfQuery } from './organisations.queries.ts';

/** Where an organisation is paid, or pays from. To whoever may not know of any the page says nothing of it. */
export function AccountsOf({ id }: { readonly id: string }) {
  const { data } = useQuery(accountsOfQuery(id));
  const isOwn = useSession()?.organisation === id;
  const accounts = data?.accounts ?? [];
  if (!data || (accounts.length === 0 && !isOwn)) return null;
  return (
    <section className="part" aria-labelledby="h-accounts">
      <h2 id="h-accounts">{m.accounts()}</h2>
      {accounts.length === 0 ? <p className="quiet">{m.noneYet()}</p> : <AccountTable accounts={accounts} label={m.accounts()} />}
      {isOwn ? <NameAccount /> : null}
    </section>
  );
}
