import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { isSameMoney, type Money, money } from '@junkan/kit/pure/money.ts';
import { advancedOn } from '../advances/advance.ts';
import type { Event, Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import type { PaymentId } from '../ids.ts';
import { restOf } from '../retention/retention.ts';
import { cameBackOf, partPaymentsOf, partPaymentUnderWay, partsStandingOn } from './part-payment.ts';
import { isOver } from './payment.ts';
import type { RequestPartPayment } from './payment-commands.ts';
import { groundsOf } from './payment-grounds.ts';
import { instrumentFault } from './payment-instrument.ts';

/**
 * Requests some of a cell, as the sponsor's cash, a bank's limit or the period of a budget allows. All that is left then, at least one minor unit,
 * and what is retained is for the cell's own payment. Where that was requested before, only what has come back of a payment like this one is due.
 */
export function decidePartPayment(command: RequestPartPayment, state: InForce): Decision<Event, Rejection> {
  const { agreement, tranche, sponsor, amount, payment, milestone, now, by } = command;
  const cell = state.cells.find((each) => each.tranche === tranche && each.sponsor === sponsor);
  if (!cell) return refuse({ type: 'CellIsUnknown', tranche, sponsor });
  if (cell.amount.amount === 0n) return refuse({ type: 'CellIsZero', tranche, sponsor });
  const [underWay, order] = partPaymentUnderWay(state, cell) ?? [];
  if (underWay && order) {
    const isRepeat =
      order.requestedBy === by.person && order.status !== 'settled' && !order.over?.undoing && isSameMoney(order.amount, amount);
    return isRepeat ? alreadyApplied : refuse({ type: 'PartPaymentIsUnderWay', payment: underWay, status: order.status });
  }
  const ordered = orderFault(payment, cell, state);
  if (ordered) return refuse(ordered);
  const grounds = groundsOf({ agreement, milestone, now, by }, cell, state);
  if ('type' in grounds) return refuse(grounds);
  const asked = advancedOn(state, cell) + partsStandingOn(state, cell) + amount.amount;
  const fault = sumFault(amount, cell, state) ?? instrumentFault(state, cell, asked);
  if (fault) return refuse(fault);
  const partPayment = state.payments.get(payment)?.partPayment || partPaymentsOf(state, cell).length + 1;
  const left = restOf(state, cell) - amount.amount;
  const part = {
    tranche,
    sponsor,
    amount,
    partPayment,
    partWhole: money(wholeOf(state, cell), amount.currency),
    ...(left > 0n ? { partLeft: money(left, amount.currency) } : {}),
  };
  return accept({ type: 'PaymentRequested', payment, ...part, ...grounds, at: now, by: by.person });
}

/** Once all that is left was requested, only what has come back of a part payment is asked for. */
function orderFault(payment: PaymentId, cell: Cell, state: InForce): Rejection | undefined {
  const { payments } = state;
  const ids = cameBackOf(state, cell) > 0n ? [payment] : [payment, cell.payment];
  const ordered = ids.find((id) => !isOver(payments.get(id)));
  const status = ordered && payments.get(ordered)?.status;
  return ordered && status && { type: 'CellHasAnOrder', payment: ordered, status };
}

function sumFault({ amount: asked, currency: of }: Money, cell: Cell, state: InForce): Rejection | undefined {
  const { tranche, sponsor, payment } = cell;
  const { currency } = cell.amount;
  const rest = restOf(state, cell);
  const most = isOver(state.payments.get(payment)) ? rest - 1n : rest;
  if (most <= 0n) return { type: 'NoPartPaymentIsLeft', tranche, sponsor };
  if (of !== currency) return { type: 'WrongCurrency', currency };
  if (asked <= 0n) return { type: 'AmountIsNotPositive', amount: asked, currency };
  return asked > most ? { type: 'PartPaymentExceedsTheRest', asked, most, currency } : undefined;
}

/** What all payments of the cell come to, with what is retained: what was paid ahead is none of them. A termination cuts the cell, not what was requested before. */
function wholeOf(state: InForce, cell: Cell): bigint {
  const closing = state.payments.get(cell.payment);
  return closing && !isOver(closing)
    ? closing.amount.amount + closing.retained.amount + closing.partPaid.amount
    : cell.amount.amount - advancedOn(state, cell);
}
