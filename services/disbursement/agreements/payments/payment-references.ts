import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { comparable } from './bank-reference.ts';
import type { Payment } from './payment.ts';

/** That a reference of the bank is taken in this agreement: by another payment, or by what the bank did with this one before. */
export function referenceFault(bankReference: string, { payments }: InForce): Rejection | undefined {
  const spelt = comparable(bankReference);
  const used = [...payments].find(([, each]) => referencesOf(each).some((reference) => comparable(reference) === spelt));
  return used && { type: 'BankReferenceIsUsed', payment: used[0] };
}

/** All by which the bank has moved its money to and fro, or is reported to have. */
function referencesOf(payment: Payment): string[] {
  const before = payment.attempts.flatMap(({ bankReference, returnReference }) => [bankReference, returnReference]);
  return [...before, ...now(payment)].filter((reference) => reference !== '');
}

function now(payment: Payment): string[] {
  if (payment.status === 'settled')
    return [payment.bankReference, payment.undoing?.outcome === 'returned' ? payment.undoing.bankReference : ''];
  return payment.status === 'instructed' && payment.reported?.outcome === 'settled' ? [payment.reported.bankReference] : [];
}
