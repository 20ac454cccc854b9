import { type Actor, notAllowed, type Role } from '@junkan/kit/pure/actor.ts';
import { oversees } from '@junkan/kit/pure/oversight.ts';
import { readable } from '@junkan/kit/pure/readers.ts';
import { READERS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type Agreement, BankAccount } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { relationToAccount } from './domain/agreement/readers.ts';

// Published: whoever lists what this service decides cuts it as this service does.

/** An agreement as somebody who may see it does: in which currency a sponsor keeps its budget is for that sponsor and overseers. */
export function agreementFor(actor: Actor, agreement: Agreement): Agreement {
  if (oversees(actor)) return agreement;
  const own = agreement.shares.filter(({ sponsor }) => sponsor === actor.organisation);
  const offers = new Set(own.flatMap(({ offer, parts }) => [offer, ...parts.map((part) => part.offer)]));
  return {
    ...agreement,
    conversions: agreement.conversions.filter(({ offer }) => offers.has(offer)),
    refundExchanges: agreement.refundExchanges.filter(({ sponsor }) => sponsor === actor.organisation),
    exchanges: agreement.exchanges.filter(({ sponsor }) => sponsor === actor.organisation),
  };
}

/** What banks say of accounts names persons, and concerns nobody but those who keep the books and those who check them. They read the books of all parties too. */
export const STATEMENT_READERS: readonly Role[] = ['finance.maker', 'finance.checker', 'auditor'];

/** Files of payments are for those who keep the books, and for the sponsor that pays. */
export const maySeePaymentFile = (actor: Actor, { payer }: { readonly payer: string }): boolean =>
  actor.organisation === payer || notAllowed(actor, STATEMENT_READERS) === undefined;

/** A bank account as an actor may see it; nothing where the actor may not know of it. */
export function bankAccountFor(actor: Actor, account: BankAccount, isPartner: boolean): BankAccount | undefined {
  const relation = relationToAccount(actor, account, isPartner);
  return relation === 'stranger' ? undefined : BankAccount.fromPartial(readable(account, READERS.BankAccount, relation).shown);
}

type Ordered = { readonly tranche: number; readonly sponsor: string; readonly status: string };
type Paid<Of extends Ordered> = { readonly order: Of; readonly release: Of | undefined };

/**
 * The settled payments of a tranche, each with the settled one that has released what was retained of it: once that is, the retained money counts as paid of
 * the tranche of which it was kept. This is what `paid` means to every reader.
 */
export function paidOfTranche<Of extends Ordered>(orders: readonly Of[], tranche: number): readonly Paid<Of>[] {
  const settled = orders.filter(({ status }) => status === 'settled');
  const releases = settled.filter((order) => order.tranche === 0);
  return settled
    .filter((order) => order.tranche === tranche)
    .map((order) => ({ order, release: releases.find(({ sponsor }) => sponsor === order.sponsor) }));
}
