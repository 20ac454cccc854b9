import { halfUp, PARTS_OF_WHOLE } from './percent.ts';

/** The principal of each of so many equal repayments of a balance, half up to the minor unit. The last one takes the remainder. */
export const levelPrincipal = (balance: bigint, remaining: number): bigint => halfUp(balance, BigInt(remaining));

/**
 * The payment (interest and principal) that repays a balance in so many equal payments at the end of each period: with the rate i of
 * a period, balance * i * (1 + i)^n / ((1 + i)^n - 1), worked out exactly and rounded half up to the minor unit once.
 * @param ratePerYear in parts (see percent.ts), not negative; the rate of a period is that of the year over the payments per year.
 */
export function levelPayment(balance: bigint, remaining: number, ratePerYear: bigint, paymentsPerYear: number): bigint {
  if (ratePerYear === 0n) return levelPrincipal(balance, remaining);
  const whole = PARTS_OF_WHOLE * BigInt(paymentsPerYear);
  const grown = (whole + ratePerYear) ** BigInt(remaining);
  return halfUp(balance * ratePerYear * grown, whole * (grown - whole ** BigInt(remaining)));
}
