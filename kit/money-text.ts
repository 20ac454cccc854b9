import { dinero, toDecimal } from 'dinero.js/bigint';
import * as currencies from 'dinero.js/bigint/currencies';
import { placesOf } from './pure/currency-places.ts';
import type { Money } from './pure/money.ts';

type Currency = (typeof currencies)['USD'];
const KNOWN = currencies as unknown as Readonly<Record<string, Currency | undefined>>;

/** Money for people and the HTTP API: a decimal with exactly the currency's ISO 4217 places, `{"amount":"1250000.00","currency":"IDR"}`. */
export type MoneyText = { readonly amount: string; readonly currency: string };

export const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code) && KNOWN[code] !== undefined;

/** All currencies that are known, by their codes. */
export const CURRENCIES: readonly string[] = Object.keys(KNOWN).filter(isCurrency).sort();

export function moneyText({ amount, currency }: Money): MoneyText {
  const known = KNOWN[currency];
  if (!known) throw new Error(`unknown currency ${currency}`);
  return { amount: toDecimal(dinero({ amount, currency: known })), currency };
}

/** Minor units of a decimal text, or nothing where it has more places than the currency or is no plain decimal. */
export function parseMoney({ amount, currency }: MoneyText): Money | undefined {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(amount) ?? [];
  const places = placesOf(currency);
  if (whole === '' || fraction.length > places || !isCurrency(currency)) return undefined;
  return { amount: BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`), currency };
}
