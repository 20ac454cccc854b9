import { allocate, type Money } from '../pure/money.ts';
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

/** What is planned to be paid, in months after effectiveness. */
export type Planned = { readonly month: number; readonly amount: Money };

/**
 * When so much comes by a plan of milestones: in proportion to what they are planned to cost, to the last minor unit. Milestones that are due after a loan is
 * repaid, or in its last month, are taken as paid in the month before. Without a plan all comes at once.
 */
export function drawnBy(plan: readonly Planned[], amount: Money, financing: FinancialTerms): readonly Drawdown[] {
  const weights = plan.filter((each) => each.amount.amount > 0n);
  if (weights.length === 0 || amount.amount <= 0n) return [{ month: 0, amount }];
  const latest = (financing.loan?.tenorMonths ?? Number.POSITIVE_INFINITY) - 1;
  const parts = allocate(
    amount.amount,
    weights.map((each) => each.amount.amount),
  );
  const byMonth = new Map<number, bigint>();
  for (const [at, { month }] of weights.entries()) {
    const drawn = Math.min(month, latest);
    byMonth.set(drawn, (byMonth.get(drawn) ?? 0n) + (parts[at] ?? 0n));
  }
  return [...byMonth]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([month, drawn]) => (drawn > 0n ? [{ month, amount: { amount: drawn, currency: amount.currency } }] : []));
}

/** The repayments of a loan of this amount, drawn as the milestones are planned; none if the financing is not a loan. */
export function repaymentsOf(financing: FinancialTerms | undefined, amount: Money, plan: readonly Planned[]): Repayments | undefined {
  const terms = financing && priced(financing, amount, drawnBy(plan, amount, financing));
  if (terms?.instrument !== 'loan') return undefined;
  const { rows, totals } = scheduleOf(terms);
  return { rows: [...rows], interest: totals.interest, fees: totals.fees, principal: totals.principal };
}
type Repayments = { readonly rows: ScheduleRow[]; readonly interest: Money; readonly fees: Money; readonly principal: Money };

const NOTHING = '0';
const perYear = (payments: PaymentFrequency): PaymentsPerYear => (12 / MONTHS_BETWEEN[payments]) as PaymentsPerYear;
