import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf } from '../../../agreements/payments/api/bank.ts';
import type { Attempt, Payment } from '../../../agreements/payments/payment.ts';
import { accountOf } from '../../../agreements/payments/payment-references.ts';
import { agreements } from '../../../mapping.ts';
import { relationToStatement } from '../../accounts/view/owners.ts';
import { accountRecords } from '../../accounts/view/records.ts';
import { bankReferenceOf, type Elsewhere, type Entry, type Existing, type StatementId, settledIn } from '../statement.ts';
import { isElsewhere } from '../statement-saying.ts';
import { attemptOf } from './statement-confirming.ts';

type Whose = Pick<Existing, 'account' | 'currency' | 'bic' | 'bankCode' | 'owner' | 'cashAccount'>;

/** Whether payments are paid from the account of a statement. */
export function payersOf(parts: Parts) {
  const { store } = parts;
  const { recordsOf } = accountRecords(parts);

  async function isOwn(payer: ReturnType<typeof accountOf>, sponsor: string, { owner, cashAccount, ...stated }: Whose): Promise<boolean> {
    if (payer === '') return !owner || owner === sponsor;
    if (cashAccount) return (await recordsOf(payer)).includes(cashAccount);
    return (await relationToStatement(payer, stated, parts)).lacks === '';
  }

  /** Where a payment, or an attempt of it, is paid from, if not from the account of the statement; absent = from that. */
  async function elsewhere(order: Payment, whose: Whose, attempt?: Attempt): Promise<Elsewhere | undefined> {
    if (await isOwn(attempt ? attempt.payerAccount : accountOf(order), order.sponsor, whose)) return undefined;
    return whose.owner === order.sponsor ? 'other-account' : 'other-sponsor';
  }

  /** The first entry that settles or returns what is paid from elsewhere. */
  async function foreignIn(statement: StatementId, entries: readonly Entry[], whose: Whose): Promise<number | undefined> {
    for (const entry of entries)
      for (const [at, { agreement, payment }] of settledIn(entry).entries()) {
        const order = payment && paymentOf(await store.load(agreements, agreement as AgreementId), payment as PaymentId);
        const reference = bankReferenceOf(statement, entry, at + 1, settledIn(entry).length);
        if (order && isElsewhere(entry, await elsewhere(order, whose, attemptOf(entry, reference, order)))) return entry.number;
      }
    return undefined;
  }

  return { elsewhere, foreignIn };
}
