/**
 * A percentage as people and contracts write it: a plain decimal with at most six places, `2.375`, `-0.512`. A rate is percent per
 * year. Held as text on the outside and as a whole number of parts within, never as a float.
 */
export type Percent = string;

const PLACES = 6;

/** How many parts a whole (100 %) has: a part is a millionth of one percent. */
export const PARTS_OF_WHOLE = 100n * 10n ** BigInt(PLACES);

/** The parts of a percentage, or nothing where the text is no plain decimal of at most three digits and six places. */
export function parsePercent(text: Percent): bigint | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,3})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  return whole === '' ? undefined : BigInt(`${sign}${whole}${fraction.padEnd(PLACES, '0')}`);
}

/** @throws where the text is no percentage: callers check terms first, so this is a bug. */
export function partsOf(text: Percent): bigint {
  const parts = parsePercent(text);
  if (parts === undefined) throw new Error(`${text} is no percentage`);
  return parts;
}

/** The quotient as a whole number, halves away from zero (for what is never negative: half up). The divisor is positive. */
export function halfUp(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}
