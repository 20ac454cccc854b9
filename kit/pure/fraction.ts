import Fraction from 'fraction.js';

/** An exact number: a quotient of two whole numbers of any size, always in its lowest terms. */
export type { Fraction };

export const NOTHING = new Fraction(0);
export const WHOLE = new Fraction(1);

/** A plain decimal as people write it, `-12.50`, or what `textOf` has written, `8/35`; nothing where the text is neither. */
export const parseFraction = (text: string): Fraction | undefined =>
  /^-?\d+(\.\d+|\/0*[1-9]\d*)?$/.test(text) ? new Fraction(text) : undefined;

/** @throws where the text is no number: callers check first, so this is a bug. */
export function fraction(text: string): Fraction {
  const parsed = parseFraction(text);
  if (!parsed) throw new Error(`${text} is no number`);
  return parsed;
}

/** The divisor is not zero. */
export const quotient = (dividend: bigint, divisor: bigint): Fraction => new Fraction(dividend, divisor);
export const sumOf = (all: Iterable<Fraction>): Fraction => [...all].reduce((sum, each) => sum.add(each), NOTHING);
export const smaller = (a: Fraction, b: Fraction): Fraction => (a.compare(b) < 0 ? a : b);
export const larger = (a: Fraction, b: Fraction): Fraction => (a.compare(b) < 0 ? b : a);
/** Exactly: `1520`, `8/35`. */
export const textOf = (exact: Fraction): string => exact.toFraction();
