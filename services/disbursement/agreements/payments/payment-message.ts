import type { Money } from '@junkan/kit/pure/money.ts';
import { rateOf } from '../exchange/bank-amount.ts';
import type { PaymentId } from '../ids.ts';
import type { BankReport, Objection, UndoingReport } from './bank-report.ts';
import type { OfStatement } from './of-statement.ts';
import { NO_ROUTE, type Payment } from './payment.ts';

/** A payment as others read it, without the agreement that it is of. */
export function paymentMessage(id: PaymentId, payment: Payment) {
  const {
    status,
    tranche,
    sponsor,
    amount,
    retained,
    advanced,
    advance,
    milestone,
    report,
    submittedBy,
    verifiedBy,
    requestedBy,
    requestedAt,
  } = payment;
  const { reportedBy, attempts, objections, reversals, partPayment, partPaid, partWhole } = payment;
  const approved = 'approvedBy' in payment ? payment : undefined;
  const instructed = 'instruction' in payment ? payment : undefined;
  const settled = payment.status === 'settled' ? payment : undefined;
  const undoing = settled ? settled.undoing : payment.over?.undoing;
  return {
    id,
    status,
    tranche,
    sponsor,
    amount,
    retained,
    advanced,
    advance,
    partPayment,
    partPaid,
    partWhole,
    milestone,
    report,
    submittedBy,
    verifiedBy,
    requestedBy,
    requestedAt,
    approvedBy: approved?.approvedBy ?? '',
    approvedAt: approved?.approvedAt ?? '',
    instruction: instructed?.instruction ?? '',
    instructedAt: instructed?.instructedAt ?? '',
    debitCurrency: instructed?.debitCurrency,
    debited: settled?.debited,
    bankReference: settled?.bankReference ?? '',
    valueDate: settled?.valueDate ?? '',
    settledAt: settled?.settledAt ?? '',
    reportedBy: [...reportedBy],
    reported: instructed?.reported && bankReportMessage(instructed.reported, amount),
    confirmedBy: 'confirmedBy' in payment ? payment.confirmedBy : '',
    attempts: [...attempts],
    objections: objections.map(objectionMessage),
    reversals: reversals.map(({ of: _, ...reversal }) => objectionMessage(reversal)),
    undoing: undoing && bankReportMessage(undoing, amount),
    firstApproval: payment.firstApproval,
    ...(approved?.route ?? NO_ROUTE),
  };
}

const objectionMessage = ({ statement: _, statementEntry: _entry, ...objection }: Objection) => objection;

const bankReportMessage = (
  { statement = '', statementEntry = 0, document = '', ...report }: (BankReport | UndoingReport) & OfStatement,
  amount: Money,
) => ({
  bankReference: '',
  valueDate: '',
  note: '',
  ...report,
  ...rateOf(amount, 'debited' in report ? report.debited : 'credited' in report ? report.credited : undefined),
  statement,
  statementEntry,
  document,
});
