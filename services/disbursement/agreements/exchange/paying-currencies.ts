import { paidPartsOf } from '@junkan/kit/finance/shares.ts';
import type { InForce } from '../agreement-state.ts';
import { currencyOf } from '../contract/terms.ts';
import type { SponsorId } from '../ids.ts';

/**
 * In which currencies the account may be from which a sponsor pays, in their order: that of the agreement, and where all of its money comes from budgets in one
 * other currency, that of its budgets. From such an account the bank converts.
 */
export function payingCurrencies(state: InForce, sponsor: SponsorId): readonly string[] {
  const share = state.shares.find((each) => each.sponsor === sponsor);
  const into = (share ? paidPartsOf(share) : []).map(
    ({ offer }) => state.conversions.find((each) => each.offer === offer)?.conversion.amount.currency,
  );
  const [only, ...others] = new Set(into);
  return only !== undefined && others.length === 0 ? [currencyOf(state), only] : [currencyOf(state)];
}
