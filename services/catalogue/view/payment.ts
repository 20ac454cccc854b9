import * as events from '@junkan/proto/junkan/disbursement/v1/events.ts';
import { type Agreement, BankReport, Payment, PaymentAttempt } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { EventOf } from './event.ts';

const { PaymentRequested, PaymentApproved, PaymentRefused, PaymentInstructed, PaymentFailed, PaymentSettled } = events;
const { PaymentSettlementReported, PaymentFailureReported, PaymentObjectedTo } = events;
const OF_BANK = { PaymentSettlementReported, PaymentFailureReported, PaymentObjectedTo, PaymentFailed, PaymentSettled };
export const PAYMENT_MESSAGES = { ...OF_BANK, PaymentRequested, PaymentApproved, PaymentRefused, PaymentInstructed };

type PaymentEvent = EventOf<typeof PAYMENT_MESSAGES>;

/** The payments of an agreement after one more event of one of them, in the order in which they were first requested. */
export function paymentAfter(read: PaymentEvent, { id: agreement, payments }: Pick<Agreement, 'id' | 'payments'>): Payment[] {
  const before = payments.find(({ id }) => id === read.payment);
  if (read.type === 'PaymentRequested') {
    const requested = ordered(read, agreement, before);
    return before ? payments.map((each) => (each === before ? requested : each)) : [...payments, requested];
  }
  if (!before) throw new Error(`${read.type} met payment ${read.payment}, which was never requested`);
  const next = following(read, before);
  return payments.map((each) => (each === before ? next : each));
}

/** A request begins the payment, or its next attempt. */
function ordered(read: PaymentEvent & { type: 'PaymentRequested' }, agreement: string, before: Payment | undefined): Payment {
  const { payment: id, tranche, sponsor, amount, milestone, report, submittedBy, verifiedBy, by: requestedBy, at: requestedAt } = read;
  const empty = Payment.fromPartial({ id, status: 'requested', agreement, tranche, sponsor, milestone, report, submittedBy, verifiedBy });
  // A request of an earlier version names only who submitted the report on which it rests.
  const reportedBy = [...new Set([submittedBy, ...read.reportedBy])];
  const { attempts = [], objections = [] } = before ?? {};
  return { ...empty, amount, requestedBy, requestedAt, reportedBy, attempts, objections };
}

function following(read: Exclude<PaymentEvent, { type: 'PaymentRequested' }>, before: Payment): Payment {
  switch (read.type) {
    case 'PaymentApproved':
      return { ...before, status: 'approved', approvedBy: read.by, approvedAt: read.at };
    case 'PaymentRefused': {
      const { by: refusedBy, note, at: endedAt } = read;
      return { ...withAttempt(before, { status: 'refused', refusedBy, note, endedAt }), status: 'refused' };
    }
    case 'PaymentInstructed':
      return { ...before, status: 'instructed', instruction: read.instruction, instructedAt: read.at, reported: undefined };
    case 'PaymentSettlementReported':
    case 'PaymentFailureReported':
    case 'PaymentObjectedTo':
    case 'PaymentFailed':
    case 'PaymentSettled':
      return afterBank(read, before);
  }
}

function afterBank(read: EventOf<typeof OF_BANK>, before: Payment): Payment {
  switch (read.type) {
    case 'PaymentSettlementReported': {
      const { report: number, bankReference, valueDate, by, at } = read;
      return { ...before, reported: { ...BankReport.fromPartial({ number, bankReference, valueDate, by, at }), outcome: 'settled' } };
    }
    case 'PaymentFailureReported': {
      const { report: number, note, by, at } = read;
      return { ...before, reported: { ...BankReport.fromPartial({ number, note, by, at }), outcome: 'failed' } };
    }
    case 'PaymentObjectedTo': {
      const { report, note, by, at } = read;
      const bankReference = before.reported?.bankReference ?? '';
      return { ...before, reported: undefined, objections: [...before.objections, { report, bankReference, note, by, at }] };
    }
    case 'PaymentFailed': {
      const { by: confirmedBy, reportedBy, note, at: endedAt } = read;
      const { approvedBy, approvedAt, instruction, instructedAt } = before;
      const told = { approvedBy, approvedAt, instruction, instructedAt, reportedBy, confirmedBy, note, endedAt };
      return { ...withAttempt(before, { ...told, status: 'failed' }), status: 'failed', confirmedBy };
    }
    case 'PaymentSettled': {
      const { bankReference, valueDate, at: settledAt, by: confirmedBy } = read;
      return { ...before, status: 'settled', bankReference, valueDate, settledAt, confirmedBy };
    }
  }
}

function withAttempt(before: Payment, end: Partial<PaymentAttempt>): Payment {
  const { report, requestedBy, requestedAt, attempts } = before;
  const attempt = PaymentAttempt.fromPartial({ number: attempts.length + 1, report, requestedBy, requestedAt, ...end });
  return { ...before, attempts: [...attempts, attempt] };
}
