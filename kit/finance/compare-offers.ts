import { type Money, minus, money } from '../pure/money.ts';
import { decimalOf, inPlaces } from './decimal.ts';
import { allInRateOfTerms, flowsOfTerms, grantElementOfTerms, nominalCostOf, offeredBy } from './figures.ts';
import type { GrantElementMethod } from './grant-element.ts';
import type { Percent } from './percent.ts';
import { presentValueOf } from './present-value.ts';
import type { Financing } from './terms.ts';

/** Terms under the caller's own key. */
export type OfferedFinancing = { readonly key: string; readonly terms: Financing };

/** By what offers are compared: a discount per year, and whose grant element. */
export type Comparison = { readonly discountPercent: Percent; readonly method: GrantElementMethod };

/**
 * The rank of an offer by cost: the cheapest has place 1. Offers of equal cost share a place and name each other; two on place 1 are
 * followed by place 3. An offer that brings no money has no place, because it cannot replace one that does.
 */
type Placement =
  | { readonly kind: 'placed'; readonly place: number; readonly tiedWith: readonly string[] }
  | { readonly kind: 'not-placed'; readonly why: NotPlaced };

type NotPlaced = 'equity-has-no-schedule' | 'in-kind-moves-no-money' | 'guarantee-brings-no-money';

/** The present value of what is paid less that of what is received, and that as percent (four places) of what is offered. */
type PresentCost =
  | { readonly kind: 'known'; readonly amount: Money; readonly percent: Percent }
  | { readonly kind: 'undefined'; readonly why: Exclude<NotPlaced, 'guarantee-brings-no-money'> };

export type ComparedOffer = {
  readonly key: string;
  readonly nominalCost: ReturnType<typeof nominalCostOf>;
  readonly allInRate: ReturnType<typeof allInRateOfTerms>;
  readonly presentCost: PresentCost;
  readonly grantElement: ReturnType<typeof grantElementOfTerms>;
  readonly standing: Placement;
};

/**
 * Compares offers, in the order given. They are ranked by the present cost per unit offered, as displayed (percent, four places), and by
 * nothing else: what looks equal to the reader is a tie. Currencies may differ, because a share has none; the figure ignores future
 * exchange rates.
 * @throws if terms have faults (see faults.ts).
 */
export function compareOffers(offers: readonly OfferedFinancing[], { discountPercent, method }: Comparison): ComparedOffer[] {
  const costs = offers.map(({ key, terms }) => ({ key, terms, cost: presentCostOf(terms, discountPercent) }));
  const placed = costs.flatMap(({ key, terms, cost }) =>
    cost.kind === 'known' && terms.instrument !== 'guarantee' ? [{ key, percent: cost.percent }] : [],
  );
  return costs.map(({ key, terms, cost }) => ({
    key,
    nominalCost: nominalCostOf(terms),
    allInRate: allInRateOfTerms(terms),
    presentCost: cost,
    grantElement: grantElementOfTerms(terms, method),
    standing: standingOf(key, terms, cost, placed),
  }));
}

function presentCostOf(terms: Financing, discountPercent: Percent): PresentCost {
  const flows = flowsOfTerms(terms);
  if (flows.kind === 'undefined') return flows;
  const offered = offeredBy(terms);
  const amount = minus(money(0n, offered.currency), presentValueOf(flows.value, discountPercent, offered.currency));
  return { kind: 'known', amount, percent: inPlaces(decimalOf(amount.amount).div(decimalOf(offered.amount)).times(100), 4) };
}

type Placed = readonly { readonly key: string; readonly percent: Percent }[];

function standingOf(key: string, terms: Financing, cost: PresentCost, placed: Placed): Placement {
  if (cost.kind === 'undefined') return { kind: 'not-placed', why: cost.why };
  if (terms.instrument === 'guarantee') return { kind: 'not-placed', why: 'guarantee-brings-no-money' };
  const cheaper = placed.filter((other) => partsOfFour(other.percent) < partsOfFour(cost.percent));
  const tiedWith = placed.filter((other) => other.key !== key && other.percent === cost.percent).map((other) => other.key);
  return { kind: 'placed', place: cheaper.length + 1, tiedWith };
}

/** A percentage of four places as a whole number, to compare by. */
const partsOfFour = (percent: Percent): bigint => BigInt(percent.replace('.', ''));
