import { advanceOf, milestoneOf, partPaymentOf, retainedMoney } from '#messages/parts';

/** What tells payments of one tranche apart: that it is of none, of an advance, or of some of a part. */
export type Paid = { readonly tranche: number; readonly advance?: number | undefined; readonly partPayment?: number | undefined };

/** What was retained of all milestones is a part as well, of none of them. */
export const OF_ALL = 0;

/** What a payment is for, as it is named everywhere. */
export function paymentName({ tranche, advance = 0, partPayment = 0 }: Paid, milestone = milestoneOf({ number: tranche })): string {
  if (tranche === OF_ALL) return retainedMoney();
  if (advance > 0) return advanceOf({ milestone });
  return partPayment > 0 ? partPaymentOf({ number: partPayment, milestone }) : milestone;
}
