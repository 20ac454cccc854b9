import type { BankAccountId } from '../../banking/accounts/bank-account.ts';
import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { PaymentId, SponsorId } from '../ids.ts';
import { comparable } from './bank-reference.ts';
import type { Payment } from './payment.ts';

/** By which the bank has moved money of an account to or fro, or is reported to have; '' = of an account that is not recorded. */
type Used = { readonly payment: PaymentId; readonly sponsor: SponsorId; readonly account: BankAccountId | ''; readonly reference: string };

/**
 * That a reference of the bank is taken in this agreement: of the same account, by another payment, or by what the bank did with this one before. Other
 * agreements, and accounts that were recorded twice, are seen where it is reserved (bank-reference.ts).
 */
export function referenceFault(bankReference: string, payment: PaymentId, state: InForce): Rejection | undefined {
  const order = state.payments.get(payment);
  const account = order ? accountOf(order) : '';
  return used(bankReference, state, (each) => each.payment === payment || !account || !each.account || each.account === account);
}

/** Likewise of what a sponsor has paid otherwise, from whichever of its accounts. */
export const referenceFaultOf = (bankReference: string, sponsor: SponsorId, state: InForce): Rejection | undefined =>
  used(bankReference, state, (each) => each.sponsor === sponsor);

function used(bankReference: string, { payments }: InForce, mayBeOne: (each: Used) => boolean): Rejection | undefined {
  const spelt = comparable(bankReference);
  const found = [...payments].flatMap(usedBy).find((each) => comparable(each.reference) === spelt && mayBeOne(each));
  return found && { type: 'BankReferenceIsUsed', payment: found.payment };
}

/** Every reference by which the bank has moved money of it, or is reported to have. */
export const referencesOf = (payment: PaymentId, order: Payment): string[] => usedBy([payment, order]).map(({ reference }) => reference);

function usedBy([payment, order]: readonly [PaymentId, Payment]): Used[] {
  const { sponsor, attempts } = order;
  const before = attempts.flatMap(({ bankReference, returnReference, payerAccount: account }) =>
    [bankReference, returnReference].map((reference) => ({ account, reference })),
  );
  const all = [...before, ...now(order).map((reference) => ({ account: accountOf(order), reference }))];
  return all.flatMap(({ account, reference }) => (reference === '' ? [] : [{ payment, sponsor, account, reference }]));
}

/** From which it is paid, once it is approved. */
export const accountOf = (order: Payment): BankAccountId | '' => ('route' in order ? order.route.payerAccount : '');

function now(payment: Payment): string[] {
  if (payment.status === 'settled')
    return [payment.bankReference, payment.undoing?.outcome === 'returned' ? payment.undoing.bankReference : ''];
  return payment.status === 'instructed' && payment.reported?.outcome === 'settled' ? [payment.reported.bankReference] : [];
}
