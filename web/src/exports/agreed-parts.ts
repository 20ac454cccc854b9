import type { Schemas } from '../api/types.ts';
import type { AgreedPart } from './money-columns.ts';

/** The first row of a part has its sum and the payment of all that is left; each payment of some of it follows. */
export const agreedParts = ({ cells, tranches, payments }: Schemas['Agreement']): readonly AgreedPart[] =>
  cells.flatMap((cell) => {
    const { amount: _, ...part } = cell;
    const tranche = tranches.find(({ number }) => number === cell.tranche);
    const inPart = payments.filter((each) => each.partPayment > 0 && each.tranche === cell.tranche && each.sponsor === cell.sponsor);
    return [
      { cell, tranche, payment: payments.find(({ id }) => id === cell.payment) },
      ...inPart.map((payment) => ({ cell: { ...part, payment: payment.id }, tranche, payment })),
    ];
  });
