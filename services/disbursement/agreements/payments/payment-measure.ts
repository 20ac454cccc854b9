import { greater, type Money, money } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import { isRelease } from '../retention/retention.ts';
import { isOver, type Payment } from './payment.ts';

/**
 * The amount that approval limits are compared with: the whole cell of which a payment pays some, whatever was paid of it before, and by whose approval. An
 * advance, payments in part, what is retained and its release are of one cell. A release is of all cells of which something was retained: the greatest counts.
 */
export function measured(payment: Payment, { cells, payments }: Pick<InForce, 'cells' | 'payments'>): Money {
  const { tranche, sponsor, amount } = payment;
  const own = cells.filter((cell) => cell.sponsor === sponsor);
  const isKept = (cell: Cell): boolean => (payments.get(cell.payment)?.retained.amount ?? 0n) > 0n;
  const concerned = own.filter((cell) => (isRelease(payment) ? isKept(cell) : cell.tranche === tranche));
  const whole = concerned.map((cell) => greater(cell.amount.amount, orderedOf(cell, payments))).reduce(greater, amount.amount);
  return money(whole, amount.currency);
}

/** What all orders of a cell come to that are not over, with what is retained: a termination or a verdict cuts the cell, not what was ordered before. */
const orderedOf = ({ tranche, sponsor }: Cell, payments: InForce['payments']): bigint =>
  [...payments.values()]
    .filter((order) => order.tranche === tranche && order.sponsor === sponsor && !isOver(order))
    .reduce((sum, order) => sum + order.amount.amount + order.retained.amount, 0n);
