import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { OpenView } from '@junkan/kit/views/open-view.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { SECRETARIAT } from '@junkan/proto/actor.ts';
import type { NamedAccount } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { arePartners } from '../../../agreements/partners/view/partners.ts';
import { relationToAccount } from '../../../agreements/readers.ts';
import { bankAccounts } from '../../../mapping.ts';
import type { BankAccountId } from '../bank-account.ts';

export type NamingParts = { readonly store: EventStore; readonly partners: Pick<OpenView, 'prepare'> };

/** The names and last characters of accounts that an actor may know of. '' names none. */
export async function namedAccounts(
  { store, partners }: NamingParts,
  actor: Actor,
  ids: Iterable<BankAccountId | ''>,
): Promise<NamedAccount[]> {
  const asked = [...new Set(ids)].filter((id) => id !== '');
  const named = await Promise.all(
    asked.map(async (id) => {
      const { state } = await store.load(bankAccounts, id);
      if (state.status === 'absent') return [];
      const { organisation, holder, lastFour, bankName } = state;
      const isPartner = actor.organisation !== SECRETARIAT && arePartners(partners.prepare, actor.organisation, organisation);
      return relationToAccount(actor, state, isPartner) === 'stranger' ? [] : [{ id, holder, lastFour, bankName }];
    }),
  );
  return named.flat();
}
