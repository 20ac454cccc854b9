import type { Received } from '@junkan/kit/call.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import type { UnconfirmedEntry } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, settling, within } from '../../../agreements/payments/api/bank.ts';
import { normalised } from '../../../agreements/payments/bank-reference.ts';
import type { Payment } from '../../../agreements/payments/payment.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { agreements } from '../../../mapping.ts';
import type { Entry } from '../statement.ts';
import { isRefusal } from './statement-matching.ts';

/** Whether the outcome reported by an entry was confirmed before, or its present state; neither if nobody reports it any more. */
type Waiting = { readonly wasConfirmed: boolean; readonly confirm?: (call: Received) => Promise<CommandAnswer> };
export type Outcome = { readonly entry: Entry } & (
  | { readonly type: 'confirmed' }
  | { readonly type: 'refused' | 'reopened'; readonly rejection: string }
);

/** Confirms what entries say, by the commands of the payments and recoveries that they are of, and under their duties. */
export function confirming(parts: Parts): (entry: Entry, call: Received) => Promise<Outcome> {
  const { store } = parts;
  const { confirm } = settling(parts);
  const refunds = refunding(parts);

  async function ofPayment(entry: Entry): Promise<Waiting> {
    const [agreement, payment] = [entry.agreement as AgreementId, entry.payment as PaymentId];
    const { wasConfirmed = false, report } = standingOf(entry, paymentOf(await store.load(agreements, agreement), payment));
    return { wasConfirmed, ...(report === undefined ? {} : { confirm: (call) => confirm({ agreement, payment, report }, call) }) };
  }

  async function ofRefund(entry: Entry, recovery: number): Promise<Waiting> {
    const agreement = entry.agreement as AgreementId;
    const { state } = await store.load(agreements, agreement);
    const spelt = normalised(entry.bankReference);
    const resolutions = state.status !== 'absent' && isInForce(state) ? (state.recoveries[recovery - 1]?.resolutions ?? []) : [];
    const refund = resolutions.findLast((each) => each.kind === 'refunded' && each.bankReference === spelt);
    const waits = refund?.status === 'proposed' ? { agreement, recovery, resolution: refund.number } : undefined;
    return { wasConfirmed: refund?.status === 'confirmed', ...(waits ? { confirm: (call) => refunds.confirm(waits, call) } : {}) };
  }

  return async (entry, call) => {
    const waiting = await (entry.recovery === undefined ? ofPayment(entry) : ofRefund(entry, entry.recovery));
    if (waiting.wasConfirmed) return { type: 'confirmed', entry };
    if (!waiting.confirm)
      return { type: 'reopened', entry, rejection: entry.recovery === undefined ? 'PaymentIsNotReported' : 'RefundIsNotReported' };
    try {
      await waiting.confirm(within(call, `confirm ${entry.number}`));
      return { type: 'confirmed', entry };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { type: 'refused', entry, rejection: error.problem.type };
    }
  };
}

/** Whether the outcome that an entry reports of a payment was confirmed, or else the number of the waiting report that is based on it. */
function standingOf(
  { direction, ...entry }: Entry,
  order: Payment | undefined,
): { readonly wasConfirmed?: boolean; readonly report?: number } {
  const spelt = normalised(entry.bankReference);
  if (order === undefined) return {};
  if (direction === 'credit') {
    if (order.status === 'returned') return { wasConfirmed: order.attempts.at(-1)?.returnReference === spelt };
    const undoing = order.status === 'settled' ? order.undoing : undefined;
    return undoing?.outcome === 'returned' && undoing.bankReference === spelt ? { report: undoing.number } : {};
  }
  const reported = 'reported' in order ? order.reported : undefined;
  const rests = reported?.outcome === 'settled' && reported.bankReference === spelt && reported.valueDate === entry.valueDate;
  if (!rests) return {};
  return order.status === 'instructed' ? { report: reported.number } : { wasConfirmed: order.status === 'settled' };
}

export const unconfirmed = ({ entry, rejection }: Extract<Outcome, { rejection: string }>): UnconfirmedEntry => ({
  entry: entry.number,
  agreement: entry.agreement,
  payment: entry.payment,
  rejection,
});
