import { fundedOf } from '@junkan/kit/finance/shares.ts';
import type { Rejection } from '../agreement-faces.ts';
import type { InForce } from '../agreement-state.ts';
import type { Cell } from '../contract/terms.ts';

/**
 * Agreements of earlier versions counted guarantees and contributions in kind as money: what of a cell is of them cannot be requested any more. In minor
 * units.
 */
export function fundedIn({ shares }: Pick<InForce, 'shares'>, { sponsor, amount }: Pick<Cell, 'sponsor' | 'amount'>): bigint {
  const share = shares.find((each) => each.sponsor === sponsor);
  return share ? fundedOf(share, amount.amount) : amount.amount;
}

/** `whole`: what was requested of the cell with what is asked for now, in minor units. */
export function instrumentFault(state: Pick<InForce, 'shares'>, cell: Cell, whole: bigint): Rejection | undefined {
  const { tranche, sponsor, amount } = cell;
  const most = fundedIn(state, cell);
  return whole <= most ? undefined : { type: 'InstrumentIsNotPaid', tranche, sponsor, most, currency: amount.currency };
}
