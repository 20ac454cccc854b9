import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { BankAccountId, Existing } from '../bank-account.ts';

/** `from`: commands come once the view has all that was recorded before, and need not ask for that again. What shows accounts loads them. */
export type NamedBy = { readonly store: Pick<EventStore, 'from'>; readonly ownAccounts: Pick<OpenView, 'prepare'> };
export type Named = { readonly id: BankAccountId; readonly state: Existing };

/** The accounts of which the view says so, each as its stream has it. */
export async function accountsWhere({ store, ownAccounts }: NamedBy, condition: string, by: string): Promise<Named[]> {
  const rows = ownAccounts
    .prepare(`SELECT account.id, version FROM account JOIN stream ON stream.id = account.id WHERE ${condition} ORDER BY account.id`)
    .all(by);
  const named = await Promise.all(
    rows.map(async ({ id, version }) => {
      const account = String(id) as BankAccountId;
      return { id: account, state: (await store.from(bankAccounts, account, Number(version))).state };
    }),
  );
  return named.flatMap(({ id, state }) => (state.status === 'absent' ? [] : [{ id, state }]));
}
