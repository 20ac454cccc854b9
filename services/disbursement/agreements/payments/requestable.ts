import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';
import { cameBackOf } from './part-payment.ts';
import { isOver } from './payment.ts';
import { fundedIn } from './payment-instrument.ts';

/** Cells with money in them of which nobody has asked for all, or some of whose money came back. */
export const requestable = (agreement: InForce): Cell[] =>
  agreement.cells.filter(
    (cell) => fundedIn(agreement, cell) > 0n && (isOver(agreement.payments.get(cell.payment)) || cameBackOf(agreement, cell) > 0n),
  );
