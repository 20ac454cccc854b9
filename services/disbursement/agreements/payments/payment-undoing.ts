import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { isRestedOn } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { bankAmountFault, toleranceOf } from '../exchange/bank-amount.ts';
import { exchangeUndone } from '../exchange/exchange.ts';
import { exchangeOnReturn } from '../exchange/exchange-of-return.ts';
import type { PaymentId } from '../ids.ts';
import { accounts, entry, moved } from '../journal.ts';
import { claimable } from '../recoveries/recovery-amounts.ts';
import { isRelease } from '../retention/retention.ts';
import { ALLOWED_IN_REFERENCES, isSameReference, normalised } from './bank-reference.ts';
import { isSameMoved, type UndoingReport } from './bank-report.ts';
import { groundFault, groundOf, statementOf } from './of-statement.ts';
import { isOver, type Payment, type Settled } from './payment.ts';
import type { ConfirmPayment, ObjectToPayment, ReportReturn, ReportReversal } from './payment-commands.ts';
import { barredFrom, otherDuty, reporterFault, secondPersonFault } from './payment-duties.ts';
import { confirmMistake, objectToMistake } from './payment-mistake.ts';
import { receivedAs, returnedBy } from './payment-received.ts';
import { referenceFault } from './payment-references.ts';
import { valueDateFault } from './value-date.ts';

type Answer = Decision<Event, Rejection>;

/**
 * The bank has returned what it had paid: it is undisbursed again once a second person has confirmed it, and the cell may be requested
 * again.
 */
export function reportReturn(command: ReportReturn, payment: Payment, state: InForce): Answer {
  const { payment: id, valueDate, note, now, by } = command;
  const bankReference = normalised(command.bankReference);
  if (bankReference === undefined) return refuse({ type: 'BankReferenceIsMalformed', allowed: ALLOWED_IN_REFERENCES });
  const last = payment.attempts.at(-1);
  if (payment.status === 'returned' && last && isSameReference(last.returnReference, bankReference) && last.reportedBy === by.person)
    return alreadyApplied;
  const isRepeat = (said: UndoingReport): boolean =>
    said.outcome === 'returned' &&
    isSameReference(said.bankReference, bankReference) &&
    said.valueDate === valueDate &&
    isSameMoved(said.credited, command.credited);
  const settled = undoable(id, payment, state, isRepeat, by.person);
  if ('ok' in settled) return settled;
  const held = reporterFault(by, settled);
  if (held) return refuse(held);
  if (bankReference === '') return refuse({ type: 'BankReferenceIsMissing' });
  const used = referenceFault(bankReference, id, state);
  if (used) return refuse(used);
  const fault = dateFault(valueDate, settled, now) ?? creditFault(command, settled) ?? groundFault(command);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { milestone, reports } = settled;
  const facts = { payment: id, milestone, report: reports + 1, bankReference, valueDate, note, at: now, by: by.person };
  return accept({ type: 'PaymentReturnReported', ...facts, ...groundOf(command), credited: command.credited });
}

/** What came back into an account in another currency is of a payment that was paid from one. */
function creditFault({ credited, valueDate, present }: ReportReturn, { amount, debited }: Settled): Rejection | undefined {
  if (!credited) return undefined;
  if (!debited) return { type: 'CreditIsInAnotherCurrency', credited: credited.currency, currency: amount.currency };
  const fits = credited.currency === debited.currency && credited.amount > 0n;
  if (!fits) return { type: 'CreditDoesNotFit', currency: debited.currency };
  return bankAmountFault({ amount, moved: credited, valueDate }, present);
}

/** The settlement was booked by mistake: once a second person has confirmed that, its entry is reversed and the bank is waited for again. */
export function reportReversal({ payment: id, note, now, by }: ReportReversal, payment: Payment, state: InForce): Answer {
  const isRepeat = (said: UndoingReport): boolean => said.outcome === 'reversed';
  const settled = undoable(id, payment, state, isRepeat, by.person);
  if ('ok' in settled) return settled;
  const held = reporterFault(by, settled);
  if (held) return refuse(held);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const { milestone, reports } = settled;
  return accept({ type: 'PaymentReversalReported', payment: id, milestone, report: reports + 1, note, at: now, by: by.person });
}

/** The settled payment, if nobody has reported anything against its settlement, and nobody claims its money back. */
function undoable(
  id: PaymentId,
  payment: Payment,
  state: InForce,
  isRepeat: (said: UndoingReport) => boolean,
  person: string,
): Settled | Answer {
  if (payment.status !== 'settled') return refuse({ type: 'PaymentIsNotSettled', payment: id, status: payment.status });
  const { undoing } = payment;
  if (undoing)
    return isRepeat(undoing) && undoing.by === person
      ? alreadyApplied
      : refuse({ type: 'PaymentIsReported', payment: id, report: undoing.number, outcome: undoing.outcome });
  const fault = payment.advance > 0 ? advanceFault(payment, state) : (releaseFault(payment, state) ?? claimFault(id, payment, state));
  return fault ? refuse(fault) : payment;
}

/** Once what was retained of a sponsor's payments is released, or about to be, none of them is undone: what comes back then is claimed. */
function releaseFault(payment: Settled, { payments }: InForce): Rejection | undefined {
  const { sponsor } = payment;
  const isReleased = [...payments.values()].some((each) => each.sponsor === sponsor && isRelease(each) && !isOver(each));
  return !isRelease(payment) && isReleased ? { type: 'RetentionIsReleased', sponsor } : undefined;
}

/** An advance is undone only while nothing depends on it. */
function advanceFault({ advance: number }: Settled, state: InForce): Rejection | undefined {
  const advance = state.advances[number - 1];
  return advance && isRestedOn(state, advance) ? { type: 'AdvanceIsRestedOn', advance: number } : undefined;
}

/** What is claimed back of it, or was, is the proposer's to give back: the bank cannot have returned it as well. */
function claimFault(payment: PaymentId, { tranche, sponsor, amount }: Settled, state: InForce): Rejection | undefined {
  const unclaimed = claimable(state, tranche, 'ineligible').find((portion) => portion.sponsor === sponsor)?.amount.amount ?? 0n;
  return unclaimed < amount.amount ? { type: 'PaymentIsClaimedBack', payment, unclaimed, currency: currencyOf(state) } : undefined;
}

const dateFault = (valueDate: string, { valueDate: settledOn }: Settled, now: string): Rejection | undefined =>
  valueDateFault(valueDate, now, (day) =>
    day < settledOn ? { type: 'ValueDateIsBeforeTheSettlement', valueDate: day, settledOn } : undefined,
  );

/** Whether a report is about what undoes the settlement, or has undone it. */
export function undoingIn(payment: Payment, report: number): boolean {
  switch (payment.status) {
    case 'settled':
      return payment.undoing?.number === report || payment.reversals.some((reversal) => reversal.report === report);
    case 'returned':
      return payment.returnReport === report || payment.over?.undoing?.number === report;
    case 'requested':
    case 'refused':
    case 'approved':
    case 'instructed':
    case 'failed':
      return (
        payment.over?.undoing?.number === report ||
        (!isWaiting(payment, report) && payment.reversals.some((reversal) => reversal.report === report))
      );
  }
}

const isWaiting = (payment: Payment, report: number): boolean => payment.status === 'instructed' && payment.reported?.number === report;

export function confirmUndoing(command: ConfirmPayment, payment: Payment, state: InForce): Answer {
  const { payment: id, report, by } = command;
  const { over } = payment;
  if (over?.undoing?.number === report) return confirmMistake(command, payment, { over, said: over.undoing }, state);
  const undoing = payment.status === 'settled' ? payment.undoing : undefined;
  if (payment.status !== 'settled' || undoing?.number !== report)
    return wasConfirmedBy(by.person, report, payment)
      ? alreadyApplied
      : refuse({ type: 'PaymentIsNotReported', payment: id, status: payment.status });
  const held = judgeFault(by, payment, undoing) ?? otherDuty(by.person, barredFrom(payment, undoing));
  if (held) return refuse(held);
  const fault = undoing.outcome === 'returned' ? unsaidFault(command) : takenBackFault(command);
  if (fault) return refuse(fault);
  return undoing.outcome === 'returned' ? returned(command, payment, undoing, state) : reversed(command, payment, undoing, state);
}

/** What a line of a statement reports counts while the line says that. */
export const unsaidFault = ({ unsaidBy }: Pick<ConfirmPayment, 'unsaidBy'>): Rejection | undefined =>
  unsaidBy && { type: 'EntryDoesNotSayIt', statement: unsaidBy.statement, entry: unsaidBy.statementEntry };

/** What the bank said of a whole file counts while it is its last word. */
export const takenBackFault = ({ payment, takenBackOf: file }: ConfirmPayment): Rejection | undefined =>
  file && { type: 'RejectionIsTakenBack', payment, file };

/** Neither who reported the settlement nor who reported what undoes it decides between the two. */
const judgeFault = (by: Actor, payment: Settled, undoing: UndoingReport): Rejection | undefined =>
  secondPersonFault(by, payment, undoing) ?? (payment.reported && secondPersonFault(by, payment, payment.reported));

const wasConfirmedBy = (person: string, report: number, payment: Payment): boolean =>
  (payment.status === 'returned' && payment.returnReport === report && payment.confirmedBy === person) ||
  payment.reversals.some((reversal) => reversal.report === report && reversal.by === person);

type Of<Outcome extends UndoingReport['outcome']> = Extract<UndoingReport, { outcome: Outcome }>;

function returned(command: ConfirmPayment, settled: Settled, said: Of<'returned'>, state: InForce): Answer {
  const { agreement, payment, report, rates, present, now, by } = command;
  const { milestone, amount, requestedBy } = settled;
  const { bankReference, valueDate, credited, note, by: reportedBy } = said;
  const fault = bankAmountFault({ amount, moved: credited, valueDate }, present);
  if (fault) return refuse(fault);
  const booked = entry(`${agreement}/returned/${payment}/${report}`, returnedBy(agreement, settled, state));
  const facts = {
    payment,
    milestone,
    bankReference,
    valueDate,
    note,
    at: now,
    by: by.person,
    entry: booked,
    report,
    reportedBy,
    requestedBy,
  };
  const exchange = exchangeUndone(state, { agreement, payment, milestone, now, by: by.person });
  const back = exchangeOnReturn(state, settled, { payment, report, valueDate, credited }, { agreement, rates, now, by: by.person });
  return accept<Event>(
    { type: 'PaymentReturned', ...facts, ...statementOf(said), credited, ...toleranceOf(credited, present) },
    ...exchange,
    ...back,
  );
}

function reversed(
  { agreement, payment, report, now, by }: ConfirmPayment,
  settled: Settled,
  { note, by: reportedBy }: Of<'reversed'>,
  state: InForce,
): Answer {
  const { milestone, sponsor, amount, bankReference, reported } = settled;
  const booked = entry(
    `${agreement}/reversed/${payment}/${report}`,
    moved(receivedAs(settled, agreement, state), accounts.payable(agreement, sponsor), amount),
  );
  const facts = { payment, milestone, bankReference, note, at: now, by: by.person, entry: booked, report, reportedBy };
  const exchange = exchangeUndone(state, { agreement, payment, milestone, now, by: by.person });
  return accept<Event>(
    { type: 'SettlementReversed', ...facts, ...(reported?.outcome === 'settled' ? statementOf(reported) : {}) },
    ...exchange,
  );
}

/** The report is wrong: the settlement remains. */
export function objectToUndoing(command: ObjectToPayment, payment: Payment): Answer {
  const { payment: id, report, note, now, by } = command;
  const { over } = payment;
  if (over?.undoing?.number === report) return objectToMistake(command, payment, { over, said: over.undoing });
  const undoing = payment.status === 'settled' ? payment.undoing : undefined;
  if (payment.status !== 'settled' || undoing?.number !== report)
    return refuse({ type: 'PaymentIsNotReported', payment: id, status: payment.status });
  const held = judgeFault(by, payment, undoing);
  if (held) return refuse(held);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'PaymentObjectedTo', payment: id, milestone: payment.milestone, report, note, at: now, by: by.person });
}
