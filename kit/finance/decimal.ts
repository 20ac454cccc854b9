import { Decimal as Library } from 'decimal.js';

/** Decimals of 40 significant digits, halves away from zero: for powers and roots, whose results no fraction holds. */
export const Decimal = Library.clone({ defaults: true, precision: 40, rounding: Library.ROUND_HALF_UP });
export type Decimal = Library;

export const decimalOf = (whole: bigint): Decimal => new Decimal(whole.toString());

/** A figure with exactly so many places, halves away from zero; what rounds to nothing has no sign. */
export const inPlaces = (figure: Decimal, places: number): string => figure.toDecimalPlaces(places).toFixed(places);
