import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { advancedOn } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import { exchangeOnSettlement, turned } from '../exchange/exchange.ts';
import { returnUndone } from '../exchange/exchange-of-return.ts';
import type { PaymentId } from '../ids.ts';
import { entry } from '../journal.ts';
import { bookedAgainBy, heldOf, isRelease, restOf } from '../retention/retention.ts';
import type { MistakeReport } from './bank-report.ts';
import { groundFault, groundOf, type Line, statementOf } from './of-statement.ts';
import { partsStandingOn } from './part-payment.ts';
import { isOver, type Over, type Payment } from './payment.ts';
import type { ConfirmPayment, ObjectToPayment, ReportMistake } from './payment-commands.ts';
import { reporterFault, secondPersonFault } from './payment-duties.ts';
import { paidInFull, returnedBy } from './payment-received.ts';

type Answer = Decision<Event, Rejection>;
type Said = { readonly over: Over; readonly said: MistakeReport };

/**
 * Two persons have confirmed that the bank returned a payment, or did not carry it out, and that was a mistake: once two others of these duties have
 * confirmed that, the payment is again what it was. The reference of the return is free for what it truly is.
 */
export function reportMistake(command: ReportMistake, payment: Payment, state: InForce): Answer {
  const { payment: id, note, shownBy, now, by } = command;
  const { over, status, milestone, reports } = payment;
  if (!over || !OVER.includes(status)) return refuse({ type: 'PaymentIsNotOver', payment: id, status });
  const { undoing } = over;
  if (undoing)
    return undoing.by === by.person
      ? alreadyApplied
      : refuse({ type: 'PaymentIsReported', payment: id, report: undoing.number, outcome: undoing.outcome });
  const held = reporterFault(by, over.was);
  if (held) return refuse(held);
  const fault = changeFault(id, payment, over, state, shownBy) ?? groundFault(command);
  if (fault) return refuse(fault);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  const facts = { payment: id, milestone, report: reports + 1, note, at: now, by: by.person };
  return accept({ type: 'PaymentMistakeReported', ...facts, document: groundOf(command).document });
}

const OVER: readonly Payment['status'][] = ['refused', 'failed', 'returned'];

/** Neither who reported the outcome nor who reported that it was a mistake decides between the two. */
const judgeFault = (by: Actor, { over, said }: Said): Rejection | undefined =>
  secondPersonFault(by, over.was, said) ?? secondPersonFault(by, over.was, { by: over.reportedBy });

export function confirmMistake(
  { agreement, payment: id, report, rates, now, by }: ConfirmPayment,
  payment: Payment,
  { over, said }: Said,
  state: InForce,
): Answer {
  const fault = judgeFault(by, { over, said }) ?? changeFault(id, payment, over, state);
  if (fault) return refuse(fault);
  const { was, outcome, bankReference } = over;
  const { milestone } = was;
  const postings = was.status === 'settled' ? turned(returnedBy(agreement, was, state)) : bookedAgainBy(agreement, was, state);
  const facts = { payment: id, milestone, outcome, bankReference, note: said.note, at: now, by: by.person, report, reportedBy: said.by };
  const event = {
    type: 'OutcomeReversed' as const,
    ...facts,
    entry: entry(`${agreement}/outcome-reversed/${id}/${report}`, postings),
    ...statementOf(over),
  };
  if (was.status !== 'settled') return accept<Event>(event);
  const booking = { agreement, rates, now, by: by.person };
  const back = returnUndone(state, { payment: id, report: over.report }, booking);
  const exchange = exchangeOnSettlement(state, { payment: id, milestone, valueDate: was.valueDate }, was, booking);
  const all = paidInFull(state, event);
  return accept<Event>(event, ...back, ...exchange, ...(all ? [{ type: 'AgreementPaidInFull' as const, paid: all, at: now }] : []));
}

/** The outcome remains as it was confirmed. */
export function objectToMistake({ payment: id, report, note, now, by }: ObjectToPayment, { milestone }: Payment, said: Said): Answer {
  const held = judgeFault(by, said);
  if (held) return refuse(held);
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  return accept({ type: 'PaymentObjectedTo', payment: id, milestone, report, note, at: now, by: by.person });
}

/**
 * That its part has not the money for it any more: it was cut, or asked for otherwise. What the bank has paid beyond the part is decided by the line of the
 * statement that shows it.
 */
function changeFault(id: PaymentId, payment: Payment, over: Over, state: InForce, shownBy?: Line): Rejection | undefined {
  const payments = new Map(state.payments).set(id, { ...payment, over: { ...over, undoing: undefined } });
  const open = openOf({ ...state, payments }, over.was);
  const { amount, retained, advance, partPayment, sponsor } = over.was;
  const kept = state.givenBack.includes(sponsor) ? 0n : retained.amount;
  const isSome = advance > 0 || partPayment > 0;
  if (isSome ? open >= amount.amount : open === amount.amount + kept) return undefined;
  return { type: 'PartHasChanged', payment: id, amount: amount.amount + kept, open, currency: currencyOf(state), ...shownBy };
}

/** What of its part is neither paid nor asked for, in minor units. An advance is of a part that nobody has asked for yet. */
function openOf(state: InForce, was: Over['was']): bigint {
  const { tranche, sponsor, advance, partPayment } = was;
  if (isRelease(was)) return heldOf(state, sponsor).amount;
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return 0n;
  if (partPayment > 0) return restOf(state, cell);
  if (advance > 0 && !isOver(state.payments.get(cell.payment))) return 0n;
  return cell.amount.amount - advancedOn(state, cell) - partsStandingOn(state, cell);
}
