import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import type { PaymentId } from '../ids.ts';
import { isOver, type Payment } from './payment.ts';

type Part = Pick<Cell, 'tranche' | 'sponsor'>;
type Paying = Pick<InForce, 'payments'>;
type Numbered = readonly [PaymentId, Payment];

/** The orders by which some of a cell is or was to be paid, the earliest first. */
export const partPaymentsOf = ({ payments }: Paying, { tranche, sponsor }: Part): Numbered[] =>
  [...payments].filter(([, order]) => order.partPayment > 0 && order.tranche === tranche && order.sponsor === sponsor);

/** What of a cell was paid by such orders, in minor units. */
export const partPaidOn = (state: Paying, part: Part): bigint =>
  partPaymentsOf(state, part).reduce((sum, [, { status, amount }]) => (status === 'settled' ? sum + amount.amount : sum), 0n);

/** What of a cell was paid by them, or is on its way, in minor units. */
export const partsStandingOn = (state: Paying, part: Part): bigint =>
  partPaymentsOf(state, part).reduce((sum, [, order]) => (isOver(order) ? sum : sum + order.amount.amount), 0n);

/** One that may still be paid, or that is reported as returned. */
export const partPaymentUnderWay = (state: Paying, part: Part): Numbered | undefined =>
  partPaymentsOf(state, part).find(([, order]) => !isOver(order) && (order.status !== 'settled' || order.undoing !== undefined));

/** Whether any order of the cell that depends on its verdict was requested and is not over. */
export const isAskedFor = (state: Paying, cell: Part & Pick<Cell, 'payment'>): boolean =>
  !isOver(state.payments.get(cell.payment)) || partPaymentsOf(state, cell).some(([, order]) => !isOver(order));

/** What was requested of a cell by all orders that depend on its verdict and are not over, in minor units. */
export function askedOf(state: Paying, cell: Part & Pick<Cell, 'payment'>): bigint {
  const closing = state.payments.get(cell.payment);
  return partsStandingOn(state, cell) + (closing && !isOver(closing) ? closing.amount.amount : 0n);
}

/** What came back of a cell that was paid in part, after the order for all that was left had been requested; in minor units. */
export function cameBackOf(state: Paying, cell: Part & Pick<Cell, 'payment'>): bigint {
  const closing = state.payments.get(cell.payment);
  return closing && !isOver(closing) ? closing.partPaid.amount - partsStandingOn(state, cell) : 0n;
}
