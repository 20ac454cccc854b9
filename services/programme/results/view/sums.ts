import { type Fraction, fraction, NOTHING, quotient, textOf } from '@junkan/kit/pure/fraction.ts';

/** What was added, by denominator. */
export type Sums = Map<string, bigint>;

export function add(sums: Sums, denominator: string, numerator: bigint): void {
  sums.set(denominator, (sums.get(denominator) ?? 0n) + numerator);
}

export const addFraction = (sums: Sums, amount: Fraction): void => add(sums, String(amount.d), amount.s * amount.n);

/** Longer ones nobody reads, and working them out takes as long as there are sponsors. */
const MOST_DIGITS = 40;
const PLACES = 12n;

/** Exactly, `8/35`; or rounded half to even where the denominator would be longer than anybody reads. */
export function sumText(sums: Sums): { readonly text: string; readonly rounded: boolean } {
  const parts = [...sums]
    .filter(([, numerator]) => numerator !== 0n)
    .map(([denominator, numerator]) => [BigInt(denominator), numerator] as const);
  const common = commonOf(parts.map(([denominator]) => denominator));
  if (common === undefined) return { text: rounded(parts), rounded: true };
  const numerator = parts.reduce((sum, [denominator, each]) => sum + each * (common / denominator), 0n);
  return { text: textOf(quotient(numerator, common)), rounded: false };
}

function commonOf(denominators: readonly bigint[]): bigint | undefined {
  let common = 1n;
  for (const each of denominators) {
    common = (common / divisor(common, each)) * each;
    if (String(common).length > MOST_DIGITS) return undefined;
  }
  return common;
}

function divisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

/** With thirty more places than are shown: so many parts leave nothing of what each cuts off. */
function rounded(parts: readonly (readonly [bigint, bigint])[]): string {
  const scale = 10n ** (PLACES + 30n);
  const whole = parts.reduce((sum, [denominator, numerator]) => sum + (numerator * scale) / denominator, 0n);
  const unit = 10n ** 30n;
  const [down, left] = [whole / unit, whole % unit];
  const near = 2n * (left < 0n ? -left : left);
  const isUp = near > unit || (near === unit && down % 2n !== 0n);
  const value = isUp ? down + (whole < 0n ? -1n : 1n) : down;
  return textOf(quotient(value, 10n ** PLACES));
}

/** One divided by another; '' where there is nothing to divide by. */
export const ratioText = (dividend: string, divided: string): string =>
  fraction(divided).equals(NOTHING) ? '' : textOf(fraction(dividend).div(fraction(divided)));
