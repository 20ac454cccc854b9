import type { Money } from '@junkan/kit/pure/money.ts';

/** The relation of an order to the others of its cell, if that is paid by several. */
export type InPart = {
  /** Counts the orders that pay some of the cell, from 1; 0 = it pays all that is left. */
  readonly partPayment: number;
  /** What of the cell was paid by such orders before this one, which pays all that is left. */
  readonly partPaid: Money;
  /** What all of them come to, with what is retained; nothing where the cell is paid by one. */
  readonly partWhole: Money | undefined;
};
