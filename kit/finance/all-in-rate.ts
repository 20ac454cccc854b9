import { Decimal, inPlaces } from './decimal.ts';
import { type Flow, flowsOf } from './flows.ts';
import type { Percent } from './percent.ts';
import { discounted } from './present-value.ts';
import type { Schedule } from './schedule.ts';

/** A rate with four places, or that none makes what is received and what is paid worth the same. */
export type AllInRate = { readonly kind: 'rate'; readonly percent: Percent } | { readonly kind: 'none' };

const PLACES = 4;
/** More halvings than any rate of four places needs. */
const MAX_HALVINGS = 120;

/**
 * The effective annual internal rate of a loan, percent per year with four places, halves up: the lowest rate, not below zero, at
 * which what the borrower receives is worth what the borrower pays, interest and all fees, each in its month (a twelfth of a year). It
 * is the equation of the annual percentage rate of charge (European Union, Directive 2008/48/EC on credit agreements for consumers,
 * annex I, 2008).
 */
export const allInRateOf = (schedule: Schedule): AllInRate => rateOf(flowsOf(schedule));

/**
 * The same of any flows. There is none where nothing is received, where less is paid than received, or where a year would have to
 * multiply money by more than 4096.
 */
export function rateOf(flows: readonly Flow[]): AllInRate {
  const one = new Decimal(1);
  const worth = (factor: Decimal): Decimal => discounted(flows, factor);
  const atNothing = worth(one);
  if (!flows.some((flow) => flow.amount.amount > 0n) || atNothing.gt(0)) return { kind: 'none' };
  if (atNothing.isZero()) return rate(one);
  let [cheaper, dearer] = [one, one];
  for (let step = new Decimal(1).div(4096); worth(dearer).lt(0); step = step.times(2)) {
    if (step.gt(0.5)) return { kind: 'none' };
    [cheaper, dearer] = [dearer, one.minus(step)];
  }
  for (let halving = 0; halving < MAX_HALVINGS && percentOf(cheaper) !== percentOf(dearer); halving += 1) {
    const middle = cheaper.plus(dearer).div(2);
    if (worth(middle).lt(0)) cheaper = middle;
    else dearer = middle;
  }
  return rate(dearer);
}

/** The effective rate of a year, of what a unit is worth a month before. */
const percentOf = (factorOfMonth: Decimal): Percent => inPlaces(factorOfMonth.pow(-12).minus(1).times(100), PLACES);

const rate = (factorOfMonth: Decimal): AllInRate => ({ kind: 'rate', percent: percentOf(factorOfMonth) });
