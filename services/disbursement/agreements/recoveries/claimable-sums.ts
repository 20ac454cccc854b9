import { type Money, money, total } from '@junkan/kit/pure/money.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import type { RecoveryKind } from './recovery.ts';
import { claimable } from './recovery-amounts.ts';

type ClaimableSum = { readonly tranche: number; readonly amount: Money; readonly unspent: Money };

/** What can be claimed back of everything that was paid (0), and of what was paid with each tranche; tranches without any are absent. */
export function claimableSums(state: InForce): ClaimableSum[] {
  const currency = currencyOf(state);
  const sumOf = (tranche: number, kind: RecoveryKind): Money => {
    const held = claimable(state, tranche, kind).map(({ amount }) => amount);
    const { amount: sum } = total(held, currency);
    return money(sum > 0n ? sum : 0n, currency);
  };
  return [0, ...state.tranches.map(({ number }) => number)]
    .map((tranche) => ({ tranche, amount: sumOf(tranche, 'ineligible'), unspent: sumOf(tranche, 'unspent') }))
    .filter(({ unspent }) => unspent.amount > 0n);
}
