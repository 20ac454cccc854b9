import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loanFaults } from './faults.ts';
import { ratePerYear, type Schedule, type ScheduleRow, scheduleOf } from './schedule.ts';
import { anyLoan, loan, usd } from './terms.fixture.ts';

const column = ({ rows }: Schedule, name: Exclude<keyof ScheduleRow, 'number' | 'month'>) => rows.map((row) => row[name].amount);
const payments = ({ rows }: Schedule) => rows.slice(1).map(({ interest, principal }) => interest.amount + principal.amount);

describe('the schedule of a loan', () => {
  test('repays exactly what was lent and never more than what is outstanding, whatever the terms', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const schedule = scheduleOf(terms);
        expect(loanFaults(terms)).toEqual([]);
        expect(schedule.totals.principal).toEqual(terms.principal);
        expect(column(schedule, 'drawn').reduce((a, b) => a + b, 0n)).toBe(terms.principal.amount);
        expect(schedule.rows.at(-1)?.closing).toEqual(usd(0n));
        for (const [index, row] of schedule.rows.entries()) {
          expect(row.number).toBe(index);
          expect(row.opening).toEqual(schedule.rows[index - 1]?.closing ?? usd(0n));
          expect(row.closing.amount).toBe(row.opening.amount + row.drawn.amount - row.principal.amount);
          for (const figure of [row.closing, row.principal, row.interest, row.fees]) expect(figure.amount >= 0n).toBe(true);
          if (row.month <= terms.graceMonths) expect(row.principal.amount).toBe(0n);
        }
      }),
    );
  });

  test('adds up what its rows say, and costs interest and fees', () => {
    fc.assert(
      fc.property(anyLoan, (terms) => {
        const { totals, ...schedule } = scheduleOf(terms);
        const sum = (name: 'interest' | 'fees') => schedule.rows.reduce((all, row) => all + row[name].amount, 0n);
        expect(totals.interest.amount).toBe(sum('interest'));
        expect(totals.fees.amount).toBe(sum('fees'));
        expect(totals.nominalCost.amount).toBe(sum('interest') + sum('fees'));
      }),
    );
  });

  test('of an annuity has equal payments but for the last', () => {
    const drawnAtOnce = anyLoan.map((terms) => {
      // Large enough that a payment of half a minor unit too much never repays all before the end.
      const principal = usd(terms.principal.amount + 10n ** 12n);
      return { ...terms, principal, drawdowns: [{ month: 0, amount: principal }], repayment: 'annuity' as const };
    });
    fc.assert(
      fc.property(drawnAtOnce, (terms) => {
        const schedule = scheduleOf(terms);
        const level = payments(schedule).filter((_, index) => (schedule.rows[index + 1]?.month ?? 0) > terms.graceMonths);
        expect(new Set(level.slice(0, -1)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of equal principals has equal principals, and the last takes the rest', () => {
    const schedule = scheduleOf(loan({ principal: usd(1_000_00n), tenorMonths: 36, paymentsPerYear: 1 }));
    expect(column(schedule, 'principal')).toEqual([0n, 333_33n, 333_33n, 333_34n]);
    expect(column(schedule, 'interest')).toEqual([0n, 50_00n, 33_33n, 16_67n]);
  });

  test('of a bullet pays interest until the end, and then all', () => {
    const schedule = scheduleOf(loan({ repayment: 'bullet', tenorMonths: 24, rate: { kind: 'fixed', percent: '2.375' } }));
    expect(column(schedule, 'principal')).toEqual([0n, 0n, 0n, 0n, 100_000_000n]);
    expect(column(schedule, 'interest')).toEqual([0n, 1_187_500n, 1_187_500n, 1_187_500n, 1_187_500n]);
  });

  test('pays interest and no principal in grace', () => {
    const schedule = scheduleOf(loan({ tenorMonths: 24, graceMonths: 12 }));
    expect(column(schedule, 'principal')).toEqual([0n, 0n, 0n, 50_000_000n, 50_000_000n]);
    expect(column(schedule, 'interest')).toEqual([0n, 2_500_000n, 2_500_000n, 2_500_000n, 1_250_000n]);
  });

  test('bears interest on a drawdown from its month, and the commitment fee until then', () => {
    const drawdowns = [
      { month: 0, amount: usd(40_000_000n) },
      { month: 4, amount: usd(60_000_000n) },
    ];
    const fees = { frontEndFeePercent: '0.25', commitmentFeePercent: '0.6' };
    const schedule = scheduleOf(loan({ drawdowns, ...fees, tenorMonths: 12, rate: { kind: 'fixed', percent: '6' } }));
    expect(column(schedule, 'drawn')).toEqual([40_000_000n, 60_000_000n, 0n]);
    // Half a year on 400 thousand and two months on 600 thousand; then half a year on what is left.
    expect(column(schedule, 'interest')).toEqual([0n, 1_200_000n + 600_000n, 1_500_000n]);
    // A quarter of a percent of the million; then four months of 0.6 % a year on 600 thousand.
    expect(column(schedule, 'fees')).toEqual([250_000n, 120_000n, 0n]);
    expect(schedule.totals.nominalCost).toEqual(usd(3_670_000n));
  });

  test('spreads what is drawn after repayment has begun over the payments that remain', () => {
    const drawdowns = [
      { month: 0, amount: usd(60_000_000n) },
      { month: 24, amount: usd(40_000_000n) },
    ];
    const schedule = scheduleOf(loan({ drawdowns, tenorMonths: 36, paymentsPerYear: 1 }));
    expect(column(schedule, 'principal')).toEqual([0n, 20_000_000n, 40_000_000n, 40_000_000n]);
  });

  test('agrees with the published table of a loan of $2,500 at 8.24 % in twelve months (NumPy Financial, ipmt and ppmt)', () => {
    const principal = usd(2_500_00n);
    const terms = {
      principal,
      tenorMonths: 12,
      paymentsPerYear: 12,
      rate: { kind: 'fixed', percent: '8.24' },
      repayment: 'annuity',
    } as const;
    const schedule = scheduleOf(loan(terms));
    const published = [
      [200_58n, 17_17n],
      [201_96n, 15_79n],
      [203_35n, 14_40n],
      [204_74n, 13_01n],
      [206_15n, 11_60n],
      [207_56n, 10_18n],
      [208_99n, 8_76n],
      [210_42n, 7_32n],
      [211_87n, 5_88n],
      [213_32n, 4_42n],
      [214_79n, 2_96n],
      [216_26n, 1_49n],
    ] as const;
    // The table rounds what it prints; here what is posted is rounded, so that two cents may lie between them.
    for (const [index, [repaid, interest]] of published.entries()) {
      expect(Math.abs(Number((schedule.rows[index + 1]?.principal.amount ?? 0n) - repaid))).toBeLessThanOrEqual(2);
      expect(Math.abs(Number((schedule.rows[index + 1]?.interest.amount ?? 0n) - interest))).toBeLessThanOrEqual(2);
    }
    expect(Math.abs(Number(schedule.totals.interest.amount - 112_98n))).toBeLessThanOrEqual(2);
  });

  test('agrees with the published payment of $200,000 at 7.5 % in fifteen years, $1,854.02 a month (NumPy, pmt)', () => {
    const principal = usd(200_000_00n);
    const terms = {
      principal,
      tenorMonths: 180,
      paymentsPerYear: 12,
      rate: { kind: 'fixed', percent: '7.5' },
      repayment: 'annuity',
    } as const;
    expect(payments(scheduleOf(loan(terms)))[0]).toBe(1_854_02n);
  });

  test('takes an index with its margin, and nothing where they are less than nothing', () => {
    const rate = { kind: 'index', index: '6M EURIBOR', indexPercent: '-0.531', marginPercent: '0.9' } as const;
    expect(ratePerYear(rate)).toBe(369_000n);
    expect(ratePerYear({ ...rate, marginPercent: '0.5' })).toBe(0n);
    expect(scheduleOf(loan({ rate: { ...rate, marginPercent: '0.5' } })).totals.nominalCost).toEqual(usd(0n));
  });

  test('is not made of terms with a fault', () => {
    expect(() => scheduleOf(loan({ tenorMonths: 7 }))).toThrow('TenorIsNotWholePeriods');
  });
});
