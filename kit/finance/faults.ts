import type { Money } from '../pure/money.ts';
import { type Percent, parsePercent } from './percent.ts';
import { type Drawdown, type Financing, type Loan, PAYMENTS_PER_YEAR, type PaymentsPerYear, periodOf } from './terms.ts';

/** The longest tenor, and the last month in which money may be planned to come: fifty years after effectiveness. */
export const MAX_TENOR_MONTHS = 600;

/** Why nothing can be worked out of terms. */
export type TermsFault =
  | { readonly type: 'AmountIsNotPositive' }
  | { readonly type: 'PercentIsInvalid'; readonly field: string; readonly text: string }
  | { readonly type: 'PaymentsPerYearAreUnknown'; readonly paymentsPerYear: number }
  | { readonly type: 'TenorIsNotWholePeriods'; readonly tenorMonths: number; readonly periodMonths: number }
  | { readonly type: 'TenorIsTooLong'; readonly tenorMonths: number; readonly maxMonths: number }
  | { readonly type: 'GraceIsNotWholePeriods'; readonly graceMonths: number; readonly periodMonths: number }
  | { readonly type: 'GraceLeavesNoRepayment'; readonly graceMonths: number; readonly tenorMonths: number }
  | { readonly type: 'DrawdownIsInvalid'; readonly month: number }
  | { readonly type: 'DrawdownIsTooLate'; readonly month: number; readonly beforeMonth: number }
  | { readonly type: 'DrawdownsDoNotSum'; readonly drawn: bigint; readonly amount: bigint };

/** All that is wrong with terms; nothing where every figure can be worked out. Callers ask before they ask for a figure. */
export function faultsOf(terms: Financing): TermsFault[] {
  switch (terms.instrument) {
    case 'loan':
      return loanFaults(terms);
    case 'grant':
      return [...amountFaults(terms.amount), ...drawdownFaults(terms.drawdowns, terms.amount, MAX_TENOR_MONTHS + 1)];
    case 'results-based':
      return [...amountFaults(terms.amount), ...drawdownFaults(terms.results, terms.amount, MAX_TENOR_MONTHS + 1)];
    case 'guarantee':
      return [
        ...amountFaults(terms.covered),
        ...percentFaults({ frontEndFeePercent: terms.frontEndFeePercent, feePercent: terms.feePercent }),
        ...tenorFaults(terms),
      ];
    case 'in-kind':
      return amountFaults(terms.value);
    case 'equity':
      return amountFaults(terms.amount);
  }
}

export function loanFaults(terms: Loan): TermsFault[] {
  const { rate, frontEndFeePercent, commitmentFeePercent, principal, drawdowns, tenorMonths } = terms;
  const signed = rate.kind === 'fixed' ? {} : { indexPercent: rate.indexPercent, marginPercent: rate.marginPercent };
  const unsigned = { frontEndFeePercent, commitmentFeePercent, ...(rate.kind === 'fixed' ? { percent: rate.percent } : {}) };
  return [
    ...amountFaults(principal),
    ...percentFaults(unsigned),
    ...percentFaults(signed, true),
    ...tenorFaults(terms),
    ...graceFaults(terms),
    ...drawdownFaults(drawdowns, principal, tenorMonths),
  ];
}

const amountFaults = ({ amount }: Money): TermsFault[] => (amount > 0n ? [] : [{ type: 'AmountIsNotPositive' }]);

function percentFaults(fields: Readonly<Record<string, Percent>>, mayBeNegative = false): TermsFault[] {
  return Object.entries(fields).flatMap(([field, text]) => {
    const parts = parsePercent(text);
    return parts === undefined || (parts < 0n && !mayBeNegative) ? [{ type: 'PercentIsInvalid' as const, field, text }] : [];
  });
}

type Tenor = { readonly tenorMonths: number; readonly paymentsPerYear: PaymentsPerYear };

const isWholePeriods = (months: number, period: number): boolean => Number.isSafeInteger(months) && months % period === 0;

function tenorFaults({ tenorMonths, paymentsPerYear }: Tenor): TermsFault[] {
  if (!PAYMENTS_PER_YEAR.includes(paymentsPerYear)) return [{ type: 'PaymentsPerYearAreUnknown', paymentsPerYear }];
  const periodMonths = periodOf(paymentsPerYear);
  if (tenorMonths <= 0 || !isWholePeriods(tenorMonths, periodMonths))
    return [{ type: 'TenorIsNotWholePeriods', tenorMonths, periodMonths }];
  return tenorMonths > MAX_TENOR_MONTHS ? [{ type: 'TenorIsTooLong', tenorMonths, maxMonths: MAX_TENOR_MONTHS }] : [];
}

function graceFaults({ graceMonths, tenorMonths, paymentsPerYear }: Loan): TermsFault[] {
  if (!PAYMENTS_PER_YEAR.includes(paymentsPerYear)) return [];
  const periodMonths = periodOf(paymentsPerYear);
  if (graceMonths < 0 || !isWholePeriods(graceMonths, periodMonths)) return [{ type: 'GraceIsNotWholePeriods', graceMonths, periodMonths }];
  return graceMonths >= tenorMonths ? [{ type: 'GraceLeavesNoRepayment', graceMonths, tenorMonths }] : [];
}

function drawdownFaults(drawdowns: readonly Drawdown[], { amount, currency }: Money, beforeMonth: number): TermsFault[] {
  const invalid = drawdowns
    .filter((each) => !isDrawdown(each, currency))
    .map(({ month }) => ({ type: 'DrawdownIsInvalid' as const, month }));
  const late = drawdowns
    .filter(({ month }) => month >= beforeMonth)
    .map(({ month }) => ({ type: 'DrawdownIsTooLate' as const, month, beforeMonth }));
  const drawn = drawdowns.reduce((sum, each) => sum + each.amount.amount, 0n);
  return [...invalid, ...late, ...(drawn === amount ? [] : [{ type: 'DrawdownsDoNotSum' as const, drawn, amount }])];
}

const isDrawdown = ({ month, amount }: Drawdown, currency: string): boolean =>
  Number.isSafeInteger(month) && month >= 0 && amount.amount > 0n && amount.currency === currency;
