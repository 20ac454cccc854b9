import { type Money, money } from '@junkan/kit/pure/money.ts';
import { advancedOn, advanceUnderWay } from '../advances/advance.ts';
import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import { restOf } from '../retention/retention.ts';
import { askedOf, partPaidOn, partPaymentsOf, partPaymentUnderWay } from './part-payment.ts';

/** What was asked for of cells that are paid in several payments, and what is left of them. */
export const partsInPayments = (agreement: InForce) =>
  agreement.cells
    .filter((cell) => partPaymentsOf(agreement, cell).length > 0)
    .map((cell) => {
      const { tranche, sponsor, amount } = cell;
      const [paid, rest, asked] = [partPaidOn(agreement, cell), restOf(agreement, cell), askedOf(agreement, cell)];
      const sum = (of: bigint) => money(of, amount.currency);
      return { tranche, sponsor, paid: sum(paid), rest: sum(rest), asked: sum(asked), whole: sum(asked + rest) };
    });

/** What finance asks for of a cell, once its milestone lets it; nothing where all is paid ahead, or some of it is on its way by itself. */
export function toRequest(agreement: InForce, cell: Cell): Money | undefined {
  const { tranche, sponsor, amount } = cell;
  const rest = partPaymentsOf(agreement, cell).length > 0 ? restOf(agreement, cell) : undefined;
  const left = rest ?? amount.amount - advancedOn(agreement, cell);
  if (left <= 0n || advanceUnderWay(agreement, tranche, sponsor) || partPaymentUnderWay(agreement, cell)) return undefined;
  return rest === undefined ? amount : money(rest, amount.currency);
}
