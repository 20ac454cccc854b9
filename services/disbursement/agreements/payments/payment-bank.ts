import { dateOf } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Money } from '@junkan/kit/pure/money.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { bankAmountFault, toleranceOf } from '../exchange/bank-amount.ts';
import { exchangeOnSettlement } from '../exchange/exchange.ts';
import type { PaymentId } from '../ids.ts';
import { accounts, entry, moved } from '../journal.ts';
import { unbookedBy } from '../retention/retention.ts';
import { ALLOWED_IN_REFERENCES, isSameReference, normalised } from './bank-reference.ts';
import { type BankReport, isSameMoved } from './bank-report.ts';
import { groundFault, groundOf, isSameLine, lineIn, type OfStatement, statementOf } from './of-statement.ts';
import type { Payment } from './payment.ts';
import type { ConfirmPayment, ObjectToPayment, ReportFailure, ReportSettlement, WithdrawReport } from './payment-commands.ts';
import { confirmerFault, reporterFault, secondPersonFault } from './payment-duties.ts';
import { paidInFull, receivedAs } from './payment-received.ts';
import { referenceFault } from './payment-references.ts';
import { confirmUndoing, objectToUndoing, takenBackFault, undoingIn, unsaidFault } from './payment-undoing.ts';
import { valueDateFault } from './value-date.ts';

type Answer = Decision<Event, Rejection>;
type Instructed = Extract<Payment, { status: 'instructed' }>;

// What the bank did with an instruction: one person reports it, and money moves in the books once another has confirmed it.

export function reportSettlement(command: ReportSettlement, payment: Payment, state: InForce): Answer {
  const { payment: id, valueDate, now, by } = command;
  const bankReference = normalised(command.bankReference);
  if (bankReference === undefined) return refuse({ type: 'BankReferenceIsMalformed', allowed: ALLOWED_IN_REFERENCES });
  if (payment.status === 'settled')
    return isSameReference(payment.bankReference, bankReference) &&
      payment.valueDate === valueDate &&
      isOfTheSame(command, payment.reported)
      ? alreadyApplied
      : refuse({ type: 'PaymentIsSettled', payment: id, bankReference: payment.bankReference, valueDate: payment.valueDate });
  if (payment.status !== 'instructed') return notInstructed(id, payment);
  const { reported } = payment;
  if (reported)
    return reported.outcome === 'settled' &&
      isSameReference(reported.bankReference, bankReference) &&
      reported.valueDate === valueDate &&
      isOfTheSame(command, reported)
      ? alreadyApplied
      : isReported(id, reported);
  const held = reporterFault(by, payment);
  if (held) return refuse(held);
  const fault =
    bookingFault({ ...command, bankReference }, payment, state) ??
    debitFault(command, payment) ??
    amountFault(command, payment) ??
    groundFault(command);
  if (fault) return refuse(fault);
  const { milestone, reports } = payment;
  const report = reports + 1;
  const settlement = { payment: id, milestone, report, bankReference, valueDate, at: now, by: by.person, ...groundOf(command) };
  return accept({ type: 'PaymentSettlementReported', ...settlement, debited: command.debited });
}

/** What the bank took of an account in another currency is part of what it did; of one in that of the payment it is the payment. */
function debitFault({ debited }: ReportSettlement, { debitCurrency }: Instructed): Rejection | undefined {
  if (debitCurrency === undefined) return debited ? { type: 'DebitDoesNotFit', currency: '' } : undefined;
  if (!debited) return { type: 'DebitIsMissing', currency: debitCurrency };
  const fits = debited.currency === debitCurrency && debited.amount > 0n;
  return fits ? undefined : { type: 'DebitDoesNotFit', currency: debitCurrency };
}

const amountFault = ({ debited: moved, valueDate, present }: ReportSettlement, { amount }: Instructed): Rejection | undefined =>
  bankAmountFault({ amount, moved, valueDate }, present);

/** An entry of a statement settles one payment, and a payment is settled by one entry. A manual report may belong to any entry, of what it says. */
const isOfTheSame = (one: OfStatement & { readonly debited?: Money | undefined }, other: BankReport | undefined): boolean =>
  other?.outcome !== 'settled' ||
  (isSameMoved(one.debited, other.debited) &&
    (one.statement === undefined ||
      other.statement === undefined ||
      (one.statement === other.statement && one.statementEntry === other.statementEntry)));

function bookingFault(
  { payment, bankReference, valueDate, now }: ReportSettlement,
  { withBankSince, instructedAt, approvedAt }: Instructed,
  state: InForce,
): Rejection | undefined {
  if (bankReference === '') return { type: 'BankReferenceIsMissing' };
  const used = referenceFault(bankReference, payment, state);
  if (used) return used;
  // The bank may carry out a file before anybody says that it was sent. An instruction of an earlier version has no date; it came after its approval.
  const instructedOn = dateOf(withBankSince || instructedAt || approvedAt);
  return valueDateFault(valueDate, now, (day) =>
    day < instructedOn ? { type: 'ValueDateIsBeforeTheInstruction', valueDate: day, instructedOn } : undefined,
  );
}

export function reportFailure({ payment: id, note, now, by }: ReportFailure, payment: Payment): Answer {
  if (payment.status === 'failed') return payment.reported?.by === by.person ? alreadyApplied : notInstructed(id, payment);
  if (payment.status !== 'instructed') return notInstructed(id, payment);
  const { milestone, reports, reported } = payment;
  if (reported) return reported.outcome === 'failed' && reported.by === by.person ? alreadyApplied : isReported(id, reported);
  const held = reporterFault(by, payment);
  if (held) return refuse(held);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'PaymentFailureReported', payment: id, milestone, report: reports + 1, note, at: now, by: by.person });
}

export function confirmPayment(command: ConfirmPayment, payment: Payment, state: InForce): Answer {
  const { payment: id, report, by } = command;
  if (undoingIn(payment, report)) return confirmUndoing(command, payment, state);
  if (payment.status === 'settled' || payment.status === 'failed')
    return payment.reported?.number === report && payment.confirmedBy === by.person ? alreadyApplied : notReported(id, payment);
  const reported = reportedIn(id, payment, report);
  if ('type' in reported) return refuse(reported);
  const held = confirmerFault(by, payment, reported);
  if (held) return refuse(held);
  const fault = reported.outcome === 'settled' ? unsaidFault(command) : takenBackFault(command);
  if (fault) return refuse(fault);
  return reported.outcome === 'settled' ? settled(command, payment, reported, state) : failed(command, payment, reported, state);
}

/** The report that is asked about, where it waits for its second person. */
function reportedIn(id: PaymentId, payment: Payment, asked: number): BankReport | Rejection {
  const reported = payment.status === 'instructed' ? payment.reported : undefined;
  if (!reported) return { type: 'PaymentIsNotReported', payment: id, status: payment.status };
  return reported.number === asked ? reported : { type: 'WrongPaymentReport', payment: id, asked, actual: reported.number };
}

/** How often it has been booked as settled, by mistake too. */
const timesSettled = ({ status, attempts, reversals }: Payment): number =>
  (status === 'settled' ? 1 : 0) + attempts.filter((attempt) => attempt.status === 'returned').length + reversals.length;

type Settled = Extract<BankReport, { outcome: 'settled' }>;
function settled(
  { agreement, payment: id, report, rates, present, now, by }: ConfirmPayment,
  payment: Payment,
  reported: Settled,
  state: InForce,
): Answer {
  const { milestone, sponsor, amount } = payment;
  const { bankReference, valueDate, debited, by: reportedBy } = reported;
  const fault = bankAmountFault({ amount, moved: debited, valueDate }, present);
  if (fault) return refuse(fault);
  const again = timesSettled(payment) + 1;
  const booked = entry(
    `${agreement}/settled/${id}${again > 1 ? `/${again}` : ''}`,
    moved(accounts.payable(agreement, sponsor), receivedAs(payment, agreement, state), amount),
  );
  const event = {
    type: 'PaymentSettled' as const,
    payment: id,
    milestone,
    bankReference,
    valueDate,
    at: now,
    by: by.person,
    entry: booked,
    report,
    reportedBy,
    debited,
    ...toleranceOf(debited, present),
    ...(reported.statement ? { ...statementOf(reported), requestedBy: payment.requestedBy } : {}),
  };
  const order = { sponsor, amount, debited };
  const exchange = exchangeOnSettlement(state, { payment: id, milestone, valueDate }, order, { agreement, rates, now, by: by.person });
  const all = paidInFull(state, event);
  const whole: Event[] = all ? [{ type: 'AgreementPaidInFull', paid: all, at: now }] : [];
  return accept<Event>(event, ...exchange, ...whole);
}

type Failed = Extract<BankReport, { outcome: 'failed' }>;
/** The bank did not carry it out: the money is undisbursed again, and the cell may be requested again. */
function failed(
  { agreement, payment: id, report, now, by }: ConfirmPayment,
  payment: Payment,
  { note, by: reportedBy }: Failed,
  state: InForce,
): Answer {
  const { milestone, attempt, requestedBy } = payment;
  const booked = entry(`${agreement}/failed/${id}/${attempt}`, unbookedBy(agreement, payment, state));
  const said = { payment: id, milestone, note, report, reportedBy, requestedBy };
  return accept({ type: 'PaymentFailed', ...said, by: by.person, entry: booked, at: now });
}

/** What was reported is not so: the payment waits for the bank again, and for another report. */
export function objectToPayment(command: ObjectToPayment, payment: Payment): Answer {
  const { payment: id, report, note, now, by } = command;
  if (undoingIn(payment, report)) return objectToUndoing(command, payment);
  if (payment.objections.some((objection) => objection.report === report && objection.by === by.person)) return alreadyApplied;
  const reported = reportedIn(id, payment, report);
  if ('type' in reported) return refuse(reported);
  const held = secondPersonFault(by, payment, reported);
  if (held) return refuse(held);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'PaymentObjectedTo', payment: id, milestone: payment.milestone, report, note, at: now, by: by.person });
}

/** What a line of a statement has reported, and is not said to be any more, waits for nobody. What two persons have confirmed stays. */
export function withdrawReport({ payment: id, note, now, by, ...command }: WithdrawReport, payment: Payment): Answer {
  const waiting = payment.status === 'instructed' ? payment.reported : payment.status === 'settled' ? payment.undoing : undefined;
  const line = waiting && 'bankReference' in waiting ? lineIn(waiting) : undefined;
  if (!waiting || !line || !isSameLine(line, command)) return alreadyApplied;
  const { milestone } = payment;
  return accept({ type: 'PaymentObjectedTo', payment: id, milestone, report: waiting.number, note, at: now, by: by.person, ...line });
}

const notInstructed = (payment: PaymentId, { status }: Payment): Answer => refuse({ type: 'PaymentIsNotInstructed', payment, status });
const notReported = (payment: PaymentId, { status }: Payment): Answer => refuse({ type: 'PaymentIsNotReported', payment, status });
const isReported = (payment: PaymentId, { number: report, outcome }: BankReport): Answer =>
  refuse({ type: 'PaymentIsReported', payment, report, outcome });
