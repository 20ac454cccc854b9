import * as m from '#messages/follows';
import type { Schemas } from '../base/api/client.ts';
import { dayText } from '../base/parts/locale.ts';
import { moneyText } from '../base/parts/Money.tsx';
import { isSome, together } from '../base/parts/sums.ts';

type Agreement = Schemas['Agreement'];
type Payment = Schemas['Payment'];
type Props = {
  readonly payment: Payment | undefined;
  readonly inPayments: NonNullable<Agreement['partsInPayments']>[number] | undefined;
  readonly agreement: Agreement;
};

/** What was retained of all milestones is paid for none of them alone. */
const OF_ALL = 0;

/** How what is paid follows from the part of which it is; where no order says it, what was paid in part; and what is due besides. */
export const HowItFollows = ({ payment, inPayments, agreement }: Props) => (
  <>
    {payment ? <span>{followingOf(payment, agreement)}</span> : null}
    {inPayments ? <span>{m.partsAsked({ asked: moneyText(inPayments.asked), whole: moneyText(inPayments.whole) })}</span> : null}
    {inPayments && !payment && isSome(inPayments.paid) ? <span>{m.partPaid({ amount: moneyText(inPayments.paid) })}</span> : null}
    {inPayments && isSome(inPayments.rest) ? <span>{m.stillDue({ amount: moneyText(inPayments.rest) })}</span> : null}
  </>
);

/** What is kept, was paid in advance or in part is no part of what a payment pays. */
function followingOf({ amount, retained, advanced, partPaid, sponsor, status }: Payment, { payments }: Agreement): string {
  const release = payments.find((each) => each.tranche === OF_ALL && each.sponsor === sponsor && each.status === 'settled');
  const day = release?.valueDate && dayText(release.valueDate);
  const kept = { amount: moneyText(retained) };
  const less = [
    isSome(retained) ? (day ? m.lessReleased({ ...kept, day }) : m.lessRetained(kept)) : '',
    isSome(advanced) ? m.lessAdvanced({ amount: moneyText(advanced) }) : '',
    isSome(partPaid) ? m.lessPartPaid({ amount: moneyText(partPaid) }) : '',
  ].filter(Boolean);
  const part = moneyText([retained, advanced, partPaid].reduce(together, amount));
  return less.length > 0 ? m.follows({ state: status === 'settled' ? 'paid' : 'due', part, less: less.join(' ') }) : '';
}
