import fc from 'fast-check';
import { type Money, money } from '../pure/money.ts';
import type { Percent } from './percent.ts';
import { type Loan, PAYMENTS_PER_YEAR, periodOf, REPAYMENTS } from './terms.ts';

export const usd = (amount: bigint): Money => money(amount, 'USD');

/** A loan of one million dollars, drawn at once: ten years, half-yearly equal principals, without fees or grace. */
export function loan(changes: Partial<Loan> = {}): Loan {
  const principal = changes.principal ?? usd(100_000_000n);
  return {
    principal,
    drawdowns: [{ month: 0, amount: principal }],
    rate: { kind: 'fixed', percent: '5' },
    frontEndFeePercent: '0',
    commitmentFeePercent: '0',
    tenorMonths: 120,
    graceMonths: 0,
    paymentsPerYear: 2,
    repayment: 'equal-principal',
    ...changes,
  };
}

const percent = (max: number): fc.Arbitrary<Percent> =>
  fc.tuple(fc.nat({ max: max - 1 }), fc.nat({ max: 999_999 })).map(([whole, parts]) => `${whole}.${String(parts).padStart(6, '0')}`);

const rate: fc.Arbitrary<Loan['rate']> = fc.oneof(
  percent(30).map((each) => ({ kind: 'fixed' as const, percent: each })),
  fc.tuple(percent(2), percent(6)).map(([index, margin]) => ({
    kind: 'index' as const,
    index: 'SOFR',
    indexPercent: `-${index}`,
    marginPercent: margin,
  })),
);

/** Any terms without faults, of up to fifteen years; amounts from one minor unit on. */
export const anyLoan: fc.Arbitrary<Loan> = fc
  .record({
    paymentsPerYear: fc.constantFrom(...PAYMENTS_PER_YEAR),
    years: fc.integer({ min: 1, max: 15 }),
    graceShare: fc.nat({ max: 99 }),
    parts: fc.array(fc.tuple(fc.nat({ max: 9_999 }), fc.bigInt({ min: 1n, max: 10n ** 13n })), { minLength: 1, maxLength: 5 }),
    rate,
    frontEndFeePercent: percent(3),
    commitmentFeePercent: percent(2),
    repayment: fc.constantFrom(...REPAYMENTS),
  })
  .map(({ years, graceShare, parts, paymentsPerYear, ...rest }) => {
    const [tenorMonths, period] = [years * 12, periodOf(paymentsPerYear)];
    const graceMonths = Math.floor(((tenorMonths / period) * graceShare) / 100) * period;
    const drawdowns = parts.map(([at, amount]) => ({ month: at % tenorMonths, amount: usd(amount) }));
    const principal = usd(parts.reduce((sum, [, amount]) => sum + amount, 0n));
    return { principal, drawdowns, tenorMonths, graceMonths, paymentsPerYear, ...rest };
  });
