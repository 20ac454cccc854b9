import * as currencies from 'dinero.js/bigint/currencies';

const KNOWN = currencies as unknown as Readonly<Record<string, (typeof currencies)['USD'] | undefined>>;

/** The number of decimal places of a currency, after ISO 4217. */
export const placesOf = (code: string): number => Number(KNOWN[code]?.exponent ?? 0n);
