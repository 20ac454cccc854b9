import { PLACES } from '#places';

const HUNDREDTHS = 2;

/** How many places sums of a currency have, after ISO 4217. Browsers know other numbers for some of them: none for IDR, PKR, LAK and MMK. */
export const digitsOf = (currency: string): number => PLACES[currency] ?? HUNDREDTHS;
