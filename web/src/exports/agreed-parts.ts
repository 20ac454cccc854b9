import type { Schemas, WholePage } from '../base/api/types.ts';
import type { AgreedPart } from './money-columns.ts';

/** Every part, with the payment of its remainder, and every other payment: of advances, of some of a part, and of what was retained. */
export const agreedParts = ({ cells, tranches, payments, names = {} }: Schemas['Agreement']): WholePage<AgreedPart> => {
  const titled = (number: number) => ({ number, tranche: tranches.find((each) => each.number === number) });
  const beside = payments.filter(({ id }) => cells.every(({ payment }) => payment !== id));
  const rows = [
    ...cells.map(({ tranche, sponsor, amount, payment }) => ({
      ...titled(tranche),
      sponsor,
      part: amount,
      payment: payments.find(({ id }) => id === payment),
    })),
    ...beside.map((payment) => ({ ...titled(payment.tranche), sponsor: payment.sponsor, part: undefined, payment })),
  ];
  return { rows, names, next: undefined };
};
