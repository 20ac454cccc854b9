import type { Money } from '@junkan/kit/pure/money.ts';
import { type Actor, notAllowed, type Role } from '@junkan/proto/actor.ts';
import { READERS } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { type Agreement, BankAccount, type BankReport, type Payment, type Resolution } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import { oversees } from '@junkan/proto/oversight.ts';
import { readable } from '@junkan/proto/readers.ts';
import type { State } from './agreements/agreement-state.ts';
import { shortOfBudget } from './agreements/exchange/budget-measure.ts';
import type { Budgets } from './agreements/exchange/exchange-state.ts';
import type { OfferId } from './agreements/ids.ts';
import { relationToAccount } from './agreements/readers.ts';
import { type State as FileState, failuresToConfirm } from './banking/files/payment-file.ts';

// Published: views of what this service decides filter it by the same rules.

/** An agreement as its reader may see it: a sponsor's budget currency is for that sponsor and overseers. */
export function agreementFor(actor: Actor, agreement: Agreement): Agreement {
  if (oversees(actor)) return agreement;
  const own = agreement.shares.filter(({ sponsor }) => sponsor === actor.organisation);
  const offers = new Set(own.flatMap(({ offer, parts }) => [offer, ...parts.map((part) => part.offer)]));
  return {
    ...agreement,
    payments: agreement.payments.map((payment) => paymentFor(actor, payment)),
    conversions: agreement.conversions.filter(({ offer }) => offers.has(offer)),
    refundExchanges: agreement.refundExchanges.filter(({ sponsor }) => sponsor === actor.organisation),
    returnExchanges: agreement.returnExchanges.filter(({ sponsor }) => sponsor === actor.organisation),
    exchanges: agreement.exchanges.filter(({ sponsor }) => sponsor === actor.organisation),
    recoveries: agreement.recoveries.map((recovery) => ({
      ...recovery,
      resolutions: recovery.resolutions.map((each) => resolutionFor(actor, each)),
    })),
  };
}

/** Likewise in which currency the account is that pays, and what the bank took of it. */
export function paymentFor(actor: Actor, payment: Payment): Payment {
  if (oversees(actor) || payment.sponsor === actor.organisation) return payment;
  const { debitCurrency: _, debited: _debited, reported, undoing, ...open } = payment;
  return { ...open, reported: reported && withoutDebit(reported), undoing: undoing && withoutDebit(undoing) };
}
const resolutionFor = (actor: Actor, { credited, rate, ...resolution }: Resolution): Resolution =>
  resolution.portions.every(({ sponsor }) => sponsor === actor.organisation) ? { ...resolution, credited, rate } : resolution;
const withoutDebit = ({ debited: _, credited: _credited, rate: _rate, ...report }: BankReport): BankReport => report;

/**
 * Data of banks on accounts names persons, and is for those who keep the books and those who check them. They read the books of all parties
 * too.
 */
export const STATEMENT_READERS: readonly Role[] = ['finance.maker', 'finance.checker', 'auditor'];

/** Statements are for those who keep the books, and for the sponsor whose account a statement is of. */
export const maySeeStatement = (actor: Actor, { owner = '' }: { readonly owner?: string | undefined }): boolean =>
  (owner !== '' && actor.organisation === owner) || notAllowed(actor, STATEMENT_READERS) === undefined;

/** Files of payments are for those who keep the books, and for the sponsor that pays. */
export const maySeePaymentFile = (actor: Actor, { payer }: { readonly payer: string }): boolean =>
  actor.organisation === payer || notAllowed(actor, STATEMENT_READERS) === undefined;

/** A bank account as an actor may see it; nothing where the actor may not know of it. */
export function bankAccountFor(actor: Actor, account: BankAccount, isPartner: boolean): BankAccount | undefined {
  const relation = relationToAccount(actor, account, isPartner);
  return relation === 'stranger' ? undefined : BankAccount.fromPartial(readable(account, READERS.BankAccount, relation).shown);
}

type Ordered<Amount> = {
  readonly tranche: number;
  readonly sponsor: string;
  readonly status: string;
  readonly amount: Amount;
  readonly retained: Amount;
};
/** An amount with the payment by which it came. */
type Paid<Of, Amount> = { readonly order: Of; readonly amount: Amount };

/**
 * What is settled of a tranche: the amounts of its payments, and what was retained of each and came by a settled release. Once it is released, the retained
 * money counts as paid of the tranche of which it was kept. This is what `paid` means to every reader.
 */
export function paidOfTranche<Amount, Of extends Ordered<Amount>>(
  orders: readonly (Of & Ordered<Amount>)[],
  tranche: number,
): readonly Paid<Of, Amount>[] {
  const settled = orders.filter(({ status }) => status === 'settled');
  return settled
    .filter((order) => order.tranche === tranche)
    .flatMap((order) => {
      const release = settled.find((each) => each.tranche === 0 && each.sponsor === order.sponsor);
      return [{ order, amount: order.amount }, ...(release ? [{ order: release, amount: order.retained }] : [])];
    });
}

/** What was retained of the settled payments of a tranche, and came by no settled release yet. */
export function keptOfTranche<Amount>(orders: readonly Ordered<Amount>[], tranche: number): readonly Amount[] {
  const settled = orders.filter(({ status }) => status === 'settled');
  const isReleased = ({ sponsor }: Ordered<Amount>): boolean => settled.some((each) => each.tranche === 0 && each.sponsor === sponsor);
  return settled.filter((order) => order.tranche === tranche && !isReleased(order)).map(({ retained }) => retained);
}

/** Payments that wait for their sponsor to commit more to an offer from a budget in another currency. `held`: what budgets hold, by offer. */
export const waitingForBudget = (
  state: State,
  { held, rates }: { readonly held: readonly (readonly [offer: string, Money])[]; readonly rates: Budgets['rates'] },
): ReturnType<typeof shortOfBudget> => shortOfBudget(state, { held: new Map(held.map(([offer, sum]) => [offer as OfferId, sum])), rates });

/** Whether a second person confirms at the file, with all its others, that a payment has failed. */
export const failsInFile = (file: FileState, payment: string): boolean =>
  file.status !== 'absent' && failuresToConfirm(file).some((each) => each.payment === payment);
