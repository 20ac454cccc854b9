import { type Money, minus, money, total } from '../pure/money.ts';
import { type AllInRate, rateOf } from './all-in-rate.ts';
import { type Flow, flowsOf, received } from './flows.ts';
import { type GrantElementMethod, grantElementOf } from './grant-element.ts';
import { halfUp, PARTS_OF_WHOLE, type Percent, partsOf } from './percent.ts';
import { scheduleOf } from './schedule.ts';
import { type Financing, type Guarantee, periodOf } from './terms.ts';

/** A figure of terms, or why those terms have none. */
export type Figure<Value, Why extends string> =
  | { readonly kind: 'known'; readonly value: Value }
  | { readonly kind: 'undefined'; readonly why: Why };

/** What a share is worth is not agreed, and nothing says when it comes back. */
type Equity = 'equity-has-no-schedule';

const known = <Value>(value: Value) => ({ kind: 'known', value }) as const;
const undefinedAs = <Why extends string>(why: Why) => ({ kind: 'undefined', why }) as const;

/** What is offered: of a guarantee what it covers, of a contribution in kind its value. */
export function offeredBy(terms: Financing): Money {
  switch (terms.instrument) {
    case 'loan':
      return terms.principal;
    case 'guarantee':
      return terms.covered;
    case 'in-kind':
      return terms.value;
    case 'grant':
    case 'results-based':
    case 'equity':
      return terms.amount;
  }
}

/** Cash flows from the borrower's side. Of a guarantee the fees alone, because it is not known whether it will be called. */
export function flowsOfTerms(terms: Financing): Figure<readonly Flow[], Equity | 'in-kind-moves-no-money'> {
  switch (terms.instrument) {
    case 'loan':
      return known(flowsOf(scheduleOf(terms)));
    case 'grant':
      return known(received(terms.drawdowns));
    case 'results-based':
      return known(received(terms.results));
    case 'guarantee':
      return known(feesOf(terms));
    case 'in-kind':
      return undefinedAs('in-kind-moves-no-money');
    case 'equity':
      return undefinedAs('equity-has-no-schedule');
  }
}

/** Each fee is rounded half up to the minor unit. */
function feesOf({ covered, frontEndFeePercent, feePercent, tenorMonths, paymentsPerYear }: Guarantee): Flow[] {
  const period = periodOf(paymentsPerYear);
  const fee = (month: number, amount: bigint): Flow => ({ month, amount: money(-amount, covered.currency) });
  const ofPeriod = halfUp(covered.amount * partsOf(feePercent), BigInt(paymentsPerYear) * PARTS_OF_WHOLE);
  return [
    fee(0, halfUp(covered.amount * partsOf(frontEndFeePercent), PARTS_OF_WHOLE)),
    ...Array.from({ length: tenorMonths / period }, (_, index) => fee((index + 1) * period, ofPeriod)),
  ].filter(({ amount }) => amount.amount !== 0n);
}

/** What is paid beyond what was received, not discounted: interest and fees. */
export function nominalCostOf(terms: Financing): Figure<Money, Equity> {
  switch (terms.instrument) {
    case 'loan':
      return known(scheduleOf(terms).totals.nominalCost);
    case 'guarantee': {
      const { currency } = terms.covered;
      const fees = feesOf(terms).map(({ amount }) => amount);
      return known(minus(money(0n, currency), total(fees, currency)));
    }
    case 'grant':
    case 'results-based':
    case 'in-kind':
      return known(money(0n, offeredBy(terms).currency));
    case 'equity':
      return undefinedAs('equity-has-no-schedule');
  }
}

/** The effective annual rate of what is paid for what is received (see all-in-rate.ts). */
export function allInRateOfTerms(
  terms: Financing,
): Figure<Percent, Equity | 'nothing-is-paid-back' | 'guarantee-brings-no-money' | 'no-rate-balances'> {
  switch (terms.instrument) {
    case 'loan':
      return rateFigure(rateOf(flowsOf(scheduleOf(terms))));
    case 'grant':
    case 'results-based':
    case 'in-kind':
      return undefinedAs('nothing-is-paid-back');
    case 'guarantee':
      return undefinedAs('guarantee-brings-no-money');
    case 'equity':
      return undefinedAs('equity-has-no-schedule');
  }
}

const rateFigure = (rate: AllInRate): Figure<Percent, 'no-rate-balances'> =>
  rate.kind === 'rate' ? known(rate.percent) : undefinedAs('no-rate-balances');

/** The grant element (see grant-element.ts): what is given and not paid back is wholly a grant. */
export function grantElementOfTerms(terms: Financing, method: GrantElementMethod): Figure<Percent, Equity | 'guarantee-is-contingent'> {
  switch (terms.instrument) {
    case 'loan':
      return known(grantElementOf(terms, method));
    case 'grant':
    case 'results-based':
    case 'in-kind':
      return known('100.00');
    case 'guarantee':
      return undefinedAs('guarantee-is-contingent');
    case 'equity':
      return undefinedAs('equity-has-no-schedule');
  }
}
