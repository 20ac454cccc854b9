import type { Received } from '@junkan/kit/call.ts';
import type { CommandAnswer } from '@junkan/proto/junkan/common/v1/common.ts';
import type { UnconfirmedEntry } from '@junkan/proto/junkan/disbursement/v1/service.ts';
import { isInForce } from '../../../agreements/agreement-state.ts';
import type { Parts } from '../../../agreements/api/parts.ts';
import type { AgreementId, PaymentId } from '../../../agreements/ids.ts';
import { paymentOf, referencesIn, settling, within } from '../../../agreements/payments/api/bank.ts';
import { isSameReference } from '../../../agreements/payments/bank-reference.ts';
import type { Attempt, Payment } from '../../../agreements/payments/payment.ts';
import { refunding } from '../../../agreements/recoveries/api/recoveries.ts';
import { claiming, drawingIn } from '../../../agreements/unfunded/api/drawings.ts';
import { agreements } from '../../../mapping.ts';
import { bankReferenceOf, type Entry, type Part, type StatementId, settledIn } from '../statement.ts';
import { kindOf } from '../statement-saying.ts';
import { clearing } from './statement-clearing.ts';
import { isRefusal } from './statement-matching.ts';
import { holderOf } from './statement-references.ts';

/**
 * Whether the outcome reported by an entry was confirmed before, or its present state; neither if nobody reports it any more. `spelt`: the reference of the bank, as
 * it was reported.
 */
type Waiting = { readonly wasConfirmed: boolean; readonly spelt?: string; readonly confirm?: (call: Received) => Promise<CommandAnswer> };
export type Outcome = { readonly entry: Entry } & (
  | { readonly type: 'confirmed' }
  /** Of which payment, or agreement whose recovery, it is. */
  | { readonly type: 'refused' | 'reopened'; readonly rejection: string; readonly agreement: string; readonly payment: string }
);

/** What entries say of what guarantors have paid. */
function ofClaims(parts: Parts) {
  const claims = claiming(parts);
  const drawn = drawingIn(parts.store);
  return async (statement: StatementId, entry: Entry, { agreement: of, drawing = 0 }: Part, bankReference: string): Promise<Waiting> => {
    const claimed = { agreement: of as AgreementId, drawing };
    const claim = await drawn(claimed);
    if (!claim || !isSameReference(claim.bankReference, bankReference) || claim.valueDate !== entry.valueDate)
      return { wasConfirmed: false };
    if (isOfAnother(claim, statement, entry)) return { wasConfirmed: false };
    return {
      wasConfirmed: claim.status === 'paid',
      ...(claim.status === 'reported' ? { confirm: (call) => claims.confirm(claimed, call) } : {}),
    };
  };
}

/** Confirms what entries say, by the commands of the payments, recoveries and claims that they are of, and under their duties. */
export function confirming(parts: Parts): (statement: StatementId, entry: Entry, call: Received) => Promise<Outcome> {
  const { store } = parts;
  const { confirm } = settling(parts);
  const refunds = refunding(parts);
  const references = referencesIn(store);
  const { withdrawn } = clearing(parts);

  async function ofPayment(statement: StatementId, entry: Entry, part: Part, bankReference: string): Promise<Waiting> {
    const [agreement, payment] = [part.agreement as AgreementId, part.payment as PaymentId];
    const order = paymentOf(await store.load(agreements, agreement), payment);
    const { wasConfirmed = false, report } = standingOf(statement, entry, bankReference, order);
    return { wasConfirmed, ...(report === undefined ? {} : { confirm: (call) => confirm({ agreement, payment, report }, call) }) };
  }

  async function ofRefund(
    statement: StatementId,
    entry: Entry,
    { agreement: of, recovery }: Part,
    bankReference: string,
  ): Promise<Waiting> {
    const agreement = of as AgreementId;
    const { state } = await store.load(agreements, agreement);
    const resolutions = state.status !== 'absent' && isInForce(state) ? (state.recoveries[recovery - 1]?.resolutions ?? []) : [];
    const refund = resolutions.findLast(
      (each) => each.kind === 'refunded' && isSameReference(each.bankReference, bankReference) && !isOfAnother(each, statement, entry),
    );
    const waits = refund?.status === 'proposed' ? { agreement, recovery, resolution: refund.number } : undefined;
    const spelt = refund ? { spelt: refund.bankReference } : {};
    return {
      wasConfirmed: refund?.status === 'confirmed',
      ...spelt,
      ...(waits ? { confirm: (call) => refunds.confirm(waits, call) } : {}),
    };
  }

  const waitingOf = { payment: ofPayment, refund: ofRefund, claim: ofClaims(parts) };

  return async (statement, entry, call) => {
    const parts = settledIn(entry);
    for (const [at, part] of parts.entries()) {
      const reference = bankReferenceOf(statement, entry, at + 1, parts.length);
      const as = kindOf(part);
      const waiting = await waitingOf[as](statement, entry, part, reference);
      const of = { entry, agreement: part.agreement, payment: part.payment };
      const own = within(call, `confirm ${entry.number}${at > 0 ? ` ${at}` : ''}`);
      if (!waiting.wasConfirmed && !waiting.confirm) {
        await withdrawn({ statement, entry }, parts, own);
        return { type: 'reopened', ...of, rejection: NOT_REPORTED[as] };
      }
      try {
        await waiting.confirm?.(own);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        return { type: 'refused', ...of, rejection: error.problem.type };
      }
      try {
        await references.found(reference, holderOf(part, waiting.spelt ?? reference), { statement, statementEntry: entry.number }, own);
      } catch (error) {
        // Another entry is what a person had reported.
        if (!isRefusal(error)) throw error;
        await withdrawn({ statement, entry }, parts, own);
        return { type: 'reopened', ...of, rejection: error.problem.type };
      }
    }
    return { type: 'confirmed', entry };
  };
}

const NOT_REPORTED = { payment: 'PaymentIsNotReported', refund: 'RefundIsNotReported', claim: 'DrawingInStatus' } as const;

/** The attempt of a payment that an entry has paid, or has brought back: it may be requested again by now. */
export function attemptOf({ direction, valueDate }: Entry, bankReference: string, { attempts }: Payment): Attempt | undefined {
  return attempts.findLast(({ bankReference: paid, returnReference, valueDate: paidOn }) =>
    direction === 'credit' ? isSameReference(returnReference, bankReference) : isSameReference(paid, bankReference) && paidOn === valueDate,
  );
}

type Report = { readonly number: number; readonly statement?: string | undefined; readonly statementEntry?: number | undefined };

/** Whether a report rests on another entry; one by hand rests on none. */
export const isOfAnother = (report: Report | undefined, statement: StatementId, { number }: Entry): boolean =>
  (report?.statement ?? '') !== '' && (report?.statement !== statement || report.statementEntry !== number);

/** Whether the outcome that an entry reports of a payment was confirmed, or else the number of the waiting report that is based on it. */
function standingOf(
  statement: StatementId,
  entry: Entry,
  bankReference: string,
  order: Payment | undefined,
): { readonly wasConfirmed?: boolean; readonly report?: number } {
  const { direction, valueDate } = entry;
  if (order === undefined) return {};
  if (attemptOf(entry, bankReference, order)) return { wasConfirmed: true };
  if (direction === 'credit') {
    const undoing = order.status === 'settled' ? order.undoing : undefined;
    return undoing?.outcome === 'returned' && isSameReference(undoing.bankReference, bankReference) ? { report: undoing.number } : {};
  }
  const reported = 'reported' in order ? order.reported : undefined;
  const rests =
    reported?.outcome === 'settled' && isSameReference(reported.bankReference, bankReference) && reported.valueDate === valueDate;
  if (!rests || isOfAnother(reported, statement, entry)) return {};
  return order.status === 'instructed' ? { report: reported.number } : { wasConfirmed: order.status === 'settled' };
}

export const unconfirmed = ({ entry, ...of }: Extract<Outcome, { rejection: string }>): UnconfirmedEntry => ({
  entry: entry.number,
  agreement: of.agreement,
  payment: of.payment,
  rejection: of.rejection,
});
