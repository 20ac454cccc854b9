import { describe, expect, test } from 'vitest';
import { money } from '../pure/money.ts';
import { faultsOf, loanFaults, MAX_TENOR_MONTHS } from './faults.ts';
import { loan, usd } from './terms.fixture.ts';

describe('the faults of terms', () => {
  test('are found in a loan, each with what it is about', () => {
    expect(loanFaults(loan())).toEqual([]);
    expect(loanFaults(loan({ tenorMonths: 15 }))).toEqual([{ type: 'TenorIsNotWholePeriods', tenorMonths: 15, periodMonths: 6 }]);
    expect(loanFaults(loan({ tenorMonths: 606 }))).toEqual([{ type: 'TenorIsTooLong', tenorMonths: 606, maxMonths: MAX_TENOR_MONTHS }]);
    expect(loanFaults(loan({ graceMonths: 9 }))).toEqual([{ type: 'GraceIsNotWholePeriods', graceMonths: 9, periodMonths: 6 }]);
    expect(loanFaults(loan({ graceMonths: 120 }))).toEqual([{ type: 'GraceLeavesNoRepayment', graceMonths: 120, tenorMonths: 120 }]);
    expect(loanFaults(loan({ paymentsPerYear: 3 as 4 }))).toContainEqual({ type: 'PaymentsPerYearAreUnknown', paymentsPerYear: 3 });
    expect(loanFaults(loan({ principal: usd(0n), drawdowns: [] }))).toEqual([{ type: 'AmountIsNotPositive' }]);
  });

  test('are found in percentages that are no plain decimals, or negative where that has no sense', () => {
    for (const percent of ['', '1,5', '1e2', '1000', '1.2345678', '+1', '.5', '-1', ' 1'])
      expect(loanFaults(loan({ rate: { kind: 'fixed', percent } }))).toEqual([
        { type: 'PercentIsInvalid', field: 'percent', text: percent },
      ]);
    const index = { kind: 'index', index: 'TONA', indexPercent: '-0.1', marginPercent: 'x' } as const;
    expect(loanFaults(loan({ rate: index }))).toEqual([{ type: 'PercentIsInvalid', field: 'marginPercent', text: 'x' }]);
  });

  test('are found in drawdowns that do not sum, come too late, or are in another currency', () => {
    const half = { month: 0, amount: usd(50_000_000n) };
    expect(loanFaults(loan({ drawdowns: [half] }))).toEqual([{ type: 'DrawdownsDoNotSum', drawn: 50_000_000n, amount: 100_000_000n }]);
    expect(loanFaults(loan({ drawdowns: [half, { ...half, month: 120 }] }))).toEqual([
      { type: 'DrawdownIsTooLate', month: 120, beforeMonth: 120 },
    ]);
    expect(loanFaults(loan({ drawdowns: [half, half, { ...half, amount: usd(0n) }] }))).toEqual([{ type: 'DrawdownIsInvalid', month: 0 }]);
    expect(loanFaults(loan({ drawdowns: [half, { month: 1.5, amount: money(50_000_000n, 'EUR') }] }))).toEqual([
      { type: 'DrawdownIsInvalid', month: 1.5 },
    ]);
  });

  test('are found in every other instrument', () => {
    const amount = usd(10n);
    expect(faultsOf({ instrument: 'loan', ...loan() })).toEqual([]);
    expect(faultsOf({ instrument: 'grant', amount, drawdowns: [] })).toEqual([{ type: 'DrawdownsDoNotSum', drawn: 0n, amount: 10n }]);
    expect(faultsOf({ instrument: 'results-based', amount, results: [{ result: 'plant runs', month: 12, amount }] })).toEqual([]);
    expect(faultsOf({ instrument: 'in-kind', value: usd(-1n) })).toEqual([{ type: 'AmountIsNotPositive' }]);
    expect(faultsOf({ instrument: 'equity', amount })).toEqual([]);
    const guarantee = { instrument: 'guarantee', covered: amount, frontEndFeePercent: '1', tenorMonths: 24, paymentsPerYear: 2 } as const;
    expect(faultsOf({ ...guarantee, feePercent: '0.5' })).toEqual([]);
    expect(faultsOf({ ...guarantee, feePercent: '-0.5' })).toEqual([{ type: 'PercentIsInvalid', field: 'feePercent', text: '-0.5' }]);
  });
});
