import { type Money, money } from '../pure/money.ts';
import { Decimal, decimalOf, inPlaces } from './decimal.ts';
import type { Flow } from './flows.ts';
import { PARTS_OF_WHOLE, type Percent, partsOf } from './percent.ts';

/**
 * What flows are worth at effectiveness: each divided by (1 + discount) to the power of its months over twelve. Discounting is
 * annual and effective, as in both methods of the grant element. Rounded once, halves away from zero, to the minor unit.
 * @param discountPercent per year, not negative.
 * @throws where a flow is in another currency, or the discount is no percentage or negative: a bug of the caller.
 */
export function presentValueOf(flows: readonly Flow[], discountPercent: Percent, currency: string): Money {
  const stranger = flows.find((flow) => flow.amount.currency !== currency);
  if (stranger) throw new Error(`cannot discount ${stranger.amount.currency} as ${currency}`);
  return money(BigInt(inPlaces(discounted(flows, factorOfMonth(discountPercent)), 0)), currency);
}

/** What one unit in a month is worth a month before, at a discount per year. */
export function factorOfMonth(discountPercent: Percent): Decimal {
  const parts = partsOf(discountPercent);
  if (parts < 0n) throw new Error(`a discount of ${discountPercent} % is negative`);
  return new Decimal(1).plus(decimalOf(parts).div(decimalOf(PARTS_OF_WHOLE))).pow(new Decimal(-1).div(12));
}

/** The flows in minor units, each times the factor to the power of its months; not rounded. */
export function discounted(flows: readonly Flow[], factor: Decimal): Decimal {
  const latestFirst = [...flows].sort((a, b) => b.month - a.month);
  let month = latestFirst[0]?.month ?? 0;
  let worth = new Decimal(0);
  for (const flow of latestFirst) {
    worth = worth.times(factor.pow(month - flow.month)).plus(decimalOf(flow.amount.amount));
    month = flow.month;
  }
  return worth.times(factor.pow(month));
}
