import type { Money } from '../pure/money.ts';
import { type FinancialTerms, MONTHS_BETWEEN, type PaymentFrequency } from './financing.ts';
import { type ScheduleRow, scheduleOf } from './schedule.ts';
import type { Drawdown, Financing, PaymentsPerYear } from './terms.ts';

/**
 * The terms of an offer of so much, as figures are worked out of them. `drawdowns`: when the money comes, in months after effectiveness; together the
 * amount.
 */
export function priced({ instrument, loan, guarantee }: FinancialTerms, amount: Money, drawdowns: readonly Drawdown[]): Financing {
  if (loan) {
    const { rate, percent, index, indexPercent, frontEndFeePercent, commitmentFeePercent, payments, ...rest } = loan;
    return {
      instrument: 'loan',
      principal: amount,
      drawdowns,
      rate: rate === 'fixed' ? { kind: 'fixed', percent } : { kind: 'index', index, indexPercent, marginPercent: percent },
      frontEndFeePercent: frontEndFeePercent || NOTHING,
      commitmentFeePercent: commitmentFeePercent || NOTHING,
      paymentsPerYear: perYear(payments),
      ...rest,
    };
  }
  if (guarantee) {
    const { feePercent, frontEndFeePercent, tenorMonths, payments } = guarantee;
    const fees = { feePercent, frontEndFeePercent: frontEndFeePercent || NOTHING };
    return { instrument: 'guarantee', covered: amount, ...fees, tenorMonths, paymentsPerYear: perYear(payments) };
  }
  switch (instrument) {
    case 'in-kind':
      return { instrument, value: amount };
    case 'equity':
      return { instrument, amount };
    case 'results-based':
      return { instrument, amount, results: drawdowns.map((each) => ({ ...each, result: '' })) };
    case 'grant':
      return { instrument, amount, drawdowns };
    case 'loan':
    case 'guarantee':
      throw new Error(`a ${instrument} without terms has passed its rules`);
  }
}

/** The repayments of a loan of this amount, fully drawn on the first day; none if the financing is not a loan. */
export function repaymentsOf(financing: FinancialTerms | undefined, amount: Money): Repayments | undefined {
  const terms = financing && priced(financing, amount, [{ month: 0, amount }]);
  if (terms?.instrument !== 'loan') return undefined;
  const { rows, totals } = scheduleOf(terms);
  return { rows: [...rows], interest: totals.interest, fees: totals.fees, principal: totals.principal };
}
type Repayments = { readonly rows: ScheduleRow[]; readonly interest: Money; readonly fees: Money; readonly principal: Money };

const NOTHING = '0';
const perYear = (payments: PaymentFrequency): PaymentsPerYear => (12 / MONTHS_BETWEEN[payments]) as PaymentsPerYear;
