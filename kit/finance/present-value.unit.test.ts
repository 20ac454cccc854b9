import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../pure/money.ts';
import { allInRateOf, rateOf } from './all-in-rate.ts';
import { flowsOf, paid } from './flows.ts';
import { partsOf } from './percent.ts';
import { presentValueOf } from './present-value.ts';
import { scheduleOf } from './schedule.ts';
import { anyLoan, loan, usd } from './terms.fixture.ts';

const yearly = (...amounts: bigint[]) => amounts.map((amount, year) => ({ month: year * 12, amount: usd(amount) }));

describe('the present value of flows', () => {
  test('agrees with a published example (NumPy Financial, npv)', () => {
    expect(presentValueOf(yearly(-40_000_00n, 5_000_00n, 8_000_00n, 12_000_00n, 30_000_00n), '8', 'USD')).toEqual(usd(3_065_22n));
    expect(presentValueOf(yearly(-5_000_00n, 600_00n, 900_00n), '5', 'USD')).toEqual(usd(-3_612_24n));
    expect(presentValueOf(yearly(-4_000_00n, 500_00n, 800_00n), '10', 'USD')).toEqual(usd(-2_884_30n));
  });

  test('is what was paid where nothing is discounted, and does not go by the order', () => {
    expect(presentValueOf(yearly(1n, 2n, 3n), '0', 'USD')).toEqual(usd(6n));
    expect(presentValueOf(yearly(0n, 210n, 441n).toReversed(), '5', 'USD')).toEqual(usd(600n));
    expect(presentValueOf([], '5', 'JPY')).toEqual(money(0n, 'JPY'));
  });

  test('never grows with the discount', () => {
    const discount = fc.bigInt({ min: 0n, max: 30_000_000n });
    fc.assert(
      fc.property(anyLoan, discount, discount, (terms, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        const flows = paid(scheduleOf(terms));
        const worth = (discounted: bigint) => -presentValueOf(flows, percentText(discounted), 'USD').amount;
        expect(worth(high) <= worth(low)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('is not made of two currencies, nor with a discount below zero', () => {
    expect(() => presentValueOf(yearly(1n), '5', 'EUR')).toThrow('cannot discount USD as EUR');
    expect(() => presentValueOf(yearly(1n), '-5', 'USD')).toThrow('negative');
    expect(() => presentValueOf(yearly(1n), 'five', 'USD')).toThrow('no percentage');
  });
});

describe('the all-in rate', () => {
  const rate = (percent: string) => ({ kind: 'rate', percent });

  test('agrees with the third example of Directive 98/7/EC of the European Union (1998), annex III: 0.1306623', () => {
    expect(rateOf(yearly(1_000_00n, -600_00n, -600_00n))).toEqual(rate('13.0662'));
  });

  test('agrees with published internal rates (NumPy Financial, irr)', () => {
    expect(rateOf(yearly(100_00n, -39_00n, -59_00n, -55_00n, -20_00n))).toEqual(rate('28.0948'));
    expect(rateOf(yearly(100_00n, -100_00n, 0n, -7_00n))).toEqual(rate('6.2058'));
  });

  test('is the effective rate of the loan where there are no fees, whatever the repayment', () => {
    for (const repayment of ['bullet', 'equal-principal', 'annuity'] as const) {
      expect(allInRateOf(scheduleOf(loan({ repayment, paymentsPerYear: 1 })))).toEqual(rate('5.0000'));
      // 1.025 squared.
      expect(allInRateOf(scheduleOf(loan({ repayment })))).toEqual(rate('5.0625'));
      // 1.01 to the twelfth.
      const monthly = loan({ repayment, paymentsPerYear: 12, rate: { kind: 'fixed', percent: '12' } });
      expect(allInRateOf(scheduleOf(monthly))).toEqual(rate('12.6825'));
    }
  });

  test('has the fees in it', () => {
    const oneYear = loan({ repayment: 'bullet', tenorMonths: 12, paymentsPerYear: 1, frontEndFeePercent: '1' });
    // 105 for 99.
    expect(allInRateOf(scheduleOf(oneYear))).toEqual(rate('6.0606'));
  });

  test('is zero where nothing is charged', () => {
    expect(allInRateOf(scheduleOf(loan({ rate: { kind: 'fixed', percent: '0' } })))).toEqual(rate('0.0000'));
  });

  test('lies where what is paid is no longer worth more than what is received, whatever the terms', () => {
    const large = anyLoan.filter(({ principal }) => principal.amount > 10n ** 9n);
    fc.assert(
      fc.property(large, (terms) => {
        const schedule = scheduleOf(terms);
        const found = allInRateOf(schedule);
        fc.pre(found.kind === 'rate' && found.percent.length <= '999.0000'.length);
        const parts = found.kind === 'rate' ? partsOf(found.percent) : 0n;
        const gain = (at: bigint) => presentValueOf(flowsOf(schedule), percentText(at), 'USD').amount;
        // A hundred parts are one unit of the fourth place.
        if (parts >= 100n) expect(gain(parts - 100n) <= 0n).toBe(true);
        expect(gain(parts + 100n) >= 0n).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('is none where nothing is received, or less is paid than received', () => {
    expect(rateOf([])).toEqual({ kind: 'none' });
    expect(rateOf(yearly(-5n, -5n))).toEqual({ kind: 'none' });
    expect(rateOf(yearly(10n, -5n))).toEqual({ kind: 'none' });
    expect(
      rateOf([
        { month: 0, amount: usd(1n) },
        { month: 1, amount: usd(-9n) },
      ]),
    ).toEqual({ kind: 'none' });
  });
});

const percentText = (parts: bigint) => `${parts / 1_000_000n}.${String(parts % 1_000_000n).padStart(6, '0')}`;
