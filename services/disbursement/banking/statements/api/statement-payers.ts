import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf } from '../../../agreements/payments/api/bank.ts';
import type { Payment } from '../../../agreements/payments/payment.ts';
import { accountOf } from '../../../agreements/payments/payment-references.ts';
import { agreements } from '../../../mapping.ts';
import { relationToStatement } from '../../accounts/view/owners.ts';
import { accountRecords } from '../../accounts/view/records.ts';
import { type Elsewhere, type Entry, type Existing, isElsewhere, settledIn } from '../statement.ts';

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

  /** Where a payment is paid from, if not from the account of the statement; absent = from that. */
  async function elsewhere(order: Payment, whose: Whose): Promise<Elsewhere | undefined> {
    if (await isOwn(accountOf(order), order.sponsor, whose)) return undefined;
    return whose.owner === order.sponsor ? 'other-account' : 'other-sponsor';
  }

  /** The first entry that settles or returns what is paid from elsewhere. */
  async function foreignIn(entries: readonly Entry[], whose: Whose): Promise<number | undefined> {
    for (const entry of entries)
      for (const { agreement, payment } of settledIn(entry)) {
        const order = payment && paymentOf(await store.load(agreements, agreement as AgreementId), payment as PaymentId);
        if (order && isElsewhere(entry, await elsewhere(order, whose))) return entry.number;
      }
    return undefined;
  }

  return { elsewhere, foreignIn };
}
