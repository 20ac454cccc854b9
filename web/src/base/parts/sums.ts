import { PLACES } from '#places';
import type { Schemas } from '../api/types.ts';
import { sharesOf } from './shares.ts';

type Amount = Schemas['Money'];

const PERCENT = 100n;
const ALL = 10_000n;
const HUNDREDTHS = 2;

/** How many places sums of a currency have, after ISO 4217. Browsers know other numbers for some of them: none for IDR, PKR, LAK and MMK. */
export const digitsOf = (currency: string): number => PLACES[currency] ?? HUNDREDTHS;

const minorOf = ({ amount }: Amount): bigint => BigInt(amount.replace('.', ''));
const placesOf = ({ amount }: Amount): number => amount.split('.')[1]?.length ?? 0;

/** Minor units as the decimal text of a sum with as many places as another of its currency. */
function textOf(minor: bigint, like: Amount): string {
  const places = placesOf(like);
  const digits = String(minor < 0n ? -minor : minor).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return minor < 0n ? `-${text}` : text;
}

/** What two sums of one currency make together, in minor units: for what is not so yet, and no answer tells. */
export const together = (one: Amount, other: Amount): Amount => ({ ...one, amount: textOf(minorOf(one) + minorOf(other), one) });
export const less = (one: Amount, other: Amount): Amount => ({ ...one, amount: textOf(minorOf(one) - minorOf(other), one) });
/** Below zero, zero, or above it, as the one is less than, the same as, or more than the other. */
export const compared = (one: Amount, other: Amount): number => {
  const difference = minorOf(one) - minorOf(other);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
};
/** Whether there is anything in it. */
export const isSome = (amount: Amount): boolean => minorOf(amount) > 0n;
/** Parts of a whole in basis points, which together are the share of their sum. */
export const basisPointsIn = (parts: readonly Amount[], whole: Amount): number[] => sharesOf(parts.map(minorOf), minorOf(whole));
/** So many percent of a sum, half up to its minor unit. */
export function percentOf(percent: string, of: Amount): Amount {
  const whole = PERCENT * 10n ** BigInt(percent.split('.')[1]?.length ?? 0);
  return { ...of, amount: textOf((2n * minorOf(of) * BigInt(percent.replace('.', '')) + whole) / (2n * whole), of) };
}
/** A share in basis points of a sum, rounded down to its minor unit, as verdicts make it payable. */
export const shareOf = (basisPoints: number, of: Amount): Amount => ({
  ...of,
  amount: textOf((minorOf(of) * BigInt(basisPoints)) / ALL, of),
});
/** How wide a part of a whole is drawn, of so many. */
export const widthIn = (part: Amount, whole: Amount, width: number): number => ratioOf(minorOf(part) * BigInt(width), minorOf(whole));

const ratioOf = (parts: bigint, whole: bigint): number => Number(whole === 0n ? 0n : parts / whole);

/** A sum of minor units, as reports keep it. */
export const minorText = (minor: string, currency: string): Amount => ({
  currency,
  amount: textOf(BigInt(minor), { currency, amount: (0).toFixed(digitsOf(currency)) }),
});
