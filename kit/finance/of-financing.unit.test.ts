import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOAN } from '../testing/financing.fixture.ts';
import type { FinancialTerms } from './financing.ts';
import { drawnBy, repaymentsOf } from './of-financing.ts';

const usd = (amount: bigint) => ({ amount, currency: 'USD' });
const lent = (over: Partial<NonNullable<FinancialTerms['loan']>> = {}): FinancialTerms => ({
  ...LOAN,
  loan: {
    ...(LOAN.loan as NonNullable<FinancialTerms['loan']>),
    rate: 'fixed',
    percent: '5',
    commitmentFeePercent: '0.15',
    frontEndFeePercent: '0',
    tenorMonths: 240,
    graceMonths: 60,
    repayment: 'equal-principal',
    payments: 'half-yearly',
    ...over,
  },
});

test('money comes when its milestones are planned: five yearly ones cost a quarter less interest than all of it at once, and a fee', () => {
  const amount = usd(100_000_000_00n);
  const plan = [12, 24, 36, 48, 60].map((month) => ({ month, amount: usd(20_000_000_00n) }));
  // Each row is rounded once: four cents of it.
  expect(repaymentsOf(lent(), amount, [])).toMatchObject({ interest: usd(63_750_000_04n), fees: usd(0n) });
  expect(repaymentsOf(lent(), amount, plan)).toMatchObject({ interest: usd(48_750_000_04n), fees: usd(450_000_00n), principal: amount });
});

test('what is planned for the last month of a loan or later comes in the month before, and what costs nothing does not come', () => {
  const plan = [
    { month: 12, amount: usd(0n) },
    { month: 24, amount: usd(10n) },
    { month: 60, amount: usd(20n) },
  ];
  expect(drawnBy(plan, usd(300n), lent({ tenorMonths: 36, graceMonths: 0 }))).toEqual([
    { month: 24, amount: usd(100n) },
    { month: 35, amount: usd(200n) },
  ]);
  expect(drawnBy([], usd(300n), lent())).toEqual([{ month: 0, amount: usd(300n) }]);
});

test('however it is planned, all of it comes, in the order of the months, and no month twice', () => {
  const planned = fc.record({ month: fc.nat(600), amount: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(usd) });
  fc.assert(
    fc.property(fc.array(planned, { maxLength: 12 }), fc.bigInt({ min: 1n, max: 10n ** 15n }), (plan, amount) => {
      const drawn = drawnBy(plan, usd(amount), lent());
      expect(drawn.reduce((sum, each) => sum + each.amount.amount, 0n)).toBe(amount);
      const months = drawn.map(({ month }) => month);
      expect(months).toEqual([...new Set(months)].toSorted((one, other) => one - other));
      expect(repaymentsOf(lent(), usd(amount), plan)?.principal).toEqual(usd(amount));
    }),
  );
});
